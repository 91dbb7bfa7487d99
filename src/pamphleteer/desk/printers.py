"""Keeps printers' profiles: one YAML file for each, in the user's own configuration folder.

The profile is about a machine in an office, not about a publication, so it does not lie beside the
issues. A printer's name is the name of its file. `trial_print` finds out what stands in it.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationInfo
from pydantic_core import PydanticCustomError

from pamphleteer.imposition.printer import (
    BOUNDS,
    PRINTER_NAME,
    Correction,
    Duplex,
    Facing,
    Manual,
    Order,
    Printer,
    Top,
    backs_order,
    correct_back,
    flip_of,
    put_back,
)
from pamphleteer.issue.faults import in_reading_order, validate
from pamphleteer.issue.files import read_text, shown
from pamphleteer.issue.yaml_reading import parse_yaml
from pamphleteer.issue.yaml_tree import Mapping as Tree
from pamphleteer.press.publishing import publish
from pamphleteer.problems import IssueError, Problem, SourcePos, error, nearest

__all__ = [
    "Correction",
    "Manual",
    "Printer",
    "backs_order",
    "check_name",
    "correct_back",
    "flip_of",
    "list_printers",
    "printers_folder",
    "put_back",
    "read_number",
    "read_printer",
    "write_printer",
]

FOLDER_VARIABLE = "PAMPHLETEER_PRINTERS"
"""Names the folder of the profiles, in place of the usual one."""

NUMBER = re.compile(r"[+-]?\d{1,9}(\.\d{1,9})?", re.ASCII)

HAND_KEYS = ("backs", "backs_turned", "stack", "faces", "top")
"""Keys that only a printer with ``duplex: manual`` has; the first two it must have."""


def printers_folder(environ: Mapping[str, str] | None = None, system: str | None = None) -> Path:
    """Say where the profiles lie: where the platform keeps its users' settings.

    Args:
        environ: The environment; this process's if None.
        system: As ``sys.platform``, which it is if None.
    """
    environ = os.environ if environ is None else environ
    if named := environ.get(FOLDER_VARIABLE):
        return Path(named)
    return _settings_folder(environ, system or sys.platform) / "pamphleteer" / "printers"


def list_printers(folder: Path | None = None) -> tuple[str, ...]:
    """List the names of the printers that have a profile, in alphabetical order.

    Raises:
        IssueError: ``unreadable-file``: the folder cannot be looked into.
    """
    folder = folder or printers_folder()
    try:
        names = [path.stem for path in folder.iterdir() if path.suffix == ".yaml"]
    except FileNotFoundError:
        return ()
    except OSError as fault:
        message = f"cannot look for printers here: {fault.strerror}"
        pos = SourcePos(path=shown(folder))
        raise IssueError([error("unreadable-file", message, pos=pos)]) from fault
    return tuple(sorted(name for name in names if PRINTER_NAME.fullmatch(name)))


def read_printer(name: str, *, folder: Path | None = None, pos: SourcePos | None = None) -> Printer:
    """Read a printer's profile.

    Args:
        name: The printer's name.
        folder: Where the profiles lie; the user's own folder if None.
        pos: Where the name was written, for a problem with it.

    Raises:
        IssueError: ``unknown-printer``, or all that is wrong with the file, by line.
    """
    folder = folder or printers_folder()
    known = list_printers(folder)
    if name not in known:
        hint = nearest(name, known) or _say_known(known)
        raise IssueError([error("unknown-printer", f'no printer "{name}"', hint=hint, pos=pos)])
    path = folder / f"{name}.yaml"
    text, problems = read_text(path)
    tree, faults = (None, []) if problems else parse_yaml(text, shown(path))
    keys, more = validate(ProfileKeys, tree) if tree else (None, [])
    if tree and keys:
        more += _check_hand_keys(keys, tree)
    if keys is None or problems or faults or more:
        raise IssueError(in_reading_order([*problems, *faults, *more]))
    return _make_printer(name, keys)


def write_printer(printer: Printer, *, folder: Path | None = None) -> Path:
    """Write a printer's profile, in place of an earlier one of that name: old or new, never half.

    Numbers are written to three decimals.

    Returns:
        The file.

    Raises:
        IssueError: ``cannot-write``.
    """
    path = (folder or printers_folder()) / f"{printer.name}.yaml"
    lines = [f"{key}: {value}\n" for key, value in _values(printer)]
    try:
        publish({path: "".join(lines).encode()})
    except IssueError as failure:
        hint = f"Name another folder in the environment variable {FOLDER_VARIABLE}."
        problems = [replace(problem, hint=hint) for problem in failure.problems]
        raise IssueError(problems) from failure
    return path


def check_name(name: str, pos: SourcePos | None = None) -> Iterator[Problem]:
    """See that a printer's name can be the name of a file on any system."""
    if not PRINTER_NAME.fullmatch(name):
        likely = "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:40].strip("-")
        likely = likely if PRINTER_NAME.fullmatch(likely) else "office"
        message = f'"{name}" is not a printer\'s name; expected small letters, digits and hyphens'
        yield error("bad-value", message, hint=f"Write for example: {likely}", pos=pos)


def read_number(text: str, key: str) -> float:
    """Read one of the numbers in `BOUNDS`, with a point or a comma, and ``mm`` or not.

    Raises:
        ValueError: not a number, or out of bounds; the message says what was expected.
    """
    least, most = BOUNDS[key]
    plain = text.strip().removesuffix("mm").strip().replace(",", ".").replace("−", "-")
    if not NUMBER.fullmatch(plain) or not least <= float(plain) <= most:
        raise ValueError(f'"{text}" is not a number from {least:g} to {most:g}, such as 0.5')
    return float(plain) + 0.0  # which makes 0 of -0


def _number(text: object, info: ValidationInfo) -> float:
    try:
        return read_number(str(text), info.field_name or "")
    except ValueError as fault:
        raise PydanticCustomError("bad-value", "{fault}", {"fault": str(fault)}) from fault


Number = Annotated[float, BeforeValidator(_number)]
YesNo = Literal["yes", "no"]


class ProfileKeys(BaseModel):
    """The keys of a profile: none that is unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    duplex: Duplex
    backs: Order | None = None
    backs_turned: YesNo | None = None
    stack: Literal["as-it-lies", "turned-over"] = "as-it-lies"
    faces: Facing = "down"
    top: Top = "last"
    offset_x_mm: Number = 0.0
    offset_y_mm: Number = 0.0
    skew_deg: Number = 0.0
    margin_mm: Number = 0.0


def _check_hand_keys(keys: ProfileKeys, tree: Tree) -> list[Problem]:
    """See that a profile says how backs are fed by hand if they are, and only then."""
    duplex = tree.entry("duplex")
    if keys.duplex == "manual":
        return [
            error(
                "missing-key",
                f'"{key}" is missing; a printer with "duplex: manual" needs it',
                hint=f"Write {key}: {usual}, or make the profile anew with a trial print.",
                pos=duplex.pos if duplex else tree.pos,
            )
            for key, usual in (("backs", "reversed"), ("backs_turned", "no"))
            if not getattr(keys, key)
        ]
    return [
        error(
            "bad-value",
            f'"{entry.key}" is for a printer with "duplex: manual"; '
            f'this one has "duplex: {keys.duplex}"',
            hint="Delete this line, or write duplex: manual.",
            pos=entry.pos,
        )
        for entry in tree.entries
        if entry.key in HAND_KEYS
    ]


def _make_printer(name: str, keys: ProfileKeys) -> Printer:
    manual = keys.backs and Manual(
        order=keys.backs,
        turned=keys.backs_turned == "yes",
        turn_over=keys.stack == "turned-over",
        faces=keys.faces,
        top=keys.top,
    )
    return Printer(
        name=name,
        duplex=keys.duplex,
        manual=manual or None,
        **{key: getattr(keys, key) for key in BOUNDS},
    )


def _values(printer: Printer) -> Iterator[tuple[str, str]]:
    """The keys of a profile and what stands behind them."""
    yield "duplex", printer.duplex
    if manual := printer.manual:
        yield "backs", manual.order
        yield "backs_turned", "yes" if manual.turned else "no"
        yield "stack", "turned-over" if manual.turn_over else "as-it-lies"
        yield "faces", manual.faces
        yield "top", manual.top
    for key in BOUNDS:
        yield key, f"{getattr(printer, key):.3f}".rstrip("0").rstrip(".")


def _say_known(known: tuple[str, ...]) -> str:
    if known:
        return f"There are: {', '.join(known)}."
    return "No printer has a profile yet: make one with a trial print."


def _settings_folder(environ: Mapping[str, str], system: str) -> Path:
    """Where a platform keeps settings; a relative XDG_CONFIG_HOME is ignored, as XDG demands."""
    if system == "win32":
        return Path(environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    if system == "darwin":
        return Path.home() / "Library" / "Application Support"
    named = Path(environ.get("XDG_CONFIG_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".config"
