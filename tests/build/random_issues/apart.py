"""What stands apart from a text, or in its column: figures, groups, quotes, sidebars, notices."""

from collections.abc import Callable, Mapping

from tests.build.random_issues.texts import Brief, bullets, prose, table

SHAPES: Mapping[str, float] = {"wide": 3, "land": 5, "square": 3, "portrait": 3, "tower": 0.5}

PLACES: Mapping[str, float] = {
    "": 4,
    "here": 1,
    "top": 4,
    "foot": 3,
    "column-top": 1,
    "column-foot": 1,
}


def figure(brief: Brief) -> str:
    """A picture with all that may be said of it."""
    given = _figure_keys(brief)
    caption = f' "{given["caption"]}"' if "caption" in given else ""
    braces = [
        f'credit="{given["credit"]}"' if "credit" in given else "",
        "decorative" if "decorative" in given else "",
        *(f"{key}={given[key]}" for key in ("span", "place", "width") if key in given),
    ]
    attributes = " ".join(each for each in braces if each)
    written = f"{{{attributes}}}" if attributes else ""
    return f"![{given.get('alt', '')}]({given['image']}{caption}){written}"


def head_figure(brief: Brief) -> dict[str, str]:
    """A picture of the front matter."""
    return _figure_keys(brief)


def _figure_keys(brief: Brief) -> dict[str, str]:
    pen = brief.pen
    span = _span(brief, bleed=0.12)
    shapes = {"wide": 2, "land": 1} if span == "bleed" else SHAPES
    given = {"image": f"../images/{pen.pick(shapes)}.png"}
    if pen.happens(0.9):
        given["alt"] = "What one sees in it"
    else:
        given["decorative"] = "yes"
    if pen.happens(0.75):
        given["caption"] = brief.apart(3, 25)
    if pen.happens(0.4):
        given["credit"] = brief.apart(1, 3)
    given |= {"span": span} if span else {}
    place = pen.pick({"": 1, "top": 2, "foot": 1}) if span == "bleed" else pen.pick(PLACES)
    given |= {"place": place} if place else {}
    if span != "bleed" and brief.columns < 3 and pen.happens(0.15):
        given["width"] = f"{pen.between(30, 50)}mm"
    return given


def group(brief: Brief) -> str:
    """Pictures with one caption."""
    pen = brief.pen
    pictures = [
        f"![](../images/{pen.pick(SHAPES)}.png){{decorative}}"
        if pen.happens(0.2)
        else f"![One of them](../images/{pen.pick(SHAPES)}.png)"
        for _ in range(pen.between(2, 4))
    ]
    given = [f"columns={pen.between(1, 3)}", *_standing(brief, most="page")]
    if pen.happens(0.8):
        given.append(f'caption="{brief.apart(4, 20)}"')
    return "\n".join((f"::: figures {{{' '.join(given)}}}", *pictures, ":::"))


def pull_quote(brief: Brief) -> str:
    """A passage in large type."""
    given = _standing(brief)
    if brief.pen.happens(0.4):
        given.append(f'by="{brief.apart(1, 3)}"')
    return f"::: pull-quote{_braces(given)}\n{brief.apart(4, 14)}\n:::"


def sidebar(brief: Brief) -> str:
    """A text on a panel, in columns of its own if it is wide."""
    pen = brief.pen
    span = _span(brief) or "1"
    if brief.columns > 2:
        span = "page"
    given = [f"span={span}"] if span != "1" else []
    place = pen.pick(PLACES)
    given += [f"place={place}"] if place else []
    is_wide = span != "1" or brief.columns == 1
    given += [f"columns={pen.between(1, 3)}"] if is_wide and pen.happens(0.5) else []
    if pen.happens(0.8):
        given.append(f'title="{brief.apart(1, 5)}"')
    return _panel(brief, "sidebar", given, most=160 if is_wide else 70)


def announcement(brief: Brief) -> str:
    """A notice in a text."""
    given = _standing(brief)
    if brief.columns > 2:
        given = ["span=page"]
    if brief.pen.happens(0.7):
        given.append(f'title="{brief.apart(1, 4)}"')
    return _panel(brief, "notice", given, most=40)


def _panel(brief: Brief, name: str, given: list[str], *, most: int) -> str:
    pen, strand = brief.pen, brief.pen.strand()
    inner = Brief(pen=pen, voice=brief.voice, columns=brief.columns, flow=strand)
    parts = [prose(inner, pen.between(4, most))]
    if most > 50 and pen.happens(0.3):
        parts.append(f"### {inner.words(1, 3)}")
        parts.append(prose(inner, pen.between(4, 30)))
    if pen.happens(0.3):
        parts.append(bullets(inner))
    return f"::: {name}{_braces(given)}\n" + "\n\n".join(parts) + "\n:::"


def wide_table(brief: Brief) -> str:
    """A table across columns."""
    pen = brief.pen
    span = "page" if brief.columns > 2 or pen.happens(0.5) else "2"
    place = pen.pick({"": 3, " place=top": 1, " place=foot": 1})
    return table(brief, columns=pen.between(3, 5), attributes=f"{{span={span}{place}}}")


def _standing(brief: Brief, *, most: str = "") -> list[str]:
    """Attributes of where something stands."""
    span, place = _span(brief), brief.pen.pick(PLACES)
    if brief.is_narrow or (most and brief.columns > 2):
        span = "page"
    return [
        *([f"span={span}"] if span else []),
        *([f"place={place}"] if place else []),
    ]


def _span(brief: Brief, *, bleed: float = 0.0) -> str:
    """A number of columns, or the page; empty for a column."""
    some = {str(count): 0.4 for count in range(1, brief.columns + 1)}
    one = 0.0 if brief.is_narrow else 1.0
    return brief.pen.pick({"": one, **some, "page": 0.4, "bleed": bleed})


def _braces(given: list[str]) -> str:
    return f" {{{' '.join(given)}}}" if given else ""


KINDS: Mapping[Callable[[Brief], str], float] = {
    figure: 6,
    group: 1,
    pull_quote: 2,
    sidebar: 2,
    announcement: 1,
    wide_table: 1,
}
"""What stands apart, and how often."""
