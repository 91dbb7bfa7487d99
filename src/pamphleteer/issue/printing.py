"""``printing:`` of an issue: what both manifests ask for, made one ticket.

An issue may ask for another scheme than the publication. What the publication says beside its own
scheme, and what would do nothing beside the issue's, is then left out; only what one manifest says
against itself, or an issue needlessly, is a mistake.
"""

from collections.abc import Mapping as Given
from dataclasses import dataclass
from pathlib import Path

from pamphleteer.issue.files import FileKind, Reference, find_file
from pamphleteer.issue.manifests import Manifests
from pamphleteer.issue.yaml_tree import Mapping, Node, plain
from pamphleteer.problems import Problem, SourcePos, error
from pamphleteer.ticket import BadValueError, Ticket, find_clashes
from pamphleteer.ticket.table import BY_NAME

PRINTING = "printing"
FILLER = "filler"
PDF = FileKind(noun="PDF", code="unknown-filler", suffixes=(".pdf",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """The ticket, where the values of its keys stand, and what is wrong with them together."""

    ticket: Ticket
    places: Given[str, SourcePos]
    problems: tuple[Problem, ...]


def read_printing(manifests: Manifests) -> Printing:
    """Make a ticket of what both manifests say; values that are wrong by themselves are left out.

    Those are told where manifests are checked.
    """
    merged = _printing(manifests.merged)
    shared, own = (_given(_printing(tree)) for tree in (manifests.shared, manifests.own))
    given = _given(merged)
    broken = {clash.key for clash in find_clashes(shared, _say)}
    clashes = list(find_clashes(given, _say)) if _is_sound(merged) else []
    told = [clash for clash in clashes if clash.key in own or clash.key in broken]
    problems = [
        error("bad-combination", clash.message, hint=clash.hint, pos=_place(merged, clash.key))
        for clash in told
    ]
    needless = {clash.key for clash in clashes}
    kept = {name: text for name, text in given.items() if name not in needless}
    if FILLER in kept:
        found = _find_filler(manifests, merged)
        problems += [found] if isinstance(found, Problem) else []
        kept[FILLER] = str(found)
    places = {f"{PRINTING}.{each.key}": each.value.pos for each in merged.entries}
    return Printing(ticket=Ticket.of_issue(kept), places=places, problems=tuple(problems))


def _printing(tree: Mapping) -> Mapping:
    found = tree.value(PRINTING)
    return found if isinstance(found, Mapping) else Mapping(entries=(), pos=tree.pos)


def _given(printing: Mapping) -> dict[str, str]:
    """What is asked for by each key; what is ``no`` is not asked for."""
    found = {each.key: _text_of(each.value) for each in printing.entries if each.key in BY_NAME}
    return {name: text for name, text in found.items() if text and not _is_declined(name, text)}


def _is_declined(name: str, text: str) -> bool:
    return text == "no" and BY_NAME[name].kind in {"yes-no", "written"}


def _text_of(node: Node) -> str:
    """A value as one text, names with commas between them; empty where it is of another form."""
    value = plain(node)
    names = value if isinstance(value, list) else [value]
    texts = [name for name in names if isinstance(name, str)]
    return ", ".join(texts) if len(texts) == len(names) else ""


def _is_sound(printing: Mapping) -> bool:
    """Whether each value can be read by itself."""
    try:
        for name, text in _given(printing).items():
            BY_NAME[name].read(text)
    except BadValueError:
        return False
    return True


def _say(name: str) -> str:
    return f'"{name}"'


def _place(printing: Mapping, key: str) -> SourcePos:
    entry = printing.entry(key)
    return entry.pos if entry else printing.pos


def _find_filler(manifests: Manifests, merged: Mapping) -> Path | Problem:
    """The filler's file, tried from the folder of the manifest that names it."""
    is_own = _printing(manifests.own).entry(FILLER)
    entry = merged.entry(FILLER)
    text = _text_of(entry.value) if entry else ""
    pos = entry.value.pos if entry else merged.pos
    base = manifests.folder if is_own else manifests.root
    return find_file(Reference(text=text, pos=pos, bases=(base,)), PDF, manifests.root)
