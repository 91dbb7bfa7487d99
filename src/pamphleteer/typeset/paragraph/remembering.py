"""Remembers what was shaped and planned, so that a text that is set again is only set.

A text is set again when page numbers are put into it, when an issue is made up anew with them, and
when a layout's leading is tried out. What is remembered hangs on the text, its styles, its measure
and its rules alone, and lives as long as the fonts with which it was shaped.
"""

from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from pamphleteer.typeset.paragraph.collecting import Collected
from pamphleteer.typeset.paragraph.planning import Plans
from pamphleteer.typeset.paragraph.shaping import Glyphs, shape
from pamphleteer.typeset.paragraph.styles import TypeStyle

LONGEST = 10_000
"""Letters of a text that is remembered."""


@dataclass(slots=True, eq=False)
class Memory:
    """Texts that were shaped, and paragraphs that were planned, each by all that it hangs on."""

    shaped: dict[Any, Glyphs] = field(default_factory=dict)
    planned: dict[Any, Plans] = field(default_factory=dict)


_memories: WeakKeyDictionary[Any, Memory] = WeakKeyDictionary()


def memory_of(style: TypeStyle) -> Memory:
    """What is remembered with the fonts of a style."""
    return _memories.setdefault(style.style.font_config, Memory())


def shape_or_remember(text: str, style: TypeStyle) -> Glyphs:
    """Shape a text, unless it was shaped in a style like this one."""
    if len(text) > LONGEST:
        return shape(text, style)
    known, key = memory_of(style).shaped, (text, style.key)
    if key not in known:
        known[key] = shape(text, style)
    glyphs = known[key]
    style.metrics = glyphs.height, glyphs.baseline
    return glyphs


def plans_of(collected: Collected, style: TypeStyle, *given: Any) -> Plans:
    """The plans of a paragraph, which one with the same text, styles and all else shares."""
    runs = tuple((run.start, run.box.text, run.style.key) for run in collected.runs)
    edges = tuple((each.start, each.end, each.left, each.right) for each in collected.edged)
    key = (runs, edges, *given)
    return memory_of(style).planned.setdefault(key, {})
