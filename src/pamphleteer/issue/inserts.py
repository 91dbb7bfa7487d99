"""Reads what an article's head adds to its body: figures, pull quotes, a signature."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pamphleteer.issue import yaml_tree
from pamphleteer.issue.fields import as_text, checked, count_of, rich_of, text_of
from pamphleteer.issue.inline import read_rich
from pamphleteer.issue.model import Aside, Block, Figure, Placement, Rich
from pamphleteer.issue.naming import claim_name
from pamphleteer.issue.passages import find_passage, nearest_passage
from pamphleteer.issue.pictures import picture_of
from pamphleteer.issue.placement import placement_of
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.values import check_count, check_name
from pamphleteer.issue.yaml_tree import Mapping, Node

Part = Block | Figure | Aside

PASSAGE_HINT = "Copy a passage of the article, or write ::: pull-quote in the text."


@dataclass(frozen=True, slots=True, kw_only=True)
class Insert:
    """What is added to a body, before its part at ``index``."""

    part: Figure | Aside
    index: int


def add_inserts(
    body: Sequence[Part], passages: Sequence[str], head: Mapping, scope: Scope
) -> tuple[Part, ...]:
    """Put the figures, pull quotes and signature of an article's head into its body.

    Args:
        body: The body as it is written.
        passages: The words of each part of the body; none for what is no text.
        head: The front matter.
        scope: The article, and the collector of its problems.
    """
    inserts = [*_figures(head, body, scope), *_pull_quotes(head, body, passages, scope)]
    signature = rich_of(head, "signature", scope)
    result: list[Part] = []
    for index, part in enumerate((*body, None)):
        result += [insert.part for insert in inserts if insert.index == index]
        result += [part] if part else []
    return (*result, _signature(signature)) if signature else tuple(result)


def _signature(text: Rich) -> Block:
    html = f'<p class="signature" data-line="{text.pos.line}">{text.html}</p>'
    return Block(kind="signature", html=html, text=text.text, pos=text.pos)


def _figures(head: Mapping, body: Sequence[Part], scope: Scope) -> Iterator[Insert]:
    for entry in _items(head, "figures"):
        if isinstance(entry, Mapping):
            figure, index = _figure(entry, scope), _index(entry, body, scope)
            if figure:
                yield Insert(part=figure, index=index or 0)


def _figure(entry: Mapping, scope: Scope) -> Figure | None:
    name, named = checked(entry, "name", check_name), text_of(entry, "name")
    if name and named:
        claim_name(name, named.pos, scope)
    caption, credit = rich_of(entry, "caption", scope), rich_of(entry, "credit", scope)
    picture = picture_of(entry, "image", scope)
    if picture is None:
        return None
    return Figure(
        name=name or "",
        pictures=(picture,),
        caption=caption,
        credit=credit,
        placement=placement_of(entry),
        pos=entry.pos,
    )


def _pull_quotes(
    head: Mapping, body: Sequence[Part], passages: Sequence[str], scope: Scope
) -> Iterator[Insert]:
    for entry in _items(head, "pull_quotes"):
        keys = entry if isinstance(entry, Mapping) else Mapping(entries=(), pos=entry.pos)
        quote = text_of(keys, "quote") or as_text(entry)
        if quote is None:
            continue
        text, index = read_rich(quote.text or "", quote.pos, scope), _index(keys, body, scope)
        beside = _stands_at(text, passages, scope)
        yield Insert(
            part=_pull_quote(text, placement_of(keys)), index=beside if index is None else index
        )


def _pull_quote(text: Rich, placement: Placement) -> Aside:
    html = f'<p data-line="{text.pos.line}">{text.html}</p>'
    block = Block(kind="paragraph", html=html, text=text.text, pos=text.pos)
    return Aside(kind="pull-quote", name="", body=(block,), placement=placement, pos=text.pos)


def _stands_at(quote: Rich, passages: Sequence[str], scope: Scope) -> int:
    """Place a quote behind the block that says it, or before the last one: an end needs none."""
    found = find_passage(quote.text, passages)
    if found is None:
        near = nearest_passage(quote.text, passages)
        hint = f'The nearest passage: "{near}".' if near else PASSAGE_HINT
        message = f'the article does not say "{" ".join(quote.text.split())}"'
        scope.refuse("unknown-passage", message, hint, quote.pos)
        return 0
    return found + 1 if any(passages[found + 1 :]) else found


def _index(entry: Mapping, body: Sequence[Part], scope: Scope) -> int | None:
    """Find where the paragraph ends after which something is to stand."""
    after, count = text_of(entry, "after"), count_of(entry, "after", check_count)
    if after is None or count is None:
        return None
    ends = [
        index + 1
        for index, part in enumerate(body)
        if isinstance(part, Block) and part.kind == "paragraph"
    ]
    if count > len(ends):
        message = f'"after" is {count}, but the article has {len(ends)} paragraphs'
        hint = "Count them from the beginning; crossheads and lists are not counted."
        scope.refuse("bad-value", message, hint, after.pos)
        return None
    return (0, *ends)[count]


def _items(head: Mapping, key: str) -> tuple[Node, ...]:
    found = head.value(key)
    return found.items if isinstance(found, yaml_tree.Sequence) else ()
