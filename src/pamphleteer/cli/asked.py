"""What a command line asks ``pamphleteer impose`` for, read from its options."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from pamphleteer.impose import Wish
    from pamphleteer.imposition.jobs import Job
    from pamphleteer.imposition.placing import Setting
    from pamphleteer.imposition.printer import Printer
    from pamphleteer.units import Pt

MOST_UP = 50
UP = re.compile(r"(\d+)\s*[x×]\s*(\d+)|(\d+)")


ONLY_FOR = {
    "sheets": ("signatures",),
    "milling": ("signatures", "sections", "own"),
    "section": ("sections",),
    "nested": ("sections", "own"),
    "foot_fold": ("sections", "own"),
    "front": ("own",),
    "back": ("own",),
    "folds": ("own",),
    "one_sided": ("leaves", "cards", "calendar", "n-up", "concertina"),
}
"""Options that mean something for some schemes alone."""

ONLY_WITH = {
    "creep": ("weight", "caliper"),
    "fold_factor": ("weight", "caliper"),
    "bulk": ("weight",),
    "order": ("up",),
    "gutter": ("up", "style"),
    "slug": ("marks",),
}
"""Options that mean something beside others alone."""


def refuse_needless(asked: dict[str, Any], schemes: Sequence[str]) -> None:
    """An option that would do nothing is a mistake."""
    context = click.get_current_context()
    given = {
        name for name in asked if context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    }
    for name, fit in ONLY_FOR.items():
        if name in given and asked["scheme"] in schemes and asked["scheme"] not in fit:
            option = f"--{name.replace('_', '-')}"
            message = f"{option} is for {' and '.join(fit)}, not for {asked['scheme']}"
            raise click.UsageError(message)
    _refuse_without(given, ONLY_WITH)


def _refuse_without(given: set[str], needless: Mapping[str, tuple[str, ...]]) -> None:
    for name, needed in needless.items():
        if name in given and not given.intersection(needed):
            options = " or ".join(f"--{each}" for each in needed)
            raise click.UsageError(f"--{name.replace('_', '-')} does nothing without {options}")


def read_job(asked: dict[str, Any]) -> Job:
    """The job that is asked for by a command line's options."""
    from pamphleteer.imposition.jobs import Job

    rows, columns = _up(asked["up"])
    return Job(
        scheme=asked["scheme"],
        sheets=asked["sheets"],
        section=int(asked["section"]),
        nested=asked["nested"],
        rows=rows,
        columns=columns,
        order=asked["order"],
        binding=asked["binding"],
        head_to_toe=asked["head_to_toe"],
        foot_fold=asked["foot_fold"],
        one_sided=asked["one_sided"],
        cover=asked["cover"],
        style=asked["style"],
        blanks=asked["blanks"],
        front=asked["front"],
        back=asked["back"],
        folds=_folds(asked["folds"]),
    )


def read_setting(asked: dict[str, Any]) -> Setting:
    """The paper, the printer's flip, gutters and scale."""
    from pamphleteer.imposition.placing import Setting
    from pamphleteer.papers import find_paper

    try:
        paper = find_paper(asked["paper"])
    except ValueError as fault:
        raise click.BadParameter(str(fault), param_hint="--paper") from None
    return Setting(
        paper=paper,
        flip=asked["flip"],
        gutter=_length("gutter", asked),
        milling=_length("milling", asked),
        gripper=_length("gripper", asked),
        scale=_scale(asked["scale"]),
    )


def _length(option: str, asked: dict[str, Any]) -> Pt:
    """A length, which may be nothing."""
    from pamphleteer.units import Pt, parse_length

    text = asked[option].strip().lower()
    if re.fullmatch(r"0+(\.0+)?\s*[a-z]*", text):
        return Pt(0)
    try:
        return parse_length(text)
    except ValueError:
        message = f'"{asked[option]}" is no length; write for example 5mm or 0.2in'
        raise click.BadParameter(message, param_hint=f"--{option}") from None


def read_wish(setting: Setting, asked: dict[str, Any]) -> tuple[Setting, Wish]:
    """What is made besides the sheets, and the setting for the printer and the marks."""
    from pamphleteer.impose import Wish
    from pamphleteer.imposition.creep import Stock
    from pamphleteer.imposition.duplex import flip_for
    from pamphleteer.imposition.marks import choose_marks
    from pamphleteer.imposition.orders import Creeping

    printer = _printer(asked["printer_name"])
    if printer:
        _refuse_with_printer(asked)
        setting = replace(setting, flip=flip_for(printer, setting.flip))
    names = [each.strip() for each in asked["marks"].split(",")]
    marks = choose_marks(names[0] if len(names) == 1 else names)
    setting = replace(setting, marks=marks, slug=asked["slug"], links=asked["links"])
    stock = None
    if asked["caliper"]:
        stock = Stock(caliper_mm=asked["caliper"])
    elif asked["weight"]:
        stock = Stock.of_weight(grammage=asked["weight"], bulk=asked["bulk"])
    creep = None
    if stock and asked["creep"] != "none":
        creep = Creeping(stock=stock, kappa=asked["fold_factor"], mode=asked["creep"])
    return setting, Wish(
        copies=asked["copies"],
        printer=printer,
        filler=asked["filler"],
        creep=creep,
        instructions=asked["instructions"],
        preview=asked["preview"],
    )


def _printer(name: str | None) -> Printer | None:
    if not name:
        return None
    from pamphleteer.desk.printers import read_printer  # what reads YAML takes 0.1 s to import

    return read_printer(name)


def _refuse_with_printer(asked: dict[str, Any]) -> None:
    """A profile says how the printer turns sheets, and knows nothing of presses."""
    context = click.get_current_context()
    if context.get_parameter_source("flip") is not ParameterSource.DEFAULT:
        raise click.UsageError("--printer says over which edge sheets are turned: leave out --flip")
    if asked["style"] != "sheetwise":
        raise click.UsageError("--printer and --style do not go together")


def _scale(text: str) -> Any:
    """A positive number, also as a percentage, or ``fit``."""
    if text == "fit":
        return "fit"
    number = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(%?)", text.strip())
    scale = float(number[1]) / (100 if number[2] else 1) if number else 0.0
    if not 0.01 <= scale <= 100:
        raise click.BadParameter(
            f'"{text}" is no scale; write fit, 0.7 or 70%', param_hint="--scale"
        )
    return scale


def _up(text: str) -> tuple[int, int]:
    """Rows and columns; one number alone is columns."""
    found = UP.fullmatch(text.strip())
    numbers = (1, int(found[3])) if found and found[3] else found and (int(found[1]), int(found[2]))
    if not numbers or not all(1 <= number <= MOST_UP for number in numbers):
        raise click.BadParameter(
            f'"{text}": expected for example 2x2, up to {MOST_UP}x{MOST_UP}', param_hint="--up"
        )
    return numbers


def _folds(text: str) -> Any:
    from pamphleteer.imposition.plan import read_folds

    try:
        return read_folds(text)
    except ValueError as fault:
        raise click.BadParameter(str(fault), param_hint="--folds") from None
