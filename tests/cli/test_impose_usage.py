"""``impose`` and wrong wishes: what cannot be done is told, with what can; nothing is written."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
from click import Choice

from pamphleteer.cli import imposing
from pamphleteer.imposition import jobs
from pamphleteer.imposition.blanks import Policy
from pamphleteer.imposition.plan import Edge, Order
from pamphleteer.imposition.scheme_names import SCHEMES
from pamphleteer.imposition.schemes import SIGNATURES
from pamphleteer.issue.printing import Flip
from tests.build.publications import run_here
from tests.cli.impositions import SOUND, impose, nothing_written

# Wrong wishes: each with its exit code, and what is said of it.
WRONG: Mapping[str, tuple[int, str]] = {
    "--scheme sadle-stitch": (1, 'Did you mean "saddle-stitch"?'),
    "--scheme xyz": (1, "Schemes: saddle-stitch, signatures, "),
    "--paper lettre": (2, '--paper: "lettre" is not a paper; write a name (letter'),
    "--paper qqq": (2, "write a name (a4, letter, sra3) or 210mm x 297mm"),
    "--paper 8.5x11": (2, "has no unit"),
    "--paper 0x5mm": (2, "--paper: "),
    "--paper a4": (1, "On letter it fits"),
    "--up 0x2": (2, '--up: "0x2": expected for example 2x2'),
    "--up two": (2, '--up: "two": expected for example 2x2'),
    "--up 2x": (2, '--up: "2x": expected for example 2x2'),
    "--scheme own --folds 'top bottom'": (
        2,
        '--folds: "top bottom": expected for example "left under"',
    ),
    "--scheme own --folds 'slant under'": (2, '--folds: "slant under": expected for example'),
    "--scale 0": (2, '--scale: "0" is no scale; write fit, 0.7 or 70%'),
    "--scale=-1": (2, '--scale: "-1" is no scale'),
    "--scale nan": (2, '--scale: "nan" is no scale'),
    "--scale 200%": (1, "page 1: two pages of tabloid (279 × 432 mm)"),
    "--up 2x1 --gutter 5": (2, '--gutter: "5" is no length'),
    "--up 2x1 --gutter=-5mm": (2, '--gutter: "-5mm" is no length'),
    "--sheets 0": (2, "'--sheets': 0 is not in the range"),
    "--section 12": (2, "'--section': '12' is not one of '4', '8', '16', '32'"),
    "--blanks middle": (2, "'--blanks': 'middle' is not one of 'end', 'before-back'"),
    "--style turned": (2, "'--style': 'turned' is not one of 'sheetwise', 'work-and-turn'"),
    "--flip left": (2, "'--flip': 'left' is not one of 'short-edge', 'long-edge'"),
    "--binding bottom": (2, "'--binding': 'bottom' is not one of 'left', 'right', 'top'"),
    "--milling 3mm": (2, "--milling is for signatures and sections and own, not for saddle-stitch"),
    "--scheme signatures --milling thick": (2, '--milling: "thick" is no length'),
    "--scheme signatures --milling 3mm": (1, "error[page-too-large]"),
    "--scheme sections --nested --milling 3mm --paper a1": (1, "error[bad-imposition]"),
    "--gutter 5mm": (2, "--gutter does nothing without --up"),
    "--creep scaling": (2, "--creep does nothing without --weight or --caliper"),
    "--scheme n-up --up 1x2 --head-to-toe": (1, "sheets of the scheme n-up have no spine"),
    "--sheets 2": (2, "--sheets is for signatures, not for saddle-stitch"),
    "--schema n-up": (2, "--scheme"),
    "--scheme mini-zine --binding right": (1, "mini-zine have no spine"),
    "--scheme n-up --style work-and-turn": (1, "error[bad-imposition]: "),
    "--scheme concertina --up 3 --one-sided": (1, "3 panels have room for 3 pages, not for 4"),
    "--scheme own --front '4 x' --back '2 3'": (1, '"x" is no page'),
    "--scheme own --front '4 1 / 2' --back '2 3'": (1, '"4 1 / 2" are not of one length'),
    "--scheme own --front '4 1' --back '3 3' --folds left": (1, "each page from 1 to 4 once"),
    "--scheme own --front '4 1' --back '3 2' --folds left": (1, "error[does-not-fold]"),
    "--scheme own --front '4 1' --back '2 3' --folds right": (1, "error[does-not-fold]"),
}


@pytest.mark.parametrize(("line", "expected"), WRONG.items(), ids=WRONG)
def test_what_cannot_be_done(tmp_path: Path, line: str, expected: tuple[int, str]) -> None:
    done = impose(tmp_path, SOUND, line)
    assert (done.code, done.out) == (expected[0], "")
    assert expected[1] in done.err
    assert "Traceback" not in done.err
    assert nothing_written(tmp_path)


# Wishes that are refused: each with what is said to do instead.
ADVICE: Mapping[str, str] = {
    "--scheme own": r"--front",
    "--scheme own --front '4 1'": r"--back",
    "--scheme n-up --up 2x2": r"--scale fit|tabloid",
    "--paper a4": r"On letter it fits: (?!.*printing:)",
    "--paper 8.5x11": r"8\.5 x 11 in\b",
    "--scale 2": r"^(?!(?s:.*)at actual size)",
}


@pytest.mark.parametrize(("line", "told"), ADVICE.items(), ids=ADVICE)
def test_what_to_do_is_said(tmp_path: Path, line: str, told: str) -> None:
    done = impose(tmp_path, SOUND, line)
    assert nothing_written(tmp_path)
    assert re.search(told, done.err), done.err


def choices(option: str) -> Any:
    (found,) = (each.type for each in imposing.impose.params if each.name == option)
    assert isinstance(found, Choice)
    return tuple(found.choices)


def test_the_command_offers_all_that_there_is() -> None:
    assert list(jobs.MAKERS) == list(SCHEMES)
    assert get_args(jobs.WorkStyle) == imposing.STYLES == choices("style")
    assert get_args(Policy) == choices("blanks")
    assert get_args(Edge) == choices("binding")
    assert set(get_args(Order)) - {"turned"} == set(choices("order"))
    assert set(get_args(Flip)) == set(choices("flip"))
    assert [str(pages) for pages in SIGNATURES] == list(choices("section"))


def test_help_tells_what_every_scheme_is() -> None:
    told = " ".join(run_here("impose", "--help").out.split("Schemes:")[1].split())
    assert told == " ".join(f"{name} {what}" for name, what in SCHEMES.items())
