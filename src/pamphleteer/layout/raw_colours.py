"""Refuses colours that a layout writes without the name of an ink, and what no ink can print.

A colour that stands raw in a template or style sheet would be the same on a screen, on a press and
on a machine with one drum. A gradient, a blurred shadow and a border in relief mix colours of their
own from those that are named, which WeasyPrint can do on a screen alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageColor

from pamphleteer.issue.files import shown
from pamphleteer.problems import Problem, SourcePos, error

BLANKED = re.compile(
    r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|/\*.*?\*/|url\([^)]*\)|\"[^\"\n]*\"|'[^'\n]*'", re.DOTALL
)
"""What holds no colour of a style sheet: Jinja's, comments, addresses, and strings."""
JINJA = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|<!--.*?-->", re.DOTALL)
DECLARATION = re.compile(r"([-\w]+)\s*:\s*([^;{}]*)(?=[;}]|\Z)")
STYLES = re.compile(r"\sstyle\s*=\s*\"([^\"]*)\"|<style[^>]*>(.*?)</style>", re.DOTALL)
PAINTED = re.compile(r"\s((?:fill|stroke|color|bgcolor|stop-color)\s*)=\s*\"([^\"]*)\"")
SVG_GRADIENT = re.compile(r"<(?:linear|radial)Gradient\b")

HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")
FUNCTION = re.compile(
    r"(?<![-\w])(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|device-cmyk)\(",
    re.IGNORECASE,
)
WORD = re.compile(r"(?<![-\w])[a-zA-Z]+(?![-\w(])")
TAKES_COLOUR = re.compile(
    r"color|background|border|outline|column-rule|text-decoration|shadow|fill|stroke|--"
)
GRADIENT = re.compile(r"(?<![-\w])[-a-z]*gradient\(", re.IGNORECASE)
RELIEF = re.compile(r"(?<![-\w])(?:inset|outset|ridge|groove)(?![-\w])", re.IGNORECASE)
HAS_RULES = re.compile(r"border|outline|column-rule")
LENGTH = re.compile(r"(?<![-\w#])[-+]?(?:\d+\.?\d*|\.\d+)(?:[a-z]+|%)?", re.IGNORECASE)
BLUR = 2
"""The index of a shadow's blur among its lengths."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Something that may not stand in a layout: where it begins, and what to say of it."""

    at: int
    code: str
    message: str
    hint: str


def check_colours(folder: Path, screen: Mapping[str, str]) -> Iterator[Problem]:
    """Look through a layout's templates and style sheets.

    Args:
        folder: The layout's.
        screen: Its inks by name, and their colours on a screen as CSS writes them.
    """
    for path in sorted(folder.glob("*.j2")):
        text = path.read_text(encoding="utf-8", errors="replace")
        look = _look_at_styles if path.name.endswith(".css.j2") else _look_at_template
        for found in look(text, screen):
            before = text[: found.at]
            line = before.count("\n") + 1
            column = found.at - before.rfind("\n")
            pos = SourcePos(path=shown(path), line=line, column=column)
            yield error(found.code, found.message, hint=found.hint, pos=pos)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """Put spaces in the place of what a pattern finds; lines stay where they are."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _look_at_styles(text: str, screen: Mapping[str, str]) -> Iterator[_Found]:
    yield from _look_at_rules(_blank(BLANKED, text), 0, screen)


def _look_at_template(text: str, screen: Mapping[str, str]) -> Iterator[_Found]:
    html = _blank(JINJA, text)
    for styles in STYLES.finditer(html):
        group = 1 if styles[1] is not None else 2
        yield from _look_at_rules(_blank(BLANKED, styles[group]), styles.start(group), screen)
    for painted in PAINTED.finditer(html):
        yield from _look_at_value("fill", painted[2], painted.start(2), screen)
    for gradient in SVG_GRADIENT.finditer(html):
        yield _gradient(gradient.start())


def _look_at_rules(text: str, start: int, screen: Mapping[str, str]) -> Iterator[_Found]:
    for found in DECLARATION.finditer(text):
        name, value = found[1].lower(), found[2]
        yield from _look_at_value(name, value, start + found.start(2), screen)


def _look_at_value(name: str, value: str, at: int, screen: Mapping[str, str]) -> Iterator[_Found]:
    for start, written in _colours_in(name, value):
        yield _raw(written, at + start, screen)
    for found in GRADIENT.finditer(value):
        yield _gradient(at + found.start())
    if HAS_RULES.match(name):
        for found in RELIEF.finditer(value):
            message = f'a border in relief ("{found[0]}") mixes colours that are no ink'
            hint = "Make it solid, double, dashed or dotted."
            yield _Found(at + found.start(), "not-printable", message, hint)
    if name == "box-shadow" and _is_blurred(value):
        message = "a blurred shadow mixes colours that are no ink"
        hint = "Write its third length as 0, for a shadow with a sharp edge."
        yield _Found(at, "not-printable", message, hint)


def _colours_in(name: str, value: str) -> Iterator[tuple[int, str]]:
    """Colours that stand in the value of a property, and where."""
    for found in HEX.finditer(value):
        yield found.start(), found[0]
    for found in FUNCTION.finditer(value):
        yield found.start(), f"{found[0]}…)"
    if TAKES_COLOUR.search(name):
        for found in WORD.finditer(value):
            if found[0].lower() in ImageColor.colormap:
                yield found.start(), found[0]


def _gradient(at: int) -> _Found:
    message = "a gradient mixes colours that are no ink"
    return _Found(at, "not-printable", message, "Use one ink, or a picture.")


def _is_blurred(value: str) -> bool:
    shadows = (LENGTH.findall(shadow) for shadow in value.split(","))
    return any(len(each) > BLUR and float(_number(each[BLUR])) != 0 for each in shadows)


def _number(length: str) -> str:
    return re.sub(r"[a-z%]+$", "", length, flags=re.IGNORECASE)


def _raw(written: str, at: int, screen: Mapping[str, str]) -> _Found:
    message = f'the colour "{written}" is written raw'
    near = _nearest(written, screen)
    hint = f"Name an ink of layout.yaml instead: {{{{ inks.{near} }}}}."
    return _Found(at, "raw-colour", message, hint)


def _nearest(written: str, screen: Mapping[str, str]) -> str:
    """The ink that looks most like a colour, or the first one if it cannot be read."""
    try:
        wanted = ImageColor.getrgb(written)
    except ValueError:
        return next(iter(screen), "ink")

    def distance(name: str) -> int:
        colour = ImageColor.getrgb(screen[name])
        return sum((one - other) ** 2 for one, other in zip(colour[:3], wanted[:3], strict=True))

    return min(screen, key=distance, default="ink")
