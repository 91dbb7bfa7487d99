"""The page grid: where columns stand, and the lines on which all type stands."""

from dataclasses import dataclass

from pamphleteer.units import Pt, Size

NO_BLEED = Pt(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One trim size's grid.

    The type area begins ``top`` below the trim and is ``lines`` times the ``leading`` deep; it
    stands ``inner`` from the spine and ``outer`` from the fore-edge. Its columns are all one
    measure wide, a ``gutter`` apart. What touches the trim goes on beyond it by ``bleed``.
    """

    trim: Size
    top: Pt
    inner: Pt
    outer: Pt
    lines: int
    leading: Pt
    columns: int
    gutter: Pt
    bleed: Pt = NO_BLEED

    @property
    def width(self) -> Pt:
        """Width of the type area."""
        return Pt(self.trim.width - self.inner - self.outer)

    @property
    def measure(self) -> Pt:
        """Width of one column."""
        return self.measure_in(self.width, self.columns)

    def measure_in(self, width: Pt, columns: int) -> Pt:
        """Width of one of so many columns in a width."""
        return Pt((width - (columns - 1) * self.gutter) / columns)

    def span(self, columns: int, across: int) -> Pt:
        """Width of some of so many columns, with the gutters between them."""
        return Pt(across * self.measure_in(self.width, columns) + (across - 1) * self.gutter)

    @property
    def bled(self) -> Size:
        """The trim with its bleed on all sides."""
        width, height = self.trim.width + 2 * self.bleed, self.trim.height + 2 * self.bleed
        return Size(width=Pt(width), height=Pt(height))

    def left(self, page: int) -> Pt:
        """Where the type area begins: odd pages lie right of the spine, even pages left of it."""
        return self.inner if page % 2 else self.outer

    def y(self, row: float) -> Pt:
        """The top of a row, counted from 0, from the trim's top."""
        return Pt(self.top + row * self.leading)

    def rows(self, depth: Pt) -> int:
        """The rows that a depth takes, rounded up; a tenth of a point is forgiven."""
        return max(0, -int(-(depth - 0.1) // self.leading))


FLOAT_GAP = Pt(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """How much room stands between things, in lines of the grid; a layout says it.

    Attributes:
        masthead_rise: How far the masthead stands above the type area.
        before_story: Between the end of one article and the headline block of the next, the
            line of the rule included.
        before_panel: Above a banner, box or contact block.
        least_body: Lines that a column must have below a headline block.
        banner: A banner's least depth.
        banner_most: The depth to which it may grow where a page has room.
        below_masthead: Between the masthead and the first headline block, at least, in points.
        below_head: Between a headline block and its text, at least, in points.
        box_padding: Between a box's edge and its text, above and below.
        inset: Between a box's edge and its text, left and right, in points.
        float_gap: Between the text and what stands apart from it, at least, in points.
    """

    masthead_rise: int
    before_story: int
    before_panel: int
    least_body: int
    banner: int
    banner_most: int
    box_padding: int
    inset: Pt
    below_masthead: Pt
    below_head: Pt
    float_gap: Pt = FLOAT_GAP
