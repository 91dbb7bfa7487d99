"""The keys of ``layout.yaml``: what may stand there, and in which form."""

import re
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from pamphleteer.layout.panels import Half
from pamphleteer.units import Pt, parse_length, parse_size


def _length(text: object) -> Pt:
    try:
        return parse_length(str(text))
    except ValueError as fault:
        raise PydanticCustomError("bad-value", "{fault}", {"fault": str(fault)}) from fault


def _count(text: object) -> int:
    if not (isinstance(text, str) and text.isdecimal() and text.isascii()):
        raise PydanticCustomError(
            "bad-value", 'expected a whole number, found "{text}"', {"text": text}
        )
    return int(text)


def _part(text: object) -> Fraction:
    found = PART.fullmatch(str(text))
    part = Fraction(int(found[1]), int(found[2] or 1)) if found else Fraction(0)
    if not 0 < part <= 1:
        raise PydanticCustomError(
            "bad-value", 'expected a part such as 1/2, found "{text}"', {"text": str(text)}
        )
    return part


def _percent(text: object) -> float:
    found = PERCENT.fullmatch(str(text))
    if not found:
        raise PydanticCustomError(
            "bad-value", 'expected a percentage such as 25%, found "{text}"', {"text": str(text)}
        )
    return float(found[1]) / 100


PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?) ?%", re.ASCII)
PART = re.compile(r"(\d)(?:/([1-9]))?", re.ASCII)

Length = Annotated[Pt, BeforeValidator(_length)]
Count = Annotated[int, BeforeValidator(_count)]
Percent = Annotated[float, BeforeValidator(_percent)]
Part = Annotated[Fraction, BeforeValidator(_part)]

EAR = Pt(60)
BLEED = Pt(9)
"""Points by which what touches the trim passes it: an eighth of an inch."""

Slot = Literal[
    "masthead",
    "ears",
    "contents",
    "banners",
    "boxes",
    "contact",
    "notices",
    "fillers",
    "colophon",
    "cover",
    "address",
]
CoverEdge = Literal["trim", "type-area"]


def _page_name(text: str) -> str:
    try:
        parse_size(text)
    except ValueError as fault:
        raise PydanticCustomError("bad-value", "{fault}", {"fault": str(fault)}) from fault
    return text


PageName = Annotated[str, AfterValidator(_page_name)]


class Keys(BaseModel):
    """Keys of a mapping in ``layout.yaml``: none that is unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PageKeys(Keys):
    """A trim size's margins and lines."""

    top: Length
    inner: Length
    outer: Length
    lines: Count


class SpacingKeys(Keys):
    """Distances."""

    masthead_rise: Count
    before_story: Count
    before_panel: Count
    least_body: Count
    banner: Count
    banner_most: Count
    box_padding: Count
    inset: Length
    below_masthead: Length
    below_head: Length
    float_gap: Length


class InkKeys(Keys):
    """What an ink is on the screen, on a press, in black alone, and as an ink of its own."""

    screen: str
    press: str | None = None
    black: Percent | None = None
    spot: str | None = None


def _with_screen(ink: object) -> object:
    """A colour alone is an ink's colour on the screen."""
    return {"screen": ink} if isinstance(ink, str) else ink


class FontKeys(Keys):
    """Families by their use."""

    text: str
    display: str
    label: str
    code: str


class RangeKeys(Keys):
    """The sizes between which type is fitted."""

    least: Length
    most: Length


class FittedKeys(Keys):
    """All type that is fitted."""

    title: RangeKeys
    lead: RangeKeys
    headline: RangeKeys
    narrow: RangeKeys
    cover: RangeKeys
    notice: RangeKeys
    notice_text: RangeKeys
    banner: RangeKeys
    banner_large: RangeKeys


class SizeKeys(Keys):
    """Sizes of type."""

    text: Length
    note: Length
    note_leading: Length


class OpeningKeys(Keys):
    """How articles begin and end."""

    drop_cap: Count
    from_words: Count
    small_capitals: Count
    end_mark: Literal["yes", "no"]


class JustificationKeys(Keys):
    """How lines are justified."""

    stretch: Percent
    shrink: Percent
    scaling: Percent
    narrow_scaling: Percent
    narrow: Count
    hanging: Literal["yes", "no"]


class ShapeKeys(Keys):
    """A notice's columns, and its part of the type area's depth."""

    across: Count
    depth: Part


class LayoutKeys(Keys):
    """All of ``layout.yaml``."""

    title: str
    summary: str
    slots: list[Slot]
    leading: Length
    columns: Count
    gutter: Length
    pages: Annotated[dict[PageName, PageKeys], Field(min_length=1)]
    inks: dict[str, Annotated[InkKeys, BeforeValidator(_with_screen)]]
    fonts: FontKeys
    sizes: SizeKeys
    justification: JustificationKeys
    opening: OpeningKeys
    spacing: SpacingKeys
    fitted: FittedKeys
    notices: dict[str, ShapeKeys] = Field(default_factory=dict)
    whole_depth: Part = Fraction(1)
    ear: Length = EAR
    bleed: Length = BLEED
    cover: CoverEdge = "trim"
    address: Half = "upper"
