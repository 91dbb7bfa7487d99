"""Every private or undocumented part of WeasyPrint that the kernel leans on, pinned.

WeasyPrint is pinned to 70.x. When it is raised, what has changed fails here first, and says which
file of ``src/pamphleteer/typeset`` relies on it.
"""

import inspect
from collections.abc import Callable
from typing import Any

import pytest
import weasyprint
from weasyprint import DEFAULT_OPTIONS, draw
from weasyprint.css import (
    AnonymousStyle,
    ComputedStyle,
    InitialStyle,
    get_all_computed_styles,
    preprocess_declarations,
    preprocess_stylesheet,
)
from weasyprint.css.properties import INHERITED
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
from weasyprint.urls import URLFetcher, URLFetcherResponse

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
