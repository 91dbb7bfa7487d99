"""``printing:`` asks for all that ``impose`` can do: what a build writes, tells and refuses."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from pamphleteer.build import Built, build_issue
from pamphleteer.imposition.printer import Manual, Printer
from pamphleteer.problems import IssueError, SourcePos
from tests.build.publications import article, make_publication, manifest, prose
from tests.imposition.pages import draw_number, numbered_pdf

FILES: dict[str, str | bytes] = {
    "winter/articles/news.md": article("News", prose(1350)),
    "winter/ads.pdf": numbered_pdf(2, draw=lambda number: draw_number(number + 89)),
}
ORDER = ("articles/news.md", "contact")
HAND = Printer(name="attic", duplex="manual", manual=Manual(order="reversed", turned=False))


def publication(tmp_path: Path, printing: str) -> Path:
    """An issue of six pages: its sheets have room for eight."""
    issue = {"winter/issue.yaml": manifest(ORDER, f"printing: {{{printing}}}")}
    return make_publication(tmp_path, {**FILES, **issue}).issue


def build(tmp_path: Path, printing: str, printer: Printer | None = None) -> Built:
    issue = publication(tmp_path, printing)
    return build_issue(issue, only=("booklet",), printer=printer)


def parts(built: Built) -> list[str]:
    return [path.stem.removeprefix("winter-") for path in built.outputs]


def words_on(path: Path) -> list[list[str]]:
    return [page.extract_text().split() for page in PdfReader(path).pages]


def test_a_cover_is_apart_and_on_paper_of_its_own(tmp_path: Path) -> None:
    asked = "cover: yes, cover_weight: 160 g, weight: 80 g, copies: 300, paper: letter"
    built = build(tmp_path / "apart", asked)
    whole = build(tmp_path / "whole", "weight: 80 g")
    assert parts(built) == ["booklet-cover", "booklet-inside"]
    cover, inside = built.outputs
    assert words_on(cover) + words_on(inside) == words_on(whole.outputs[0])
    told = built.booklet.instructions
    assert told
    assert [(use.part, use.weight, use.sheets) for use in told.uses] == [
        ("cover", 160, 300),
        ("inside", 80, 300),
    ]
    setting = built.booklet.setting
    assert setting
    assert {round(each * 25.4 / 72, 6) for each in setting.shifts.values()} == {0.2}


def test_a_cover_for_a_printer_that_is_fed_by_hand(tmp_path: Path) -> None:
    built = build(tmp_path, "cover: yes", HAND)
    hand = ("fronts", "backs", "put-back")
    wanted = [f"booklet-{part}-{side}" for part in ("cover", "inside") for side in hand]
    assert parts(built) == wanted
    assert [len(PdfReader(path).pages) for path in built.outputs] == [1] * 6


def test_a_manifest_may_name_the_printer(tmp_path: Path) -> None:
    asked: list[tuple[str, SourcePos]] = []

    def profiles(name: str, pos: SourcePos) -> Printer:
        asked.append((name, pos))
        return HAND

    issue = publication(tmp_path, "printer: attic")
    built = build_issue(issue, only=("booklet",), profiles=profiles)
    assert parts(built) == ["booklet-fronts", "booklet-backs", "booklet-put-back"]
    assert [(name, pos.line, pos.column) for name, pos in asked] == [("attic", 4, 21)]
    with pytest.raises(IssueError, match="unknown-printer"):
        build_issue(issue)


def test_instructions_and_a_preview_are_files_beside_it(tmp_path: Path) -> None:
    built = build(tmp_path, "instructions: yes, preview: yes, copies: 20")
    assert parts(built) == ["booklet", "instructions", "preview"]
    _, instructions, preview = built.outputs
    (told,) = words_on(instructions)
    assert "20 copies 40 sheets".upper().split()[0] in told
    assert len(PdfReader(preview).pages) == 5


# Where eight places have six pages: those that are blank.
BLANKS = {
    "blanks: before-back": [6, 7],
    "blanks: end": [7, 8],
    "blanks: centre": [4, 5],
    "scheme: loose-leaf, flip: simplex": [],
}


@pytest.mark.parametrize("printing", BLANKS)
def test_blanks_stand_where_they_are_wanted(printing: str, tmp_path: Path) -> None:
    issue = publication(tmp_path, printing)
    built = build_issue(issue)
    screen = words_on(built.outputs[0])
    assert [at for at, words in enumerate(screen, start=1) if not words] == BLANKS[printing]
    folios = [words for words in screen if words]
    assert len(folios) == 6


def test_a_filler_stands_in_blank_places(tmp_path: Path) -> None:
    built = build(tmp_path, "filler: ads.pdf")
    sides = words_on(built.outputs[0])
    assert [[word for word in side if word in {"90", "91"}] for side in sides] == [
        [],
        ["91"],
        ["90"],
        [],
    ]


def test_a_strip_that_is_too_short_is_told_with_the_pages_there_are(tmp_path: Path) -> None:
    with pytest.raises(IssueError, match="2 panels have room for 4 pages, not for 6"):
        build(tmp_path, "scheme: concertina, grid: 2, paper: 12x50in")
    built = build(tmp_path / "longer", "scheme: concertina, grid: 4, paper: 12x50in")
    assert (built.pages, built.sheets) == (6, 1)


# What cannot be: where it is told, and its code.
REFUSED = {
    "scheme: mini-zine, paper: 22x17in, binding: top": (56, "bad-imposition"),
    "scheme: loose-leaf, cover: yes": (39, "bad-imposition"),
    "paper: a4": (19, "page-too-large"),
    "paper: tabloid, gripper: 90mm": (37, "no-gripper-edge"),
    "blanks: inside-covers": (20, "pages-change-sides"),
    "filler: articles/news.md": (20, "pdf-not-a-pdf"),
    "scheme: custom, front: 4 1, back: 3 2, folds: left": (35, "does-not-fold"),
    "marks: [crop, slug], slug: 日, paper: tabloid": (39, "missing-glyph"),
}


@pytest.mark.parametrize("printing", REFUSED)
def test_what_cannot_be_is_told_at_its_key(printing: str, tmp_path: Path) -> None:
    column, code = REFUSED[printing]
    issue = publication(tmp_path, printing)
    with pytest.raises(IssueError) as refused:
        build_issue(issue)
    (problem,) = refused.value.problems
    assert (problem.code, problem.pos and problem.pos.column) == (code, column)
    assert not (issue / "out").exists()


# What is told beside the sheets: where, and its code.
TOLD = {
    "marks: [fold]": (19, "marks-left-out"),
    "weight: 80 g, creep: outwards": (33, "crossover-gap"),
    "scheme: perfect-bound, paper: tabloid, caliper: 0.3 mm, milling: 0.2mm": (
        77,
        "milling-too-shallow",
    ),
    "paper: letter, scale: 1": (19, "unprinted-text"),
}


@pytest.mark.parametrize("printing", TOLD)
def test_what_was_not_done_as_asked_is_told_once_at_its_key(printing: str, tmp_path: Path) -> None:
    column, code = TOLD[printing]
    margin = 14 if code == "unprinted-text" else 0
    printer = Printer(name="office", duplex="short-edge", margin_mm=margin)
    (problem,) = build(tmp_path, printing, printer).problems
    assert problem.code == code
    assert problem.pos
    assert (problem.pos.line, problem.pos.column) == (4, column)


def test_a_cover_that_is_no_longer_apart_is_removed_with_its_inside(tmp_path: Path) -> None:
    apart = build(tmp_path, "cover: yes", HAND)
    whole = build(tmp_path, "cover: no", HAND)
    assert set(whole.removed) == set(apart.outputs)
    assert not any(path.exists() for path in whole.removed)
    assert all(path.exists() for path in whole.outputs)


def test_a_press_is_no_office_printer(tmp_path: Path) -> None:
    with pytest.raises(IssueError) as refused:
        build(tmp_path, "style: perfecting", HAND)
    (problem,) = refused.value.problems
    assert problem.code == "printer-and-press"


def test_only_a_printer_fed_by_hand_is_fed_by_hand(tmp_path: Path) -> None:
    assert build(tmp_path, "flip: manual, printer: attic", HAND).sheets == 2
    printer = Printer(name="office", duplex="short-edge")
    with pytest.raises(IssueError) as refused:
        build(tmp_path / "other", "flip: manual, printer: attic", printer)
    (problem,) = refused.value.problems
    assert (problem.code, problem.pos and problem.pos.column) == ("no-manual-printer", 18)


def test_the_run_is_told_in_json(tmp_path: Path) -> None:
    written = {"winter/issue.yaml": manifest(ORDER, "printing: {copies: 300, cover: yes}")}
    told = make_publication(tmp_path, {**FILES, **written}).build_here("--json").json
    assert told["copies"] == 300
    assert told["paper"] == [
        {"part": part, "weight": None, "sheets": 300, "spare": 6, "reams": 0.6}
        for part in ("cover", "inside")
    ]
