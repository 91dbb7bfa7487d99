"""A text that is set in another style, with what is taken over, is as if nothing had been."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pamphleteer.typeset.typesetter import Typesetter
from tests.typeset.composing import TEXT, pour_all, typesetter

CSS = """
html {{ font: 9pt/{leading}pt "Linux Libertine O" }} p, ul, h2, table {{ margin: 0; padding: 0 }}
.body p {{ text-align: justify; hyphens: auto; text-indent: 1em }} em, .call {{ line-height: 0 }}
h2 {{ font: 700 9pt/{leading}pt "Libre Franklin"; margin-top: {leading}pt; color: #b01722 }}
ul {{ padding-left: 1.3em; margin: {leading}pt 0 {half}pt }} li::marker {{ color: red }}
h2::after {{ content: "+"; vertical-align: 40%; line-height: {leading}pt }}
.sub {{ vertical-align: 20% }} td {{ padding: {half}pt 3pt }} .opens {{ margin-top: {half}pt }}
.drop-cap {{ float: left }}
.note {{ float: footnote; font: 7pt/{half}pt "Linux Libertine O" }}
"""
MATTER = """<div class="body"><p class="opens" style="orphans: 3"><span class="drop-cap"
 style="width: 11pt; height: {deep}pt; margin: 0 2pt 0 0"></span>The <em>first</em> paragraph of
 this text is long enough for a line or two beside the letter, and for some below it<span
 class="note">as notes are</span>.</p><h2>A head</h2><p>Words of a <span class="sub">lower</span>
 kind come <strong>then</strong>, and they go on for a while.</p><ul><li>one<li>two and so on</ul>
<table><tr><td>a<td>b<tr><td>c<td>d</table><p>The end.</p></div>"""


def style(leading: float) -> str:
    return CSS.format(leading=leading, half=leading / 2)


def matter(leading: float) -> str:
    return MATTER.format(deep=3 * leading).replace("\n", " ")


def printed(setter: Typesetter, text: str) -> list[tuple[Any, ...]]:
    """All boxes of a text in frames of 90 points, with their places and sizes."""
    frames = pour_all(setter.thread(text, language="en", path="story.md"), 90)
    return [
        (
            (type(box).__name__, getattr(box, "text", ""), str(box.style["color"])),
            (box.position_x, box.position_y, box.width, box.height, box.margin_top),
        )
        for frame in frames
        for root in frame.content[0]
        for box in root.descendants()
    ]


leadings = st.floats(8.0, 20.0).map(lambda points: round(points, 2))


@settings(max_examples=12)
@given(leadings, leadings, leadings)
def test_at_any_leading_each_box_stands_where_it_would(
    first: float, second: float, third: float
) -> None:
    setter = typesetter(style(first))
    before = printed(setter, matter(first))
    for leading in (second, third):
        setter = setter.restyled(f"{TEXT}{style(leading)}")
        fresh = typesetter(style(leading))
        assert printed(setter, matter(leading)) == printed(fresh, matter(leading))
    again = setter.restyled(f"{TEXT}{style(first)}")
    assert printed(again, matter(first)) == before


PLAIN = "p { line-height: 12pt; margin: 0 3pt; color: red }"


@pytest.mark.parametrize(
    ("css", "other"),
    [
        (PLAIN, "p { line-height: 12pt; margin: 0 3pt; color: blue }"),
        (PLAIN, "p { line-height: 11pt; margin: 3pt 3pt; color: red }"),
        (PLAIN, "p { line-height: 11pt; margin: 0 3pt; color: red; width: 40pt }"),
        (PLAIN, "b { line-height: 11pt; margin: 0 3pt; color: red }"),
        (PLAIN, PLAIN + " p { margin: 4pt }"),
        (PLAIN + " p { width: 3lh }", PLAIN.replace("12", "11") + " p { width: 3lh }"),
        (PLAIN + " #a { margin: 1pt }", PLAIN.replace("12", "11") + " #a { margin: 2pt }"),
        ("p { line-height: normal }", "p { line-height: 14pt }"),
        ("p { --far: 2pt; margin-top: var(--far) }", "p { --far: 4pt; margin-top: var(--far) }"),
        ("@media print { p { margin: 3pt } }", "@media print { p { margin: 4pt } }"),
    ],
)
def test_what_differs_otherwise_is_set_anew(css: str, other: str) -> None:
    text = '<p id="a" style="margin-bottom: 2pt">Some words that fill more than a line of it.</p>'
    setter = typesetter(css)
    printed(setter, text)
    again = setter.restyled(f"{TEXT}{other}")
    assert printed(again, text) == printed(typesetter(other), text)


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("margin-top: 2pt", "margin-top: 5pt"),
        ("margin-top: 2pt", "margin-left: 5pt"),
        ("margin-top: 2pt", "margin-top: 5pt !important"),
        ("font-size: 9pt", "font-size: 12pt"),
        ("--far: 2pt; margin-top: var(--far)", "--far: 6pt; margin-top: var(--far)"),
        ("color: red", "color: &quot;"),
    ],
)
def test_what_an_element_says_of_itself_is_heard(own: str, other: str) -> None:
    def text(said: str) -> str:
        return f'<div style="{said}"><p>Some <b>words</b> that fill a line, and more.</p></div>'

    setter = typesetter("p { line-height: 12pt } div { padding: 1pt }")
    printed(setter, text(own))
    css = "p { line-height: 11pt } div { padding: 2pt }"
    again = setter.restyled(f"{TEXT}{css}")
    try:
        fresh = printed(typesetter(css), text(other))
    except Exception as fault:
        with pytest.raises(type(fault)):
            printed(again, text(other))
    else:
        assert printed(again, text(other)) == fresh
