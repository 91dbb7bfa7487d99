"""A page as checks look at it: its content, its pictures by dots, and places for findings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pamphleteer.objects import Rect
from pamphleteer.preflight.model import Profile
from pamphleteer.problems import Severity
from pamphleteer.reading.codes import code_places
from pamphleteer.reading.content.marks import Area, Letters, Line, Mark, Placed, Shade
from pamphleteer.reading.content.objects import map_rect
from pamphleteer.reading.content.pages import PageContent
from pamphleteer.reading.drawings import Matrix, intersect
from pamphleteer.reading.plates import Plates
from pamphleteer.reading.rasters import COPY_DPI, PRINT_DPI, Code, Raster, Rasters
from pamphleteer.reading.samples import Samples
from pamphleteer.units import MM_PER_PT, Box, Pt, Size


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a check found: its code, in words, and where, in the page's own space.

    ``severity`` is given where it is not the one that `advice` has for the code; ``boxes`` are used
    instead of ``where`` for what was found in a picture of the page; ``text`` is what it is about.
    """

    code: str
    found: str
    where: Sequence[Rect] = ()
    boxes: Sequence[Box] = ()
    text: str = ""
    severity: Severity | None = None


@dataclass(frozen=True)
class PageView:
    """A page under examination."""

    content: PageContent
    profile: Profile
    rasters: Rasters
    samples: Samples

    @cached_property
    def size(self) -> Size:
        """The page's size as it is shown."""
        left, bottom, right, top = self.content.boxes["CropBox"]
        sides = (Pt(right - left), Pt(top - bottom))
        width, height = sides[::-1] if self.content.turn in (90, 270) else sides
        return Size(width=width, height=height)

    def place(self, rect: Rect) -> Box:
        """A rectangle of the page's space, as the page is shown, within it."""
        left, top, right, bottom = map_rect(rect, self._shown)
        left, top = max(0.0, left), max(0.0, top)
        right, bottom = min(self.size.width, right), min(self.size.height, bottom)
        width, height = max(0.0, right - left), max(0.0, bottom - top)
        return Box(x=Pt(left), y=Pt(top), width=Pt(width), height=Pt(height))

    def whole_place(self, rect: Rect) -> Box:
        """The same for what may reach out of what is shown: the page's boxes."""
        left, top, right, bottom = map_rect(rect, self._shown)
        return Box(x=Pt(left), y=Pt(top), width=Pt(right - left), height=Pt(bottom - top))

    @cached_property
    def _shown(self) -> Matrix:
        """From the page's space to what is shown of it, y downwards (14.11.2, Rotate)."""
        left, bottom, right, top = self.content.boxes["CropBox"]
        turned: dict[int, Matrix] = {
            90: (0, 1, 1, 0, -bottom, -left),
            180: (-1, 0, 0, 1, right, -bottom),
            270: (0, -1, -1, 0, top, right),
        }
        return turned.get(self.content.turn, (1, 0, 0, -1, -left, top))

    @cached_property
    def letters(self) -> tuple[Letters, ...]:
        """All text that is to be seen; on a drum's plate, what other drums print is not."""
        plate = self.profile.inks == "grey"
        return tuple(
            mark
            for mark in self._inked
            if isinstance(mark, Letters)
            and mark.visible
            and mark.size
            and not (plate and _is_paper(mark))
        )

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All strokes and thin fills that leave ink."""
        return tuple(mark for mark in self._inked if isinstance(mark, Line) and not _is_paper(mark))

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """All filled areas."""
        return tuple(mark for mark in self._inked if isinstance(mark, Area))

    @cached_property
    def pictures(self) -> tuple[Placed, ...]:
        """All pictures that are to be seen."""
        return tuple(mark for mark in self._inked if isinstance(mark, Placed))

    @cached_property
    def shades(self) -> tuple[Shade, ...]:
        """All shadings."""
        return tuple(mark for mark in self._inked if isinstance(mark, Shade))

    @cached_property
    def _inked(self) -> tuple[Mark, ...]:
        return tuple(
            mark
            for mark in self.content.marks
            if mark.alpha > 0 and not (mark.tint and mark.tint.space.names == ("None",))
        )

    @property
    def imposed(self) -> bool:
        """Whether it is a side of a sheet, with pages in their places."""
        return bool(self.content.cells)

    def trim_at(self, rect: Rect) -> Rect:
        """Where the paper is cut or folded around a mark: the page's place, or the trim."""
        middle = ((rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2)
        for cell in self.content.cells:
            if cell[0] <= middle[0] <= cell[2] and cell[1] <= middle[1] <= cell[3]:
                return cell
        return self.content.trim

    def shown(self, mark: Mark) -> Rect:
        """What of a mark is to be seen within the medium."""
        return intersect(mark.shown, self.content.boxes["MediaBox"])

    @cached_property
    def is_drawable(self) -> bool:
        """Whether there may be pictures of the page.

        One that draws more than is read is not drawn: it might take for ever.
        """
        return not self.content.unread and self.rasters.is_drawable(self.content.number)

    @cached_property
    def raster(self) -> Raster:
        """The page at a photocopier's resolution."""
        return self.rasters.draw(self.content.number, self.size, COPY_DPI)

    @cached_property
    def code_places(self) -> tuple[Rect, ...]:
        """Where there could be QR codes, by the marks."""
        return code_places(self.content.marks)

    @cached_property
    def codes(self) -> tuple[Code, ...]:
        """QR codes, read at a press's resolution; the page is drawn so only if there may be any."""
        if not self.is_drawable:
            return ()
        if not self.code_places and not self.raster.read_codes():
            return ()
        return self.fine_raster.read_codes()

    @cached_property
    def copied_codes(self) -> tuple[Code, ...]:
        """QR codes as they are read off a photocopy."""
        return self.raster.copied().read_codes()

    @cached_property
    def plates(self) -> Plates:
        """How much of each ink is where, estimated."""
        return Plates(self.content.boxes["MediaBox"], self.content.marks, self.samples)

    @cached_property
    def fine_raster(self) -> Raster:
        """The page at a press's resolution."""
        return self.rasters.draw(self.content.number, self.size, PRINT_DPI)


def _is_paper(mark: Mark) -> bool:
    return mark.tint is not None and mark.tint.is_paper


def is_empty(rect: Rect) -> bool:
    """Whether a rectangle has no area."""
    return rect[2] <= rect[0] or rect[3] <= rect[1]


def inner(rect: Rect, by: float) -> Rect:
    """A rectangle that is smaller on all sides."""
    return rect[0] + by, rect[1] + by, rect[2] - by, rect[3] - by


def holds(outer: Rect, rect: Rect, slack: float = 0.0) -> bool:
    """Whether a rectangle lies in another one, but for some slack."""
    return (
        rect[0] >= outer[0] - slack
        and rect[1] >= outer[1] - slack
        and rect[2] <= outer[2] + slack
        and rect[3] <= outer[3] + slack
    )


def millimetres(points: float) -> str:
    """A length as an editor reads it."""
    return f"{points * MM_PER_PT:.1f}".removesuffix(".0") + " mm"


def points(length: float) -> str:
    """A size of type or a thickness."""
    return f"{length:.2f}".rstrip("0").rstrip(".") + " pt"


def quote(text: str, most: int = 40) -> str:
    """A text in quotation marks, cut if it is long."""
    plain = " ".join(text.split())
    return f"“{plain[: most - 1]}…”" if len(plain) > most else f"“{plain}”"


def several(count: int, one: str, more: str = "") -> str:
    """A number and its noun: ``3 lines``."""
    return f"{count} {one if count == 1 else more or one + 's'}"


Found = Iterator[Fault]
