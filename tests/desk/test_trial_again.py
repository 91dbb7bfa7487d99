"""A second trial mends a profile, whatever was wrong with it; and says when nothing is."""

import cmath
from dataclasses import replace
from io import BytesIO
from math import radians
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pypdf import PdfReader

from pamphleteer.desk.trial_again import known_answers, questions_again, refine, trial_files
from pamphleteer.desk.trial_print import RIGHT_SCALE_MM, ask
from pamphleteer.imposition.printer import (
    Manual,
    Printer,
    backs_order,
    correct_back,
    flip_of,
    put_back,
)
from pamphleteer.problems import IssueError
from pamphleteer.units import POINTS_PER_UNIT
from tests.desk.office import (
    MACHINES,
    REST,
    RIGHT_SCALE,
    SHIFTS,
    SKEWS,
    Machine,
    Trial,
    job,
    read_scales,
)
from tests.imposition.pages import A4, LETTER

DUPLEX = Printer(name="office", duplex="short-edge", offset_x_mm=0.5, offset_y_mm=-1, margin_mm=4)
BY_HAND = Printer(
    name="office",
    duplex="manual",
    manual=Manual(order="reversed", turned=True, faces="up", top="first"),
)
RIGHT = {"x": "0", "y": "0", "right": "0", "edge": "4"}
FLIPS = st.sampled_from(["short-edge", "long-edge"])


def print_again(machine: Machine, printer: Printer) -> Trial:
    """The trial as the printer's files and its sentence have it."""
    turned = flip_of(printer) == "long-edge"
    backs = tuple(job("back", backs_order(3, printer), upside_down=turned))
    return Trial(machine, said=put_back(printer), backs=backs)


@given(MACHINES, st.booleans(), st.booleans(), st.sampled_from(["same", "reversed"]))
def test_however_backs_were_fed_they_are_fed_as_they_must_be(
    machine: Machine, turned: bool, turn_over: bool, order: str
) -> None:
    right = ask(REST | Trial(machine).answers())
    assert right.manual
    wrong = replace(right.manual, order=order, turned=turned, turn_over=turn_over)  # type: ignore[arg-type]
    printer = replace(right, manual=wrong)
    seen = print_again(machine, printer).answers()
    assert refine(printer, REST | seen).manual == right.manual
    seen = print_again(machine, right).answers()
    assert (seen["second"], seen["behind"], seen["arrow"]) == ("empty", "1", "same")


@given(
    own=st.tuples(SHIFTS, SHIFTS, SKEWS),
    had=st.tuples(SHIFTS, SHIFTS, st.floats(-1, 1)),
    flips=st.tuples(FLIPS, FLIPS),
)
def test_offsets_and_skews_add(
    own: tuple[float, ...], had: tuple[float, ...], flips: tuple[str, str]
) -> None:
    """With the refined profile a back stands behind its front, even if the flip was wrong, too."""
    duplex, believed = flips
    keys = ("offset_x_mm", "offset_y_mm", "skew_deg")
    true = Printer(name="office", duplex=duplex, **dict(zip(keys, own, strict=True)))  # type: ignore[arg-type]
    had = tuple(round(each, 3) for each in had)
    printer = Printer(name="office", duplex=believed, **dict(zip(keys, had, strict=True)))  # type: ignore[arg-type]

    def through(drawn: complex) -> complex:
        return -drawn.conjugate() if duplex == "short-edge" else drawn.conjugate()

    def seen(point: complex, profile: Printer) -> complex:
        """Where a point is seen that was imposed for a profile and moved by its correction."""
        drawn = point if profile.duplex == "short-edge" else -point
        correction = correct_back(profile)
        shift = complex(correction.shift_x, correction.shift_y) / POINTS_PER_UNIT["mm"]
        moved = drawn * cmath.rect(1, radians(correction.turn_deg)) + shift
        return complex(*own[:2]) + through(moved) * cmath.rect(1, radians(own[2]))

    answers = known_answers(printer) | {"arrow": "same" if duplex == believed else "opposite"}
    scales = read_scales(lambda point: seen(point, printer))
    assume(all(abs(float(read)) <= 20 for read in scales.values()))  # as far as scales go
    answers |= scales | {"edge": "4"}
    found = refine(printer, answers)
    assert found.duplex == true.duplex
    for key in keys:
        assert getattr(found, key) == pytest.approx(getattr(true, key), abs=0.004)
    for point in (0j, 130 + 90j, -130 + 90j):
        assert abs(seen(point, found) + point.conjugate()) < 0.02


def test_a_profile_that_is_right_stays_as_it_is() -> None:
    for printer, more in (
        (DUPLEX, {"arrow": "same"}),
        (BY_HAND, {"second": "empty", "behind": "1", "arrow": "same"}),
    ):
        found = refine(printer, known_answers(printer) | RIGHT | more)
        assert found == replace(printer, margin_mm=4)
    assert RIGHT_SCALE == RIGHT_SCALE_MM


def test_where_backs_stand_over_fronts_offsets_are_not_known() -> None:
    printer = replace(BY_HAND, offset_x_mm=2, skew_deg=1)
    more = {"second": "printed", "behind": "3", "arrow": "same", "edge": "4"}
    found = refine(printer, known_answers(printer) | more)
    assert found.manual
    assert (found.manual.turn_over, found.offset_x_mm, found.skew_deg) == (True, 0, 0)


@pytest.mark.parametrize(("printer", "keys"), [
    (DUPLEX, ["arrow", "x", "y", "right", "edge"]),
    (BY_HAND, ["second", "behind", "arrow", "x", "y", "right", "edge"]),
])  # fmt: skip
def test_what_is_known_is_not_asked_again(printer: Printer, keys: list[str]) -> None:
    answers = known_answers(printer)
    asked = []
    while question := next(questions_again(answers), None):
        asked.append(question.key)
        answers[question.key] = {"second": "empty", "behind": "1", "arrow": "same"}.get(
            question.key, "0"
        )
        assert "as it lies" not in question.text
    assert asked == keys


def test_more_than_a_printer_can_be_amiss_was_misread() -> None:
    printer = replace(DUPLEX, offset_x_mm=15, skew_deg=4)
    answers = known_answers(printer) | {"arrow": "same", "x": "10", "y": "0", "right": "5"}
    with pytest.raises(IssueError, match="offset_x_mm would be 25") as caught:
        refine(printer, answers | {"edge": "4"})
    assert [problem.code for problem in caught.value.problems] == ["bad-answer", "bad-answer"]


def test_a_printer_of_one_side_has_no_second_trial() -> None:
    with pytest.raises(IssueError, match="no backs that could miss fronts") as caught:
        trial_files(Printer(name="till", duplex="none"), LETTER, Path("again.pdf"))
    assert [problem.code for problem in caught.value.problems] == ["one-sided-printer"]


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        found = [page.get_textpage().get_text_bounded() for page in document]
    return ["".join(text.split()) for text in found]


def test_sheets_tell_what_is_to_be_seen_and_typed() -> None:
    (made,) = trial_files(DUPLEX, A4, Path("again.pdf")).values()
    found = texts(made)
    names = [f"{face}{number}" for number in "123" for face in ("FRONT", "BACK")]
    assert [text[: len(name)] for text, name in zip(found, names, strict=True)] == names
    assert all("“pamphleteerprinteraskoffice--again”" in text for text in found[::2])
    assert all("Printedwiththeprofile“office”." in text for text in found[1::2])
    for page in PdfReader(BytesIO(made)).pages:
        assert [round(float(edge)) for edge in page.mediabox[2:]] == [842, 595]


def test_backs_by_hand_come_in_the_profiles_order_and_upside_down() -> None:
    files = trial_files(BY_HAND, LETTER, Path("again.pdf"))
    assert [path.name for path in files] == [
        f"again-{part}.pdf" for part in ("fronts", "backs", "put-back")
    ]
    fronts, backs, _ = files.values()
    assert [text[:6] for text in texts(fronts)] == ["FRONT1", "FRONT2", "FRONT3"]
    with pypdfium2.PdfDocument(backs) as document:
        for page, number in zip(document, "321", strict=True):
            width, height = page.get_size()
            text = page.get_textpage()
            foot = text.get_text_bounded(left=width / 2, top=height / 2, bottom=0)
            assert "".join(foot.split()) == f"{number}KCAB"  # read from the left: it is upside down
