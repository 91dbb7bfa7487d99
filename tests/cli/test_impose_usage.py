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
from pamphleteer.imposition.orders import SECTIONS, job_of
from pamphleteer.imposition.schemes import SIGNATURES
from pamphleteer.ticket import OPTIONS, Ticket
from pamphleteer.ticket.schemes import SCHEMES
from pamphleteer.ticket.table import BY_NAME
from pamphleteer.ticket.values import WAYS
from tests.build.publications import run_here
from tests.cli.impositions import SOUND, impose, nothing_written

# Wrong wishes: each with its exit code, and what is said of it.
WRONG: Mapping[str, tuple[int, str]] = {
    "--scheme sadle-stitch": (2, 'Did you mean "saddle-stitch"?'),
    "--scheme xyz": (2, '"xyz" is not one of saddle-stitch, folded-section, '),
    "--scheme own": (2, 'Did you mean "custom": a grid of your own'),
    "--paper lettre": (2, '--paper: "lettre" is not a paper; write a name (letter'),
    "--paper qqq": (2, "write a name (a4, letter, sra3) or 210mm x 297mm"),
    "--paper 8.5x11": (2, "has no unit"),
    "--paper 0x5mm": (2, "--paper: "),
    "--paper ''": (2, "--paper: it has no value"),
    "--creep ''": (2, "--creep: it has no value"),
    "--instructions ''": (2, "--instructions: it has no value"),
    "--filler ''": (2, "--filler: it has no value"),
    "--slug x --marks crop": (2, "--slug does nothing without the mark slug"),
    "--scheme calendar --binding left": (2, "a calendar is bound at the top"),
    "--paper a4": (1, "On letter it fits"),
    "--scheme n-up --grid 0x2": (2, '--grid: "0x2": expected for example 2x2'),
    "--scheme n-up --grid two": (2, '--grid: "two": expected for example 2x2'),
    "--scheme n-up --grid 2x": (2, '--grid: "2x": expected for example 2x2'),
    "--scheme custom --folds 'top bottom'": (
        2,
        '--folds: "top bottom": expected for example "left under"',
    ),
    "--scheme custom --folds 'slant under'": (2, '--folds: "slant under": expected for example'),
    "--scale 0": (2, '--scale: "0" is no scale; write fit, 0.7 or 70%'),
    "--scale=-1": (2, '--scale: "-1" is no scale'),
    "--scale nan": (2, '--scale: "nan" is no scale'),
    "--scale 200%": (1, "page 1: two pages of tabloid (279 × 432 mm)"),
    "--scheme copies --gutter 5": (2, '--gutter: "5" is no length'),
    "--scheme copies --gutter=-5mm": (2, '--gutter: "-5mm" is no length'),
    "--signature 0": (2, '--signature: "0": expected a whole number from 1'),
    "--scheme folded-section --grid 3x2": (1, "no sheet is folded with 3 columns and 2 rows"),
    "--scheme cut-stack-fold --grid 3x2": (1, "strips of two pages leave one of 3 columns over"),
    "--grid 2x2": (2, "--grid is for folded-section, perfect-bound, cut-and-stack"),
    "--flip simplex": (2, "sheets of the scheme saddle-stitch are printed on both sides"),
    "--flip manual": (2, "--flip manual does nothing without --printer"),
    "--json": (2, "--json does nothing without --plan"),
    "--creep sideways": (2, '--creep: "sideways": expected a weight such as 80gsm'),
    "--creep '80gsm 90gsm'": (2, 'expected a paper and a way, for example "80gsm outwards"'),
    "--blanks middle": (2, '--blanks: "middle" is not one of end, before-back'),
    "--style turned": (2, '--style: "turned" is not one of sheetwise, work-and-turn'),
    "--flip left": (2, '--flip: "left" is not one of short-edge, long-edge, simplex, manual'),
    "--binding bottom": (2, '--binding: "bottom" is not one of left, right, top'),
    "--milling 3mm": (
        2,
        "--milling is for perfect-bound, folded-section and custom, not",
    ),
    "--scheme perfect-bound --milling thick": (2, '--milling: "thick" is no length'),
    "--scheme perfect-bound --milling 3mm": (1, "error[page-too-large]"),
    "--scheme folded-section --milling 3mm --paper a1": (1, "error[bad-imposition]"),
    "--gutter 5mm": (2, "--gutter does nothing for saddle-stitch, which is not cut"),
    "--creep scaling": (
        2,
        "--creep does nothing without a paper, such as 80gsm",
    ),
    "--scheme n-up --grid 2x1 --head-to-toe": (1, "sheets of the scheme n-up have no spine"),
    "--signature 2": (2, "--signature is for perfect-bound, not for saddle-stitch"),
    "--schema n-up": (2, "--scheme"),
    "--scheme mini-zine --binding top": (1, "mini-zine are read across, from the left or"),
    "--scheme n-up --style work-and-turn": (1, "error[bad-imposition]: "),
    "--scheme concertina --grid 3 --flip simplex": (1, "3 panels have room for 3 pages, not for 4"),
    "--scheme custom --front '4 x' --back '2 3'": (2, '"x" is no page'),
    "--scheme custom --front '4 1 / 2' --back '2 3'": (2, '"4 1 / 2" are not of one length'),
    "--scheme custom --front '4 1' --back '3 3' --folds left": (1, "each page from 1 to 4 once"),
    "--scheme custom --front '4 1' --back '3 2' --folds left": (1, "error[does-not-fold]"),
    "--scheme custom --front '4 1' --back '2 3' --folds right": (1, "error[does-not-fold]"),
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
    "--scheme custom": r"--front",
    "--scheme custom --front '4 1'": r"--back",
    "--scheme n-up --grid 2x2": r"--scale fit|tabloid",
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
    assert {job_of(Ticket(scheme=name)).scheme for name in SCHEMES} == set(jobs.SCHEMES)
    assert set(SECTIONS.values()) == set(SIGNATURES)
    assert set(jobs.WORKED) < set(BY_NAME["style"].choices)
    assert set(get_args(Mode)) | {"none"} == set(WAYS)


def test_each_key_of_the_ticket_is_an_option_with_its_default() -> None:
    options = {each.name: each for each in imposing.impose.params}
    names = [key.name for key in OPTIONS]
    assert list(options) == ["source", "output", "plan", "as_json", *names]
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
