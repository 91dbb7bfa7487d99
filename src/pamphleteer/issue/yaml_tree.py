"""YAML as text with places: what is read of a manifest or an article's head."""

from dataclasses import dataclass

from pamphleteer.problems import SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A text as written; None where nothing was written (or ``~``, ``null``)."""

    text: str | None
    pos: SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    pos: SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One key of a mapping with its value; ``pos`` is the key's."""

    key: str
    value: "Node"
    pos: SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys with values, in the order written, each key once."""

    entries: tuple[Entry, ...]
    pos: SourcePos

    def entry(self, key: object) -> Entry | None:
        """Find the entry of a key."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def value(self, key: object) -> "Node | None":
        """Find the value of a key."""
        entry = self.entry(key)
        return entry.value if entry else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Faulty:
    """A value of which a problem was told already."""

    pos: SourcePos


Node = Scalar | Sequence | Mapping | Faulty


def describe(node: Node) -> str:
    """Say what a value is, for a message: ``the text "x"``, ``a list``, ``a mapping``."""
    match node:
        case Scalar(text=None):
            return "empty"
        case Scalar():
            return f'the text "{node.text}"'
        case Sequence():
            return "a list"
        case _:
            return "a mapping (keys with values)"


def merge(base: Mapping, over: Mapping) -> Mapping:
    """Lay one mapping over another: its keys win, and mappings in both merge key by key."""
    mine = {entry.key: entry for entry in over.entries}
    merged = [_merge_entries(entry, mine.pop(entry.key, None)) for entry in base.entries]
    return Mapping(entries=(*merged, *mine.values()), pos=over.pos)


def _merge_entries(base: Entry, over: Entry | None) -> Entry:
    if over is None:
        return base
    if isinstance(base.value, Mapping) and isinstance(over.value, Mapping):
        return Entry(key=over.key, pos=over.pos, value=merge(base.value, over.value))
    return over


def plain(node: Node) -> object:
    """Make dictionaries, lists and stripped strings of a node.

    What was left empty in a mapping counts as not given, and is left out.
    """
    match node:
        case Scalar():
            return (node.text or "").strip()
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            values = {entry.key: plain(entry.value) for entry in node.entries}
            return {key: value for key, value in values.items() if value not in ("", None)}
        case _:
            return None
