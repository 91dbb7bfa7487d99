"""Inks of a layout: what is said of them, what is derived, and what each output makes of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.layout.inks import (
    Cmyk,
    Grey,
    Ink,
    Rgb,
    Spot,
    black_of,
    for_black_press,
    for_office,
    for_plate,
    for_press,
    for_screen,
    for_spot_press,
    plates_of,
    press_of,
)
from pamphleteer.layout.spec import read_layout
from pamphleteer.problems import IssueError, Problem, SourcePos
from tests.layout.test_spec import place_of, spoil

HERE = SourcePos(path="publication.yaml", line=5, column=9)
RED = 'accent: {screen: "#b01722", press: 0 100 90 0, spot: Red}'


def inks_of(folder: Path) -> dict[str, Ink]:
    return read_layout(folder.name, HERE).inks


def problem_of(folder: Path) -> Problem:
    with pytest.raises(IssueError) as caught:
        read_layout(folder.name, HERE)
    (problem,) = caught.value.problems
    return problem


def test_each_output_makes_its_own_paint_of_an_ink(mine: Path) -> None:
    inks = inks_of(mine)
    ink, accent, tint = (inks[name].stand_in for name in ("ink", "accent", "tint"))
    red = Cmyk(0, 1, 0.9, 0)
    assert for_screen(inks).paints[accent] == Rgb(0xB0 / 255, 0x17 / 255, 0x22 / 255)
    assert for_press(inks).paints[accent] == red
    assert for_press(inks).paints[ink] == Cmyk(0, 0, 0, 1)
    assert for_spot_press(inks).paints[accent] == Spot("Red", 1, red)
    assert for_spot_press(inks).paints[tint] == Cmyk(0, 0, 0, 0.08)
    assert for_black_press(inks).paints[accent] == Cmyk(0, 0, 0, 1)
    assert for_office(inks).paints[tint] == Grey(0.92)


def test_solid_black_letters_alone_are_printed_over(mine: Path) -> None:
    inks = inks_of(mine)
    assert for_press(inks).over == {inks["ink"].stand_in}
    assert for_black_press(inks).over == {
        inks[name].stand_in for name in ("ink", "accent", "quiet")
    }
    assert not for_screen(inks).over


def test_each_plate_has_its_inks_and_leaves_the_others_free(mine: Path) -> None:
    inks = inks_of(mine)
    assert plates_of(inks) == ("Black", "Red")
    ink, accent, paper = (inks[name].stand_in for name in ("ink", "accent", "paper"))
    black, red = (for_plate(inks, plate) for plate in plates_of(inks))
    assert [black.paints[each] for each in (ink, accent, paper)] == [Grey(0), Grey(1), Grey(1)]
    assert [red.paints[each] for each in (ink, accent, paper)] == [Grey(1), Grey(0), Grey(1)]
    assert [each.on_ground(Grey(0)) for each in (black, red)] == [Grey(0.05), Grey(0.05)]
    assert black.on_ground(Grey(0.5)) == Grey(0.5)
    assert for_office(inks).on_ground(Grey(0)) == Grey(0)
    assert (black.left_out, ink in red.left_out, accent in red.left_out) == (
        frozenset(),
        True,
        False,
    )


def test_a_colour_alone_is_an_ink(mine: Path) -> None:
    spoil(mine, RED, 'accent: "#b01722"')
    accent = inks_of(mine)["accent"]
    assert accent.screen == Rgb(0xB0 / 255, 0x17 / 255, 0x22 / 255)
    assert accent.press == press_of(accent.screen)
    assert (accent.spot, accent.plate, accent.tint) == (None, "Black", 1)


def test_a_tint_of_an_ink_of_its_own_knows_the_solid(mine: Path) -> None:
    spoil(mine, "black: 8%}", "spot: Red 12%}")
    inks = inks_of(mine)
    assert inks["tint"].spot == Spot("Red", 0.12, Cmyk(0, 1, 0.9, 0))
    assert plates_of(inks) == ("Black", "Red")


@pytest.mark.parametrize(
    ("new", "at", "said"),
    [
        ('accent: {screen: "#b0172"}', '"#b0172"', "is no colour"),
        ('accent: {screen: "#b01722", press: red}', "red}", "not what a press prints"),
        ('accent: {screen: "#b01722", press: 0 100 90}', "0 100 90}", "not what a press prints"),
        ('accent: {screen: "#b01722", press: 0 101 0 0}', "0 101", "not what a press prints"),
        ('accent: {screen: "#b01722", press: 90 90 90 40}', "90 90", "310% of ink"),
        ('accent: {screen: "#b01722", spot: Red 200%}', "Red 200%", "no ink of its own"),
        ('accent: {screen: "#b01722", spot: Red 20%}', "Red 20%", 'no ink is solid "Red"'),
        ('accent: {screen: "#b01722", spot: BLACK}', "BLACK", "would be the same file"),
    ],
)
def test_a_slip_in_an_ink_is_told_with_its_place(mine: Path, new: str, at: str, said: str) -> None:
    spoil(mine, RED, new)
    problem = problem_of(mine)
    assert (problem.code, str(problem.pos)) == (
        "out-of-range",
        place_of(mine, at, inside="accent"),
    )
    assert said in problem.message
    assert problem.hint


@pytest.mark.parametrize(("name", "drawn"), [("ink", "QR codes"), ("accent", "drop caps")])
def test_an_ink_in_which_we_draw_is_missed_once(mine: Path, name: str, drawn: str) -> None:
    path = mine / "layout.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(f"  {name}: {{screen", "  x: {screen"))
    problem = problem_of(mine)
    assert (problem.code, problem.message) == (
        "missing-ink",
        f'the ink "{name}" is missing, in which {drawn} are drawn',
    )


parts = st.integers(0, 255)


@given(parts, parts, parts)
def test_a_derived_colour_has_no_third_ink_and_is_what_it_was(
    red: int, green: int, blue: int
) -> None:
    colour = Rgb(red / 255, green / 255, blue / 255)
    press = press_of(colour)
    inks = (press.cyan, press.magenta, press.yellow)
    assert min(inks) == 0
    assert sum(inks) + press.black <= 3
    if press.black < 0.85:
        made = [(1 - part) * (1 - press.black) for part in inks]
        assert made == pytest.approx([red / 255, green / 255, blue / 255], abs=0.012)


@given(parts)
def test_greys_are_black_alone(level: int) -> None:
    press = press_of(Rgb(level / 255, level / 255, level / 255))
    assert (press.cyan, press.magenta, press.yellow) == (0, 0, 0)
    assert press.black == 1 or abs(press.black - (1 - level / 255)) < 0.006


@given(parts, parts, parts)
def test_what_can_be_read_is_solid_in_black_alone(red: int, green: int, blue: int) -> None:
    black = black_of(Rgb(red / 255, green / 255, blue / 255))
    assert black == 1 or black < 0.55
