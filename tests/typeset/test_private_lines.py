"""What WeasyPrint's styles, lines and streams are made of, on which the kernel leans, pinned."""

import inspect

import pytest
import weasyprint
from weasyprint import HTML
from weasyprint.css.properties import Dimension
from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.pdf.stream import Stream
from weasyprint.text import line_break
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from pamphleteer.units import Pt
from tests.typeset.composing import make_thread
from tests.typeset.test_private_surface import MATTER, source, used_by


@pytest.mark.parametrize(
    ("module", "name", "value"),
    [
        ("guards.py", "float", "none"),
        ("guards.py", "position", "static"),
        ("guards.py", "height", "auto"),
        ("guards.py", "max_lines", "none"),
        ("guards.py", "column_count", "auto"),
        ("guards.py", "column_width", "auto"),
        ("strips.py", "break_inside", "auto"),
        ("strips.py", "break_after", "auto"),
        ("strips.py", "orphans", 2),
        ("strips.py", "widows", 2),
        ("glyphs.py", "font_family", ("Linux Libertine O",)),
        ("glyphs.py", "font_style", "normal"),
        ("glyphs.py", "font_weight", 400),
        ("glyphs.py", "hyphenate_character", "\u2010"),
    ],
)
def test_style_has_these_values(module: str, name: str, value: object) -> None:
    paragraph = source(make_thread(MATTER), boxes.BlockBox)[3]
    assert (paragraph.element_tag, paragraph.style[name]) == ("p", value), used_by(module)


def test_sizes_and_margins_are_values_with_units() -> None:
    style = source(make_thread(MATTER, "h2 { margin-top: 3pt }"), boxes.BlockBox)[2].style
    assert (style["margin_top"].value, style["margin_top"].unit) == (4, "px"), used_by("strips.py")
    assert style["max_height"].value == float("inf"), used_by("guards.py")
    assert get_color(style, "background_color").alpha == 0, used_by("strips.py")


def test_a_style_keeps_what_was_declared_with_its_weight() -> None:
    css = "p { margin: 3pt 0 } #one { line-height: 9pt }"
    thread = make_thread('<p id="one" style="padding-top: 2pt">one</p>', css)
    paragraph = next(box for box in source(thread, boxes.BlockBox) if box.element_tag == "p")
    style, styles = paragraph.style, thread._context.style_for
    declared = {name: style.cascaded[name] for name in ("margin_top", "padding_top", "line_height")}
    assert declared["margin_top"][0] == Dimension(3, "pt"), used_by("cascading.py")
    assert declared["padding_top"][1][-1] == (1, 0, 0), used_by("cascading.py, OWN")
    assert declared["line_height"][1][-1] == (1, 0, 0), used_by("restyling.py, which refuses IDs")
    assert styles.get_computed_styles()[paragraph.element, None] is style, used_by("cascading.py")
    (body,) = (box for box in source(thread, boxes.BlockBox) if box.element_tag == "body")
    assert style.parent_style.parent_style is body.style, used_by("cascading.py")


def test_a_laid_out_line_has_a_baseline() -> None:
    root = make_thread(MATTER).pour(Pt(100), Pt(100)).content[0][0]
    line = next(box for box in root.descendants() if isinstance(box, boxes.LineBox))
    assert 0 < line.baseline < line.margin_height(), used_by("strips.py")


def test_lines_are_split_by_a_function_that_is_wrapped_where_it_is_called() -> None:
    wrapped, stock = inline.split_first_line, line_break.split_first_line
    assert inspect.unwrap(wrapped) is stock, used_by("full_lines.py")
    assert wrapped is not stock


def test_a_split_line_is_told_by_six_values() -> None:
    thread = make_thread("<p>one two</p>")
    (text,) = source(thread, boxes.TextBox)
    split = line_break.split_first_line(text.text, text.style, thread._context, 25, 0)
    layout, length, resume_at, width, height, baseline = split
    assert (layout.text, length, resume_at) == ("one", 3, 4), used_by("full_lines.py")
    assert 0 < baseline < height < width < 25, used_by("full_lines.py")


def test_a_stream_is_made_where_a_pdf_is_written_and_keeps_these() -> None:
    assert weasyprint.pdf.Stream is Stream, used_by("inked.py, drawn_in_inks")
    stream = Stream(*"abcdefg", compress=True)
    kept = "_fonts page_rectangle _resources _images _tags _color_profiles _output_intent compress"
    assert [getattr(stream, name) for name in kept.split()] == [*"abcdefg", True]
    assert (stream._current_color, stream._current_color_stroke) == (None, None)


def test_groups_are_mixed_in_inks_where_these_are_the_output_intent() -> None:
    stream = Stream(None, None, None, None, None, {}, "device-cmyk")
    assert stream._default_color_space == "/DeviceCMYK", used_by("drawing.py, press_pdf")


def test_a_page_keeps_its_box_and_a_document_its_fonts() -> None:
    document = HTML(string="<h1 lang=en>one", base_url="x:/").render()
    page_box = document.pages[0]._page_box
    assert isinstance(page_box, boxes.PageBox), used_by("drawing.py")
    assert document.fonts == {}, used_by("drawing.py, _write")
    labels = [box.bookmark_label for box in page_box.descendants() if box.bookmark_label]
    assert labels == ["one"], used_by("drawing.py, guard G8")


def test_refusing_a_url_stops_everything() -> None:
    assert not issubclass(FatalURLFetchingError, Exception), used_by("fetching.py, weasy.py")
    parameters = {"allowed_protocols", "allow_redirects", "fail_on_errors"}
    assert parameters <= set(inspect.signature(URLFetcher.__init__).parameters)


def test_what_weasyprint_says_goes_to_one_log() -> None:
    assert weasyprint.LOGGER.name == "weasyprint", used_by("weasy.py, listening")
