"""Graft poured frames into their pages and write one PDF of them.

The furniture (running heads, folios, rules, panels) is an ordinary WeasyPrint document with one
page for each page of the issue. Frames are translated to their place and hung into its page boxes,
in reading order, so that the PDF has one set of fonts, tags, links and bookmarks.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.background import layout_box_backgrounds

from pamphleteer.layout.inks import Inking
from pamphleteer.typeset.archiving import ARCHIVE, finish_archive, screen_profile
from pamphleteer.typeset.frame import Frame
from pamphleteer.typeset.given_pictures import Convert, Pictures
from pamphleteer.typeset.glyphs import Fonts, refuse_missing_glyphs
from pamphleteer.typeset.inked import PrintJob, drawn_in_inks
from pamphleteer.typeset.pictures import Placed, placed_pictures
from pamphleteer.typeset.trees import every_box
from pamphleteer.typeset.weasy import listening, weasyprint
from pamphleteer.units import Pt

PX_PER_PT = 96 / 72
FURNITURE = "the layout's furniture"
PRESS_VERSION = "1.6"
"""Of PDF, on which PDF/X-4 rests (ISO 15930-7)."""
NO_PROFILES: Mapping[str, Any] = {}

Finisher = Callable[[Any, Any], None]
"""Is given the document and its PDF, before it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graft:
    """A frame and its place: the page (from 1), and its top left corner from the trim's, in pt."""

    page: int
    frame: Frame
    x: Pt
    y: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCount:
    """How many lines were set as their paragraph's plan has it, and how many by WeasyPrint."""

    planned: int
    stock: int


class Drawing:
    """Finished pages; they can be written any number of times, with the same bytes each time.

    Where they are written with an `Inking`, what stands for inks in the layout becomes what it
    says; else colours are written as they are. Pages ``bleed`` so many points.
    """

    def __init__(self, document: Document, lines: LineCount, bleed: Pt) -> None:
        self._document = document
        self.lines = lines
        self.bleed = bleed

    def placed(self, names: Iterable[str]) -> tuple[Placed, ...]:
        """The pictures on the pages, which have these names as assets, and how wide they are."""
        return placed_pictures((page._page_box for page in self._document.pages), names)

    def tagged_pdf(self, inking: Inking | None = None, *, convert: Convert | None = None) -> bytes:
        """Write a tagged PDF with bookmarks, links and metadata.

        It keeps PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
        """
        return self._write(
            self._document,
            inking,
            convert,
            profiles={"srgb": screen_profile()},
            finisher=finish_archive,
            pdf_identifier=True,
            **ARCHIVE,
        )

    def plain_pdf(self, inking: Inking | None = None, *, convert: Convert | None = None) -> bytes:
        """Write the pages without tags, to be imposed; ``convert`` makes its pictures."""
        return self._write(self._document, inking, convert, pdf_tags=False)

    def press_pdf(self, inking: Inking, *, convert: Convert) -> bytes:
        """Write the pages with their bleed, and nothing for a screen: no tags, links or bookmarks.

        The page's origin is the trim's lower left corner, so that its MediaBox begins below zero:
        to move it would move patterns against what they fill (ISO 32000-2, 8.7.3.1).
        """
        document = self._document.copy(map(_for_press, self._document.pages))
        document.output_intent = "device-cmyk"  # transparent groups are mixed in inks
        return self._write(document, inking, convert, pdf_tags=False, pdf_version=PRESS_VERSION)

    def _write(
        self,
        document: Document,
        inking: Inking | None,
        convert: Convert | None,
        *,
        profiles: Mapping[str, Any] = NO_PROFILES,
        finisher: Finisher | None = None,
        **options: Any,
    ) -> bytes:
        finishers = [finisher] if finisher else []
        with ExitStack() as drawing:
            drawing.enter_context(listening("writing the PDF"))
            if inking is not None:
                pictures = Pictures(convert=convert) if convert else None
                job = PrintJob(inking=inking, pictures=pictures)
                drawing.enter_context(drawn_in_inks(job, "the layout"))
                finishers.append(job.add_plates)
            document.fonts.clear()
            # A variant's output intent would stay for the next one.
            document.color_profiles = dict(profiles)
            written: bytes = document.write_pdf(
                presentational_hints=False,
                finisher=lambda *made: [finish(*made) for finish in finishers],
                **{"pdf_identifier": b"", **options},
            )
        return written


def _for_press(page: Page) -> Page:
    """The page with the bleed that its style sheet gives it, and without what is for a screen."""
    bare = Page(page._page_box)
    bare.links, bare.bookmarks, bare.anchors = [], [], {}
    return bare


def draw_pages(
    furniture: "weasyprint.HTML",
    *,
    stylesheet: Any,
    fonts: Fonts,
    grafts: Sequence[Graft],
    bleed: Pt,
) -> Drawing:
    """Lay out the furniture, graft every frame into its page, and return the finished pages.

    Each frame can be drawn once only: grafting moves its boxes.

    Raises:
        IssueError: the furniture's HTML or style sheet was not understood.
        ValueError: a graft's page is not among the furniture's.
    """
    with listening("the layout's pages"):
        document = furniture.render(stylesheets=[stylesheet], font_config=fonts.configuration)
    page_boxes = [page._page_box for page in document.pages]
    bookmarked: set[int] = set()
    for page_box in page_boxes:
        refuse_missing_glyphs(every_box(page_box), library=fonts.library, path=FURNITURE)
    for graft in grafts:
        if not 1 <= graft.page <= len(page_boxes):
            raise ValueError(f"page {graft.page} of {len(page_boxes)} has no furniture")
        with listening("the layout's style sheet"):  # background pictures are asked for only now
            _hang(page_boxes[graft.page - 1], graft, bookmarked)
    lines = _count_lines(grafts)
    return Drawing(document.copy([_finish(box) for box in page_boxes]), lines, bleed)


def _count_lines(grafts: Sequence[Graft]) -> LineCount:
    roots = (root for graft in grafts for root in graft.frame.content[0])
    inside = (box for root in roots for box in every_box(root))
    lines = [hasattr(box, "is_planned") for box in inside if isinstance(box, boxes.LineBox)]
    return LineCount(planned=sum(lines), stock=len(lines) - sum(lines))


def _finish(page_box: Any) -> Page:
    """A page cut to its trim, with one annotation for each link.

    WeasyPrint adds one for each element inside a link, such as its emphasis, and tells of these to
    no reader of the tags, as PDF/UA-1 requires (ISO 14289-1 §7.18.5).
    """
    page = Page(page_box)
    page.bleed = dict.fromkeys(page.bleed, 0)
    page.links = [link for link in page.links if link[3].link]
    return page


def _hang(page_box: Any, graft: Graft, bookmarked: set[int]) -> None:
    content, get_image = graft.frame.content
    for box in content:
        box.translate(graft.x * PX_PER_PT, graft.y * PX_PER_PT)
        # Backgrounds are placed against the page, so only now (G7).
        _lay_backgrounds(page_box, box, get_image)
        _keep_first_bookmarks(box, bookmarked)
        page_box.children = [*page_box.children, box]


def _lay_backgrounds(page_box: Any, box: Any, get_image: Any) -> None:
    """Lay out the backgrounds of all boxes but lines and texts, which have none of their own."""
    if isinstance(box, boxes.LineBox | boxes.TextBox):
        box.background = None
    else:
        layout_box_backgrounds(page_box, box, get_image, layout_children=False)
    for child in box.all_children():
        _lay_backgrounds(page_box, child, get_image)


def _keep_first_bookmarks(root: Any, bookmarked: set[int]) -> None:
    """Let a heading that is cut between two frames have one bookmark (G8)."""
    for box in every_box(root):
        if box.bookmark_label and id(box.element) in bookmarked:
            box.bookmark_label = ""
        elif box.bookmark_label:
            bookmarked.add(id(box.element))
