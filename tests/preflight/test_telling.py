"""What is said of a preflight: worst first, what is alike together, what it means once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pamphleteer.issue.model import Issue
from pamphleteer.preflight.own import check_files
from pamphleteer.preflight.profiles import read_profile
from pamphleteer.preflight.telling import told
from tests.issue.publications import FILES, Publication
from tests.preflight.documents import Document, check, sound, sound_page, text, write
from tests.preflight.producers import grey_pages

HAIRLINE = "0.1 w 80 200 m 200 200 l S\n"


def test_what_pages_have_alike_is_told_once() -> None:
    page = sound_page(HAIRLINE)
    lines = list(told(check(write(Document(pages=(page, page, sound_page(), page))))))

    assert lines[1:] == [
        "error[line-thin]: pages 1–2, 4: 1 line thinner than 0.25 pt; the thinnest has 0.1 pt",
        "    A line as thin as this prints broken, or not at all. Draw it thicker.",
        "✘ Not fit for sheetfed: 3 errors.",
    ]


def test_much_of_one_kind_is_cut_short_with_its_pages() -> None:
    pages = tuple(sound_page(text("small", y=200, size=4 + n / 20)) for n in range(8))
    lines = list(told(check(write(Document(pages=pages)))))

    assert len([line for line in lines if "text-size" in line]) == 4
    assert "    … and 4 more like these: pages 5–8" in lines
    assert lines[-1] == "✔ Fit for sheetfed, with 8 warnings."


def test_errors_come_before_warnings() -> None:
    document = sound(page=sound_page(HAIRLINE), info="/Trapped /False /Title (News)")
    lines = [line.split("]")[0] for line in told(check(write(document))) if "[" in line]

    assert lines == ["error[line-thin", "warning[x-version"]


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    publication = Publication(root=tmp_path)
    publication.write(FILES)
    return publication.read()


OUTPUTS: dict[str, Callable[[], Document]] = {
    "screen": sound,
    "booklet": sound,
    "print": sound,
    "riso-BLACK": grey_pages,
    "riso-RED": grey_pages,
    "riso-preview": sound,
}


@pytest.mark.parametrize(
    ("way", "names"),
    [
        ("office", ["screen", "booklet"]),
        ("sheetfed", ["print"]),
        ("newsprint", ["print"]),
        ("riso", ["riso-BLACK", "riso-RED"]),
    ],
)
def test_files_are_checked_that_are_made_for_a_way(
    issue: Issue, way: str, names: list[str]
) -> None:
    files = {Path(f"out/winter-{name}.pdf"): write(make()) for name, make in OUTPUTS.items()}

    checked = list(check_files(files, issue, (), read_profile(way)))

    assert [each.path for each in checked] == [f"out/winter-{name}.pdf" for name in names]
    assert all(each.findings == () for each in checked)


def test_an_issues_pages_are_counted_by_its_scheme(issue: Issue) -> None:
    odd = replace(sound(), pages=sound().pages[:3])
    files = {Path("out/winter-print.pdf"): write(odd)}

    (checked,) = check_files(files, issue, (), read_profile("sheetfed"))

    assert checked.findings == ()
