"""A build checks its own pages before it hands them over, and tells faults by file and line."""

from pathlib import Path

import pytest

from tests.build.finished import Finished
from tests.build.photographs import paint
from tests.build.publications import Publication, article, manifest, run_here
from tests.preflight.documents import check, findings

CODE = "https://example.org"
FIGURE = '![A boiler](../images/boiler.png "The boiler."){place=here}'


def test_finished_issues_are_fit_for_the_office(finished: Finished) -> None:
    contact = finished.issue.contact
    codes = (contact.qr.url,) if contact and contact.qr else ()
    assert codes
    for path in (finished.screen, finished.booklet):
        assert findings(check(path.read_bytes(), "office", codes=codes)) == []


def test_a_code_that_says_something_else_is_told(finished: Finished) -> None:
    found = check(finished.screen.read_bytes(), "office", codes=("https://example.net/other",))

    assert findings(found) == [("qr-wrong", None)]


def with_picture(publication: Publication, columns: int) -> None:
    publication.write(
        {
            "winter/articles/news.md": article("News", f"A few words.\n\n{FIGURE}\n\nMore."),
            "winter/images/boiler.png": paint((columns, columns // 2)),
        }
    )


def test_a_coarse_picture_stops_the_build_with_its_line(publication: Publication) -> None:
    with_picture(publication, 400)
    assert publication.build_here().code == 0
    with_picture(publication, 120)

    assert publication.faults() == ["winter/articles/news.md:6 image-ppi"]


def test_an_error_may_be_put_up_with(publication: Publication) -> None:
    with_picture(publication, 120)
    done = publication.build_here()
    assert done.code == 1
    assert "To build all the same: --accept image-ppi" in done.err
    done = publication.build_here("--accept", "image-ppi", "--json")

    assert done.code == 0
    assert [problem["severity"] for problem in done.json["problems"]] == ["warning"]
    assert publication.build_here("--accept", "image-pi").code == 2


def test_a_soft_picture_is_told_and_stops_nothing(publication: Publication) -> None:
    with_picture(publication, 250)
    done = publication.build_here("--json")

    (problem,) = done.json["problems"]
    assert done.code == 0
    assert (problem["severity"], problem["code"], problem["line"]) == ("warning", "image-ppi", 6)
    assert "sharp up to" in problem["message"]


def test_check_of_an_issue_writes_nothing(publication: Publication) -> None:
    with_picture(publication, 250)
    done = run_here("check", publication.issue, "--json")

    screen, booklet = done.json["files"]
    assert done.code == 0
    assert publication.files() == {}
    assert [Path(file["path"]).name for file in (screen, booklet)] == [
        "winter-screen.pdf",
        "winter-booklet.pdf",
    ]
    told = [
        (each["code"], each["page"], each["line"])
        for file in (screen, booklet)
        for each in file["findings"]
        if each["severity"] != "note"
    ]
    assert told == [("image-ppi", 1, 6), ("image-ppi", 1, None)]
    read = [code["text"] for page in screen["pages"] for code in page["codes"]]
    assert read == [CODE]


def test_check_tells_errors_at_which_a_build_stops(publication: Publication) -> None:
    with_picture(publication, 120)
    done = run_here("check", publication.issue)

    assert done.code == 1
    assert "news.md:6)" in next(line for line in done.out.splitlines() if "image-ppi" in line)


def test_strict_takes_warnings_for_errors(publication: Publication) -> None:
    with_picture(publication, 250)

    assert run_here("check", publication.issue).code == 0
    assert run_here("check", publication.issue, "--strict").code == 1


def test_an_issue_without_a_pdf_for_the_press_says_so(publication: Publication) -> None:
    publication.write({"winter/issue.yaml": manifest(["articles/news.md"])})
    done = run_here("check", publication.issue, "--for", "riso")

    assert done.code == 1
    assert "error[no-such-output]" in done.err


@pytest.mark.parametrize("way", ["office", "sheetfed"])
def test_what_is_no_fault_is_not_told_twice(publication: Publication, way: str) -> None:
    assert publication.build_here().code == 0
    done = run_here("check", publication.screen, "--for", way)

    assert done.code == (0 if way == "office" else 1)
    lines = [line for line in done.out.splitlines() if line.startswith(("error", "warning"))]
    assert len(lines) == len(set(lines))
