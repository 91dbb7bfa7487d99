"""``impose`` and wrong wishes: what cannot be done is told, with what can; nothing is written."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest
from click import Option

from pamphleteer.cli import imposing
from pamphleteer.cli.asked import read_ticket
from pamphleteer.imposition import jobs
from pamphleteer.imposition.creep import Mode
from pamphleteer.imposition.schemes import SIGNATURES
from pamphleteer.ticket import OPTIONS, Ticket
from pamphleteer.ticket.table import BY_NAME, SCHEMES
from tests.build.publications import run_here
from tests.cli.impositions import SOUND, impose, nothing_written

# Wrong wishes: each with its exit code, and what is said of it.
WRONG: Mapping[str, tuple[int, str]] = {
    "--scheme sadle-stitch": (2, 'Did you mean "saddle-stitch"?'),
    "--scheme xyz": (2, '"xyz" is not one of saddle-stitch, signatures, '),
    "--scheme custom": (2, 'Did you mean "own": a grid of your own'),
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
    "--sheets 0": (2, '--sheets: "0": expected a whole number from 1'),
    "--section 12": (2, '--section: "12" is not one of 4, 8, 16, 32'),
    "--blanks middle": (2, '--blanks: "middle" is not one of end, before-back'),
    "--style turned": (2, '--style: "turned" is not one of sheetwise, work-and-turn'),
    "--flip left": (2, '--flip: "left" is not one of short-edge, long-edge'),
    "--binding bottom": (2, '--binding: "bottom" is not one of left, right, top'),
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
    "--scheme own --front '4 x' --back '2 3'": (2, '"x" is no page'),
    "--scheme own --front '4 1 / 2' --back '2 3'": (2, '"4 1 / 2" are not of one length'),
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


def test_the_ticket_offers_all_that_there_is() -> None:
    """What the table allows is what imposition can do; what is asked for reaches it."""
    assert [name for name in SCHEMES if name != "simplex"] == list(jobs.SCHEMES)
    assert BY_NAME["section"].choices == tuple(map(str, SIGNATURES))
    assert set(jobs.WORKED) < set(BY_NAME["style"].choices)
    assert set(get_args(Mode)) | {"none"} == set(BY_NAME["creep"].choices)


def test_each_key_of_the_ticket_is_an_option_with_its_default() -> None:
    options = {each.name: each for each in imposing.impose.params}
    assert list(options) == ["source", "output", *(key.name for key in OPTIONS)]
    for key in OPTIONS:
        option = options[key.name]
        assert isinstance(option, Option)
        assert option.opts == [key.option]
        assert option.help == key.help
    context = imposing.impose.make_context("impose", ["in.pdf", "-o", "out.pdf"])
    assert read_ticket(context) == Ticket()


def test_help_tells_what_every_scheme_is() -> None:
    """In its own options: where the table quotes a key, there stands how it is typed."""
    told = " ".join(run_here("impose", "--help").out.split("Schemes:")[1].split())
    said = " ".join(f"{name} {what}" for name, what in SCHEMES.items())
    assert told == re.sub("`(.+?)`", r"--\1", said)


def test_help_names_every_value() -> None:
    words = "".join(run_here("impose", "--help").out.split())
    for key in OPTIONS:
        assert key.option in words
        assert key.kind != "choice" or key.form or f"[{'|'.join(key.choices)}]" in words
