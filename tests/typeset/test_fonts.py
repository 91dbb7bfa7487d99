"""Only shipped fonts are seen, and what they cannot print is refused with character and line."""

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from pamphleteer.problems import IssueError, Problem
from pamphleteer.resources import resource_folder
from pamphleteer.typeset.drawing import Graft
from pamphleteer.typeset.fontconfig import see_only_fonts_in
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import Pt
from tests.typeset.composing import draw, make_thread, typesetter

FONTS = resource_folder("fonts")
LIBERTINE = FONTS / "linux-libertine" / "LinLibertine_R.otf"
FRANKLIN = FONTS / "libre-franklin" / "LibreFranklin-Regular.ttf"


def problems_of(matter: str, css: str = "") -> tuple[Problem, ...]:
    with pytest.raises(IssueError) as caught:
        make_thread(matter, css)
    return caught.value.problems


@pytest.mark.parametrize("family", ["DejaVu Sans", "serif", "sans-serif", "Linux Libertine"])
def test_an_unknown_family_is_refused(family: str) -> None:
    """The machine may have it, and a generic name would mean one of the machine's."""
    (problem,) = problems_of('<p data-line="3">one</p>', f"p {{ font-family: {family} }}")
    assert (problem.code, str(problem.pos)) == ("unknown-font", "story.md:3")
    assert problem.message == f'no font "{family}"'
    assert "Linux Libertine O" in problem.hint


def test_a_family_is_refused_though_another_could_answer() -> None:
    (problem,) = problems_of("<p>one</p>", "p { font-family: 'Libre Franklin', Arial }")
    assert problem.message == 'no font "Arial"'


@pytest.mark.parametrize(
    ("matter", "line"),
    [
        ('<p data-line="3">one 世</p>', 3),
        ('<p data-line="3">one <em>two <b>世</b></em></p>', 3),
        ('<ul data-line="3"><li data-line="4">世</ul>', 4),
        ('<p data-line="3">one<span class="note">世</span></p>', 3),
        ('<table data-line="3"><thead><tr><td data-line="5">世<tbody><tr><td>two</table>', 5),
    ],
)
def test_a_missing_glyph_is_refused_wherever_it_stands(matter: str, line: int) -> None:
    (problem,) = problems_of(matter)
    assert (problem.code, str(problem.pos)) == ("missing-glyph", f"story.md:{line}")
    assert '"世" (U+4E16 CJK UNIFIED IDEOGRAPH-4E16)' in problem.message
    assert "Linux Libertine O" in problem.message


def test_what_a_style_sheet_adds_is_looked_at_too() -> None:
    assert len(problems_of("<p>one</p><p>two</p>", "p::before { content: '世' }")) == 1
    assert len(problems_of("<ul><li>one</ul>", "ul { list-style: '世' }")) == 1


def test_each_character_is_told_once() -> None:
    found = [problem.message[:3] for problem in problems_of("<p>世世</p><p>界世</p>")]
    assert found == ['"世"', '"界"']


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\u200d", "\u2060", "\t", "\n"])
def test_what_is_never_printed_needs_no_glyph(invisible: str) -> None:
    assert not make_thread(f"<p>one{invisible}two</p>").done


def test_capitals_made_by_the_style_sheet_are_looked_at() -> None:
    """League Gothic has the micro sign, but not the Greek letter that it is capitalised to."""
    css = "p { font-family: 'League Gothic'; text-transform: uppercase }"
    with pytest.raises(IssueError, match=r"U\+039C"):
        make_thread("<p>µ</p>", css)


def test_the_hyphen_at_a_line_end_needs_a_glyph() -> None:
    (problem,) = problems_of("<p>one</p>", "p { hyphens: auto; hyphenate-character: '世' }")
    assert (problem.code, "世" in problem.message) == ("missing-glyph", True)
    assert make_thread("<p>one</p>", "p { hyphens: none; hyphenate-character: '世' }")


def test_a_publication_may_bring_fonts(tmp_path: Path) -> None:
    own = tmp_path / "own & fonts"
    own.mkdir()
    shutil.copy(FRANKLIN, own / "face.ttf")
    setter = Typesetter(stylesheet=OWN, assets={}, own_fonts=[own])
    frame = setter.thread("<p>one</p>", language="en", path="a.md").pour(Pt(90), Pt(20))
    assert frame.finished


OWN = "html { font: 9pt/12pt 'Libre Franklin' }"


def test_only_our_families_are_embedded() -> None:
    setter = typesetter(".label { font-family: 'Libre Franklin'; font-weight: bold }")
    matter = '<p>one <em>two</em> <b>three</b></p><p class="label">four</p>'
    frame = setter.thread(matter, language="en", path="a.md").pour(Pt(100), Pt(100))
    place = Graft(page=1, frame=frame, x=Pt(10), y=Pt(10))
    reader = PdfReader(io.BytesIO(draw(setter, [place]).plain_pdf()))
    names = {font["/BaseFont"].split("+")[1] for font in fonts_of(reader)}
    assert names == {
        "Linux-Libertine-O",
        "Linux-Libertine-O-Italic",
        "Linux-Libertine-O-Bold",
        "Libre-Franklin-Bold",
    }


def fonts_of(reader: PdfReader) -> list[dict[str, str]]:
    fonts = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]  # read by name
    return [font.get_object() for font in fonts.values()]


COUNT_FONTS = """
import pamphleteer.typeset.typesetter
from weasyprint.text.ffi import fontconfig
from weasyprint.text.fonts import FontConfiguration

configuration = FontConfiguration()
print(fontconfig.FcConfigGetFonts(configuration._config, fontconfig.FcSetSystem).nfont)
"""


def test_pango_sees_only_what_ships() -> None:
    """In a fresh process, as fontconfig itself counts them."""
    run = subprocess.run([sys.executable, "-c", COUNT_FONTS], capture_output=True, check=True)
    faces = [path for path in FONTS.rglob("*") if path.suffix in (".ttf", ".otf")]
    assert int(run.stdout) == len(faces)


def test_the_configuration_names_folders_and_nothing_of_the_machine(tmp_path: Path) -> None:
    text = see_only_fonts_in([tmp_path / "a & b"]).read_text(encoding="utf-8")
    assert f"<dir>{tmp_path.resolve()}/a &amp; b</dir>" in text
    assert text.count("<dir>") == 1
    assert "<include" not in text


def test_the_font_cache_goes_elsewhere_when_home_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setenv("FONTCONFIG_FILE", "restored afterwards")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert see_only_fonts_in([FONTS]).parent == tmp_path / "pamphleteer"
    monkeypatch.setattr("tempfile.tempdir", str(blocked))
    with pytest.raises(OSError, match="font cache"):
        see_only_fonts_in([tmp_path])
