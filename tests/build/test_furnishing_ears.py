"""Ears: what stands on the front page to the left and the right of the title."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.build.pdf import Letter, plain, plain_letters, read_letters
from tests.build.publications import PUBLICATION, Publication, make_publication

LEFT, RIGHT = "Free of charge. Pass it on.", "Fifty copies"
EARS = {"left": f"  left: {LEFT}\n", "right": f"  right: |\n    {RIGHT}\n    at each meeting\n"}
HALFWAY = 306
"""Points from the page's top: below, the page's foot names the title once more."""


def write(root: Path, *sides: str, title: str = "Our News") -> Publication:
    ears = "".join(EARS[side] for side in sides)
    shared = PUBLICATION.replace("Our News", title) + (f"ears:\n{ears}" if ears else "")
    return make_publication(root, {"publication.yaml": shared})


def front_of(publication: Publication) -> tuple[str, list[Letter]]:
    done = publication.build_here("--only", "screen")
    assert done.code == 0, done.out + done.err
    letters = read_letters(publication.screen)
    return plain_letters(each for each in letters if each.page == 1 and each.y < HALFWAY)


def place(front: tuple[str, list[Letter]], words: str) -> Sequence[Letter]:
    text, letters = front
    start = text.index(plain(words))
    return letters[start : start + len(plain(words))]


@pytest.mark.parametrize("sides", [("left",), ("right",), ("left", "right")])
def test_ears_stand_beside_the_title(tmp_path: Path, sides: tuple[str, ...]) -> None:
    front = front_of(write(tmp_path, *sides))
    title = place(front, "Our News")
    top, bottom = title[0].y - title[0].size, title[0].y
    for side, words in (("left", LEFT), ("right", RIGHT)):
        if side not in sides:
            assert plain(words) not in front[0]
            continue
        ear = place(front, words)
        assert all(top < letter.y < bottom for letter in ear)
        assert all((letter.x < title[0].x) == (side == "left") for letter in ear)
        assert all((letter.x > title[-1].x) == (side == "right") for letter in ear)


def test_the_title_is_fitted_between_its_ears(tmp_path: Path) -> None:
    title = "The Association of Tenants"
    sizes = [
        place(front_of(write(tmp_path / name, *sides, title=title)), title)[0].size
        for name, sides in {"none": (), "one": ("left",), "two": ("left", "right")}.items()
    ]
    assert sizes[0] > sizes[1] > sizes[2]


def test_a_title_that_is_long_between_ears_stands_on_two_lines(tmp_path: Path) -> None:
    title = "The Association of the Tenants of Elm Street and Its Neighbors"
    letters = place(front_of(write(tmp_path, "left", "right", title=title)), title)
    assert len({letter.y for letter in letters}) > 1


def test_lines_of_an_ear_are_kept(tmp_path: Path) -> None:
    front = front_of(write(tmp_path, "right"))
    assert place(front, RIGHT)[0].y < place(front, "at each meeting")[0].y
