"""A build checks its own pages before it hands them over, and tells faults by file and line."""

from pathlib import Path

import pytest

from tests.build.finished import Finished
from tests.build.photographs import paint
from tests.build.publications import Publication, article, manifest, prose, run_here
from tests.preflight.documents import check, findings

CODE = "https://example.org"
FIGURE = '![A boiler](../images/boiler.png "The boiler."){place=here}'

HAIRLINE = '![A line](../images/line.svg "A line."){place=here}'
THIN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 10">'
    '<path d="M0 5 H100" stroke="#111111" stroke-width="0.05"/></svg>'
)


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
    assert "printing: {inks: riso}" in done.err
    order = manifest(["articles/news.md"], "printing: {inks: riso}")
    publication.write({"winter/issue.yaml": order})
    assert "--for riso" in run_here("check", publication.issue, "--for", "newsprint").err


@pytest.mark.parametrize(
    ("inks", "way", "names"),
    [
        ("colour", "office", ["screen", "booklet"]),
        ("black", "sheetfed", ["print"]),
        ("spot", "newsprint", ["print"]),
        ("riso", "riso", ["riso-BLACK", "riso-RED"]),
        ("riso", "office", ["screen", "booklet-BLACK", "booklet-RED"]),
    ],
)
def test_each_way_of_printing_has_its_files(
    publication: Publication, inks: str, way: str, names: list[str]
) -> None:
    order = ["{banner: A banner}", "articles/news.md", "contact"]
    keys = f"printing: {{inks: {inks}, instructions: yes, preview: yes}}"
    publication.write({"winter/issue.yaml": manifest(order, keys)})
    done = run_here("check", publication.issue, "--for", way, "--json")

    checked = [Path(file["path"]).stem for file in done.json["files"]]
    assert checked == [f"winter-{name}" for name in names]
    assert (done.code, done.json["problems"]) == (0, [])


def test_a_file_is_checked_for_whoever_prints_it(publication: Publication) -> None:
    """A hairline is a warning for an office or a drum, and an error for a press; told once."""
    publication.write(
        {
            "winter/articles/news.md": article("News", f"A word.\n\n{HAIRLINE}\n"),
            "winter/images/line.svg": THIN,
        }
    )
    office = publication.build_here("--only", "screen,booklet", "--json").json
    shop = publication.build_here("--json").json
    order = manifest(["articles/news.md"], "printing: {inks: riso}")
    publication.write({"winter/issue.yaml": order})
    drums = publication.build_here("--json").json

    told = [(each["severity"], each["code"]) for made in (office, shop, drums)
            for each in made["problems"]]  # fmt: skip
    assert told == [(severity, "line-thin") for severity in ("warning", "error", "warning")]
    assert [bool(made["outputs"]) for made in (office, shop, drums)] == [True, False, True]


def test_one_is_told_how_to_see_what_was_found(publication: Publication) -> None:
    publication.write(
        {
            "winter/articles/news.md": article("News", f"A word.\n\n{HAIRLINE}\n"),
            "winter/images/line.svg": THIN,
        }
    )
    assert "report.html" not in publication.build_here("--only", "screen").err
    told = publication.build_here("--only", "screen,booklet").err
    assert f"check {publication.issue} --report report.html" in told
    told = publication.build_here().err
    assert f"check {publication.issue} --for sheetfed --report report.html" in told


def test_a_code_may_be_on_any_part_of_a_booklet(publication: Publication) -> None:
    """The address is on the cover, and nobody asks for it inside."""
    order = ["articles/news.md", "contact"]
    publication.write(
        {
            "winter/issue.yaml": manifest(order, "printing: {cover: yes}"),
            "winter/articles/news.md": article("News", prose(1300)),
        }
    )
    done = run_here("check", publication.issue, "--json")

    assert (done.code, len(done.json["files"])) == (0, 3)
    read = [[code["text"] for page in file["pages"] for code in page["codes"]]
            for file in done.json["files"]]  # fmt: skip
    assert read == [[CODE], [CODE], []]


@pytest.mark.parametrize("way", ["office", "sheetfed"])
def test_what_is_no_fault_is_not_told_twice(publication: Publication, way: str) -> None:
    assert publication.build_here().code == 0
    done = run_here("check", publication.screen, "--for", way)

    assert done.code == (0 if way == "office" else 1)
    lines = [line for line in done.out.splitlines() if line.startswith(("error", "warning"))]
    assert len(lines) == len(set(lines))
