"""The kernel: one flow of content, poured frame by frame, taken back and poured again.

A pour is the layout of one WeasyPrint page of the frame's size. WeasyPrint was not made to be
asked twice, so each pour stands behind guards. G1 to G6 were found by pouring random documents into
random frames; without them, notes are lost or doubled and a repeated pour differs:

- G1 Notes left over: ``resume_at`` None means both "finished" and "start of the document". When
  only notes remain, a *blank* page type is poured, which sets notes alone.
- G2 Notes whose call is set but which still wait go to the reported ones, in the source's order.
- G3 Purity: layout writes on the source boxes. They are photographed once and restored before each
  pour, so that the same pour gives the same frame to the last digit.
- G4 Stall: three pours that take nothing are an error with the block's line in the source.
- G5 Matter that loses words when a break meets it is refused when the thread is made (`guards`).
- G6 Overflow is not clipped: what stands out of a frame is reported with it (`frame.Overset`).
- G11 Notes stand in the frame of their call if they have room: WeasyPrint sends them on because of
  a last digit, or so that one more line fits. (`drawing` has the guards between.)

Private parts of WeasyPrint are used, each named in ``tests/typeset/test_private_surface.py``.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import LayoutContext, initialize_page_maker
from weasyprint.layout.page import PageType, make_page, set_page_type_computed_styles

from pamphleteer.problems import IssueError, SourcePos, error
from pamphleteer.typeset.cutting import can_be_cut, cut_frame
from pamphleteer.typeset.frame import Frame
from pamphleteer.typeset.guards import source_line
from pamphleteer.typeset.negatives import photograph, restore
from pamphleteer.typeset.overset import find_repeated
from pamphleteer.typeset.sources import Source
from pamphleteer.typeset.strips import read_frame
from pamphleteer.typeset.trees import every_box
from pamphleteer.typeset.weasy import listening
from pamphleteer.units import Pt

PX_PER_PT = 96 / 72
FLOAT_SLACK = 0.5
"""Pixels added to a frame's height: n lines of leading must fit in n times the leading although
the sum of their heights is off in its last digits."""
MOST_STALLS = 3
WITHOUT_END = Pt(100_000)
"""A frame of this height has room for all notes: they are set once, not anew with each call."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a thread to which it can be taken back."""

    poured: int
    page_maker: tuple[Any, ...]
    footnotes: tuple[Any, ...]
    reported_footnotes: tuple[Any, ...]
    broken_out_of_flow: dict[Any, Any]
    stalls: int


class Thread:
    """One flow of content. It is the only thing here that changes: `pour` moves it on."""

    def __init__(self, path: str, open_source: Callable[[], Source]) -> None:
        """Take matter to be set; its boxes are asked for when they are first needed.

        Args:
            path: The source of the content, for problems.
            open_source: Builds the boxes, which no other thread may use.
        """
        self.path = path
        self.pours = 0
        self._open_source = open_source
        self._blocks: dict[int, int] = {}
        self._can_be_cut: dict[int, tuple[Frame, bool]] = {}
        self._poured = 0
        self._stalls = 0

    def open(self) -> "Thread":
        """Have the boxes built now.

        Raises:
            IssueError: the matter cannot be set.
        """
        _ = self._source
        return self

    @cached_property
    def _source(self) -> Source:
        """The boxes, and what is noted of them before the first pour writes on them."""
        source = self._open_source()
        self._note_order = {id(note): i for i, note in enumerate(source.context.footnotes)}
        self._negatives = photograph(source.roots)
        self._repeated = find_repeated(box for root in source.roots for box in every_box(root))
        initialize_page_maker(source.context, source.root)
        # No frame is page one: WeasyPrint would take its size for vw and vh in all later ones.
        source.context.page_maker *= 2
        source.context.rendered_notes = []
        return source

    @property
    def _context(self) -> Any:
        return self._source.context

    @property
    def _root(self) -> Any:
        return self._source.root

    @property
    def done(self) -> bool:
        """Whether nothing is left: no text to resume, no note and no float that waits."""
        context = self._context
        waiting = context.reported_footnotes or context.broken_out_of_flow
        return self._poured > 0 and context.page_maker[-1][0] is None and not waiting

    def mark(self) -> Mark:
        """Remember this place; `back_to` returns to it."""
        context = self._context
        return Mark(
            self._poured,
            tuple(context.page_maker),
            tuple(context.footnotes),
            tuple(context.reported_footnotes),
            dict(context.broken_out_of_flow),
            self._stalls,
        )

    def back_to(self, mark: Mark) -> None:
        """Take back every pour since the mark."""
        context = self._context
        self._poured = mark.poured
        self._stalls = mark.stalls
        context.page_maker = list(mark.page_maker)
        context.footnotes = list(mark.footnotes)
        context.reported_footnotes = list(mark.reported_footnotes)
        context.broken_out_of_flow = dict(mark.broken_out_of_flow)

    def pour(self, width: Pt, height: Pt) -> Frame:
        """Set as much as fits into a frame of this size and move on.

        Args:
            width: The measure, in points.
            height: The frame's height, in points.

        Raises:
            IssueError: Three pours in a row took nothing (code ``does-not-fit``), or WeasyPrint
                had to complain (``typesetting``).
            ValueError: The thread is done.
        """
        if self.done:
            raise ValueError("a thread that is done cannot be poured")
        context, root = self._context, self._root
        self._restore()
        self.pours += 1
        resume_at, next_page, _, state, _ = context.page_maker[-1]
        before = self._waiting(resume_at)
        state = copy.deepcopy(state)
        blank = self._poured > 0 and resume_at is None
        page_type = self._page_type(blank, (width, height))
        forced = next_page["break"] != "any" or bool(next_page["page"])
        context.forced_break = forced
        self._make_room_for_notes(height)
        with listening(self.path):
            page, resume_at, next_page = make_page(
                context, root, page_type, resume_at, len(context.page_maker), state
            )
        resume_at = None if blank else resume_at
        self._settle_floats()
        self._settle_notes(page)
        self._advance(resume_at, next_page, state)
        self._count_stall(before == self._waiting(resume_at) and not self.done, resume_at)
        return read_frame(
            page,
            size=(width, height),
            blocks=self._blocks,
            repeated=self._repeated,
            finished=self.done,
            get_image=context.get_image_from_uri,
        )

    def cut(self, proof: Frame, start: int, end: int, height: Pt) -> Frame | None:
        """Take a column out of a frame that holds the whole thread, instead of pouring it.

        Args:
            proof: What was poured into a frame without end.
            start: The first line of the column.
            end: The line after its last.
            height: The column's height, in points.

        Returns:
            The frame, or None if the thread holds what must be poured.
        """
        if id(proof) not in self._can_be_cut:  # a proof lives as long as its thread
            self._can_be_cut[id(proof)] = proof, can_be_cut(proof)
        _, cuttable = self._can_be_cut[id(proof)]
        return cut_frame(proof, start, end, height=height) if cuttable else None

    def _make_room_for_notes(self, height: Pt) -> None:
        """Let notes take the room that they need, and none wait to make room for a line.

        WeasyPrint compares their depth with that of their area, which is the same number, and takes
        its last digits for an area that is full. And it sends notes on so that a line fits, but in
        columns: a frame is one.
        """
        context = self._context

        def set_notes() -> bool:
            if height < WITHOUT_END:
                context.in_column = False
                LayoutContext._update_footnote_area(context)
                context.in_column = True
            context.current_footnote_area.children = context.current_page_footnotes
            return False

        context.in_column = True
        context._update_footnote_area = set_notes

    def _page_type(self, blank: bool, size: tuple[Pt, Pt]) -> PageType:
        page_type = PageType("right", blank, "", self._poured, ())
        if self._context.style_for(page_type) is None:  # threads of one document have the same
            set_page_type_computed_styles(page_type, self._source.html, self._context.style_for)
        width, height = size
        self._context.style_for(page_type)["size"] = (
            width * PX_PER_PT,
            height * PX_PER_PT + FLOAT_SLACK,
        )
        return page_type

    def _restore(self) -> None:
        """Give the source boxes their state before any layout (G3)."""
        restore(self._negatives)
        self._context._excluded_shapes_root_boxes.clear()
        self._context._excluded_shapes.clear()

    def _settle_floats(self) -> None:
        """Keep what a broken float needs apart from boxes that later pours write on (G3)."""
        context = self._context
        context.broken_out_of_flow = {
            key: (box, block.copy() if isinstance(block, boxes.Box) else block, root, skip)
            for key, (box, block, root, skip) in context.broken_out_of_flow.items()
        }

    def _settle_notes(self, page: Any) -> None:
        """Report every note whose call is on the page and that was left waiting, in order (G2)."""
        context = self._context
        if context.footnotes:
            called = {id(box.footnote) for box in every_box(page.children[0]) if box.footnote}
            late = [note for note in context.footnotes if id(note) in called]
            for note in late:
                context.footnotes.remove(note)
            context.reported_footnotes.extend(late)
        context.reported_footnotes.sort(key=lambda note: self._note_order[id(note)])

    def _advance(self, resume_at: Any, next_page: Any, state: Any) -> None:
        remake = {
            "content_changed": False,
            "pages_wanted": False,
            "anchors": [],
            "content_lookups": [],
        }
        self._context.page_maker.append((resume_at, next_page, True, state, remake))
        self._poured += 1

    def _waiting(self, resume_at: Any) -> tuple[Any, ...]:
        context = self._context
        notes = tuple(id(note) for note in context.reported_footnotes)
        return resume_at, notes, len(context.broken_out_of_flow)

    def _count_stall(self, stalled: bool, resume_at: Any) -> None:
        """Stop when nothing was taken three times (G4)."""
        self._stalls = self._stalls + 1 if stalled else 0
        if self._stalls < MOST_STALLS:
            return
        pos = SourcePos(path=self.path, line=self._line_at(resume_at))
        hint = "Shorten or split what stands there."
        raise IssueError([error("does-not-fit", "this fits into no column", hint=hint, pos=pos)])

    def _line_at(self, resume_at: Any) -> int:
        """The source line of the block at which the next pour would go on."""
        box, line = self._root, 0
        while resume_at and isinstance(box, boxes.ParentBox):
            (index, resume_at), *_ = resume_at.items()
            box = box.children[index]
            line = source_line(box.element) or line
        return line
