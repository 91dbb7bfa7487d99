"""Validates a YAML tree and says in an editor's words what pydantic found wrong."""

from collections.abc import Iterable
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pamphleteer.issue.manifest import (
    ENTRY_KEYS,
    FILLER_KEYS,
    QUOTE_KEYS,
    AccountKeys,
    AddressEntry,
    ArticleEntry,
    BannerEntry,
    BoxEntry,
    ContactKeys,
    ContentsEntry,
    CoverEntry,
    EarsKeys,
    FigureKeys,
    JumpKeys,
    NoticeEntry,
    PullQuoteKeys,
    QrKeys,
)
from pamphleteer.issue.printing_keys import PrintingKeys
from pamphleteer.issue.yaml_tree import (
    Entry,
    Faulty,
    Mapping,
    Node,
    Scalar,
    Sequence,
    describe,
    plain,
)
from pamphleteer.problems import Problem, SourcePos, error, nearest

Keys = TypeVar("Keys", bound=BaseModel)

Loc = tuple[int | str, ...]

MODELS_BY_KEY: dict[int | str, type[BaseModel]] = {
    "contact": ContactKeys,
    "accounts": AccountKeys,
    "qr": QrKeys,
    "printing": PrintingKeys,
    "article": ArticleEntry,
    "banner": BannerEntry,
    "box": BoxEntry,
    "contents": ContentsEntry,
    "notice": NoticeEntry,
    "cover": CoverEntry,
    "address": AddressEntry,
    "jump": JumpKeys,
    "ears": EarsKeys,
    "figures": FigureKeys,
    "quote": PullQuoteKeys,
}

LISTS_OF_KINDS: dict[int | str, tuple[str, ...]] = {
    "articles": ENTRY_KEYS,
    "fillers": FILLER_KEYS,
    "pull_quotes": QUOTE_KEYS,
}
"""Lists whose entries are of several kinds, with the key that tells the kind."""

EXPECTED_ENTRIES: dict[int | str, str] = {
    "articles": f"an article's path, or one of: {', '.join(ENTRY_KEYS)}",
    "fillers": f"one of: {', '.join(FILLER_KEYS)}",
    "pull_quotes": "a text, or quote: with a text",
}

EXPECTED = {
    "string_type": "a text",
    "list_type": "a list, one line for each, beginning with a hyphen",
    "dict_type": "keys with values",
    "model_type": "keys with values",
}

MISSING_HINTS: dict[int | str, str] = {
    "title": "Write it in publication.yaml, for example: title: Our News",
    "date": "Write it in issue.yaml as it is to be printed, for example: date: Spring 2026",
}

LATER_KEYS = frozenset({"length"})
"""Keys that are planned: told apart from slips of the pen."""


def validate(model: type[Keys], tree: Mapping) -> tuple[Keys | None, list[Problem]]:
    """Check a tree against a model.

    Returns:
        The validated keys, or None; and one problem for each fault, in no particular order.
    """
    try:
        return model.model_validate(plain(tree)), []
    except ValidationError as failure:
        details = failure.errors(include_url=False, include_input=False)
    told = (_translate(detail, tree, model) for detail in details)
    return None, [problem for problem in told if problem]


def is_missing(problem: Problem) -> bool:
    """Tell faults of absence, which can be judged only when manifests are merged."""
    return problem.code in ("missing-key", "empty-articles")


def _translate(detail: ErrorDetails, tree: Mapping, model: type[BaseModel]) -> Problem | None:
    """Make a problem of pydantic's error; None if the reader of the YAML told it already."""
    kind, loc = detail["type"], _without_tag(detail["loc"])
    entry, node = _locate(tree, loc)
    if isinstance(node, Faulty):
        return None
    if kind == "extra_forbidden":
        problem: Problem | None = _unknown_key(loc, entry or node, _model_at(detail["loc"], model))
    elif kind == "missing":
        problem = _missing_key(loc, tree)
    elif kind == "union_tag_not_found" and isinstance(node, Mapping) and node.entries:
        problem = _unknown_entry(node, LISTS_OF_KINDS[loc[0]])
    else:
        problem = _wrong_value(detail, node)
    return problem


def _wrong_value(detail: ErrorDetails, node: Node) -> Problem:
    """Make a problem of a value that stands in the right place but cannot be used."""
    kind, loc = detail["type"], _without_tag(detail["loc"])
    if kind == "too_short":
        return _empty_articles(node.pos)
    if kind == "literal_error":
        return _not_one_of(detail, loc, node)
    if kind == "union_tag_not_found":
        return _wrong_type(loc, node, EXPECTED_ENTRIES[loc[0]])
    if kind in EXPECTED:
        return _wrong_type(loc, node, EXPECTED[kind])
    return _refused(detail, loc, node.pos)


def _without_tag(loc: Loc) -> Loc:
    """Leave out the name that pydantic adds for the kind of an entry, or of a printing key."""
    is_tagged = loc[0] in LISTS_OF_KINDS or (len(loc) > 2 and loc[0] == "printing")
    return (*loc[:2], *loc[3:]) if is_tagged else loc


def _locate(tree: Mapping, loc: Loc) -> tuple[Entry | None, Node]:
    """Walk to the value at a place, with its entry if it is a mapping's."""
    entry: Entry | None = None
    node: Node = tree
    for step in loc:
        if isinstance(node, Mapping) and (found := node.entry(step)):
            entry, node = found, found.value
        elif isinstance(node, Sequence) and isinstance(step, int):
            entry, node = None, node.items[step]
    return entry, node


def _model_at(loc: Loc, model: type[BaseModel]) -> type[BaseModel]:
    """Find the model whose key is the last of a place: a label or a number may be in between."""
    if len(loc) > 2 and loc[-3] == "accounts":
        return AccountKeys
    named = (MODELS_BY_KEY[step] for step in reversed(loc[:-1]) if step in MODELS_BY_KEY)
    return next(named, model)


def _unknown_key(loc: Loc, found: Entry | Node, model: type[BaseModel]) -> Problem:
    key, known, pos = str(loc[-1]), model.model_fields, found.pos
    if key in LATER_KEYS:
        return error("not-supported", f'the key "{key}" is not supported yet', pos=pos)
    hint = nearest(key, known) or f"Known here: {', '.join(known)}."
    return error("unknown-key", f'unknown key "{key}"', hint=hint, pos=pos)


def _missing_key(loc: Loc, tree: Mapping) -> Problem | None:
    """Tell that a key is missing: at the key if it is there but empty, else at its mapping."""
    _, parent = _locate(tree, loc[:-1])
    entry = parent.entry(loc[-1]) if isinstance(parent, Mapping) else None
    if entry and isinstance(entry.value, Faulty):
        return None
    pos = entry.pos if entry else parent.pos
    if entry and loc == ("articles",):
        return _empty_articles(pos)
    what = "is empty" if entry else "is missing"
    where = f" in {_name(loc[:-1])}" if len(loc) > 1 else ""
    hint = MISSING_HINTS.get(loc[-1], "") if len(loc) == 1 else ""
    return error("missing-key", f'"{loc[-1]}" {what}{where}; it is required', hint=hint, pos=pos)


def _empty_articles(pos: SourcePos) -> Problem:
    hint = "List at least one, for example: - articles/news.md"
    return error("empty-articles", "the list of articles is empty", hint=hint, pos=pos)


def _not_one_of(detail: ErrorDetails, loc: Loc, node: Node) -> Problem:
    expected = str(detail.get("ctx", {}).get("expected", "")).replace("'", "")
    text = node.text or "" if isinstance(node, Scalar) else ""
    message = f'{_name(loc)} is "{text}"; expected {expected}'
    names = expected.replace(" or ", ", ").split(", ")
    return error("bad-value", message, hint=nearest(text, names), pos=node.pos)


def _unknown_entry(node: Mapping, known: tuple[str, ...]) -> Problem:
    first = node.entries[0]
    if first.key in known:
        return error("missing-key", f'"{first.key}" is empty; it is required', pos=first.pos)
    hint = nearest(first.key, known) or f"Known here: {', '.join(known)}."
    if first.key in ("contact", "colophon"):
        hint = f"Write the line as: - {first.key}"
    return error("unknown-key", f'unknown key "{first.key}"', hint=hint, pos=first.pos)


def _wrong_type(loc: Loc, node: Node, expected: str) -> Problem:
    message = f"{_name(loc)} is {describe(node)}; expected {expected}"
    return error("wrong-type", message, pos=node.pos)


def _name(loc: Loc) -> str:
    names = [step for step in loc if isinstance(step, str)]
    return f"entry {loc[-1] + 1}" if isinstance(loc[-1], int) else f'"{names[-1]}"'


def _refused(detail: ErrorDetails, loc: Loc, pos: SourcePos) -> Problem:
    """Pass on what a check in `values` said: its type is the code."""
    hint = str(detail.get("ctx", {}).get("hint", ""))
    return error(detail["type"], f"{_name(loc)}: {detail['msg']}", hint=hint, pos=pos)


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by file and line, each once."""
    nowhere = SourcePos(path="")
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.pos or nowhere)
