"""``check``: what it says of any PDF, in words and in JSON, and how it ends."""

from pathlib import Path

import pytest

from tests.build.publications import run_here
from tests.preflight.documents import picture, sound, write
from tests.preflight.planting import on_page, with_picture

HAIRLINE = "0.1 w 80 200 m 200 200 l S\n"


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound PDF in the folder that one works in."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "news.pdf"
    path.write_bytes(write(sound()))
    return path


def test_a_sound_file(news: Path) -> None:
    done = run_here("check", news, "--for", "sheetfed")

    assert done.code == 0
    assert done.out.splitlines() == [
        "news.pdf: 4 pages, checked for a print shop, offset or digital, on sheets (sheetfed)",
        "✔ Fit for sheetfed.",
    ]


def test_an_error_is_told_with_its_meaning_and_what_to_do(news: Path) -> None:
    news.write_bytes(write(on_page(HAIRLINE)))
    done = run_here("check", news, "--for", "sheetfed")

    assert done.code == 1
    assert done.out.splitlines()[1:] == [
        "error[line-thin]: page 3: 1 line thinner than 0.25 pt; the thinnest has 0.1 pt",
        "    A line as thin as this prints broken, or not at all. Draw it thicker.",
        "✘ Not fit for sheetfed: 1 error.",
    ]


def test_a_warning_is_an_error_where_one_is_strict(news: Path) -> None:
    news.write_bytes(write(with_picture(picture(250, 250))))

    assert run_here("check", news, "--for", "sheetfed").code == 0
    done = run_here("check", news, "--for", "sheetfed", "--strict")
    assert done.code == 1
    assert "sharp up to 28.2 mm wide; placed at 35.3 mm (180 ppi)" in done.out
    assert done.out.splitlines()[-1] == "✘ Not fit for sheetfed: 1 warning."


def test_everything_as_one_object(news: Path) -> None:
    news.write_bytes(write(on_page(HAIRLINE)))
    done = run_here("check", news, "--for", "sheetfed", "--json")

    (file,) = done.json["files"]
    (finding,) = file["findings"]
    assert (done.code, done.err, done.json["problems"]) == (1, "", [])
    assert (file["profile"], file["errors"], len(file["pages"])) == ("sheetfed", 1, 4)
    assert (finding["severity"], finding["code"], finding["page"]) == ("error", "line-thin", 3)
    assert finding["places"] == [
        pytest.approx({"x": 79.95, "y": 414.95, "width": 120.1, "height": 0.1})
    ]
    assert file["fonts"][0]["name"] == "LibreFranklin"
    assert {ink["ink"] for ink in file["pages"][0]["inks"]} == {"Magenta", "Yellow", "Black"}


def test_own_thresholds(news: Path) -> None:
    Path("shop.yaml").write_text("based_on: sheetfed\ntitle: Rooster\nline: 1 pt\n")
    done = run_here("check", news, "--for", "shop.yaml")

    assert done.code == 1
    assert done.out.splitlines()[-1] == "✘ Not fit for Rooster: 4 errors."
    Path("shop.yaml").write_text("based_on: sheetfed\nlyne: 1 pt\n")
    done = run_here("check", news, "--for", "shop.yaml")
    assert done.code == 1
    assert 'shop.yaml:2:1: error[unknown-key]: unknown key "lyne"' in done.err


def test_a_way_that_there_is_not_is_wrong_usage(news: Path) -> None:
    done = run_here("check", news, "--for", "ofice")

    assert done.code == 2
    assert 'Did you mean "office"?' in done.err


def test_a_file_that_is_no_pdf_is_told(news: Path) -> None:
    news.write_bytes(b"\x89PNG\r\n\x1a\n")
    done = run_here("check", news)
    assert (done.code, done.out) == (1, "")
    assert "news.pdf: error[pdf-not-a-pdf]: this is a PNG picture" in done.err

    done = run_here("check", news, "--json")
    assert done.code == 1
    assert [problem["code"] for problem in done.json["problems"]] == ["pdf-not-a-pdf"]
