"""Every private or undocumented part of WeasyPrint that the kernel leans on, pinned.

WeasyPrint is pinned to 70.x. When it is raised, what has changed fails here first, and says which
file of ``src/pamphleteer/typeset`` relies on it.
"""

import inspect
from collections.abc import Callable
from typing import Any

import pytest
import weasyprint
from weasyprint import DEFAULT_OPTIONS, HTML, draw
from weasyprint.css import (
    AnonymousStyle,
    ComputedStyle,
    InitialStyle,
    get_all_computed_styles,
    preprocess_declarations,
    preprocess_stylesheet,
)
from weasyprint.css.properties import INHERITED, Dimension
from weasyprint.css.targets import TargetCollector
from weasyprint.document import Document, Page
from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.images import RasterImage, SVGImage, get_image_from_uri
from weasyprint.layout import LayoutContext, block, initialize_page_maker, inline
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.layout.background import layout_box_backgrounds
from weasyprint.layout.float import avoid_collisions
from weasyprint.layout.page import PageType, make_page, set_page_type_computed_styles
from weasyprint.layout.percent import resolve_percentages
from weasyprint.layout.replaced import replacedbox_layout
from weasyprint.pdf import VARIANTS, tags
from weasyprint.pdf.metadata import DocumentMetadata
from weasyprint.pdf.stream import Stream
from weasyprint.text import line_break
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from pamphleteer.typeset.archiving import screen_profile
from pamphleteer.typeset.paragraph.styles import LOOKED_UP
from pamphleteer.typeset.thread import Thread
from pamphleteer.units import Pt
from tests.typeset.composing import make_thread

CONTEXT = "style_for get_image_from_uri font_config counter_style target_collector"
STYLES = (
    "html user_stylesheets presentational_hints font_config counter_style color_profiles "
    "page_rules layers target_collector forms"
)
SHEET = (
    "device_media_type base_url stylesheet_rules url_fetcher matcher page_rules layers font_config "
    "counter_style color_profiles ignore_imports layer"
)
STYLE = "self parent_style cascaded pseudo_type root_style base_url font_config initial_page_sizes"
IMAGE = "cache url_fetcher options url forced_mime_type context orientation"
BOXES = "element_tree style_for get_image_from_uri base_url target_collector counter_style"
SPLIT = "text style context max_width justification_spacing is_line_start minimum"
LINES = (
    "context box position_y bottom_space skip_stack containing_block absolute_boxes fixed_boxes "
    "first_letter_style first_line_style"
)
OUT_OF_FLOW = (
    "context box containing_block index child children line_children waiting_children "
    "waiting_floats absolute_boxes fixed_boxes line_placeholders float_widths max_x position_x "
    "bottom_space"
)
ATOM = "context box position_x skip_stack containing_block absolute_boxes fixed_boxes"
DRAW_LINE = "stream textbox text_overflow block_ellipsis matrix"
BOX_TREE = "box parent pdf page_number nums annotations tags"
RASTER = "self pillow_image image_id image_data filename cache orientation options"
BROKEN = "self new_box box containing_block resume_at"
SIGNATURES: tuple[tuple[str, Callable[..., Any], str], ...] = (
    ("thread.py", make_page, "context root_box page_type resume_at page_number page_state"),
    ("thread.py", set_page_type_computed_styles, "page_type html style_for"),
    ("thread.py", initialize_page_maker, "context root_box"),
    ("sources.py", build_formatting_structure, f"{BOXES} footnotes"),
    ("sources.py", get_all_computed_styles, STYLES),
    ("sources.py", LayoutContext.__init__, f"self {CONTEXT}"),
    ("style_sheets.py", preprocess_stylesheet, SHEET),
    ("style_sheets.py", preprocess_declarations, "base_url declarations prelude"),
    ("cascading.py", ComputedStyle.__init__, STYLE),
    ("cascading.py", InitialStyle.__init__, "self font_config"),
    ("sources.py", TargetCollector.collect_anchor, "self anchor_name"),
    ("sources.py", get_image_from_uri, IMAGE),
    (
        "thread.py",
        LayoutContext.add_broken_out_of_flow,
        BROKEN,
    ),
    ("drawing.py", layout_box_backgrounds, "page box get_image_from_uri layout_children style"),
    ("drawing.py", Document.copy, "self pages"),
    ("inked.py", Stream.set_color, "self color stroke"),
    ("inked.py", Stream.set_alpha, "self alpha stroke fill"),
    ("inked.py", Stream.add_image, "self image interpolate ratio"),
    ("inked.py", RasterImage.get_x_object, "self interpolate dpi_ratio"),
    ("inked.py", SVGImage.draw, "self stream concrete_width concrete_height _style"),
    ("drawing.py", Page.__init__, "self page_box"),
    ("drawing.py", boxes.Box.translate, "self dx dy ignore_floats"),
    ("strips.py", get_color, "style key"),
    ("thread.py", LayoutContext._update_footnote_area, "self"),
    ("cutting.py", AbsolutePlaceholder.set_laid_out_box, "self new_box"),
    ("languages.py", tags._build_box_tree, BOX_TREE),
    ("archiving.py", DocumentMetadata.generate_rdf_metadata, "self variant version conformance"),
    ("pictures.py", replacedbox_layout, "box"),
    ("pictures.py", RasterImage.__init__, RASTER),
    ("unseen.py", draw.draw_text, "stream textbox offset_x text_overflow block_ellipsis"),
    ("full_lines.py", line_break.split_first_line, SPLIT),
    ("paragraph/composing.py", inline.iter_line_boxes, LINES),
    ("paragraph/composing.py", inline._out_of_flow_layout, OUT_OF_FLOW),
    ("paragraph/composing.py", avoid_collisions, "context box containing_block outer"),
    ("paragraph/composing.py", inline._adjust_line_height, "box"),
    ("paragraph/setting.py", inline.line_box_verticality, "box"),
    ("paragraph/setting.py", inline.atomic_box, ATOM),
    ("paragraph/setting.py", boxes.TextBox.copy_with_text, "self text"),
    ("paragraph/setting.py", boxes.InlineBox.remove_decoration, "self start end"),
    ("paragraph/collecting.py", resolve_percentages, "box containing_block"),
    ("paragraph/measuring.py", line_break.get_log_attrs, "text lang"),
    ("paragraph/shaping.py", line_break.line_size, "line style"),
    ("paragraph/styles.py", line_break.strut, "style"),
    ("paragraph/styles.py", line_break.Layout.set_text, "self text justify"),
    ("paragraph/drawing.py", draw.text.draw_first_line, DRAW_LINE),
    ("fetching.py", URLFetcher.fetch, "self url headers"),
    ("fetching.py", URLFetcherResponse.__init__, "self url body headers status kwargs"),
)
MATTER = (
    '<h2 style="font: inherit">one</h2><p>two<span class="note">three</span></p><ul><li>four</ul>'
    "<table><thead><tr><td>five<tbody><tr><td>six<br>seven<br>eight</table>"
)


def used_by(module: str) -> str:
    return f"src/pamphleteer/typeset/{module} relies on this"


def source(thread: Thread, kind: type) -> list[Any]:
    """The source boxes of a thread that are of a kind."""
    return [box for box in thread._root.descendants() if isinstance(box, kind)]


def test_the_version_is_the_one_that_was_looked_at() -> None:
    assert weasyprint.__version__.split(".")[0] == "70", used_by("thread.py")


@pytest.mark.parametrize(("module", "function", "parameters"), SIGNATURES)
def test_signatures(module: str, function: Callable[..., Any], parameters: str) -> None:
    found = list(inspect.signature(function).parameters)
    assert found == parameters.split(), used_by(module)


def test_what_a_paragraph_takes_over_is_called_through_these_names() -> None:
    assert block.iter_line_boxes is not inline.iter_line_boxes, used_by("paragraph/composing.py")
    assert inspect.unwrap(block.iter_line_boxes) is inline.iter_line_boxes
    wrapped = draw.text.draw_first_line
    assert wrapped is not inspect.unwrap(wrapped), used_by("paragraph/drawing.py")


def test_an_anonymous_box_takes_the_style_of_its_type_from_its_parent() -> None:
    (text,) = source(make_thread("<p>one"), boxes.TextBox)
    assert isinstance(text.style, AnonymousStyle), used_by("paragraph/styles.py")
    assert text.style.parent_style["font_size"] == text.style["font_size"]
    missing = {*LOOKED_UP, "text_decoration_line"} - INHERITED
    told = {name for name in missing if text.style[name] != text.style.parent_style[name]}
    assert not told, used_by("paragraph/styles.py")


def test_options() -> None:
    options = {"pdf_variant", "pdf_tags", "pdf_identifier", "presentational_hints"}
    assert options <= set(DEFAULT_OPTIONS), used_by("drawing.py")
    assert "pdf/a-2a" in VARIANTS, used_by("archiving.py")
    assert screen_profile().name.endswith("sRGB"), used_by("archiving.py")
    assert "finisher" in inspect.signature(Document.write_pdf).parameters, used_by("drawing.py")


def test_a_page_type_has_these_fields() -> None:
    assert PageType._fields == ("side", "blank", "name", "index", "groups"), used_by("thread.py")


def test_the_page_maker_holds_tuples_of_this_shape() -> None:
    context = make_thread(MATTER)._context
    initialize_page_maker(context, source(make_thread(MATTER), boxes.BlockBox)[0])
    ((resume_at, next_page, right_page, state, remake),) = context.page_maker
    assert (resume_at, right_page) == (None, True), used_by("thread.py")
    assert set(next_page) == {"break", "page"}, used_by("thread.py")
    assert next_page["break"] == "any", used_by("thread.py")
    assert state == ([0], {"pages": [0]}, [{"pages"}], []), used_by("thread.py")
    expected = {"content_changed", "pages_wanted", "anchors", "content_lookups"}
    assert set(remake) == expected, used_by("thread.py")


def test_the_layout_context_keeps_its_state_in_these_attributes() -> None:
    context = make_thread(MATTER)._context
    for name in ("footnotes", "reported_footnotes", "_excluded_shapes_root_boxes"):
        assert isinstance(getattr(context, name), list), used_by("thread.py")
    for name in ("broken_out_of_flow", "_excluded_shapes", "tables"):
        assert isinstance(getattr(context, name), dict), used_by("thread.py")
    assert {"forced_break", "rendered_notes", "current_page"} <= set(vars(context))


def test_a_broken_float_is_kept_as_four_values() -> None:
    context = make_thread(MATTER)._context
    context._excluded_shapes_root_boxes.append("root")
    context.add_broken_out_of_flow("new", "box", "block", "skip")
    expected = {"new": ("box", "block", "root", "skip")}
    assert context.broken_out_of_flow == expected, used_by("thread.py, _settle_floats")


def test_a_page_consists_of_root_notes_and_note_area() -> None:
    page, resume_at, next_page = make_one_page(make_thread(MATTER), blank=False, height=600)
    root, notes, note_area = page.children
    assert (root.element_tag, resume_at) == ("html", None), used_by("strips.py")
    assert isinstance(notes, boxes.FootnoteAreaBox), used_by("strips.py")
    assert not note_area.children, used_by("strips.py")
    assert notes.position_y + notes.margin_height() == pytest.approx(600), used_by("strips.py")
    assert set(next_page) == {"break", "page"}, used_by("thread.py")


def test_a_blank_page_sets_notes_alone_and_stays_where_it_was() -> None:
    place = {0: {1: {0: None}}}
    page, resume_at, _ = make_one_page(make_thread(MATTER), blank=True, at=place)
    assert resume_at == place, used_by("thread.py, guard G1")
    assert not page.children[0].children, used_by("thread.py, guard G1")


def test_only_page_one_gives_its_size_to_viewport_units() -> None:
    thread = make_thread(MATTER)
    thread.pour(Pt(100), Pt(100))
    sizes = thread._context.style_for.initial_page_sizes
    assert sizes == {"box": None, "area": None}, used_by("thread.py, __init__")


def make_one_page(
    thread: Thread, *, blank: bool, at: Any = None, height: float = 100
) -> tuple[Any, ...]:
    context = thread._context
    kind = PageType("right", blank, "", 0, ())
    set_page_type_computed_styles(kind, thread._source.html, context.style_for)
    context.style_for(kind)["size"] = (200, height)
    state = context.page_maker[-1][3]
    made: tuple[Any, ...] = make_page(context, thread._root, kind, at, 2, state)
    return made


def test_a_place_to_resume_at_is_nested_by_child() -> None:
    thread = make_thread(MATTER)
    thread.pour(Pt(100), Pt(12))
    assert thread._context.page_maker[-1][0] == {0: {1: None}}, used_by("thread.py, _line_at")


def test_the_sides_that_a_break_bares_are_named_in_a_set() -> None:
    thread = make_thread("<div><p>one</p><p>two</p></div>")
    for box in source(thread, boxes.ParentBox):
        assert box.remove_decoration_sides == set(), used_by("thread.py, guard G3")
    parts = [thread.pour(Pt(100), Pt(12)).content[0][0] for _ in range(2)]
    sides = [part.children[0].children[0].remove_decoration_sides for part in parts]
    assert sides == [{"bottom"}, {"top"}], used_by("strips.py, _margin_top")


def test_a_call_knows_its_note() -> None:
    thread = make_thread(MATTER)
    notes = [box.footnote for box in thread._root.descendants() if box.footnote]
    assert notes == thread._context.footnotes, used_by("thread.py, guard G2")


def test_notes_are_not_among_the_descendants() -> None:
    texts = [box.text for box in source(make_thread(MATTER), boxes.TextBox)]
    assert "three" not in texts, used_by("thread.py, which looks at notes apart")


def test_an_outside_marker_says_so() -> None:
    markers = [box for box in make_thread(MATTER)._root.descendants() if box.is_outside_marker]
    (marker,) = markers
    assert marker.style["position"] == "absolute", used_by("guards.py, _is_placed")


def test_heads_of_tables_say_so() -> None:
    head, body = source(make_thread(MATTER), boxes.TableBox)[0].children
    assert (head.is_header, head.is_footer) == (True, False), used_by("strips.py")
    assert (body.is_header, body.is_footer) == (False, False), used_by("strips.py")


def test_boxes_of_these_kinds_are_told_apart() -> None:
    assert issubclass(boxes.InlineFlexBox, boxes.FlexContainerBox), used_by("guards.py")
    assert issubclass(boxes.InlineGridBox, boxes.GridContainerBox), used_by("guards.py")
    assert issubclass(boxes.InlineReplacedBox, boxes.ReplacedBox), used_by("strips.py")
    assert not issubclass(boxes.LineBox, boxes.BlockLevelBox), used_by("strips.py")


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
