"""Read the facts of a poured frame off its boxes: lines, depth, and what stands out of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes

from pamphleteer.typeset.frame import Frame, Line
from pamphleteer.typeset.overset import (
    HYPHEN,
    PT_PER_PX,
    Repeated,
    find_dropped,
    find_overset,
    is_repeated,
)
from pamphleteer.typeset.trees import every_box
from pamphleteer.units import Box, Pt

Chain = tuple[Any, ...]
"""The block boxes around a strip, outermost first."""


def read_frame(
    page: Any,
    *,
    size: tuple[Pt, Pt],
    blocks: dict[int, int],
    repeated: Repeated,
    finished: bool,
    get_image: Any,
) -> Frame:
    """Turn a laid-out page into a `Frame`; ``blocks`` numbers a thread's blocks and is added to."""
    root, notes, _ = page.children
    width, height = size
    has_notes = bool(notes.children)
    depths_of_notes = _depths_of_notes(notes)
    areas = (root, notes) if has_notes else (root,)
    strips = list(_strips(root, ()))
    lines = tuple(_lines(strips, blocks, depths_of_notes))
    depths = [*(line.bottom for line in lines), *(min(edge, height) for edge in _edges(root))]
    return Frame(
        width=width,
        height=height,
        # Notes stand at the frame's foot.
        depth=height if has_notes else max(depths, default=Pt(0)),
        lines=lines,
        notes_top=Pt(notes.position_y * PT_PER_PX) if has_notes else None,
        area=Pt((notes.margin_height() - notes.height) * PT_PER_PX if has_notes else 0),
        late=any(note not in depths_of_notes for note in _notes_of(root)),
        overset=find_overset(areas, [strip for strip, _ in strips], lines, size)
        or find_dropped(root, repeated),
        finished=finished,
        labels=tuple(find_labels(root)),
        content=(areas, get_image),
    )


def _depths_of_notes(area: Any) -> dict[int, float]:
    """How deep each note is, in pixels, by its element."""
    return {id(note.element): note.margin_height() for note in area.children}


def find_labels(root: Any) -> Iterator[Box]:
    """The markers beside the first lines of list items, and the heads of tables that go on here."""
    labelled = [
        box for box in every_box(root) if box.is_outside_marker or isinstance(box, boxes.TableBox)
    ]
    markers = (box for box in labelled if box.is_outside_marker)
    tables = (box for box in labelled if isinstance(box, boxes.TableBox))
    heads = (group for table in tables for group in _heads_again(table))
    yield from (_place(box, box.width - HUNG * box.style["font_size"]) for box in markers)
    yield from (_place(box, box.width) for box in heads)


HUNG = 0.235
"""Ems of a marker, behind its last letter, into which the text beside it may hang: it ends in a
space of a quarter of an em or more, and no punctuation hangs further."""


def _place(box: Any, width: float) -> Box:
    return Box(
        x=Pt(box.position_x * PT_PER_PX),
        y=Pt(box.position_y * PT_PER_PX),
        width=Pt(width * PT_PER_PX),
        height=Pt(box.height * PT_PER_PX),
    )


def _heads_again(box: Any) -> list[Any]:
    """The heads that a table repeats, since it goes on from an earlier frame."""
    if not isinstance(box, boxes.TableBox):
        return []
    heads = [group for group in box.children if group.is_header]
    bodies = (group for group in box.children if not is_repeated(group))
    row = next((row for group in bodies for row in group.children), None)
    return heads if heads and row and row.element is not _first_row(box, heads[0]) else []


def _first_row(table: Any, head: Any) -> Any:
    """The element of a table's first row below its head."""
    above = {id(row) for row in head.element.iter("tr")}
    return next((row for row in table.element.iter("tr") if id(row) not in above), None)


def _edges(root: Any) -> Iterator[Pt]:
    """The bottoms of what has a border or a tint; a tint that goes on fills the frame."""
    for box in every_box(root):
        if isinstance(box, boxes.BlockBox) and (box.border_bottom_width or _is_tinted(box)):
            yield Pt((box.border_box_y() + box.border_height()) * PT_PER_PX)


def _is_tinted(box: Any) -> bool:
    return bool(get_color(box.style, "background_color").alpha > 0)


def _strips(box: Any, chain: Chain) -> Iterator[tuple[Any, Chain]]:
    """All strips with the blocks around them, but for what was printed in an earlier frame."""
    again = _heads_again(box)
    for child in box.children:
        if child in again:
            continue
        if isinstance(child, boxes.LineBox | boxes.TableRowBox | boxes.ReplacedBox):
            yield child, chain or (box,)
        elif isinstance(child, boxes.ParentBox):
            yield from _strips(child, (*chain, child))


def _lines(
    strips: Sequence[tuple[Any, Chain]],
    blocks: dict[int, int],
    depths_of_notes: Mapping[int, float],
) -> Iterator[Line]:
    """All strips as lines, each with the edges above and below it that a column's end leaves."""
    chains = [(), *(chain for _, chain in strips), ()]
    block: _Block | None = None
    for (strip, chain), before, after in zip(strips, chains, chains[2:], strict=False):
        if block is None or chain is not before:
            block = _block(chain, blocks)
        line = _line(strip, chain, block, depths_of_notes)
        if chain is before is after:
            yield line
            continue
        above = _edge_above(strip, _part(chain, before))
        below = _edge_below(strip, _part(chain, after))
        following = _part(after, chain)
        keeps = any(box.style["break_before"].startswith("avoid") for box in following)
        yield line._replace(
            head=Pt(line.head + above),
            tail=below,
            keep_with_next=line.keep_with_next or keeps,
        )


def _part(chain: Chain, other: Chain) -> Chain:
    """The boxes of a chain that are not in another: those that begin or end between two strips."""
    shared = 0
    for one, two in zip(chain, other, strict=False):
        if one is not two:
            break
        shared += 1
    return chain[shared:]


def _edge_above(strip: Any, begun: Chain) -> Pt:
    """Points from the outermost border or padding that begins with a strip to the strip."""
    edged = (box for box in begun if box.border_top_width or box.padding_top)
    top = next((box.border_box_y() for box in edged), strip.position_y)
    return Pt((strip.position_y - top) * PT_PER_PX)


def _edge_below(strip: Any, ended: Chain) -> Pt:
    """Points from a strip to the outermost border or padding that ends with it."""
    edged = (box for box in ended if box.border_bottom_width or box.padding_bottom)
    bottom = strip.position_y + strip.margin_height()
    foot = next((box.border_box_y() + box.border_height() for box in edged), bottom)
    return Pt((foot - bottom) * PT_PER_PX)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """What the strips of one block have in common."""

    number: int
    group: int | None
    space_before: Pt
    orphans: int
    widows: int
    keep_with_next: bool
    mentions: tuple[int, ...]


def _block(chain: Chain, blocks: dict[int, int]) -> _Block:
    block = chain[-1]
    number = blocks.setdefault(id(block.element), len(blocks))
    groups = (box for box in chain if box.style["break_inside"] != "auto")
    return _Block(
        number=number,
        group=next((blocks.setdefault(id(box.element), len(blocks)) for box in groups), None),
        space_before=Pt(max(_margin_top(box) for box in chain) * PT_PER_PX),
        orphans=block.style["orphans"],
        widows=block.style["widows"],
        keep_with_next=any(box.style["break_after"].startswith("avoid") for box in chain),
        mentions=tuple(dict.fromkeys(number for box in chain for number in _mentions(box))),
    )


def _line(strip: Any, chain: Chain, block: _Block, depths_of_notes: Mapping[int, float]) -> Line:
    bottom = strip.position_y + strip.margin_height()
    is_text = isinstance(strip, boxes.LineBox)
    notes = _notes_of(strip) if depths_of_notes else ()
    return Line(
        top=Pt(strip.position_y * PT_PER_PX),
        bottom=Pt(bottom * PT_PER_PX),
        baseline=Pt((strip.position_y + strip.baseline if is_text else bottom) * PT_PER_PX),
        block=block.number,
        group=block.group,
        space_before=block.space_before,
        orphans=block.orphans,
        widows=block.widows,
        keep_with_next=block.keep_with_next,
        mentions=block.mentions,
        notes=Pt(sum(depths_of_notes.get(note, 0.0) for note in notes) * PT_PER_PX),
        head=Pt(_head_above(strip, chain) * PT_PER_PX),
        hyphenated=is_text and _ends_with_hyphen(strip),
    )


def _ends_with_hyphen(line: Any) -> bool:
    box = line
    while isinstance(box, boxes.ParentBox) and box.children:
        box = box.children[-1]
    return isinstance(box, boxes.TextBox) and box.text.endswith(HYPHEN)


def _head_above(strip: Any, chain: Chain) -> float:
    """How deep the head is that is printed again above a table's row, in pixels."""
    table = next((box for box in reversed(chain) if isinstance(box, boxes.TableBox)), None)
    heads = [group for group in table.children if group.is_header] if table else []
    if not heads or heads[0] in chain or strip.element is _first_row(table, heads[0]):
        return 0.0
    return float(heads[0].height)


def _mentions(block: Any) -> Iterator[int]:
    """The numbers of what a block mentions, as its element tells them."""
    yield from map(int, (block.element.get("data-mentions") or "").split())


def _notes_of(strip: Any) -> Iterator[int]:
    """The elements of the notes that a strip calls."""
    if isinstance(strip, boxes.ParentBox):
        yield from (id(box.footnote.element) for box in every_box(strip) if box.footnote)


def _margin_top(box: Any) -> float:
    """The margin that the style asks for, in pixels, whatever the layout made of it.

    A box that goes on from an earlier frame has none.
    """
    margin = box.style["margin_top"]
    goes_on = "top" in box.remove_decoration_sides
    return float(margin.value) if getattr(margin, "unit", None) == "px" and not goes_on else 0.0
