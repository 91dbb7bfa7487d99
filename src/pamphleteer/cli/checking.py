"""``pamphleteer check``: whether a PDF is fit to print, and what to do if it is not."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pamphleteer.cli.telling import PROBLEMS_FOUND, progress, short
from pamphleteer.problems import IssueError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pamphleteer.build import Output
    from pamphleteer.preflight.model import Preflight, Profile
    from pamphleteer.problems import Problem

OUTPUTS_BY_INKS: Mapping[str, tuple[Output, ...]] = {
    "any": ("screen", "booklet"),
    "press": ("print",),
    "grey": ("print",),
}
"""What a build makes for profiles that want such colours."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("target", metavar="FILE.pdf | ISSUE_DIR", type=click.Path(path_type=Path),
                required=False)  # fmt: skip
@click.option("--for", "way", default="office", show_default=True, metavar="WAY",
              help="office, sheetfed, newsprint, riso, or a print shop's own thresholds in a "
              "FILE.yaml.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.html",
              help="Write what was found as a page for a browser, with every page's picture, its "
              "plates, and what was found circled.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def check(
    *, target: Path | None, way: str, strict: bool, report: Path | None, as_json: bool
) -> None:
    """Say whether a PDF, from any program, is fit to print, and what to do if it is not.

    Of an issue, the PDFs that a build would make are checked; no PDF is written. Without a target:
    the issue in this folder, or else the newest under issues/.
    """
    if report is not None:
        _refuse_other_files(report)
    found: tuple[Preflight, ...] = ()
    problems: Sequence[Problem] = ()
    try:
        profile = _profile(way)
        with nullcontext(_say_nothing) if as_json else progress() as tell:
            found = _check(target, profile, tell, pictured=report is not None)
        if report is not None:
            _write_report(report, found, strict=strict)
    except IssueError as fault:
        problems = fault.problems
    written = None if problems else report
    if as_json:
        _print_json(found, problems, written)
    else:
        _print_lines(found, problems, strict=strict)
        if written is not None:
            click.echo(f"Report: {short(written)}")
    from pamphleteer.preflight.telling import is_unfit

    unfit = bool(problems) or any(is_unfit(each, strict=strict) for each in found)
    sys.exit(PROBLEMS_FOUND if unfit else 0)


def read_codes(text: str | None) -> tuple[str, ...]:
    """Codes of checks, with commas between them; each must be one that there is."""
    if text is None:
        return ()
    from pamphleteer.preflight.advice import ADVICE
    from pamphleteer.problems import nearest

    codes = tuple(code.strip() for code in text.split(",") if code.strip())
    for code in codes:
        if code not in ADVICE:
            message = f'no check has the code "{code}". {nearest(code, ADVICE)}'
            raise click.BadParameter(message.strip(), param_hint="--accept")
    return codes


def _say_nothing(_doing: str) -> None:
    """What is being done is told to people only."""


def _profile(way: str) -> Profile:
    from pamphleteer.preflight.profiles import read_profile

    try:
        return read_profile(way)
    except IssueError as fault:
        first = fault.problems[0]
        if first.code == "unknown-profile":
            message = f"{first.message}. {first.hint}"
            raise click.BadParameter(message, param_hint="--for") from None
        raise


def _refuse_other_files(report: Path) -> None:
    """A report takes no other file's place."""
    if report.suffix.lower() not in (".html", ".htm"):
        message = f'the report is a page of HTML; "{report.name}" does not end in .html'
        raise click.BadParameter(message, param_hint="--report")


def _write_report(report: Path, found: Sequence[Preflight], *, strict: bool) -> None:
    from pamphleteer.preflight.report import render_report
    from pamphleteer.press.publishing import publish

    publish({report: render_report(list(map(_with_short_path, found)), strict=strict)})


def _with_short_path(preflight: Preflight) -> Preflight:
    from dataclasses import replace

    return replace(preflight, path=short(Path(preflight.path)))


def _check(
    target: Path | None, profile: Profile, tell: Callable[[str], None], *, pictured: bool
) -> tuple[Preflight, ...]:
    if target is None or target.is_dir():
        return _check_issue(target, profile, tell, pictured=pictured)
    tell("Checking")
    from pamphleteer.preflight.apart import check_apart

    return (check_apart(target, profile, pictured=pictured),)


def _check_issue(
    folder: Path | None, profile: Profile, tell: Callable[[str], None], *, pictured: bool
) -> tuple[Preflight, ...]:
    from pamphleteer.build import build_issue
    from pamphleteer.desk.printers import read_printer
    from pamphleteer.issue import find_issue
    from pamphleteer.preflight.own import check_files

    files: dict[Path, bytes] = {}
    place = folder or find_issue(Path())
    only = OUTPUTS_BY_INKS[profile.inks]
    built = build_issue(
        place,
        only=only,
        profiles=lambda name, pos: read_printer(name, pos=pos),
        accept=None,
        tell=tell,
        write=lambda made, _: files.update(made),
    )
    tell("Checking")
    return tuple(check_files(files, built.issue, built.printed, profile, pictured=pictured))


def _print_lines(found: Sequence[Preflight], problems: Sequence[Problem], *, strict: bool) -> None:
    from pamphleteer.preflight.telling import told

    for problem in problems:
        click.echo(str(problem), err=True)
    for preflight in found:
        for line in told(_with_short_path(preflight), strict=strict):
            click.echo(line)


def _print_json(
    found: Sequence[Preflight], problems: Sequence[Problem], report: Path | None
) -> None:
    from pamphleteer.preflight.telling import as_values
    from pamphleteer.wording import as_json

    files = [as_values(each) for each in found]
    click.echo(as_json(problems=tuple(problems), files=files, report=report and str(report)))
