"""With a profile made of a trial print, every back lands on its front, upright and in place."""

import cmath
from itertools import count, takewhile
from math import degrees, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.desk.printers import (
    Printer,
    backs_order,
    correct_back,
    flip_of,
    put_back,
)
from pamphleteer.desk.trial_print import (
    QUESTIONS,
    Question,
    ask,
    check_answer,
    open_questions,
)
from pamphleteer.problems import IssueError
from pamphleteer.units import POINTS_PER_UNIT
from tests.desk.office import (
    MACHINES,
    REST,
    SHIFTS,
    SKEWS,
    Machine,
    Stack,
    Trial,
    job,
    print_by_hand,
    read_scales,
)

ITSELF = REST | {"sides": "itself", "arrow": "same"}


def print_both_sides(machine: Machine, printer: Printer, sheets: int) -> Stack:
    """Print fronts, do what the profile's sentence says, print backs."""
    fronts = job("front", range(1, sheets + 1))
    backs = job("back", backs_order(sheets, printer), upside_down=flip_of(printer) == "long-edge")
    return print_by_hand(machine, fronts, backs, said=put_back(printer))


@given(MACHINES, st.integers(1, 30))
def test_every_back_lands_on_its_front_upright(machine: Machine, sheets: int) -> None:
    printer = ask(REST | Trial(machine).answers())
    stack = print_both_sides(machine, printer, sheets)
    assert len(stack) == sheets
    for paper in stack:
        front, back = paper.find("front"), paper.find("back")
        assert paper.surface_of("front") != paper.surface_of("back")
        assert (back.number, back.head) == (front.number, front.head)


@given(MACHINES)
def test_the_sentence_says_how_the_stack_lies(machine: Machine) -> None:
    fronts = Trial(machine).fronts
    said = put_back(ask(REST | Trial(machine).answers()))
    assert f"printed sides {machine.faces} " in said
    top = {1: "first", 3: "last"}[fronts[0].find("front").number]
    assert f"the {top} sheet on top" in said
    assert said.endswith(".")
    assert said.count(".") == 1


@given(SHIFTS, SHIFTS, SKEWS, st.sampled_from(["same", "opposite"]))
def test_a_corrected_back_stands_behind_its_front(
    x: float, y: float, skew: float, arrow: str
) -> None:
    def seen(drawn: complex) -> complex:
        """Where a point of the back is seen through the front; both from the sheet's middle."""
        through = -drawn.conjugate() if arrow == "same" else drawn.conjugate()
        return complex(x, y) + through * cmath.rect(1, radians(skew))

    printer = ask(ITSELF | read_scales(seen) | {"arrow": arrow})

    assert printer.skew_deg == pytest.approx(skew, abs=0.002)
    correction = correct_back(printer)
    shift = complex(correction.shift_x, correction.shift_y) / POINTS_PER_UNIT["mm"]
    for point in (0j, 130 + 90j, -130 + 90j, -20 - 100j):
        corrected = point * cmath.rect(1, radians(correction.turn_deg)) + shift
        ideal = -point.conjugate() if arrow == "same" else point.conjugate()
        assert abs(seen(corrected) - ideal) < 0.02


def test_a_printer_that_turns_the_paper_itself() -> None:
    assert ask(ITSELF) == Printer(name="office", duplex="short-edge", margin_mm=4)
    assert ask(ITSELF | {"arrow": "opposite"}).duplex == "long-edge"
    tilted = ask(ITSELF | {"x": "-0,5 mm", "y": "1", "right": "−1"})
    assert (tilted.offset_x_mm, tilted.offset_y_mm) == (-0.5, 1)
    assert tilted.skew_deg == pytest.approx(degrees(cmath.phase(100.5 - 2j)), abs=0.001)


def test_a_printer_of_one_side_is_asked_little() -> None:
    printer = ask({"name": "old-one", "sides": "no", "edge": "5.5"})
    assert printer == Printer(name="old-one", duplex="none", margin_mm=5.5)


def test_where_backs_stand_over_fronts_nothing_is_read_against_the_light() -> None:
    answers = Trial(Machine(prints="up", faces="up", head_in=1, head_out=1)).answers()
    assert answers["second"] == "printed"
    printer = ask({"name": "office", "edge": "4"} | answers)
    assert printer.manual
    assert printer.manual.turn_over


@pytest.mark.parametrize(("answers", "keys"), [
    (ITSELF, ["name", "sides", "arrow", "x", "y", "right", "edge"]),
    ({"sides": "no"}, ["name", "sides", "edge"]),
    (REST | Trial(Machine(prints="up", faces="down", head_in=1, head_out=1)).answers(),
     ["name", "sides", "faces", "top", "second", "behind", "arrow", "x", "y", "right", "edge"]),
    (REST | Trial(Machine(prints="up", faces="up", head_in=1, head_out=1)).answers(),
     ["name", "sides", "faces", "top", "second", "behind", "arrow", "edge"]),
])  # fmt: skip
def test_asked_one_after_the_other(answers: dict[str, str], keys: list[str]) -> None:
    """Each question comes up once, until there is none."""
    given_so_far: dict[str, str] = {}
    while question := next(open_questions(given_so_far), None):
        given_so_far[question.key] = answers.get(question.key, "printer")
    assert list(given_so_far) == keys


def test_all_that_is_wrong_with_answers_is_told_at_once() -> None:
    wrong = {"name": "HP Laser Jet", "sides": "itslf", "edge": "a few"}
    with pytest.raises(IssueError) as caught:
        ask(wrong)
    assert [(problem.code, problem.hint) for problem in caught.value.problems] == [
        ("bad-value", "Write for example: hp-laser-jet"),
        ("bad-answer", 'Did you mean "itself"?'),
        ("bad-answer", QUESTIONS[-1].text),
    ]
    with pytest.raises(IssueError, match='"arrow" has no answer') as caught:
        ask(REST | {"sides": "itself"})
    assert [problem.code for problem in caught.value.problems] == ["missing-answer"]


@pytest.mark.parametrize("number", ["", "21", "-20.5", "1e1", "nan", "--1", "1.2.3", "1 2", "٣"])
def test_numbers_are_numbers_and_not_too_large(number: str) -> None:
    with pytest.raises(IssueError, match="is not a number from -20 to 20") as caught:
        ask(ITSELF | {"x": number})
    assert [problem.code for problem in caught.value.problems] == ["bad-answer"]


def test_a_back_that_is_turned_too_far_was_misread() -> None:
    with pytest.raises(IssueError, match="more than 5 degrees") as caught:
        ask(ITSELF | {"y": "-5", "right": "15"})
    assert [problem.code for problem in caught.value.problems] == ["bad-answer"]


@given(st.dictionaries(st.sampled_from([question.key for question in QUESTIONS]),
       st.sampled_from([choice.answer for question in QUESTIONS for choice in question.choices])
       | st.sampled_from(["office", "0.5", "-20", "20"]) | st.text(max_size=3)))  # fmt: skip
def test_any_answers_make_a_profile_or_are_told(answers: dict[str, str]) -> None:
    try:
        printer = ask(answers)
    except IssueError:
        return
    assert printer.name == answers["name"]
    assert not list(open_questions(answers))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.key)
def test_every_choice_is_an_answer(question: Question) -> None:
    assert question.text.endswith(("?", "."))
    for choice in question.choices:
        assert not list(check_answer(question, choice.answer))
    numbers = takewhile(lambda number: number < 3, count(1))
    assert not question.number or not any(
        list(check_answer(question, str(number))) for number in numbers
    )
