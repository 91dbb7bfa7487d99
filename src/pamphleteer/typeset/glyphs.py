"""Refuse what no font can print: an unknown family, or a character that its fonts do not have.

Pango would take the letter from whatever other font has it, in silence. Every text is therefore
compared with the character maps (cmap) of the families that its style lists, before it is set.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from weasyprint.formatting_structure import boxes

from pamphleteer.problems import IssueError, Problem, SourcePos, error, nearest
from pamphleteer.typeset.guards import source_line

SUFFIXES = (".ttf", ".otf")
INVISIBLE = {"Cc", "Cf", "Zl", "Zp"}
"""Unicode categories of characters that are never printed: controls, joiners, soft hyphens."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """What may be set with: WeasyPrint's font configuration, and the fonts that it sees."""

    configuration: Any
    library: FontLibrary


@cache
def read_fonts(folders: tuple[Path, ...]) -> FontLibrary:
    """Read the names of every TTF and OTF below these folders."""
    families: dict[str, list[Face]] = {}
    names: dict[str, str] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        if path.suffix.lower() not in SUFFIXES:
            continue
        with TTFont(path, lazy=True) as font:
            family = font["name"].getDebugName(16) or font["name"].getDebugName(1)
            # OS/2 fsSelection: bit 0 is italic, bit 9 oblique (OpenType, OS/2 table).
            italic = bool(font["OS/2"].fsSelection & 0b1000000001)
            face = Face(path=path, weight=font["OS/2"].usWeightClass, italic=italic)
        families.setdefault(family.lower(), []).append(face)
        names[family.lower()] = family
    return FontLibrary(
        families={name: tuple(faces) for name, faces in families.items()},
        names=tuple(names.values()),
    )


@cache
def characters_of(path: Path) -> frozenset[str]:
    """The characters for which a font has a glyph."""
    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def refuse_missing_glyphs(texts: Iterable[Any], *, library: FontLibrary, path: str) -> None:
    """Compare the text of boxes with the fonts of their style.

    Args:
        texts: Boxes, of which the text boxes are looked at.
        library: The fonts that may be used.
        path: The source, for problems.

    Raises:
        IssueError: ``unknown-font`` or ``missing-glyph``, each character and line named once.
    """
    problems: dict[tuple[str, str], Problem] = {}
    for box in texts:
        if isinstance(box, boxes.TextBox):
            pos = SourcePos(path=path, line=source_line(box.element))
            for problem in _missing(box, library, pos):
                problems.setdefault((problem.code, problem.message), problem)
    if problems:
        raise IssueError(problems.values())


def _missing(box: Any, library: FontLibrary, pos: SourcePos) -> Iterable[Problem]:
    style = box.style
    families, italic = tuple(style["font_family"]), style["font_style"] != "normal"
    available = _available(library, families, int(style["font_weight"]), italic)
    if isinstance(available, str):
        hint = nearest(available, library.names) or f"Fonts here: {', '.join(library.names)}."
        yield error("unknown-font", f'no font "{available}"', hint=hint, pos=pos)
        return
    for character in sorted(set(box.text) - available):
        if unicodedata.category(character) not in INVISIBLE:
            yield _missing_glyph(character, families, pos)


@cache
def _available_by_path(paths: tuple[Path, ...]) -> frozenset[str]:
    return frozenset().union(*map(characters_of, paths))


def _available(
    library: FontLibrary, families: tuple[str, ...], weight: int, italic: bool
) -> frozenset[str] | str:
    """The characters that the style's families have, or the first family that is unknown."""
    paths = []
    for family in families:
        face = library.face(family, weight=weight, italic=italic)
        if face is None:
            return family
        paths.append(face.path)
    return _available_by_path(tuple(paths))


def _missing_glyph(character: str, families: tuple[str, ...], pos: SourcePos) -> Problem:
    name = unicodedata.name(character, "unnamed character")
    return error(
        "missing-glyph",
        f'"{character}" (U+{ord(character):04X} {name}) is not in the font {families[0]}',
        hint="Write it in another way, or add a font that has it to the publication's fonts/.",
        pos=pos,
    )
