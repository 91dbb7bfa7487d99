"""The fonts that may be used: families, faces, and the characters that they have."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from pamphleteer.problems import IssueError, Problem, SourcePos, error, nearest

SUFFIXES = (".ttf", ".otf")

UNREADABLE = (TTLibError, OSError, KeyError, AssertionError, UnicodeError, struct.error)
"""What a file that is no font, or a broken one, may end in."""

FAMILY_NAMES = (16, 1)
"""The typographic family, and the family as older programs know it."""
MACINTOSH = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font file: its weight (OS/2 usWeightClass) and whether it slants."""

    path: Path
    weight: int
    italic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FontLibrary:
    """The families that may be used, by lower-case name."""

    families: dict[str, tuple[Face, ...]]
    names: tuple[str, ...]

    def face(self, family: str, *, weight: int, italic: bool) -> Face | None:
        """The face of a family that comes nearest, or None if there is no such family."""
        faces = self.families.get(family.lower(), ())
        return min(
            faces,
            key=lambda face: (face.italic != italic, abs(face.weight - weight)),
            default=None,
        )


def refuse_unknown_families(
    families: Mapping[str, str], places: Mapping[str, SourcePos], library: FontLibrary
) -> None:
    """Stop when a layout asks for a family that is neither ours nor the publication's.

    Raises:
        IssueError: ``unknown-font``, one problem for each use.
    """
    problems = [
        error(
            "unknown-font",
            f'there is no font "{family}"',
            hint=nearest(family, library.names) or f"There are: {', '.join(library.names)}.",
            pos=places[use],
        )
        for use, family in families.items()
        if family.lower() not in library.families
    ]
    if problems:
        raise IssueError(problems)


@cache
def read_fonts(folders: tuple[Path, ...]) -> FontLibrary:
    """Read the names of every TTF and OTF below these folders; hidden files are passed over.

    Raises:
        IssueError: ``bad-font``, for each file that is no font.
    """
    families: dict[str, list[Face]] = {}
    names: dict[str, str] = {}
    problems = []
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        if path.suffix.lower() not in SUFFIXES or path.name.startswith(".") or not path.is_file():
            continue
        try:
            family, face = _read_face(path)
        except UNREADABLE as failure:
            problems.append(_bad_font(path, failure))
            continue
        families.setdefault(family.lower(), []).append(face)
        names[family.lower()] = family
    if problems:
        raise IssueError(problems)
    return FontLibrary(
        families={name: tuple(faces) for name, faces in families.items()},
        names=tuple(names.values()),
    )


def _read_face(path: Path) -> tuple[str, Face]:
    with path.open("rb") as file, TTFont(file, lazy=True) as font:
        family = _family_name(font.reader["name"])
        # OS/2 fsSelection: bit 0 is italic, bit 9 oblique (OpenType, OS/2 table).
        italic = bool(font["OS/2"].fsSelection & 0b1000000001)
        return family, Face(path=path, weight=font["OS/2"].usWeightClass, italic=italic)


def _family_name(table: bytes) -> str:
    """The family's name in a font's ``name`` table (OpenType, name; ID 16 before ID 1).

    Read here, since fontTools' own reader of this small table loads a dozen others with it, which
    took a fortieth of a build.
    """
    _, count, storage = struct.unpack(">HHH", table[:6])
    names: dict[int, str] = {}
    for record in struct.iter_unpack(">HHHHHH", table[6 : 6 + 12 * count]):
        platform, _, _, name, length, offset = record
        if name in FAMILY_NAMES and name not in names:
            text = table[storage + offset : storage + offset + length]
            names[name] = text.decode("mac-roman" if platform == MACINTOSH else "utf-16-be")
    found = next((names[name] for name in FAMILY_NAMES if names.get(name)), None)
    if found is None:
        raise TTLibError("it has no name")
    return found


def _bad_font(path: Path, failure: Exception) -> Problem:
    return error(
        "bad-font",
        f"this is no font that can be read: {failure}",
        hint="Put a sound TTF or OTF file in its place, or delete it.",
        pos=SourcePos(path=str(path)),
    )


@cache
def characters_of(path: Path) -> frozenset[str]:
    """The characters for which a font has a glyph."""
    with TTFont(path, lazy=True) as font:
        # Numbers will do for the glyphs' names, which would cost three quarters of the time.
        font.setGlyphOrder([str(glyph) for glyph in range(font["maxp"].numGlyphs)])
        return frozenset(map(chr, font.getBestCmap()))
