"""Gives what stands under the keys of a mapping; a value of the wrong form counts as absent.

The wrong ones are told elsewhere (`faults`): reading goes on, so that other problems are told too.
"""

from collections.abc import Callable

from pydantic_core import PydanticCustomError

from pamphleteer.issue.inline import read_rich
from pamphleteer.issue.model import Rich
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.yaml_tree import Mapping, Node, Scalar


def text_of(mapping: Mapping, key: str) -> Scalar | None:
    """Give the text of a key, without spaces around it, if there is one."""
    entry = mapping.entry(key)
    return as_text(entry.value) if entry else None


def as_text(node: Node) -> Scalar | None:
    """Give a value as a text, without spaces around it, if it is one."""
    text = (node.text or "").strip() if isinstance(node, Scalar) else ""
    return Scalar(text=text, pos=node.pos) if text else None


def words_of(mapping: Mapping, key: str) -> str:
    """Give the text of a key, or an empty one."""
    found = text_of(mapping, key)
    return (found and found.text) or ""


def rich_of(mapping: Mapping, key: str, scope: Scope, *, keeps_lines: bool = False) -> Rich | None:
    """Read the text of a key as inline Markdown."""
    found = text_of(mapping, key)
    if found is None:
        return None
    return read_rich(found.text or "", found.pos, scope, keeps_lines=keeps_lines)


def checked(mapping: Mapping, key: str, check: Callable[[str], str]) -> str | None:
    """Give the text of a key if it passes a check of `values`."""
    text = words_of(mapping, key)
    try:
        return check(text) if text else None
    except PydanticCustomError:
        return None


def count_of(mapping: Mapping, key: str, check: Callable[[str], str]) -> int | None:
    """Give the number under a key if it passes a check of `values`."""
    text = checked(mapping, key, check)
    return int(text) if text else None


def truth_of(mapping: Mapping, key: str) -> bool | None:
    """Give the yes or no under a key."""
    return {"yes": True, "no": False}.get(words_of(mapping, key))
