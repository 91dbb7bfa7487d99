"""Looks whether all is here that a build needs."""

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version

from pamphleteer.resources import resource_folder

LEAST_PYTHON = (3, 11)
LEAST_PANGO = (1, 44)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: whether it is well, and what was found."""

    what: str
    well: bool
    found: str


def examine() -> Iterator[Finding]:
    """Look at one thing after another; what cannot be looked at is not well."""
    for what, look in LOOKS:
        try:
            well, found = look()
        except Exception as fault:  # whatever is wrong here is the finding
            well, found = False, f"{type(fault).__name__}: {fault}"
        yield Finding(what=what, well=well, found=found)


def _look_at_python() -> tuple[bool, str]:
    return sys.version_info >= LEAST_PYTHON, f"{platform.python_version()} ({sys.executable})"


def _look_at_pango() -> tuple[bool, str]:
    from pamphleteer.typeset.weasy import pango_version

    found = pango_version()
    least = ".".join(map(str, LEAST_PANGO))
    shown = f"{'.'.join(map(str, found))}, WeasyPrint {version('weasyprint')}"
    return found >= LEAST_PANGO, shown if found >= LEAST_PANGO else f"{shown}; needs {least}"


def _look_at_fonts() -> tuple[bool, str]:
    from pamphleteer.layout.fonts import characters_of, read_fonts

    library = read_fonts((resource_folder("fonts"),))
    faces = [face for family in library.families.values() for face in family]
    well = bool(faces) and all(len(characters_of(face.path)) > 100 for face in faces)
    return well, f"{len(faces)} faces of {', '.join(library.names)}"


def _look_at_layouts() -> tuple[bool, str]:
    from pamphleteer.layout.spec import layout_names, read_layout
    from pamphleteer.problems import SourcePos

    names = layout_names()
    for name in names:
        read_layout(name, SourcePos(path=name))
    return bool(names), ", ".join(names)


def _look_at_page() -> tuple[bool, str]:
    """Set one line, write it as a PDF, read it back."""
    from pamphleteer.reading.text import Region, read_regions
    from pamphleteer.typeset.drawing import Graft
    from pamphleteer.typeset.typesetter import Typesetter
    from pamphleteer.units import Pt

    text, width = "No word is ever lost", Pt(200)
    rules = '@page { size: 200pt 50pt; margin: 0 } html { font: 12pt/14pt "Linux Libertine O" }'
    typesetter = Typesetter(stylesheet=rules, assets={})
    frame = typesetter.thread(f"<p>{text}</p>", language="en", path="test page").pour(width, width)
    furniture = '<html lang="en"><title>Test page</title><body></body></html>'
    graft = Graft(page=1, frame=frame, x=Pt(0), y=Pt(0))
    pdf = typesetter.draw(furniture, [graft], page_rules=rules).tagged_pdf()
    region = Region(page=1, x=Pt(0), y=Pt(0), width=width, height=Pt(50))
    (words,) = read_regions(pdf, [region])
    read = " ".join(word.text for word in words)
    return read == text.lower(), f'set, written and read back: "{read}"'


LOOKS: tuple[tuple[str, Callable[[], tuple[bool, str]]], ...] = (
    ("Python", _look_at_python),
    ("Pango", _look_at_pango),
    ("Fonts", _look_at_fonts),
    ("Layouts", _look_at_layouts),
    ("Test page", _look_at_page),
)
