"""Each feature's page looks as it did when somebody last looked at it."""

from pathlib import Path

import pytest
from PIL import ImageChops

from tests.pictures.drawing import FOLDER, compare, draw_page, kept
from tests.pictures.pages import REFERENCES


@pytest.mark.parametrize("name", REFERENCES)
def test_a_page_looks_as_it_did(tmp_path: Path, name: str) -> None:
    drawn = draw_page(tmp_path / "publication", REFERENCES[name])
    with kept(name) as before:
        found = compare(before, drawn)
    if not found.is_same:
        path = tmp_path / f"{name}.png"
        found.picture.save(path)
        pytest.fail(
            f"{max(found.share, found.ground):.1%} of the page is not as it was; "
            f"as it was, as it is, and both: {path}"
            "\nIf it is meant to be so, look at it, and run: make references"
        )


def test_every_picture_is_of_a_page_and_small() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} == set(REFERENCES)
    assert all(path.stat().st_size < 16_000 for path in FOLDER.glob("*.png"))


def test_a_line_that_moves_is_seen() -> None:
    with kept("run-on") as before:
        moved = before.copy()
        column = before.crop((26, 150, 130, 159))
        moved.paste(255, (26, 150, 130, 159))
        moved.paste(column, (26, 158))
        assert compare(before, before).share == 0
        assert not compare(before, moved).is_same


def test_a_tint_that_is_lost_is_seen() -> None:
    with kept("sidebar-across") as before:
        assert not compare(before, before.point(lambda gray: 255 if gray > 200 else gray)).is_same


def test_another_smoothing_of_edges_is_not_seen() -> None:
    with kept("run-on") as before:
        lighter = before.point(lambda gray: min(255, gray + 20) if 0 < gray < 230 else gray)
        assert compare(before, lighter).is_same
        assert not compare(before, ImageChops.invert(before)).is_same
