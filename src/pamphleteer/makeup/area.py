"""A rectangle of the page that is to be filled, divided into columns."""

from dataclasses import dataclass, replace

from pamphleteer.makeup.plan import Slot
from pamphleteer.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """``x`` is from the type area's left edge; it begins at ``row`` and is ``rows`` deep.

    ``lines`` is how many rows the whole page has; it is ``overleaf`` that a text goes on from a
    right-hand page.
    """

    x: Pt
    width: Pt
    row: int
    rows: int
    columns: int
    gutter: Pt
    lines: int = 0
    overleaf: bool = False

    @property
    def is_at_top(self) -> bool:
        """Whether it begins at the page's top."""
        return self.row == 0

    @property
    def is_at_foot(self) -> bool:
        """Whether it goes down to the page's foot."""
        return self.row + self.rows == self.lines

    @property
    def size(self) -> int:
        """The rows of all its columns."""
        return self.rows * self.columns

    @property
    def measure(self) -> Pt:
        """The width of one column."""
        return Pt((self.width - (self.columns - 1) * self.gutter) / self.columns)

    def span(self, columns: int) -> Pt:
        """The width of so many columns with the gutters between them."""
        return Pt(columns * self.measure + (columns - 1) * self.gutter)

    def slot(self, column: int, row: int, rows: int, *, span: int = 1) -> Slot:
        """A place in a column, its row counted from the area's top."""
        x = Pt(self.x + column * (self.measure + self.gutter))
        return Slot(x=x, width=self.span(span), row=self.row + row, rows=rows)

    def right_of(self, column: int) -> "Area":
        """The columns from this one on."""
        rest = self.slot(column, 0, self.rows, span=self.columns - column)
        return replace(self, x=rest.x, width=rest.width, columns=self.columns - column)

    def below(self, rows: int) -> "Area":
        """What is left when so many rows are taken from the top."""
        return replace(self, row=self.row + rows, rows=self.rows - rows)

    def divided(self, columns: int) -> "Area":
        """The same rectangle in so many columns."""
        return replace(self, columns=columns)
