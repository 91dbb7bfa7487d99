"""``check --report``: the page is written whole beside what is said, or not at all."""

from pathlib import Path

import pytest

from tests.build.photographs import paint
from tests.build.publications import Publication, article, run_here
from tests.preflight.documents import sound, write
from tests.preflight.planting import on_page
from tests.preflight.report.html import parse, text_of

HAIRLINE = "0.1 w 80 200 m 200 200 l S\n"
FIGURE = '![A boiler](../images/boiler.png "The boiler."){place=here}'


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PDF with a fault in the folder that one works in."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "news.pdf"
    path.write_bytes(write(on_page(HAIRLINE)))
    return path


def test_a_report_is_written_and_told(news: Path) -> None:
    done = run_here("check", news, "--for", "sheetfed", "--report", "report.html")

    assert done.code == 1
    assert done.out.splitlines()[-2:] == ["✘ Not fit for sheetfed: 1 error.", "Report: report.html"]
    told = text_of(parse(Path("report.html").read_bytes()))
    assert "news.pdf ✘ Not fit to print yet" in told
    assert "1 line thinner than 0.25 pt" in told


def test_a_sound_file_has_a_report_too(news: Path) -> None:
    news.write_bytes(write(sound()))
    done = run_here("check", news, "--report", "report.html", "--json")

    assert (done.code, done.json["report"]) == (0, "report.html")
    assert "Fit to print" in text_of(parse(Path("report.html").read_bytes()))


def test_two_processes_write_the_same_bytes(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    run_here("check", news, "--report", "one.html")
    monkeypatch.setenv("PYTHONHASHSEED", "2")
    run_here("check", news, "--report", "two.html")

    assert Path("one.html").read_bytes() == Path("two.html").read_bytes()


def test_a_file_that_cannot_be_read_leaves_the_old_report(news: Path) -> None:
    report = Path("report.html")
    report.write_text("old")
    news.write_bytes(b"%PDF-1.7 torn")
    done = run_here("check", news, "--report", report)

    assert done.code == 1
    assert "Report" not in done.out
    assert report.read_text() == "old"
    assert {path.name for path in Path().iterdir()} == {"news.pdf", "report.html"}


def test_a_place_that_cannot_be_written_is_told(news: Path) -> None:
    Path("file").write_text("")
    done = run_here("check", news, "--report", "file/report.html")

    assert done.code == 1
    assert "error[cannot-write]" in done.err
    assert "Report" not in done.out


@pytest.mark.parametrize("name", ["news.pdf", "report"])
def test_a_report_takes_no_other_files_place(news: Path, name: str) -> None:
    before = news.read_bytes()
    done = run_here("check", news, "--report", name)

    assert done.code == 2
    assert "does not end in .html" in done.err
    assert news.read_bytes() == before


def test_an_issue_with_an_error_has_a_report_of_all_its_files(publication: Publication) -> None:
    """A build refuses it; the report is how one sees why."""
    publication.write(
        {
            "winter/articles/news.md": article("News", f"A few words.\n\n{FIGURE}\n\nMore."),
            "winter/images/boiler.png": paint((120, 60)),
        }
    )
    refused = publication.build_here()
    report = publication.issue.parent / "report.html"
    command = refused.err.splitlines()[-1].partition(": pamphleteer ")[2].split()
    done = run_here(*command[:-1], report)
    told = text_of(parse(report.read_bytes()))

    assert (refused.code, done.code) == (1, 1)
    assert publication.files() == {}
    assert told.count("Not fit to print yet") >= 2
    assert "winter-screen.pdf" in told
    assert "winter-booklet.pdf" in told
    assert "winter/articles/news.md:6" in told
    assert "Coarse · page 1" in told
