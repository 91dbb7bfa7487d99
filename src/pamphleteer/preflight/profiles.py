"""Reads profiles: thresholds for a way of printing, in YAML, by name or from a print shop's file.

A file of one's own names the profile on which it is based and what differs:

    based_on: sheetfed
    title: Red Rooster Press
    ink_total: 280 %
    severity: {x-trapped: ignore}
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from pamphleteer.issue.faults import in_reading_order, validate
from pamphleteer.issue.files import read_text, shown
from pamphleteer.issue.yaml_reading import parse_yaml
from pamphleteer.issue.yaml_tree import Entry, Mapping, Scalar, merge
from pamphleteer.preflight.advice import ADVICE
from pamphleteer.preflight.model import Profile
from pamphleteer.problems import IssueError, Problem, Severity, SourcePos, error, nearest
from pamphleteer.units import Pt, parse_length

WAYS = ("office", "sheetfed", "newsprint", "riso")
"""The profiles that ship."""

FOLDER = Path(__file__).parent / "ways"

MOST_BYTES = 100_000
SUFFIXES = (".yaml", ".yml")
OWN_KEYS = ("based_on", "title")
SEVERITIES = ("error", "warning", "note", "ignore")

NUMBER = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)\s*(?:%|ppi|dpi)?", re.ASCII)
AREA = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)\s*(?:cm2|cm²)", re.ASCII)
NONE = ("none", "no", "0")


def _refuse(text: object, expected: str) -> PydanticCustomError:
    context = {"text": str(text), "expected": expected}
    return PydanticCustomError("bad-value", '"{text}"; expected {expected}', context)


def _length(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value.lower() in NONE:
        return 0.0
    try:
        return parse_length(value)
    except ValueError as fault:
        raise _refuse(value, "a length such as 3 mm or 0.25 pt, or none") from fault


def _number(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = NUMBER.fullmatch(value.strip())
    if not match:
        raise _refuse(value, "a number")
    return float(match[1])


def _limit(value: object) -> object:
    if isinstance(value, str) and value.lower() in NONE:
        return None
    try:
        return _number(value)
    except PydanticCustomError as fault:
        raise _refuse(value, "per cent, such as 300 %, or none") from fault


def _area(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = AREA.fullmatch(value.strip())
    if not match:
        raise _refuse(value, "an area such as 25 cm2")
    return float(match[1]) * (720 / 25.4) ** 2


def _count(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"\d{1,3}", value, re.ASCII):
        return int(value)
    raise _refuse(value, "a whole number")


Length = Annotated[float, BeforeValidator(_length)]
Number = Annotated[float, BeforeValidator(_number)]
Limit = Annotated[float | None, BeforeValidator(_limit)]
Area = Annotated[float, BeforeValidator(_area)]
Count = Annotated[int, BeforeValidator(_count)]
YesNo = Literal["yes", "no"]


class ProfileKeys(BaseModel):
    """The keys of a profile: none that is unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    based_on: Literal["office", "sheetfed", "newsprint", "riso"] | None = None
    title: str = ""
    summary: str = ""
    pages_multiple: Count
    bleed: Length
    safe: Length
    edge: Length
    text: Length
    fine_text: Length
    line: Length
    ppi_least: Number
    ppi_good: Number
    ppi_line_art: Number
    inks: Literal["any", "press", "grey"]
    ink_total: Limit
    solid: Limit
    solid_area: Area
    spots: Count
    qr: Length
    pdfx: YesNo
    links: YesNo
    severity: dict[str, str] = {}


def read_profile(way: str) -> Profile:
    """Read a profile: one that ships, by its name, or a file that ends in ``.yaml``.

    Raises:
        IssueError: ``unknown-profile``, ``unreadable-file``, or all that is wrong with the file, by
            line.
    """
    if way in WAYS:
        return _read(FOLDER / f"{way}.yaml", way)
    path = Path(way)
    if path.suffix.lower() not in SUFFIXES:
        hint = (
            nearest(way, WAYS) or f"There are: {', '.join(WAYS)}; or name a file, such as us.yaml."
        )
        raise IssueError([error("unknown-profile", f'no profile "{way}"', hint=hint)])
    return _read(path, path.stem)


def _read(path: Path, name: str) -> Profile:
    tree = _parse(path)
    based_on = tree.value("based_on")
    base = based_on.text if isinstance(based_on, Scalar) else None
    if base in WAYS:
        tree = merge(_parse(FOLDER / f"{base}.yaml"), tree)
    keys, problems = validate(ProfileKeys, tree)
    problems += _check_severities(tree)
    if keys is not None:
        problems += _check_bounds(keys, tree)
    if keys is None or problems:
        raise IssueError(in_reading_order(_with_hint(problem, base) for problem in problems))
    return _make_profile(name, keys)


def _parse(path: Path) -> Mapping:
    text, problems = _read_file(path)
    tree, faults = (None, []) if problems else parse_yaml(text, shown(path))
    if tree is None or problems or faults:
        raise IssueError(in_reading_order([*problems, *faults]))
    return tree


def _read_file(path: Path) -> tuple[str, list[Problem]]:
    pos = SourcePos(path=shown(path))
    if not path.is_file():
        hint = f"Profiles that ship: {', '.join(WAYS)}."
        return "", [error("unreadable-file", "there is no such file", hint=hint, pos=pos)]
    if path.stat().st_size > MOST_BYTES:
        return "", [error("unreadable-file", "this is too large to be a profile", pos=pos)]
    return read_text(path)


def _with_hint(problem: Problem, base: str | None) -> Problem:
    """Say of what is missing that it need not be written."""
    if problem.code != "missing-key" or base:
        return problem
    hint = "Or write what it is like, for example: based_on: sheetfed"
    return error(problem.code, problem.message, hint=hint, pos=problem.pos)


def _check_severities(tree: Mapping) -> Iterator[Problem]:
    """Codes and severities must be known ones."""
    node = tree.value("severity")
    for entry in node.entries if isinstance(node, Mapping) else ():
        if entry.key not in ADVICE:
            hint = nearest(entry.key, ADVICE) or "Codes stand in brackets behind each finding."
            message = f'no check has the code "{entry.key}"'
            yield error("unknown-check", message, hint=hint, pos=entry.pos)
        if (said := _text(entry)) not in SEVERITIES:
            message = f'"{entry.key}" is "{said}"; expected {", ".join(SEVERITIES)}'
            yield error("bad-value", message, hint=nearest(said, SEVERITIES), pos=entry.pos)


def _text(entry: Entry) -> str:
    return (entry.value.text or "") if isinstance(entry.value, Scalar) else ""


def _check_bounds(keys: ProfileKeys, tree: Mapping) -> Iterator[Problem]:
    """Thresholds that contradict each other, or that no file could meet."""
    entry = tree.entry("pages_multiple")
    if keys.pages_multiple < 1 and entry:
        yield error("bad-value", '"pages_multiple" is 0; expected 1 or more', pos=entry.pos)
    entry = tree.entry("ppi_good")
    if keys.ppi_good < keys.ppi_least and entry:
        message = f'"ppi_good" is {keys.ppi_good:g}, less than "ppi_least", {keys.ppi_least:g}'
        yield error("bad-value", message, hint="Exchange the two.", pos=entry.pos)


def _make_profile(name: str, keys: ProfileKeys) -> Profile:
    return Profile(
        name=keys.title or name,
        summary=keys.summary,
        multiple=keys.pages_multiple,
        **{key: Pt(getattr(keys, key)) for key in LENGTHS},
        ppi_least=keys.ppi_least,
        ppi_good=keys.ppi_good,
        ppi_line_art=keys.ppi_line_art,
        inks=keys.inks,
        ink_total=keys.ink_total,
        solid=keys.solid,
        solid_area=keys.solid_area,
        spots=keys.spots,
        pdfx=keys.pdfx == "yes",
        links=keys.links == "yes",
        severities={
            code: None if said == "ignore" else Severity(said)
            for code, said in keys.severity.items()
        },
    )


LENGTHS = ("bleed", "safe", "edge", "text", "fine_text", "line", "qr")
