"""Lets tags tell their language, as PDF/UA-1 asks where it changes (ISO 14289-1 §7.2).

WeasyPrint tells that of the whole document only. Here each tag gets that of its box; where the file
is finished, those that say nothing new are dropped (`archiving`).
"""

from collections.abc import Iterator
from functools import wraps
from typing import Any

import pydyf
from weasyprint.pdf import tags

_build_box_tree = tags._build_box_tree


@wraps(_build_box_tree)
def _build_with_languages(box: Any, *others: Any) -> Iterator[Any]:
    for element in _build_box_tree(box, *others):
        language = getattr(box, "_box", box).style["lang"]
        if language and "Lang" not in element:
            element["Lang"] = pydyf.String(language)
        yield element


def tell_languages() -> None:
    """Let WeasyPrint build its tags so; nothing changes when it is called again."""
    tags._build_box_tree = _build_with_languages
