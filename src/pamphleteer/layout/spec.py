"""Reads a layout: a folder of templates and style sheets, and ``layout.yaml`` with its numbers."""

import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from pamphleteer.issue.faults import in_reading_order, validate
from pamphleteer.issue.files import read_text, shown
from pamphleteer.issue.yaml_reading import parse_yaml
from pamphleteer.layout.grid import Grid, Spacing
from pamphleteer.layout.house_style import Opening, Sizes
from pamphleteer.layout.panels import Half
from pamphleteer.problems import IssueError, SourcePos, error, nearest
from pamphleteer.resources import resource_folder
from pamphleteer.units import Pt, Size, parse_length, parse_size


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


PART = re.compile(r"(\d)(?:/([1-9]))?", re.ASCII)

Length = Annotated[Pt, BeforeValidator(_length)]
Count = Annotated[int, BeforeValidator(_count)]
Part = Annotated[Fraction, BeforeValidator(_part)]

EAR = Pt(60)

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


class _Keys(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _PageKeys(_Keys):
    top: Length
    inner: Length
    outer: Length
    lines: Count


class _SpacingKeys(_Keys):
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


class _FontKeys(_Keys):
    text: str
    display: str
    label: str
    code: str


class _RangeKeys(_Keys):
    least: Length
    most: Length


class _FittedKeys(_Keys):
    title: _RangeKeys
    lead: _RangeKeys
    headline: _RangeKeys
    narrow: _RangeKeys
    cover: _RangeKeys
    notice: _RangeKeys
    notice_text: _RangeKeys
    banner: _RangeKeys
    banner_large: _RangeKeys


class _SizeKeys(_Keys):
    text: Length
    note: Length
    note_leading: Length


class _OpeningKeys(_Keys):
    drop_cap: Count
    from_words: Count
    small_capitals: Count
    end_mark: Literal["yes", "no"]


class _ShapeKeys(_Keys):
    across: Count
    depth: Part


class _LayoutKeys(_Keys):
    title: str
    summary: str
    slots: list[Slot]
    leading: Length
    columns: Count
    gutter: Length
    pages: Annotated[dict[PageName, _PageKeys], Field(min_length=1)]
    inks: dict[str, str]
    fonts: _FontKeys
    sizes: _SizeKeys
    opening: _OpeningKeys
    spacing: _SpacingKeys
    fitted: _FittedKeys
    notices: dict[str, _ShapeKeys] = Field(default_factory=dict)
    ear: Length = EAR
    cover: CoverEdge = "trim"
    address: Half = "upper"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeShape:
    """How large a notice is: columns ``across``, and a part of the type area's depth."""

    across: int
    depth: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """The sizes, in points, between which a line of type may be fitted."""

    least: Pt
    most: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A layout as its designer wrote it.

    ``pages`` has a grid for each trim size, by name, the default first; ``fonts`` the families by
    use (text, display, label, code); ``fitted`` the ranges of fitted type by what it is. ``slots``
    is what it has a place for; ``notices`` has their shapes by the part of the page that they take.
    An ``ear`` takes so much of the title's width; a cover's picture goes to the edge ``cover``; the
    address panel has a half of the back page.
    """

    name: str
    folder: Path
    title: str
    summary: str
    pages: dict[str, Grid]
    inks: dict[str, str]
    fonts: dict[str, str]
    sizes: Sizes
    opening: Opening
    spacing: Spacing
    fitted: dict[str, Fitted]
    slots: frozenset[Slot]
    notices: dict[str, NoticeShape]
    ear: Pt
    cover: CoverEdge
    address: Half

    def grid(self, page: str | None) -> Grid | None:
        """The grid for a trim size as an editor wrote it, or None if the layout has none."""
        if page is None:
            return next(iter(self.pages.values()))
        wanted = parse_size(page)
        grids = (grid for grid in self.pages.values() if _same(grid.trim, wanted))
        return next(grids, None)


def _same(one: Size, other: Size) -> bool:
    return abs(one.width - other.width) < 1 and abs(one.height - other.height) < 1


def layout_names() -> tuple[str, ...]:
    """The layouts that ship with us, in alphabetical order."""
    folders = sorted(resource_folder("layouts").iterdir())
    return tuple(folder.name for folder in folders if (folder / "layout.yaml").is_file())


def read_layout(name: str, pos: SourcePos) -> Layout:
    """Read a layout by name.

    Raises:
        IssueError: ``unknown-layout`` at ``pos``, or the faults of its ``layout.yaml``.
    """
    known = layout_names()
    if name not in known:
        hint = nearest(name, known) or f"There are: {', '.join(known)}."
        raise IssueError([error("unknown-layout", f'no layout "{name}"', hint=hint, pos=pos)])
    folder = resource_folder("layouts") / name
    path = folder / "layout.yaml"
    text, problems = read_text(path)
    tree, faults = parse_yaml(text, shown(path))
    keys, more = validate(_LayoutKeys, tree) if tree else (None, [])
    if keys is None or problems or faults:
        raise IssueError(in_reading_order([*problems, *faults, *more]))
    return _make_layout(name, folder, keys)


def _make_layout(name: str, folder: Path, keys: _LayoutKeys) -> Layout:
    fitted = {
        use: Fitted(least=span.least, most=span.most)
        for use, span in (
            (use, getattr(keys.fitted, use)) for use in type(keys.fitted).model_fields
        )
    }
    return Layout(
        name=name,
        folder=folder,
        title=keys.title,
        summary=keys.summary,
        pages={size: _grid(size, page, keys) for size, page in keys.pages.items()},
        inks=keys.inks,
        fonts=keys.fonts.model_dump(),
        sizes=Sizes(**keys.sizes.model_dump()),
        opening=_opening(keys.opening),
        spacing=Spacing(**keys.spacing.model_dump()),
        fitted=fitted,
        slots=frozenset(keys.slots),
        notices={
            size: NoticeShape(across=shape.across, depth=shape.depth)
            for size, shape in keys.notices.items()
        },
        ear=keys.ear,
        cover=keys.cover,
        address=keys.address,
    )


def _opening(keys: _OpeningKeys) -> Opening:
    return Opening(
        drop_cap=keys.drop_cap,
        from_words=keys.from_words,
        small_capitals=keys.small_capitals,
        end_mark=keys.end_mark == "yes",
    )


def _grid(size: str, page: _PageKeys, keys: _LayoutKeys) -> Grid:
    return Grid(
        trim=parse_size(size),
        leading=keys.leading,
        columns=keys.columns,
        gutter=keys.gutter,
        **page.model_dump(),
    )
