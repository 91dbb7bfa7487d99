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

from weasyprint.formatting_structure import boxes

from pamphleteer.layout.fonts import FontLibrary, characters_of
from pamphleteer.problems import IssueError, Problem, SourcePos, error, nearest
from pamphleteer.typeset.guards import source_line

INVISIBLE = {"Cc", "Cf", "Zl", "Zp", "Zs"}
"""Unicode categories of characters that are never printed: controls, joiners, soft hyphens, spaces.

For a space that a font does not have, Pango stays in the font and HarfBuzz makes one of its width:
the narrow space of French stands in every font.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """What may be set with: WeasyPrint's font configuration, and the fonts that it sees."""

    configuration: Any
    library: FontLibrary


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
    for character in sorted({*box.text, *_hyphen(box)} - available):
        if unicodedata.category(character) not in INVISIBLE:
            yield _missing_glyph(character, families, pos)


def _hyphen(box: Any) -> str:
    """What the text may be hyphenated with."""
    hyphens = box.style["hyphens"]
    hyphenated = hyphens == "auto" or (hyphens == "manual" and "\u00ad" in box.text)
    return str(box.style["hyphenate_character"]) if hyphenated else ""


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
        hint="Write it in another way: the layout's font has no such character.",
        pos=pos,
    )
