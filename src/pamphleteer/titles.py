"""What a job is called: on its slug line, and above its instructions."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pamphleteer.imposition.instructions import Instructions
from pamphleteer.imposition.placing import Setting
from pamphleteer.problems import Problem, SourcePos, warning
from pamphleteer.reading.opening import Opened

DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
"""A day, as a PDF writes it (ISO 32000-2, 7.9.4)."""

NEUTRAL = "These sheets"
"""The headline of instructions whose own title cannot be set."""


def title_of(opened: Opened, source: Path) -> str:
    """The document's title, or else the file's name."""
    return opened.document.texts.get("/Title") or source.stem


def with_slug(setting: Setting, opened: Opened, source: Path) -> Setting:
    """The setting; a slug line that is given no text begins with the title and the file's date."""
    if "slug" not in setting.marks or setting.slug:
        return setting
    from pamphleteer.press.marks import can_write  # not at the top: few jobs need fonts

    made = DATE.match(opened.document.texts.get("/CreationDate", ""))
    said = ", ".join(filter(None, (title_of(opened, source), made and "-".join(made.groups()))))
    return replace(setting, slug=said if can_write(said) else "")


def with_headline(told: Instructions) -> Instructions:
    """Instructions whose title can be set as their headline."""
    from pamphleteer.press.instructions import can_head  # not at the top: it sets type

    return told if can_head(told.title) else replace(told, title=NEUTRAL)


def tell_headline(told: Instructions, pos: SourcePos) -> Iterator[Problem]:
    """Tell if instructions cannot have their own title."""
    if with_headline(told) != told:
        message = f'the title "{told.title}" has letters that the headline\'s font has not'
        hint = f'The instructions are called "{NEUTRAL}".'
        yield warning("title-left-out", message, hint=hint, pos=pos)
