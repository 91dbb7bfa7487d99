"""What ``printing:`` asks for: schemes, paper, grids of one's own, creep."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from pamphleteer.build import build_issue
from pamphleteer.imposition.printer import Manual, Printer
from pamphleteer.problems import IssueError
from tests.build.publications import article, make_publication, manifest, prose

FILES = {"winter/articles/news.md": article("News", prose(1350))}
ORDER = ("{article: articles/news.md}", "contact")

# What is written under ``printing``, and how many pages and sheets come of it.
CASES = {
    "scheme: simplex": (6, 6),
    "scheme: leaves": (6, 3),
    "scheme: leaves, binding: right": (6, 3),
    "scheme: signatures, sheets: 1": (8, 2),
    "scheme: sections, section: 8, paper: tabloid": (8, 1),
    "scheme: sections, section: 16, paper: 23x35in": (16, 1),
    "scheme: signatures, sheets: 1, milling: 3mm, paper: tabloid": (8, 2),
    "scale: 1.2, paper: tabloid": (8, 2),
    "scheme: mini-zine, paper: 22x17in": (8, 1),
    "up: 2x1, paper: tabloid": (8, 2),
    "up: 2x1, order: piles, paper: tabloid": (8, 1),
    "weight: 90 g": (8, 2),
    "scheme: own, front: 4 1, back: 2 3, folds: left under, nested: yes": (8, 2),
}


@pytest.mark.parametrize("printing", CASES)
def test_a_booklet_is_made_as_it_is_asked_for(printing: str, tmp_path: Path) -> None:
    pages, sheets = CASES[printing]
    files = {**FILES, "winter/issue.yaml": manifest(ORDER, f"printing: {{{printing}}}")}
    built = build_issue(make_publication(tmp_path, files).issue)
    assert (built.pages, built.sheets) == (pages, sheets)
    (booklet,) = (path for path in built.outputs if "booklet" in path.name)
    sides = 1 if "simplex" in printing or "zine" in printing else 2
    assert len(PdfReader(booklet).pages) == sheets * sides


@pytest.mark.parametrize(
    ("printing", "code"),
    [
        ("scheme: own", "bad-combination"),
        ("scheme: own, front: 4 2, back: 1 3, folds: left under", "does-not-fold"),
        ("scheme: own, front: 4 1, back: 2 2, folds: left under", "bad-imposition"),
        ("scheme: sections, section: 8", "page-too-large"),
        ("scheme: sectoins", "bad-value"),
        ("weight: heavy", "bad-value"),
        ("up: two", "bad-value"),
        ("milling: thick", "bad-value"),
        ("milling: 3mm", "bad-combination"),
        ("scheme: signatures, milling: 3mm", "page-too-large"),
        ("scheme: sections, section: 8, nested: yes, milling: 3mm, paper: a1", "bad-imposition"),
        ("folds: inside out", "bad-value"),
        ("front: one two", "bad-value"),
    ],
)
def test_what_cannot_be_printed_is_told_at_its_place(
    printing: str, code: str, tmp_path: Path
) -> None:
    files = {**FILES, "winter/issue.yaml": manifest(ORDER, f"printing: {{{printing}}}")}
    issue = make_publication(tmp_path, files).issue
    with pytest.raises(IssueError) as refused:
        build_issue(issue)
    assert {problem.code for problem in refused.value.problems} == {code}
    assert all(problem.pos and problem.pos.line for problem in refused.value.problems)
    assert not (issue / "out").exists()


def test_a_booklet_for_a_printer_fed_by_hand_is_two_files(tmp_path: Path) -> None:
    """And a picture of how the stack goes back between them."""
    issue = make_publication(tmp_path, {**FILES, "winter/issue.yaml": manifest(ORDER)}).issue
    manual = Manual(order="reversed", turned=False)
    printer = Printer(name="attic", duplex="manual", manual=manual)
    built = build_issue(issue, only=("booklet",), printer=printer)
    names = [path.name for path in built.outputs]
    assert names == [f"winter-booklet-{part}.pdf" for part in ("fronts", "backs", "put-back")]
    sides = [len(PdfReader(path).pages) for path in built.outputs]
    assert sides == [built.sheets, built.sheets, 1]


def test_a_printer_that_prints_one_side_makes_no_booklet(tmp_path: Path) -> None:
    issue = make_publication(tmp_path, {**FILES, "winter/issue.yaml": manifest(ORDER)}).issue
    with pytest.raises(IssueError) as refused:
        build_issue(issue, printer=Printer(name="till", duplex="none"))
    assert [problem.code for problem in refused.value.problems] == ["one-sided-printer"]


@pytest.mark.parametrize(("margin", "codes"), [(4.2, []), (14, ["unprinted-text"])])
def test_what_the_printer_cannot_print_is_told_where_the_paper_is_named(
    tmp_path: Path, margin: float, codes: list[str]
) -> None:
    files = {**FILES, "winter/issue.yaml": manifest(ORDER, "printing: {paper: letter}")}
    issue = make_publication(tmp_path, files).issue
    printer = Printer(name="office", duplex="short-edge", margin_mm=margin)
    built = build_issue(issue, only=("booklet",), printer=printer)
    assert [problem.code for problem in built.problems] == codes
    for problem in built.problems:
        assert problem.pos
        assert problem.pos.line == 4
        assert 'write "paper: tabloid" under "printing:"' in problem.hint


def test_a_booklet_for_another_printer_replaces_the_earlier_one(tmp_path: Path) -> None:
    """Its fronts would else be printed by mistake; what is not of the booklet stays."""
    issue = make_publication(tmp_path).issue
    printer = Printer(name="attic", duplex="manual", manual=Manual(order="same", turned=False))
    by_hand = build_issue(issue, printer=printer)
    for name in ("winter-notes.pdf", "winter-booklet-fronts.txt", "summer-booklet-fronts.pdf"):
        (issue / "out" / name).write_bytes(b"mine")
    screen = build_issue(issue, only=("screen",))
    assert screen.removed == ()
    built = build_issue(issue)
    assert built.removed == by_hand.outputs[2:]
    names = {path.name for path in (issue / "out").iterdir()}
    assert names == {"winter-screen.pdf", "winter-print.pdf", "winter-booklet.pdf",
                     "winter-notes.pdf", "winter-booklet-fronts.txt",
                     "summer-booklet-fronts.pdf"}  # fmt: skip
    assert [
        path.name for path in build_issue(issue, only=("booklet",), printer=printer).removed
    ] == ["winter-booklet.pdf"]
