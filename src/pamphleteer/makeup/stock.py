"""Take stock: pour every piece once, to know how much room it needs, and keep what was poured.

Headline blocks, floats and blocks are whole: their frames are used as they are. A text is poured
into a column without end, for its proof, and taken back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pamphleteer.layout.grid import Grid, Spacing
from pamphleteer.makeup.block import Block, pour_at_width, pour_whole, set_block, take_proof
from pamphleteer.makeup.copy import BlockCopy, Copy, NoticeCopy, StoryCopy, Stretch
from pamphleteer.makeup.floats import SetFloat, float_copy, set_float
from pamphleteer.makeup.jumps import break_off
from pamphleteer.makeup.model import (
    BlockPiece,
    Jump,
    Notice,
    Piece,
    Story,
    Thread,
)
from pamphleteer.makeup.notices import set_notice
from pamphleteer.makeup.proof import Proof
from pamphleteer.makeup.stops import stop_for
from pamphleteer.typeset.frame import Frame
from pamphleteer.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StoryStock:
    """A story, or its part before or after a jump, with the frames that are poured already."""

    story: Story
    copy: StoryCopy
    head: Thread
    head_frames: Mapping[int, tuple[Thread, Frame]]
    floats: tuple[SetFloat, ...]
    turn: tuple[Thread, Frame] | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BlockStock:
    """A block in each of its sizes."""

    piece: BlockPiece
    copy: BlockCopy
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NoticeStock:
    """A notice that is set."""

    notice: Notice
    copy: NoticeCopy
    block: Block


Stock = StoryStock | BlockStock | NoticeStock


def take_stock(pieces: Sequence[Piece], grid: Grid, spacing: Spacing) -> tuple[Stock, ...]:
    """Pour all pieces; a story with a jump makes two entries.

    Raises:
        IssueError: a block does not fit on a page of its own.
    """
    return tuple(entry for piece in pieces for entry in _take(piece, grid, spacing))


def copy_of(stock: Sequence[Stock]) -> tuple[Copy, ...]:
    """The numbers alone."""
    return tuple(entry.copy for entry in stock)


def learn(stock: Sequence[Stock], proof: Proof, column: tuple[int, int], end: int) -> list[Stock]:
    """Put what pouring taught into the proof of every entry that shares it."""
    taught = replace(proof, learned={**proof.learned, column: end})

    def mend(part: Stretch | int) -> Stretch | int:
        is_it = isinstance(part, Stretch) and part.proof is proof
        return replace(part, proof=taught) if isinstance(part, Stretch) and is_it else part

    return [
        replace(entry, copy=replace(entry.copy, parts=tuple(map(mend, entry.copy.parts))))
        if isinstance(entry, StoryStock)
        else entry
        for entry in stock
    ]


def _take(piece: Piece, grid: Grid, spacing: Spacing) -> tuple[Stock, ...]:
    match piece:
        case Story():
            return _take_story(piece, grid, spacing)
        case Notice():
            block = set_notice(piece, grid)
            copy = NoticeCopy(name=piece.name, rows=block.rows, span=piece.span)
            return (NoticeStock(notice=piece, copy=copy, block=block),)
        case _:
            return (_take_block(piece, grid, spacing),)


def _take_block(piece: BlockPiece, grid: Grid, spacing: Spacing) -> BlockStock:
    block = set_block(piece, grid, spacing)
    copy = BlockCopy(
        name=f"the {block.kind}", rows=(block.rows,), most=(block.most,), may_drop=block.may_drop
    )
    return BlockStock(piece=piece, copy=copy, blocks=(block,))


def _take_story(story: Story, grid: Grid, spacing: Spacing) -> tuple[Stock, ...]:
    head_frames = {
        columns: (thread, pour_at_width(thread, grid, _width(grid, story.columns, columns)))
        for columns, thread in story.heads.items()
    }
    floats = tuple(
        set_float(
            each,
            columns=story.columns,
            grid=grid,
            spacing=spacing,
        )
        for each in story.floats
    )
    measure = grid.measure_in(grid.width, story.columns)
    divided = [tuple(each) for each in _parts(story, measure, grid)]
    parts = [each for some in divided for each in some]
    following = set(_following(part for part, _ in parts))
    copy = StoryCopy(
        name=story.running_head,
        head={
            columns: grid.rows(Pt(frame.depth + spacing.below_head))
            for columns, (_, frame) in head_frames.items()
        },
        parts=tuple(part for part, _ in parts),
        floats=tuple(
            replace(float_copy(each, made, story.columns), follows=number in following)
            for number, (each, made) in enumerate(zip(story.floats, floats, strict=True))
        ),
        columns=story.columns,
        start=story.start,
    )
    whole = StoryStock(
        story=replace(
            story, parts=tuple(thread for _, thread in parts), jump=_jump(story, divided)
        ),
        copy=copy,
        head=story.heads[story.columns],
        head_frames=head_frames,
        floats=floats,
    )
    return (whole,) if story.jump is None else _divide(whole, grid, spacing)


def _following(parts: Iterable[Stretch | int]) -> Iterator[int]:
    """The floats that are mentioned at the same line as the one before them."""
    proofs = {id(part.proof): part.proof for part in parts if isinstance(part, Stretch)}
    for proof in proofs.values():
        for number, following in pairwise(proof.first_mentions):
            if proof.mention_line(number) == proof.mention_line(following):
                yield following


Part = tuple[Stretch | int, Thread | int]
"""A part of a story, and its thread."""


def _parts(story: Story, measure: Pt, grid: Grid) -> Iterator[Iterator[Part]]:
    """Each of a story's parts, its texts divided where they stop."""
    across = [number for number, each in enumerate(story.floats) if each.across]
    for part in story.parts:
        yield _stopped(part, across, measure, grid)


def _stopped(part: Thread | int, across: Sequence[int], measure: Pt, grid: Grid) -> Iterator[Part]:
    if isinstance(part, int):
        yield part, part
        return
    for each in stop_for(take_proof(part, measure, grid.leading), across):
        yield each, each if isinstance(each, int) else part


def _jump(story: Story, divided: Sequence[Sequence[Part]]) -> Jump | None:
    """The jump of a story, its parts counted as they are divided."""
    jump = story.jump
    if jump is None or jump.parts is None:
        return jump
    return replace(jump, parts=sum(len(each) for each in divided[: jump.parts]))


def _divide(whole: StoryStock, grid: Grid, spacing: Spacing) -> tuple[Stock, ...]:
    """The part before a jump, which has a line that tells where it goes on, and the rest."""
    jump = whole.story.jump
    if jump is None:
        return (whole,)
    columns = whole.copy.columns
    before, after = break_off(whole.copy.parts, jump)
    turn = pour_at_width(jump.turn, grid, _width(grid, columns, 1))
    head = pour_whole(jump.head, grid, inset=Pt(0))
    threads = {
        id(part.proof): thread
        for part, thread in zip(whole.copy.parts, whole.story.parts, strict=True)
        if isinstance(part, Stretch)
    }

    def thread_of(part: Stretch | int) -> Thread | int:
        return part if isinstance(part, int) else threads[id(part.proof)]

    begun = replace(
        whole,
        story=replace(whole.story, parts=tuple(map(thread_of, before))),
        copy=replace(whole.copy, parts=before, turn=grid.rows(turn.depth), goes_on=jump.page),
        turn=(jump.turn, turn),
    )
    rest = replace(
        whole,
        story=replace(whole.story, parts=tuple(map(thread_of, after))),
        copy=replace(
            whole.copy,
            head={columns: grid.rows(Pt(head.depth + spacing.below_head))},
            parts=after,
            page=jump.page,
            start="run-on",
        ),
        head=jump.head,
        head_frames={columns: (jump.head, head)},
    )
    return begun, rest


def _width(grid: Grid, columns: int, span: int) -> Pt:
    measure = grid.measure_in(grid.width, columns)
    return Pt(span * measure + (span - 1) * grid.gutter)
