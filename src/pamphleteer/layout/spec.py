"""Reads a layout: a folder of templates and style sheets, and ``layout.yaml`` with its numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import get_args

from pamphleteer.issue import yaml_tree
from pamphleteer.issue.faults import in_reading_order, validate
from pamphleteer.issue.files import read_text, shown
from pamphleteer.issue.model import Edition
from pamphleteer.issue.yaml_reading import parse_yaml
from pamphleteer.layout.grid import Grid, Spacing
from pamphleteer.layout.house_style import Justification, Opening, Sizes
from pamphleteer.layout.inking import make_inks
from pamphleteer.layout.inks import Ink
from pamphleteer.layout.keys import (
    CoverEdge,
    JustificationKeys,
    LayoutKeys,
    OpeningKeys,
    PageKeys,
    Slot,
)
from pamphleteer.layout.panels import Half
from pamphleteer.layout.places import place_of
from pamphleteer.layout.ranges import check_layout
from pamphleteer.problems import IssueError, SourcePos, error, nearest
from pamphleteer.resources import resource_folder
from pamphleteer.units import Pt, Size, parse_size


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
    use (text, display, label, code), and ``font_places`` where they were written; ``fitted`` the
    ranges of fitted type by what it is. ``slots`` is what it has a place for; ``notices`` has their
    shapes by the part of the page that they take. What stands whole in its column takes at most
    ``whole_depth`` of the page. An ``ear`` takes so much of the title's width; a
    cover's picture goes to the edge ``cover``; the address panel has a half of the back page.
    """

    name: str
    folder: Path
    title: str
    summary: str
    pages: dict[str, Grid]
    inks: dict[str, Ink]
    fonts: dict[str, str]
    font_places: Mapping[str, SourcePos]
    sizes: Sizes
    justification: Justification
    opening: Opening
    spacing: Spacing
    fitted: dict[str, Fitted]
    slots: frozenset[Slot]
    notices: dict[str, NoticeShape]
    whole_depth: Fraction
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

    def grid_on(self, paper: Size) -> Grid:
        """The grid for a paper or its half, whichever way up; the first, if there is none."""
        sides = sorted((paper.width, paper.height))
        short, long = Pt(sides[0]), Pt(sides[1])
        half = sorted((long / 2, short))
        wanted = Size(width=short, height=long), Size(width=Pt(half[0]), height=Pt(half[1]))
        grids = tuple(self.pages.values())
        found = (grid for each in wanted for grid in grids if _same(grid.trim, each))
        return next(found, grids[0])


def _same(one: Size, other: Size) -> bool:
    return abs(one.width - other.width) < 1 and abs(one.height - other.height) < 1


def layout_names() -> tuple[str, ...]:
    """The layouts that ship with us, in alphabetical order."""
    folders = sorted(resource_folder("layouts").iterdir())
    return tuple(folder.name for folder in folders if (folder / "layout.yaml").is_file())


def edition_names(name: str) -> tuple[Edition, ...]:
    """The editions that a layout has beside the standard one."""
    folder = resource_folder("layouts") / name
    names: tuple[Edition, ...] = get_args(Edition)
    return tuple(edition for edition in names if (folder / edition / "layout.yaml").is_file())


def read_layout(name: str, pos: SourcePos, *, edition: Edition = "standard") -> Layout:
    """Read a layout by name.

    Another edition than the standard is a folder in the layout's, whose ``layout.yaml`` has pages
    of its own, and else only what differs.

    Raises:
        IssueError: ``unknown-layout`` or ``unknown-edition`` at ``pos``, or the faults of its
            ``layout.yaml``.
    """
    known = layout_names()
    if name not in known:
        hint = nearest(name, known) or f"There are: {', '.join(known)}."
        raise IssueError([error("unknown-layout", f'no layout "{name}"', hint=hint, pos=pos)])
    folder = resource_folder("layouts") / name
    tree = _read_tree(folder)
    if edition != "standard":
        folder /= edition
        if not folder.is_dir():
            message = f'the layout "{name}" has no edition "{edition}"'
            hint = "Choose another layout, or the standard edition."
            raise IssueError([error("unknown-edition", message, hint=hint, pos=pos)])
        common = tuple(entry for entry in tree.entries if entry.key != "pages")
        tree = yaml_tree.merge(replace(tree, entries=common), _read_tree(folder))
    keys, faults = validate(LayoutKeys, tree)
    if keys is None or faults:
        raise IssueError(in_reading_order(faults))
    if wrong := list(check_layout(keys, tree, folder)):
        raise IssueError(in_reading_order(wrong))
    places = {use: place_of(tree, "fonts", use) for use in keys.fonts.model_dump()}
    return _make_layout(name, folder, keys, places)


def _read_tree(folder: Path) -> yaml_tree.Mapping:
    path = folder / "layout.yaml"
    text, problems = read_text(path)
    tree, faults = parse_yaml(text, shown(path))
    if tree is None or problems or faults:
        raise IssueError(in_reading_order([*problems, *faults]))
    return tree


def _make_layout(
    name: str, folder: Path, keys: LayoutKeys, places: Mapping[str, SourcePos]
) -> Layout:
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
        inks=make_inks(keys.inks),
        fonts=keys.fonts.model_dump(),
        font_places=places,
        sizes=Sizes(**keys.sizes.model_dump()),
        justification=_justification(keys.justification),
        opening=_opening(keys.opening),
        spacing=Spacing(**keys.spacing.model_dump()),
        fitted=fitted,
        slots=frozenset(keys.slots),
        notices={
            size: NoticeShape(across=shape.across, depth=shape.depth)
            for size, shape in keys.notices.items()
        },
        whole_depth=keys.whole_depth,
        ear=keys.ear,
        cover=keys.cover,
        address=keys.address,
    )


def _justification(keys: JustificationKeys) -> Justification:
    told = keys.model_dump()
    return Justification(**{**told, "hanging": keys.hanging == "yes"})


def _opening(keys: OpeningKeys) -> Opening:
    return Opening(
        drop_cap=keys.drop_cap,
        from_words=keys.from_words,
        small_capitals=keys.small_capitals,
        end_mark=keys.end_mark == "yes",
    )


def _grid(size: str, page: PageKeys, keys: LayoutKeys) -> Grid:
    return Grid(
        trim=parse_size(size),
        leading=keys.leading,
        columns=keys.columns,
        gutter=keys.gutter,
        bleed=keys.bleed,
        **page.model_dump(),
    )
