"""The families that ship or that a publication brings, and their faces."""

import shutil
from pathlib import Path

import pytest

from pamphleteer.layout.fonts import characters_of, read_fonts
from pamphleteer.problems import IssueError
from pamphleteer.resources import resource_folder

FONTS = resource_folder("fonts")
SHIPPED = read_fonts((FONTS,))
LABEL = "Libre Franklin"


def test_the_families_that_ship() -> None:
    code = "Linux Libertine Mono O"
    assert set(SHIPPED.names) == {"Linux Libertine O", code, "League Gothic", LABEL}


@pytest.mark.parametrize(
    ("family", "weight", "italic", "file"),
    [
        ("Linux Libertine O", 400, False, "LinLibertine_R.otf"),
        ("Linux Libertine O", 400, True, "LinLibertine_RI.otf"),
        ("Linux Libertine O", 700, False, "LinLibertine_RB.otf"),
        ("Linux Libertine O", 700, True, "LinLibertine_RBI.otf"),
        ("linux libertine o", 400, False, "LinLibertine_R.otf"),
        (LABEL, 600, False, "LibreFranklin-SemiBold.ttf"),
        (LABEL, 640, False, "LibreFranklin-SemiBold.ttf"),
        (LABEL, 900, False, "LibreFranklin-ExtraBold.ttf"),
        (LABEL, 800, True, "LibreFranklin-BoldItalic.ttf"),
        ("League Gothic", 700, True, "LeagueGothic-Regular.ttf"),
    ],
)
def test_the_nearest_face_answers(family: str, weight: int, italic: bool, file: str) -> None:
    face = SHIPPED.face(family, weight=weight, italic=italic)
    assert face is not None
    assert face.path.name == file


@pytest.mark.parametrize("family", ["Linux Libertine", "serif", ""])
def test_an_unknown_family_has_no_face(family: str) -> None:
    assert SHIPPED.face(family, weight=400, italic=False) is None


def test_a_publication_adds_families(tmp_path: Path) -> None:
    shutil.copy(FONTS / "league-gothic" / "LeagueGothic-Regular.ttf", tmp_path / "OWN.TTF")
    (tmp_path / "OFL.txt").write_text("free")
    own = read_fonts((tmp_path,))
    assert own.names == ("League Gothic",)
    both = read_fonts((FONTS, tmp_path))
    assert len(both.families["league gothic"]) == 2


def test_faces_stand_in_the_order_of_their_files() -> None:
    """Whatever the order in which the disk has them."""
    for faces in SHIPPED.families.values():
        assert [face.path for face in faces] == sorted(face.path for face in faces)


def test_characters_are_those_of_the_character_map() -> None:
    face = SHIPPED.face("Linux Libertine O", weight=400, italic=False)
    assert face is not None
    have = characters_of(face.path)
    assert set("Łódź – “quoted” 123 ﬁ €") <= have
    assert "世" not in have


def test_a_file_that_is_no_font_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"this is no font")
    (tmp_path / "._hidden.ttf").write_bytes(b"left by a Mac")
    (tmp_path / "folder.otf").mkdir()
    with pytest.raises(IssueError) as caught:
        read_fonts((tmp_path,))
    (problem,) = caught.value.problems
    assert problem.code == "bad-font"
    assert str(problem.pos) == str(tmp_path / "broken.ttf")
