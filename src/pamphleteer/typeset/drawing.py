"""Graft poured frames into their pages and write one PDF of them.

The furniture (running heads, folios, rules, panels) is an ordinary WeasyPrint document with one
page for each page of the issue. Frames are translated to their place and hung into its page boxes,
in reading order, so that the PDF has one set of fonts, tags, links and bookmarks.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.background import layout_box_backgrounds

from pamphleteer.typeset.archiving import ARCHIVE, finish_archive, screen_profile
from pamphleteer.typeset.frame import Frame
from pamphleteer.typeset.glyphs import Fonts, refuse_missing_glyphs
from pamphleteer.typeset.pictures import Convert, Placed, lent_pictures, placed_pictures
from pamphleteer.typeset.trees import every_box
from pamphleteer.typeset.weasy import listening, weasyprint
from pamphleteer.units import Pt

PX_PER_PT = 96 / 72
FURNITURE = "the layout's furniture"


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

    ``convert`` makes of each picture what an output needs.
    """

    def __init__(self, document: Document, lines: LineCount) -> None:
        self._document = document
        self.lines = lines

    def placed(self, names: Iterable[str]) -> tuple[Placed, ...]:
        """The pictures on the pages, which have these names as assets, and how wide they are."""
        return placed_pictures(self._page_boxes, names)

    @property
    def _page_boxes(self) -> list[Any]:
        return [page._page_box for page in self._document.pages]

    def tagged_pdf(self, convert: Convert | None = None) -> bytes:
        """Write a tagged PDF with bookmarks, links and metadata.

        It keeps PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
        """
        profiles = {"srgb": screen_profile()}
        return self._write(
            profiles, convert, **ARCHIVE, pdf_identifier=True, finisher=finish_archive
        )

    def plain_pdf(self, convert: Convert | None = None) -> bytes:
        """Write the pages without tags, to be imposed."""
        return self._write({}, convert, pdf_tags=False, pdf_identifier=b"")

    def _write(self, profiles: Mapping[str, Any], convert: Convert | None, **options: Any) -> bytes:
        with listening("writing the PDF"), lent_pictures(self._page_boxes, convert):
            self._document.fonts.clear()
            self._document.color_profiles = dict(profiles)
            written: bytes = self._document.write_pdf(presentational_hints=False, **options)
        return written


def draw_pages(
    furniture: "weasyprint.HTML", *, stylesheet: Any, fonts: Fonts, grafts: Sequence[Graft]
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
    return Drawing(document.copy([_finish(box) for box in page_boxes]), lines)


def _count_lines(grafts: Sequence[Graft]) -> LineCount:
    roots = (root for graft in grafts for root in graft.frame.content[0])
    inside = (box for root in roots for box in every_box(root))
    lines = [hasattr(box, "is_planned") for box in inside if isinstance(box, boxes.LineBox)]
    return LineCount(planned=sum(lines), stock=len(lines) - sum(lines))


def _finish(page_box: Any) -> Page:
    """A page with one annotation for each link.

    WeasyPrint adds one for each element inside a link, such as its emphasis, and tells of these to
    no reader of the tags, as PDF/UA-1 requires (ISO 14289-1 §7.18.5).
    """
    page = Page(page_box)
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
