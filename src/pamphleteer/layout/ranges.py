"""What the numbers of a ``layout.yaml`` must be, each for itself and beside one another."""

from collections.abc import Iterator
from pathlib import Path

from pamphleteer.issue.yaml_tree import Mapping
from pamphleteer.layout.inking import check_inks
from pamphleteer.layout.keys import LayoutKeys
from pamphleteer.layout.places import place_of
from pamphleteer.problems import Problem, error
from pamphleteer.units import Pt, parse_size

MOST_COLUMNS = 5
LEAST_MEASURE = Pt(72)
"""Narrower columns have no room for words."""
MOST_BLEED = Pt(36)


def check_layout(keys: LayoutKeys, tree: Mapping, folder: Path) -> Iterator[Problem]:
    """All that no page could be made with."""
    yield from _check_columns(keys, tree)
    for name in keys.pages:
        yield from _check_page(keys, tree, name)
    yield from _check_type(keys, tree)
    yield from _check_justification(keys, tree)
    yield from _check_spacing(keys, tree)
    yield from check_inks(keys.inks, tree, folder)
    yield from _check_bleed(keys, tree)
    yield from _check_notices(keys, tree)


def _wrong(tree: Mapping, path: tuple[str, ...], message: str, hint: str) -> Problem:
    return error("out-of-range", message, hint=hint, pos=place_of(tree, *path))


def _check_columns(keys: LayoutKeys, tree: Mapping) -> Iterator[Problem]:
    if not 1 <= keys.columns <= MOST_COLUMNS:
        message = f"a page has 1 to {MOST_COLUMNS} columns, not {keys.columns}"
        yield _wrong(tree, ("columns",), message, "Give it two or three.")


def _check_page(keys: LayoutKeys, tree: Mapping, name: str) -> Iterator[Problem]:
    page, trim = keys.pages[name], parse_size(name)
    foot = page.top + page.lines * keys.leading
    if page.lines <= keys.spacing.least_body:
        message = f"the page has {page.lines} lines, which is too few for an article"
        hint = f"It needs more than the {keys.spacing.least_body} of least_body."
        yield _wrong(tree, ("pages", name, "lines"), message, hint)
    elif foot > trim.height:
        most = max(0, int((trim.height - page.top) // keys.leading))
        message = f"the last of {page.lines} lines stands below the page's edge"
        hint = f"There is room for {most} at most, and for fewer with a margin."
        yield _wrong(tree, ("pages", name, "lines"), message, hint)
    columns = max(1, keys.columns)
    width = trim.width - page.inner - page.outer
    measure = (width - (columns - 1) * keys.gutter) / columns
    if measure < LEAST_MEASURE:
        message = f"the columns would be {measure:.0f} points wide; words need {LEAST_MEASURE:.0f}"
        hint = "Make the margins or the gutter narrower, or have fewer columns."
        yield _wrong(tree, ("pages", name), message, hint)


def _check_type(keys: LayoutKeys, tree: Mapping) -> Iterator[Problem]:
    for use in type(keys.fitted).model_fields:
        span = getattr(keys.fitted, use)
        if span.least > span.most:
            message = f"type cannot be fitted between {span.least:g} and {span.most:g} points"
            hint = "most is no less than least."
            yield _wrong(tree, ("fitted", use), message, hint)


def _check_justification(keys: LayoutKeys, tree: Mapping) -> Iterator[Problem]:
    """Spaces that vanish and letters that are seen to be stretched are no typography."""
    told = keys.justification
    for key, least, most in (
        ("stretch", 0.1, 2.0),
        ("shrink", 0.0, 0.5),
        ("scaling", 0.0, 0.04),
        ("narrow_scaling", 0.0, 0.04),
    ):
        if not least <= (value := getattr(told, key)) <= most:
            message = f"{key} is {100 * value:g}%, which readers would see"
            hint = f"Give it {100 * least:g}% to {100 * most:g}%."
            yield _wrong(tree, ("justification", key), message, hint)


def _check_spacing(keys: LayoutKeys, tree: Mapping) -> Iterator[Problem]:
    spacing = keys.spacing
    if spacing.banner > spacing.banner_most:
        message = f"a banner is {spacing.banner} lines deep and may not be {spacing.banner_most}"
        hint = "banner_most is no less than banner."
        yield _wrong(tree, ("spacing", "banner_most"), message, hint)
    if not spacing.least_body:
        message, hint = "a headline would stand without its text", "least_body is 1 or more."
        yield _wrong(tree, ("spacing", "least_body"), message, hint)


def _check_bleed(keys: LayoutKeys, tree: Mapping) -> Iterator[Problem]:
    if keys.bleed > MOST_BLEED:
        message = f"{keys.bleed:.0f} points of bleed are more than any press trims off"
        hint = f"3mm are usual, and {MOST_BLEED:.0f} points the most."
        yield _wrong(tree, ("bleed",), message, hint)


def _check_notices(keys: LayoutKeys, tree: Mapping) -> Iterator[Problem]:
    for size, shape in keys.notices.items():
        if not 1 <= shape.across <= keys.columns:
            message = f"a notice cannot go across {shape.across} of {keys.columns} columns"
            hint = f"across is 1 to {keys.columns}."
            yield _wrong(tree, ("notices", size, "across"), message, hint)
