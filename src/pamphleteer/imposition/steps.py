"""Steps from a file to finished copies: what one is, and what it is told of."""

from dataclasses import dataclass

from pamphleteer.imposition.pictures import Picture
from pamphleteer.imposition.placing import Bed, Setting
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.printer import Printer
from pamphleteer.units import Size

SPARE = 6.0
"""Points of paper around the pages, both edges together, that nobody would cut off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do: its name in a word or two, what to do, and a picture of it."""

    name: str
    text: str
    picture: Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Stocks:
    """How heavy papers are, in g/m²: that of the sheets, and the cover's; None if nobody said."""

    sheets: float | None = None
    cover: float | None = None


def say_weight(weight: float | None) -> str:
    """Write a paper's weight: "80 g/m²"; nothing where there is none."""
    return f"{weight:g} g/m²" if weight else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What the steps are told of.

    ``plan`` is as it is printed, its backs turned as the flip asks; ``page`` is a page's trimmed
    size on paper.
    """

    plan: Plan
    bed: Bed
    page: Size
    setting: Setting
    copies: int
    printer: Printer | None
    stocks: Stocks

    @property
    def by_hand(self) -> bool:
        """Whether somebody puts the stack back for the backs."""
        return bool(self.plan.two_sided and self.printer and self.printer.manual)

    @property
    def turning(self) -> str:
        """How the printer is to turn sheets: as it was set for its trial, if there was one."""
        if self.printer and self.printer.duplex != "none":
            return "with the settings of the trial"
        return f"flip on {self.setting.flip.replace('-', ' ')}"

    @property
    def bolts(self) -> bool:
        """Whether edges besides the spine stay closed by folds, and have to be opened."""
        return self.plan.two_sided and len(self.plan.folds) > 1

    @property
    def has_margins(self) -> bool:
        """Whether paper is left around the pages."""
        extent, sheet = self.bed.grid.extent(self.page, self.bed.gutter), self.bed.sheet
        return sheet.width - extent.width > SPARE or sheet.height - extent.height > SPARE
