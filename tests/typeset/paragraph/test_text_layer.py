"""What a reader of the PDF copies: words, and what each hyphen stands for, told by poppler."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from pamphleteer.layout.house_style import Justification
from pamphleteer.typeset.paragraph.rules import Told
from pamphleteer.units import Pt
from tests.typeset.paragraph.printing import (
    make_thread,
    make_typesetter,
    print_frames,
    print_matter,
)

SOFT, TYPED = "\u00ad", "\u2010"
FACES = ("Linux Libertine O", "Libre Franklin")
"""In the first the hyphen has a glyph of its own; in the second it is that of the hyphen-minus."""

TEXT = "a committee of different organizations and the responsibility of representatives "


def print_to(path: Path, matter: str, measure: float, *, face: str, **how: Any) -> Path:
    setter = make_typesetter(f"p {{ font-family: '{face}' }}", **how)
    frame = make_thread(setter, matter).pour(Pt(measure), Pt(900))
    path.write_bytes(print_frames(setter, [frame]).tagged_pdf())
    return path


def lines_of(pdf: Path) -> list[str]:
    """The lines of a PDF, but for its furniture, as poppler copies them."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [line for line in re.split("[\n\f]+", done.stdout) if line not in ("", ".")]


def joined(lines: list[str]) -> str:
    """A text whose words are joined where a soft hyphen divides them."""
    return " ".join(lines).replace(f"{SOFT} ", "")


@pytest.mark.parametrize("face", FACES)
def test_words_that_lines_divide_are_copied_whole(face: str, tmp_path: Path) -> None:
    pdf = print_to(tmp_path / "a.pdf", f"<p>{TEXT * 8}</p>", 90, face=face)
    lines = lines_of(pdf)
    assert sum(line.endswith(SOFT) for line in lines) > 3
    assert joined(lines).split() == (TEXT * 8).split()
    assert not any(TYPED in line or "-" in line for line in lines)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("hyphen", ["-", TYPED], ids=["hyphen-minus", "hyphen"])
def test_typed_hyphens_are_copied_as_themselves(face: str, hyphen: str, tmp_path: Path) -> None:
    """Within lines and at their ends, before and behind those that are put there."""
    text = TEXT + f"are self{hyphen}organized, well{hyphen}known and long{hyphen}established, "
    lines = lines_of(print_to(tmp_path / "a.pdf", f"<p>{text * 8}</p>", 94, face=face))
    assert any(line.endswith(SOFT) for line in lines)
    assert any(line.endswith(hyphen) for line in lines)
    assert joined(lines).replace(f"{hyphen} ", hyphen).split() == (text * 8).split()


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("first", ["-", TYPED, SOFT])
def test_every_hyphen_beside_every_other(face: str, first: str, tmp_path: Path) -> None:
    """Whichever the font meets first: its glyph has one meaning, the others are told apart."""
    others = [mark for mark in ("-", TYPED, SOFT) if mark != first]
    text = " ".join(f"mmmm{mark}nnnn" for mark in (first, *others) * 2)
    lines = lines_of(print_to(tmp_path / "a.pdf", f"<p>{text}</p>", 36, face=face))
    parts = [part for word in text.split() for part in re.split("(?<=[^mn])", word)]
    assert lines == parts


@pytest.mark.parametrize("face", FACES)
def test_a_soft_hyphen_shows_where_it_breaks_a_word_and_nowhere_else(
    face: str, tmp_path: Path
) -> None:
    text = f"xxxxxxx{SOFT}yyyyyyy zz{SOFT}zz"
    assert lines_of(print_to(tmp_path / "a.pdf", f"<p>{text}</p>", 60, face=face)) == [
        f"xxxxxxx{SOFT}",
        "yyyyyyy zzzz",
    ]
    first, second = print_matter(f"<p>{text}</p>", 60, f"p {{ font-family: '{face}' }}")
    whole, *_ = print_matter("<p>yyyyyyy zzzz</p>", 60, f"p {{ font-family: '{face}' }}")
    assert first.right > first.letters[-2].right, "a hyphen is drawn"
    assert second.right == pytest.approx(whole.right, abs=0.01), "none is drawn"


@pytest.mark.parametrize(
    "word", ["dif\u00adferent", "of\u00adfice", "af\u00adfluent", "shelf\u00adful"]
)
@pytest.mark.parametrize("face", FACES)
def test_ligatures_that_a_hyphen_divides(word: str, face: str, tmp_path: Path) -> None:
    first, second = word.split(SOFT)
    matter, css = f"<p>{word}</p>", f"p {{ font-family: '{face}' }}"
    (whole,) = print_matter(f"<p>{first}{second}</p>", 60, css)
    measure, still = whole.right - 1, Justification(scaling=0.0, narrow_scaling=0.0)
    lines = print_matter(matter, measure, css, told=Told(justification=still))
    assert [line.text for line in lines] == [f"{first}\x02", second]
    pdf = print_to(tmp_path / "a.pdf", matter, measure, face=face)
    assert lines_of(pdf) == [first + SOFT, second]
    for line, part in zip(lines, (first, second), strict=True):
        (alone,) = print_matter(f"<p>{part}</p>", 60, css)
        width = line.letters[len(part) - 1].right - line.left
        assert width == pytest.approx(alone.right, abs=0.02), "drawn as if it stood alone"


@pytest.mark.parametrize("face", FACES)
def test_a_soft_hyphen_leaves_no_trace_in_other_words(face: str, tmp_path: Path) -> None:
    """A ligature goes over it; wherever else that stands, it stands for its letters alone."""
    pdf = print_to(tmp_path / "a.pdf", "<p>of\u00adfice office a\u00adn an</p>", 90, face=face)
    assert lines_of(pdf) == ["office office an an"]
    with pypdfium2.PdfDocument(pdf) as document:
        assert document[0].get_textpage().get_text_range().endswith("office office an an")


def test_small_words_of_different_elements_are_parted(tmp_path: Path) -> None:
    """Where spaces are narrow, readers would not take them for spaces by their width."""
    words = ["Wm", "mm", "I", "Who"] * 15
    tags = ["em", "strong"] * 30
    marked = (f"<{tag}>{word}</{tag}>" for tag, word in zip(tags, words, strict=True))
    matter = f"<p>{' '.join(marked)}</p>"
    pdf = print_to(tmp_path / "a.pdf", matter, 100, face=FACES[0], shrink=0.5)
    assert " ".join(lines_of(pdf)).split() == words
    with pypdfium2.PdfDocument(pdf) as document:
        assert document[0].get_textpage().get_text_range().split()[1:] == words
