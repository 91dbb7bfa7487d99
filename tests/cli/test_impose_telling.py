"""What ``impose`` tells beside its sheets: titles, dates, what overruns, what creep cuts."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from tests.cli.impositions import SOUND, impose, nothing_written
from tests.imposition.pages import numbered_pdf


def titled(title: str, pdf: bytes = SOUND) -> bytes:
    writer, stream = PdfWriter(clone_from=BytesIO(pdf)), BytesIO()
    writer.add_metadata({"/Title": title, "/CreationDate": "D:20261129081500Z"})
    writer.write(stream)
    return stream.getvalue()


def marks_of(path: Path) -> bytes:
    page = PdfReader(path).pages[0]
    return page["/Resources"]["/XObject"]["/Marks"].get_data()  # type: ignore[index, no-any-return]


def test_a_slug_line_begins_with_the_title_and_the_date_of_the_file(tmp_path: Path) -> None:
    drawn = []
    for pdf, slug in ((titled("Notes"), ""), (SOUND, "--slug 'Notes, 2026-11-29'")):
        assert impose(tmp_path, pdf, f"--paper tabloid --marks slug {slug}").code == 0
        drawn.append(marks_of(tmp_path / "out.pdf"))
    assert drawn[0] == drawn[1]


def test_a_title_that_the_slug_line_cannot_show_is_left_out_of_it(tmp_path: Path) -> None:
    assert impose(tmp_path, titled("新聞"), "--paper tabloid --marks slug").code == 0


def test_instructions_without_letters_for_their_title_have_another(tmp_path: Path) -> None:
    done = impose(tmp_path, titled("Газета"), "--paper letter --instructions how.pdf")
    assert done.code == 0
    assert 'in.pdf: warning[title-left-out]: the title "Газета" has letters' in done.err
    assert "These sheets" in PdfReader(tmp_path / "how.pdf").pages[0].extract_text()


@pytest.mark.parametrize(
    ("pages", "line", "said"),
    [
        (33, "--scheme perfect-bound --signature 8", "33 pages overrun a 32-page section by 1"),
        (33, "--scheme folded-section --grid 4x4 --paper a0", "overrun a 32-page section by 1"),
        (60, "--scheme perfect-bound --signature 8", ""),
    ],
)
def test_pages_that_overrun_a_section_are_told_with_the_cheapest_choice(
    tmp_path: Path, pages: int, line: str, said: str
) -> None:
    done = impose(tmp_path, numbered_pdf(pages), f"--paper letter {line}")
    assert done.code == 0, done.err
    assert said in done.out
    assert ("cut 1 page: 1 × 32 pages" in done.out) == bool(said)


def test_the_last_section_is_folded_by_itself(tmp_path: Path) -> None:
    line = "--paper letter --scheme perfect-bound --signature 8"
    assert (
        "Take 8 sheets at a time, the last time 1" in impose(tmp_path, numbered_pdf(33), line).out
    )


def test_type_that_creep_cuts_off_is_told(tmp_path: Path) -> None:
    done = impose(tmp_path, numbered_pdf(120), "--paper letter --weight 400 --creep outwards")
    assert done.code == 0
    assert "warning[creep-cuts-type]: creep cuts " in done.err


def test_paper_that_is_too_thick_for_one_fold_is_refused(tmp_path: Path) -> None:
    line = "--paper letter --weight 400 --bulk 2"
    done = impose(tmp_path, numbered_pdf(400), line)
    assert done.code == 1
    assert "in.pdf: error[too-thick]: 100 sheets of such paper are too thick" in done.err
    assert "inner pages would be moved by 79 mm" in done.err
    assert nothing_written(tmp_path)


def test_an_encrypted_file_gives_the_same_bytes_each_time(tmp_path: Path) -> None:
    writer, stream = PdfWriter(clone_from=BytesIO(SOUND)), BytesIO()
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(stream)
    made = []
    for _ in range(2):
        assert impose(tmp_path, stream.getvalue(), "--paper letter").code == 0
        made.append((tmp_path / "out.pdf").read_bytes())
    assert made[0] == made[1]
