"""Every letter of every shipped face is printed as the font file draws it.

WeasyPrint can print wrong letters under a right text layer: it does so where two files of one
family answer to one description, as the subsets of a web font do. Reading the text back finds
nothing then, so these tests look at the ink.
"""

import itertools
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from PIL import Image

from .faces import FACES, FONTS, MERGED_FACES, Face, letters_of
from .specimen import (
    Specimen,
    count_pages,
    find_wrong_letters,
    rasterise,
    write_outlines,
    write_pdf,
)

Pages = tuple[Image.Image, ...]

LETTERS_PER_LINE = 9
WORDS = "Łódź, Škoda, İstanbul"

LOOKALIKES = ("şș", "őö", "ăã", "ēě", "lł", "ıi", "ÓÒ", "‘’", "-–", "–—", ".,", "żź")
"""Pairs that differ in little, the least that must be told apart."""


def make_specimen(face: Face) -> Specimen:
    """List all letters of a face in short lines.

    Right-to-left letters stand alone, so that no line runs backwards.
    """
    letters = letters_of(face.file)
    alone = [text for text in letters if unicodedata.bidirectional(text) in ("R", "AL")]
    others = [text for text in letters if text not in alone]
    starts = range(0, len(others), LETTERS_PER_LINE)
    rows = ("   ".join(others[start : start + LETTERS_PER_LINE]) for start in starts)
    return Specimen(face=face, lines=(*rows, *alone))


def split_pages(specimens: Iterable[Specimen], pages: Pages) -> Mapping[Face, Pages]:
    """Give each specimen its pages of the document that has them all."""
    rest = iter(pages)
    return {
        specimen.face: tuple(itertools.islice(rest, count_pages(specimen)))
        for specimen in specimens
    }


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Face, Pages]:
    """All letters of all faces, as one document prints them."""
    specimens = [make_specimen(face) for face in FACES]
    pdf = write_pdf(specimens, fonts=FONTS, scratch=tmp_path_factory.mktemp("all"))
    return split_pages(specimens, rasterise(pdf))


@pytest.mark.parametrize("face", FACES, ids=str)
def test_every_letter_is_printed_as_its_outline(
    face: Face, printed: Mapping[Face, Pages], tmp_path: Path
) -> None:
    specimen = make_specimen(face)
    outlines = rasterise(write_outlines(specimen))
    wrong = find_wrong_letters(specimen, printed[face], outlines)
    if wrong:
        save_side_by_side(printed[face], outlines, tmp_path)
    names = [f"{text} U+{ord(text):04X}" for text in wrong if text]
    assert not wrong, f"{len(wrong)} wrong: {', '.join(names)}; pictures in {tmp_path}"


def save_side_by_side(printed: Pages, outlines: Pages, folder: Path) -> None:
    """Save what was printed (left) and what should have been (right), page by page."""
    for number, (left, right) in enumerate(zip(printed, outlines, strict=True), start=1):
        sheet = Image.new("L", (left.width * 2, left.height))
        sheet.paste(left, (0, 0))
        sheet.paste(right, (left.width, 0))
        sheet.save(folder / f"page-{number}.png")


def test_words_of_merged_faces_are_printed_and_extracted(tmp_path: Path) -> None:
    specimens = [Specimen(face=face, lines=(WORDS,)) for face in MERGED_FACES]
    pdf = write_pdf(specimens, fonts=FONTS, scratch=tmp_path)
    pages = rasterise(pdf)
    assert extract_lines(pdf) == [WORDS] * len(MERGED_FACES)
    for specimen, page in zip(specimens, pages, strict=True):
        outlines = rasterise(write_outlines(specimen))
        assert find_wrong_letters(specimen, (page,), outlines) == ()


def extract_lines(pdf: bytes) -> list[str]:
    """Read back the text of each page."""
    with pdfium.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize("swap", [False, True])
def test_lookalikes_are_told_apart(swap: bool, tmp_path: Path) -> None:
    pairs = [pair[::-1] if swap else pair for pair in LOOKALIKES]
    for face in FACES:
        known = [pair for pair in pairs if set(pair) <= set(letters_of(face.file))]
        shown = Specimen(face=face, lines=tuple(pair[0] for pair in known))
        meant = Specimen(face=face, lines=tuple(pair[1] for pair in known))
        wrong = find_wrong_letters(
            meant, rasterise(write_outlines(shown)), rasterise(write_outlines(meant))
        )
        assert [pair for pair in known if pair[1] not in wrong] == [], face


def test_another_weight_is_found_out(printed: Mapping[Face, Pages]) -> None:
    printed_face, meant_face = find_face("LibreFranklin-SemiBold"), find_face("LibreFranklin-Bold")
    meant = make_specimen(meant_face)
    wrong = find_wrong_letters(meant, printed[printed_face], rasterise(write_outlines(meant)))
    assert len(wrong) > 0.95 * len(letters_of(meant_face.file))


def find_face(name: str) -> Face:
    """Find a face by the name of its file."""
    return next(face for face in FACES if str(face) == name)


def test_two_subsets_of_a_family_are_found_out(tmp_path: Path) -> None:
    face = find_face("LibreFranklin-Regular")
    codes = [ord(text) for text in letters_of(face.file)]
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    write_subset(face.file, [code for code in codes if code < 0x100], fonts / "latin.ttf")
    write_subset(face.file, [code for code in codes if code >= 0x100], fonts / "latin-ext.ttf")
    specimen = Specimen(face=face, lines=("Łódź",))
    pdf = write_pdf([specimen], fonts=fonts, scratch=tmp_path)
    assert extract_lines(pdf) == ["Łódź"]
    assert find_wrong_letters(specimen, rasterise(pdf), rasterise(write_outlines(specimen)))


def write_subset(file: Path, codes: Iterable[int], target: Path) -> None:
    """Cut a font down to some characters, as a web font is cut; its names stay."""
    font = TTFont(file)
    subsetter = Subsetter(Options(name_IDs=["*"]))
    subsetter.populate(unicodes=[0x20, *codes])
    subsetter.subset(font)
    font.save(target)
