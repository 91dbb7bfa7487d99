"""Instructions: what volunteers are told at the printer and at the table."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.imposition.instructions import Instructions, instruct, reckon_paper
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.pictures import HEIGHT, WIDTH, Label, Patch, Stroke
from pamphleteer.imposition.placing import Scale, Setting
from pamphleteer.imposition.plan import Fold, Plan
from pamphleteer.imposition.printer import Manual, Printer, put_back
from pamphleteer.imposition.schemes import leaves, own_signature, saddle_stitch
from pamphleteer.imposition.steps import Step, Stocks
from pamphleteer.imposition.telling import write_instructions
from pamphleteer.ticket.table import Flip
from pamphleteer.units import Pt, parse_size
from tests.imposition.jobs import PRESS_SHEET, planned_jobs

HAND = Printer(name="attic", duplex="manual", manual=Manual(order="reversed", turned=False))
PAGE = parse_size("half-letter")


def told(
    count: int,
    job: Job,
    page: str,
    paper: str,
    *,
    flip: Flip = "short-edge",
    scale: Scale = 1.0,
    copies: int = 1,
    printer: Printer | None = None,
) -> Instructions:
    setting = Setting(paper=parse_size(paper), flip=flip, scale=scale)
    plan = plan_job(count, job)
    return instruct(plan, setting, page=parse_size(page), copies=copies, printer=printer)


def names(instructions: Instructions) -> list[str]:
    return [step.name for step in instructions.steps]


def text_of(instructions: Instructions, name: str) -> str:
    return next(step.text for step in instructions.steps if step.name == name)


def facts(instructions: Instructions) -> dict[str, str]:
    return {fact.name: fact.text for fact in instructions.facts}


BOOKLET = """\
Winter 2026
Booklet, stapled in the fold; 12 pages on 3 sheets

Paper       Letter (216 × 279 mm), landscape
Size        Actual size (100 %), not “fit to page”
Sides       Both sides, flip on long edge
Sheets      3 sheets a copy
100 copies  300 sheets: 0.6 ream; with 6 spare ones 306

Sheet 1, front    back
┌─────────────┐   ┌───────────────┐
│  12  ┊  1   │   │  11↓  ┊   2↓  │
└─────────────┘   └───────────────┘
↓ upside down   ┊ fold

1. Print. Print on both sides at actual size, flip on long edge. Make up one
   copy before you print the others. Sheet 1 looks like this.

2. Fold. Keep all 3 sheets together, the first one on top with its front up.
   Fold the left half under the right half. This fold is the spine, and page 1
   lies on top.

3. Staple. Open the booklet in its middle and staple it from outside, in the
   fold: two staples, 54 mm from head and foot. Close it and press the fold."""


def test_a_booklet_is_told_line_by_line() -> None:
    setting = Setting(paper=parse_size("letter"), flip="long-edge")
    made = instruct(saddle_stitch(12), setting, page=PAGE, copies=100, title="Winter 2026")
    assert "\n".join(write_instructions(made)) == BOOKLET


def test_a_section_is_folded_as_often_as_its_pages_ask() -> None:
    made = told(40, Job(scheme="folded-section"), "a6", "a3")
    assert names(made) == [
        "Print", "Fold 1 of 3", "Fold 2 of 3", "Fold 3 of 3", "Gather", "Sew or glue", "Trim",
    ]  # fmt: skip
    assert text_of(made, "Fold 2 of 3") == "Fold the top half under the bottom half."
    assert made.kind == "40 pages and 8 blanks on 3 sheets"
    nested = told(40, Job(scheme="folded-section", nested=True), "a6", "a3")
    assert names(nested)[4:] == ["Insert", "Staple", "Trim"]


def test_a_spine_that_is_milled_is_neither_sewn_nor_stapled() -> None:
    setting = Setting(paper=PRESS_SHEET, milling=Pt(3 * 72 / 25.4))
    for count, pressed in ((32, "Press the folded sheets"), (48, "Press the sections together")):
        plan = plan_job(count, Job(scheme="perfect-bound", sheets=8))
        made = instruct(plan, setting, page=PAGE)
        assert names(made)[-2:] == ["Mill and glue", "Trim"]
        said = f"{pressed}, mill 3 mm off their left edge, and glue it."
        assert text_of(made, "Mill and glue") == said


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("piles", "A on top, below it B, and so on to D at the bottom."),
        ("sheets", "Collect A to D of the first sheet, below them A to D of the second."),
        ("copies", "Each pile is a copy of its own"),
    ],
)
def test_what_becomes_of_pieces_is_told(order: str, said: str) -> None:
    job = Job(scheme="loose-leaf", rows=2, columns=2, order=order)  # type: ignore[arg-type]
    made = told(24, job, "a6", "a4")
    assert names(made) == ["Print", "Cut", "Punch or glue"]
    assert said in text_of(made, "Cut")


def test_a_sheet_printed_twice_with_the_same_is_cut_and_one_pile_turned_over() -> None:
    turned = told(8, Job(style="work-and-turn"), "a6", "a3", copies=3)
    assert "Turn pile B over like the page of a book, and deal it" in text_of(turned, "Cut")
    assert facts(turned)["Sheets"] == "2 sheets make 2 copies"
    assert turned.use.sheets == 4
    tumbled = told(4, Job(style="work-and-tumble"), "a6", "a3")
    assert "Turn pile B over head to foot. Each pile" in text_of(tumbled, "Cut")


def test_a_zine_is_slit_and_pushed() -> None:
    made = told(8, Job(scheme="mini-zine"), "74mm x 105mm", "a4")
    assert names(made) == ["Print", "Crease and slit", "Push", "Close"]
    assert facts(made)["Sides"] == "One side only"


def test_a_concertina_goes_back_and_forth() -> None:
    made = told(8, Job(scheme="concertina", columns=4), "99mm x 210mm", "a3")
    assert "all 4 panels" in text_of(made, "Fold back and forth")


def test_the_closed_edges_of_a_french_fold_stay_closed() -> None:
    made = told(16, Job(scheme="french-fold"), "a6", "a4")
    assert text_of(made, "Fold 1 of 2").endswith("Fold the top half under the bottom half.")
    assert "Trim open edges only" in text_of(made, "Trim")
    assert "Staple" in names(made)
    assert "Staple" not in names(told(4, Job(scheme="french-fold"), "a6", "a4"))


def test_a_calendar_is_punched_at_the_top_and_a_card_nowhere() -> None:
    calendar = told(13, Job(scheme="calendar"), "a4", "a4")
    assert "punch the top edge" in text_of(calendar, "Punch or glue")
    assert names(told(4, Job(scheme="cards"), "a4", "a4")) == ["Print"]


def test_a_book_bound_at_the_right_or_top_is_stapled_there() -> None:
    right = told(8, Job(binding="right"), "a5", "a4")
    assert "Fold the right half under the left half." in text_of(right, "Fold")
    top = told(8, Job(binding="top"), "210mm x 148mm", "a4")
    assert "52 mm from either side" in text_of(top, "Staple")


def test_a_stack_is_put_back_as_the_printer_wants_it() -> None:
    made = told(8, Job(), "a5", "a4", printer=HAND)
    assert facts(made)["Sides"] == "Fronts first, then backs by hand"
    assert text_of(made, "Put the stack back") == f"{put_back(HAND)} Then print the backs."
    single = told(8, Job(scheme="mini-zine"), "74mm x 105mm", "a4", printer=HAND)
    assert "Put the stack back" not in names(single)


def test_a_printer_of_one_side_is_no_printer_for_two() -> None:
    made = told(8, Job(), "a5", "a4", printer=Printer(name="old", duplex="none"))
    assert "old prints one side only: take another printer." in text_of(made, "Print")


def test_reduced_pages_are_not_reduced_again() -> None:
    made = told(8, Job(), "a4", "a4", scale="fit")
    assert facts(made)["Size"] == "Actual size (100 %): pages are reduced to 70.7 % already"


def test_covers_are_printed_on_a_stock_of_their_own() -> None:
    plan = saddle_stitch(12)
    covered = Plan(scheme="saddle-stitch", sheets=plan.sheets, covers=1,
                   sections=plan.sections, folds=plan.folds)  # fmt: skip
    made = instruct(covered, Setting(paper=parse_size("letter")), page=PAGE)
    assert "Sheet 1 is the cover: print it on the heavier paper." in text_of(made, "Print")
    made = instruct(covered, Setting(paper=parse_size("letter")), page=PAGE, copies=300,
                    stocks=Stocks(sheets=80, cover=160))  # fmt: skip
    assert "Sheet 1 is the cover: print it on paper of 160 g/m²." in text_of(made, "Print")
    assert facts(made)["Paper"].endswith("landscape, 80 g/m²")
    assert facts(made)["Cover, 300 copies"].startswith("300 sheets of 160 g/m²: 0.6 ream;")
    assert facts(made)["Inside, 300 copies"].startswith("600 sheets of 80 g/m²: 1.2 reams;")
    assert sum(use.sheets for use in made.uses) == made.use.sheets


@pytest.mark.parametrize(
    ("copies", "told_as", "spare"),
    [
        (340, "340 sheets: 0.7 ream", 7),
        (500, "500 sheets: 1 ream", 10),
        (501, "501 sheets: 1.1 reams", 11),
        (1, "1 sheet: under 0.1 ream", 5),
    ],
)
def test_paper_is_reckoned_in_reams(copies: int, told_as: str, spare: int) -> None:
    use = reckon_paper(leaves(2), copies)
    assert (str(use), use.spare) == (told_as, spare)


def test_no_copies_are_refused() -> None:
    with pytest.raises(ValueError, match="not 0"):
        reckon_paper(leaves(2), 0)


def test_a_fold_over_is_told_from_one_under() -> None:
    over = own_signature(4, "2 3", "4 1", [Fold(half="left", over=True)])
    made = instruct(over, Setting(paper=parse_size("letter")), page=PAGE)
    assert "Fold the left half over the right half." in text_of(made, "Fold")


@given(planned_jobs(), st.integers(1, 500), st.sampled_from([None, HAND]))
def test_every_job_can_be_told(
    planned: tuple[Plan, Job, int], copies: int, printer: Printer | None
) -> None:
    plan, _, count = planned
    made = instruct(plan, Setting(paper=PRESS_SHEET), page=PAGE, copies=copies, printer=printer)
    assert made.steps[0].name == "Print"
    assert made.use.sheets * made.use.copies_at_once >= copies * len(plan.sheets)
    for step in made.steps:
        assert re.fullmatch(r"[A-Z].*\.", step.text)
        assert_within(step)
    if plan.folds and count > 1:
        last = [step.text for step in made.steps if step.name.startswith("Fold")][-1]
        assert "page 1 lies on top" in last
    assert bool(plan.cut) == ("Cut" in names(made))


def assert_within(step: Step) -> None:
    """See that nothing of a picture is outside it."""
    for shape in step.picture.shapes:
        points = (shape.at,) if isinstance(shape, Label) else shape.points
        assert isinstance(shape, Patch | Stroke | Label)
        for x, y in points:
            assert 0 <= x <= WIDTH, (step.name, shape)
            assert 0 <= y <= HEIGHT, (step.name, shape)


@given(planned_jobs())
def test_the_terminal_shows_every_page_of_sheet_1(planned: tuple[Plan, Job, int]) -> None:
    plan, _, _ = planned
    made = instruct(plan, Setting(paper=PRESS_SHEET), page=PAGE)
    lines = write_instructions(made)
    drawn = [line for line in lines if "│" in line and not line.startswith("↓")]
    found = sorted(int(number) for line in drawn for number in re.findall(r"\d+", line))
    sides = made.plan.sheets[0].sides
    assert found == sorted(slot.page for side in sides for slot in side.slots if slot.page)
    told_in_words = (line for line in lines if not re.match("[│┌└]|Sheet 1, front", line))
    assert all(len(line) <= 80 for line in told_in_words)
