"""What an issue is printed from elsewhere: PDF/X-4 for a print shop, and a file for each drum."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from pamphleteer.reading.exchange import check_exchange
from tests.build.finished import Finished
from tests.build.pdf import plain_letters, read_letters
from tests.build.plates import PROCESS, both, has_ink, inked, most_ink, separate
from tests.build.publications import REPO, Publication, article, manifest

BLEED, SLUG = 9, 21
DRUM_SLUG = 43
EDGE = BLEED + DRUM_SLUG
"""A drum's files have marks around them, and 8 mm more that no Risograph prints."""
HALF_LETTER = (396, 612)
TEXT = "## A crosshead\n\n> A quotation of a few words.\n\n::: sidebar {title=Aside}\nWords.\n:::\n"


def photograph() -> bytes:
    """Colours of all kinds, dark ones too, wide enough for a page."""
    ramps = [Image.linear_gradient("L").rotate(turn).resize((1350, 900)) for turn in (0, 90, 180)]
    out = BytesIO()
    Image.merge("RGB", ramps).save(out, "JPEG", quality=90)
    return out.getvalue()


@pytest.fixture
def pictured(publication: Publication) -> Publication:
    """A publication with a cover that bleeds, and a picture beside text."""
    matter = f'{TEXT}\n![A photograph](../images/photo.jpg "Its caption.")\n'
    cover = "{cover: images/photo.jpg, alt: A photograph, headline: Over it}"
    publication.write(
        {
            "winter/issue.yaml": manifest([cover, "articles/news.md", "contact"]),
            "winter/articles/news.md": article("News", matter),
            "winter/images/photo.jpg": photograph(),
        }
    )
    return publication


LARGE = "banner: A large area of black"
GROUND = 12
"""Of 255: a twentieth, cut off."""
UNPRINTED = 22


def printed_in(publication: Publication, keys: str, *more: str) -> Publication:
    """The publication, printed as ``printing:`` has it, with more in its running order."""
    order = ["articles/news.md", *more, "contact"]
    text = manifest(order, f"printing: {{{keys}}}")
    publication.write({"winter/issue.yaml": text, "winter/articles/news.md": article("News", TEXT)})
    done = publication.build_here("--only", "print")
    assert done.code == 0, done.err
    return publication


def boxes(path: Path) -> list[tuple[list[float], list[float], list[float]]]:
    pages = PdfReader(path).pages
    return [
        ([*map(float, page.trimbox)], [*map(float, page.bleedbox)], [*map(float, page.mediabox)])
        for page in pages
    ]


def around(by: float) -> list[float]:
    width, height = HALF_LETTER
    return [-by, -by, width + by, height + by]


def test_a_finished_issue_is_a_pdf_x_4_of_single_pages(finished: Finished) -> None:
    """By our own check, since there is no other; its syntax is judged by qpdf."""
    assert check_exchange(finished.print.read_bytes()) == ()
    done = subprocess.run(
        ["qpdf", "--check", finished.print], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (
        boxes(finished.print)
        == [(around(0), around(BLEED), around(BLEED))] * finished.told["pages"]
    )


def test_it_says_what_the_screens_pdf_says(finished: Finished) -> None:
    screen, _ = plain_letters(finished.letters)
    assert plain_letters(read_letters(finished.print))[0] == screen


def test_black_letters_have_no_colour_below_them(finished: Finished) -> None:
    """On pages without pictures, cyan is nowhere: no ink of the layout has it."""
    for page in (1, finished.told["pages"]):
        plates = separate(finished.print, page)
        assert set(plates) == set(PROCESS)
        solid = inked(plates["Black"], least=230)
        assert has_ink(solid)
        for colour in ("Cyan", "Magenta", "Yellow"):
            assert not has_ink(both(solid, plates[colour])), colour
        assert not has_ink(plates["Cyan"])
        assert has_ink(plates["Magenta"])


def test_pictures_bleed_and_keep_to_the_limit_of_ink(pictured: Publication) -> None:
    assert pictured.build_here("--only", "print").code == 0
    assert check_exchange(pictured.print.read_bytes()) == ()
    plates = separate(pictured.print, 1)
    assert most_ink(plates) <= 300
    everywhere = ImageChops.lighter(plates["Cyan"], plates["Yellow"])
    width, height = everywhere.size
    for x, y in ((0, 0), (width - 2, 0), (0, height - 2), (width - 2, height - 2)):
        assert has_ink(everywhere.crop((x, y, x + 2, y + 2))), "it reaches the bleed's corners"
    assert most_ink(separate(pictured.print, 2)) <= 300


def test_crop_marks_stand_outside_the_bleed_on_all_plates(publication: Publication) -> None:
    made = printed_in(publication, "crop_marks: yes").print
    assert check_exchange(made.read_bytes()) == ()
    assert all(each == (around(0), around(BLEED), around(BLEED + SLUG)) for each in boxes(made))
    dpi = 144
    for plate in separate(made, dpi=dpi).values():
        scale = dpi / 72
        edge = round(SLUG * scale)
        width, height = plate.width - 2 * edge, plate.height - 2 * edge
        inside = plate.crop((edge, edge, edge + width, edge + height))
        plate.paste(0, (edge, edge, edge + width, edge + height))
        assert has_ink(plate), "marks"
        ring = inside.copy()
        bleed = round(BLEED * scale)
        ring.paste(0, (bleed, bleed, width - bleed, height - bleed))
        assert not has_ink(ring), "none in the bleed"
        plate.paste(0, (2, 2, plate.width - 2, plate.height - 2))
        assert not has_ink(plate), "nor at the paper's edge"


def test_an_ink_of_its_own_is_a_plate_of_its_own(publication: Publication) -> None:
    made = printed_in(publication, "inks: spot").print
    assert check_exchange(made.read_bytes()) == ()
    plates = separate(made)
    assert set(plates) == {*PROCESS, "Red"}
    assert has_ink(plates["Red"])
    assert has_ink(plates["Black"])
    assert not any(has_ink(plates[colour]) for colour in ("Cyan", "Magenta", "Yellow"))


def test_plates_are_called_as_the_manifest_has_it(publication: Publication) -> None:
    spot = ("plates: {Red: PANTONE 186 C}", "printing: {inks: spot}")
    publication.write({"winter/issue.yaml": manifest(["contact"], *spot)})
    assert publication.build_here("--only", "print").code == 0
    assert check_exchange(publication.print.read_bytes()) == ()
    assert set(separate(publication.print)) == {*PROCESS, "PANTONE 186 C"}
    riso = ("plates: {Red: Bright Red}", "printing: {inks: riso}")
    publication.write({"winter/issue.yaml": manifest(["contact"], *riso)})
    done = publication.build_here("--only", "booklet")
    assert done.code == 0, done.err
    assert "winter-booklet-BRIGHT-RED.pdf" in publication.files()


@pytest.mark.parametrize(
    ("plates", "code"),
    [
        ("{Reed: PANTONE 186 C}", "unknown-plate"),
        ("{Black: Blue}", "unknown-plate"),
        ("{Red: black}", "same-plate"),
        ("{Red: [a]}", "wrong-type"),
    ],
)
def test_a_plate_that_is_not_there_is_told(
    publication: Publication, plates: str, code: str
) -> None:
    publication.write({"winter/issue.yaml": manifest(["contact"], f"plates: {plates}")})
    (told,) = publication.faults()
    column = 15 if code == "wrong-type" else 9
    assert told == f"winter/issue.yaml:4:{column} {code}"


def test_black_alone_is_a_plate_alone(publication: Publication) -> None:
    plates = separate(printed_in(publication, "inks: black").print)
    assert [name for name in PROCESS if has_ink(plates[name])] == ["Black"]


def test_a_booklet_in_black_has_no_colours(pictured: Publication) -> None:
    pictured.write({"publication.yaml": "title: Our News\nprinting: {inks: black}\n"})
    text = manifest(["articles/news.md"])
    pictured.write({"winter/issue.yaml": text})
    assert pictured.build_here("--only", "booklet").code == 0
    with pypdfium2.PdfDocument(pictured.booklet) as document:
        for page in document:
            red, green, blue = page.render(scale=1).to_pil().convert("RGB").split()
            assert red.tobytes() == green.tobytes() == blue.tobytes()
    assert b"/DeviceRGB" not in pictured.booklet.read_bytes()


@pytest.mark.parametrize(
    ("keys", "said"), [("inks: blue", "inks"), ("crop_marks: some", "crop_marks")]
)
def test_a_slip_is_told_with_its_place(publication: Publication, keys: str, said: str) -> None:
    publication.write({"winter/issue.yaml": manifest(["contact"], f"printing: {{{keys}}}")})
    column = len("printing: {") + len(f"{said}: ") + 1
    assert publication.faults() == [f"winter/issue.yaml:4:{column} bad-value"]


@pytest.mark.parametrize("kind", ["spot", "riso"])
def test_a_layout_without_plates_is_told(
    publication: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    shutil.copytree(REPO / "layouts", tmp_path / "layouts")
    for name in ("fonts", "profiles"):
        (tmp_path / name).symlink_to(REPO / name)
    path = tmp_path / "layouts" / "booklet" / "layout.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(", spot: Red", ""), encoding="utf-8")
    monkeypatch.setattr("pamphleteer.resources.PACKAGE", tmp_path)
    publication.write({"winter/issue.yaml": manifest(["contact"], f"printing: {{inks: {kind}}}")})
    assert publication.faults() == ["winter/issue.yaml:4:18 no-plates"]


@pytest.mark.parametrize(
    ("keys", "date"),
    [
        (("published: 2026-02-03",), "D:20260203000000Z"),
        ((), "D:20260101000000Z"),
    ],
)
def test_the_date_is_that_of_the_issue(
    publication: Publication, keys: tuple[str, ...], date: str
) -> None:
    publication.write({"winter/issue.yaml": manifest(["contact"], *keys)})
    assert publication.build_here("--only", "print").code == 0
    info = PdfReader(publication.print).metadata
    assert info is not None
    told = {key: str(info[key]) for key in ("/Title", "/CreationDate", "/ModDate")}
    assert told == {
        "/Title": "Our News, 2/7, Winter 2026",
        "/CreationDate": date,
        "/ModDate": date,
    }
