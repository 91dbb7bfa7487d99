"""What the numbers of a ``layout.yaml`` must be, each for itself and beside one another."""

import re
from collections.abc import Iterator
from pathlib import Path

from pamphleteer.issue.yaml_tree import Mapping, Node
from pamphleteer.layout.keys import LayoutKeys
from pamphleteer.problems import Problem, SourcePos, error, nearest
from pamphleteer.units import Pt, parse_size

MOST_COLUMNS = 5
LEAST_MEASURE = Pt(72)
"""Narrower columns have no room for words."""

INK_USED = re.compile(r"\binks\.([A-Za-z_]\w*)")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def place_of(tree: Node, *keys: str) -> SourcePos:
    """Where a value stands that these keys lead to; the nearest place if there is none."""
    for key in keys:
        value = tree.value(key) if isinstance(tree, Mapping) else None
        if value is None:
            break
        tree = value
    return tree.pos


def check_layout(keys: LayoutKeys, tree: Mapping, folder: Path) -> Iterator[Problem]:
    """All that no page could be made with."""
    yield from _check_columns(keys, tree)
    for name in keys.pages:
        yield from _check_page(keys, tree, name)
    yield from _check_type(keys, tree)
    yield from _check_justification(keys, tree)
    yield from _check_spacing(keys, tree)
    yield from _check_inks(keys, tree, folder)
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


def _check_inks(keys: LayoutKeys, tree: Mapping, folder: Path) -> Iterator[Problem]:
    """Inks that templates and style sheets name must be given, each as a colour."""
    for name, colour in keys.inks.items():
        if not COLOUR.fullmatch(colour):
            message = f'"{colour}" is no colour'
            yield _wrong(tree, ("inks", name), message, 'Write it as in "#b01722".')
    for path in sorted(folder.glob("*.j2")):
        used = INK_USED.findall(path.read_text(encoding="utf-8", errors="replace"))
        for name in dict.fromkeys(used):
            if name not in keys.inks:
                message = f'the ink "{name}" is missing, which {path.name} uses'
                hint = nearest(name, keys.inks) or f'Give it a colour: {name}: "#111111".'
                yield error("missing-ink", message, hint=hint, pos=place_of(tree, "inks"))


def _check_notices(keys: LayoutKeys, tree: Mapping) -> Iterator[Problem]:
    for size, shape in keys.notices.items():
        if not 1 <= shape.across <= keys.columns:
            message = f"a notice cannot go across {shape.across} of {keys.columns} columns"
            hint = f"across is 1 to {keys.columns}."
            yield _wrong(tree, ("notices", size, "across"), message, hint)
