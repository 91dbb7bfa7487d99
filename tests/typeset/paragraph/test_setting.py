"""Lines as they stand in finished PDFs: flush, evenly spaced, their letters hardly widened."""

import io
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pamphleteer.typeset.paragraph.hanging import LEFT, RIGHT
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import Pt
from tests.typeset.paragraph.printing import (
    Letter,
    PrintedLine,
    make_thread,
    make_typesetter,
    print_frames,
    print_matter,
    read_lines,
)
from tests.typeset.paragraph.prose import Phrase, html, printed, prose

EXAMPLES = settings(max_examples=15, phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""A page takes too long for an example to be shrunk."""

MEASURES = st.integers(360, 1200).map(lambda quarters: quarters / 4)
NEAR = 0.15
END_OF_WORD = "\x02\u00ad\u2010"
"""What PDFium tells of the hyphen at the end of a line, the others as the font names them."""


@cache
def setter(font: str) -> Typesetter:
    return make_typesetter(f"p {{ font-family: '{font}' }}")


def set_one(phrases: tuple[Phrase, ...], measure: float, font: str) -> list[PrintedLine]:
    """The lines of one paragraph, those of its notes left out."""
    thread = make_thread(setter(font), f"<p>{html(phrases)}</p>")
    frame = thread.pour(Pt(measure), Pt(900))
    rows = len(frame.lines)
    drawing = print_frames(setter(font), [frame])
    assert drawing.lines.planned >= rows
    assert drawing.lines.stock == 0
    lines = [line for line in read_lines(drawing.plain_pdf()) if line.row < rows]
    assert [line.row for line in lines] == [*range(rows)]
    return lines


def right_hang(line: PrintedLine) -> float:
    last = line.letters[-1]
    mark = "‐" if last.text in END_OF_WORD else last.text
    return RIGHT.get(mark, 0.0) * (last.right - last.x)


def left_hangs(line: PrintedLine) -> set[float]:
    """How far a line may hang out: a capital hangs, and a small letter does not.

    A small capital may be read as either, whichever was written. A mark is as wide as it moves on:
    less than its width, if it is kerned with what follows.
    """
    first, second, *_ = (*line.letters, *line.letters)
    parts = (LEFT.get(text, 0.0) for text in (first.text, first.text.upper(), first.text.lower()))
    return {part * max(0.0, second.x - first.x) for part in parts}


@EXAMPLES
@given(
    phrases=prose(), measure=MEASURES, font=st.sampled_from(("Linux Libertine O", "Libre Franklin"))
)
def test_full_lines_are_flush(phrases: tuple[Phrase, ...], measure: float, font: str) -> None:
    *full, last = set_one(phrases, measure, font)
    for line in full:
        if " " not in line.text:
            continue
        assert line.right == pytest.approx(measure + right_hang(line), abs=NEAR), line.text
        hangs = left_hangs(line)
        assert any(line.left == pytest.approx(-hang, abs=NEAR) for hang in hangs), line.text
    assert last.right <= measure + right_hang(last) + NEAR


@EXAMPLES
@given(phrases=prose(), measure=MEASURES)
def test_every_word_once_and_in_order(phrases: tuple[Phrase, ...], measure: float) -> None:
    lines = set_one(phrases, measure, "Linux Libertine O")
    found = "".join(letter.text for line in lines for letter in line.letters if is_text(letter))
    assert found.lower() == printed(phrases).translate(DROPPED).lower()


DROPPED = str.maketrans("", "", "-\x02 7")


def is_text(letter: Letter) -> bool:
    """Neither a raised figure nor what lines add."""
    return not is_raised(letter) and letter.text not in "-\x02 "


def is_raised(letter: Letter) -> bool:
    return letter.size < 7 and "Small" not in letter.font


@EXAMPLES
@given(phrases=prose(), measure=MEASURES)
def test_spaces_of_a_line_are_equal_and_letters_hardly_widened(
    phrases: tuple[Phrase, ...], measure: float
) -> None:
    limit = 0.02 if measure < 40 * 0.43 * 9 else 0.012
    for line in set_one(phrases, measure, "Linux Libertine O"):
        (scale,) = {round(letter.scale, 4) for letter in line.letters if letter.is_drawn}
        assert abs(scale - 1) <= limit + 1e-4
        for spaces in spaces_by_font(line).values():
            assert max(spaces) - min(spaces) < 0.1, line.text


def spaces_by_font(line: PrintedLine) -> dict[tuple[str, float], list[float]]:
    """The widths of the spaces of each font, which share what a line has too much or too little."""
    found: dict[tuple[str, float], list[float]] = {}
    for space, after in pairwise(line.letters):
        if space.text == " " and space.is_drawn:
            found.setdefault((space.font, round(space.size, 2)), []).append(after.x - space.x)
    return found


def embedded_fonts(css: str) -> set[str]:
    """The fonts of a text at many measures, each with the letters that tell its copies apart."""
    text = "the number of <em>words in italics</em> of a <strong>committee</strong> was different "
    setter = make_typesetter(css)
    threads = [make_thread(setter, f"<p>{text * 8}</p>") for _ in range(10)]
    frames = [thread.pour(Pt(90 + 20 * at), Pt(900)) for at, thread in enumerate(threads)]
    pages = PdfReader(io.BytesIO(print_frames(setter, frames).plain_pdf())).pages
    resources: list[Any] = [page["/Resources"] for page in pages]
    return {str(font["/BaseFont"]) for each in resources for font in each["/Font"].values()}


def test_widened_letters_need_no_further_fonts() -> None:
    scaled, ragged = (embedded_fonts(css) for css in ("", "p { text-align: left }"))
    assert scaled == ragged
    assert len(scaled) == 3


def test_letters_stand_where_they_would_in_one_piece() -> None:
    """A hyphen, or a letter of another font, moves up as far as those before it are kerned."""
    (line, *_) = print_matter("<p>on and the bility work\u00aders and of others</p>", 90, FRANKLIN)
    k, hyphen = line.letters[-2:]
    assert (k.text, hyphen.text) == ("k", "\x02")
    assert hyphen.x < k.right - 0.2, "k is kerned"


FRANKLIN = "p { font-family: 'Libre Franklin' }"


def test_edges_of_inline_boxes_are_part_of_the_line() -> None:
    css = "code { padding: 0 3pt; border: 1pt solid }"
    text = "of <code>words</code> said in a <code>meeting</code> by representatives "
    *full, _ = print_matter(f"<p>{text * 12}</p>", 120, css)
    assert any("Mono" in line.letters[-1].font for line in full)
    assert any("Mono" in line.letters[0].font for line in full)
    for line in full:
        edges = [4.0 if "Mono" in at.font else 0.0 for at in (line.letters[0], line.letters[-1])]
        hangs = left_hangs(line)
        assert any(line.left == pytest.approx(edges[0] - hang, abs=NEAR) for hang in hangs)
        assert line.right == pytest.approx(120 - edges[1] + right_hang(line), abs=NEAR)


def test_nothing_hangs_where_the_layout_says_so() -> None:
    text = "“It was” said, “for one.” Then, “so it is.” "
    for hanging in (True, False):
        *full, _ = print_matter(f"<p>{text * 10}</p>", 120, hanging=hanging)
        hung = [line for line in full if line.left < -1 or line.right > 121]
        assert bool(hung) == hanging


def test_the_layout_says_how_far_letters_are_widened() -> None:
    text = "a committee of representatives that was said to understand the organization "
    for scaling in (0.0, 0.03):
        *full, _ = print_matter(f"<p>{text * 8}</p>", 120, scaling=scaling, narrow_scaling=scaling)
        scales = [abs(line.letters[0].scale - 1) for line in full]
        assert max(scales) == pytest.approx(scaling, abs=0.006)
        assert max(scales) <= scaling + 1e-4


def test_a_word_that_fits_when_it_is_narrowed() -> None:
    """A line without spaces has only its letters to be narrowed."""
    word = "self-organization"
    (alone,) = print_matter(f"<p>{word}</p>", 300)
    first, *_ = print_matter(f"<p>{word} {word} {word}</p>", alone.right * 0.99, scaling=0.02)
    assert first.text == word
    assert first.right <= alone.right * 0.99 + NEAR
