"""The faces that ship, and what their files say of themselves."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "fonts"


@dataclass(frozen=True, kw_only=True)
class Face:
    """One font file, and how CSS asks for it.

    Attributes:
        file: The font file.
    """

    file: Path
    family: str
    weight: int
    style: str

    @property
    def is_merged(self) -> bool:
        """Whether the face was merged from subsets."""
        return self.file.suffix == ".ttf"

    @property
    def is_mono(self) -> bool:
        """Whether all its letters are equally wide."""
        return "Mono" in self.family

    def __str__(self) -> str:
        """Name the face in a test's name and in a message."""
        return self.file.stem


def _face(path: str, family: str, weight: int, style: str = "normal") -> Face:
    return Face(file=FONTS / path, family=family, weight=weight, style=style)


FACES = (
    _face("linux-libertine/LinLibertine_R.otf", "Linux Libertine O", 400),
    _face("linux-libertine/LinLibertine_RI.otf", "Linux Libertine O", 400, "italic"),
    _face("linux-libertine/LinLibertine_RZ.otf", "Linux Libertine O", 600),
    _face("linux-libertine/LinLibertine_RZI.otf", "Linux Libertine O", 600, "italic"),
    _face("linux-libertine/LinLibertine_RB.otf", "Linux Libertine O", 700),
    _face("linux-libertine/LinLibertine_RBI.otf", "Linux Libertine O", 700, "italic"),
    _face("linux-libertine/LinLibertine_M.otf", "Linux Libertine Mono O", 400),
    _face("league-gothic/LeagueGothic-Regular.ttf", "League Gothic", 400),
    _face("libre-franklin/LibreFranklin-Regular.ttf", "Libre Franklin", 400),
    _face("libre-franklin/LibreFranklin-Italic.ttf", "Libre Franklin", 400, "italic"),
    _face("libre-franklin/LibreFranklin-SemiBold.ttf", "Libre Franklin", 600),
    _face("libre-franklin/LibreFranklin-Bold.ttf", "Libre Franklin", 700),
    _face("libre-franklin/LibreFranklin-BoldItalic.ttf", "Libre Franklin", 700, "italic"),
    _face("libre-franklin/LibreFranklin-ExtraBold.ttf", "Libre Franklin", 800),
)
MERGED_FACES = tuple(face for face in FACES if face.is_merged)


@cache
def open_font(file: Path) -> Any:
    """Open a font file for reading; the tests share it."""
    return TTFont(file)


def letters_of(file: Path) -> tuple[str, ...]:
    """List the letters, digits, punctuation marks and symbols that a font encodes."""
    codes = sorted(open_font(file).getBestCmap())
    return tuple(chr(code) for code in codes if unicodedata.category(chr(code))[0] in "LNPS")


def find_marks(file: Path) -> frozenset[str]:
    """Name the glyphs that a font classes as combining marks (OpenType, GDEF, class 3)."""
    classes = open_font(file)["GDEF"].table.GlyphClassDef.classDefs
    return frozenset(name for name, glyph_class in classes.items() if glyph_class == 3)
