"""Profiles: those that ship, and a print shop's own with its faults told by line."""

from dataclasses import replace
from pathlib import Path

import pytest

from pamphleteer.preflight.profiles import WAYS, read_profile
from pamphleteer.problems import IssueError, Severity
from tests.preflight.documents import BLEED, check, findings, write
from tests.preflight.planting import on_page


@pytest.mark.parametrize("way", WAYS)
def test_those_that_ship_are_read(way: str) -> None:
    profile = read_profile(way)
    assert profile.name == way
    assert profile.summary


def test_thresholds_are_those_of_the_trade() -> None:
    office, sheetfed, newsprint, riso = map(read_profile, WAYS)
    assert round(sheetfed.bleed, 3) == round(BLEED, 3)
    assert (office.ppi_least, sheetfed.ppi_least, newsprint.ppi_least) == (100, 150, 99)
    assert (sheetfed.ink_total, newsprint.ink_total, riso.solid) == (300, 220, 95)
    assert (riso.line, round(riso.safe * 25.4 / 72, 3), riso.inks) == (0.5, 8, "grey")


def own(folder: Path, *lines: str) -> Path:
    path = folder / "rooster.yaml"
    path.write_text("\n".join(lines) + "\n")
    return path


def test_a_print_shops_own_is_based_on_another(tmp_path: Path) -> None:
    path = own(
        tmp_path, "based_on: sheetfed", "title: Red Rooster Press", "ink_total: 280 %",
        "line: 0.5 pt", "severity: {x-trapped: ignore, link: error}",
    )  # fmt: skip
    profile = read_profile(str(path))

    assert profile == replace(
        read_profile("sheetfed"),
        name="Red Rooster Press",
        ink_total=280,
        line=profile.line,
        severities={"x-trapped": None, "link": Severity.ERROR},
    )
    assert profile.line == 0.5


FAULTS = {
    "bleeed: 3 mm": "3 unknown-key",
    "bleed: three": "3 bad-value",
    "ink_total: lots": "3 bad-value",
    "inks: pink": "3 bad-value",
    "pdfx: maybe": "3 bad-value",
    "pages_multiple: 0": "3 bad-value",
    "ppi_good: 10": "3 bad-value",
    "solid_area: 25": "3 bad-value",
    "spots: 1.5": "3 bad-value",
    "severity: {x-trap: error}": "3 unknown-check",
    "severity: {x-trapped: fatal}": "3 bad-value",
    "severity: [x-trapped]": "3 wrong-type",
    "bleed: [3 mm": "4 bad-yaml",
}


@pytest.mark.parametrize(("line", "told"), FAULTS.items())
def test_faults_are_told_by_line(tmp_path: Path, line: str, told: str) -> None:
    path = own(tmp_path, "based_on: sheetfed", "title: Press", line)
    with pytest.raises(IssueError) as fault:
        read_profile(str(path))
    (problem,) = fault.value.problems
    assert problem.pos is not None
    assert f"{problem.pos.line} {problem.code}" == told
    assert problem.pos.path == str(path)


def test_without_a_base_all_keys_are_needed(tmp_path: Path) -> None:
    with pytest.raises(IssueError) as fault:
        read_profile(str(own(tmp_path, "bleed: 3 mm")))
    problems = fault.value.problems
    assert {problem.code for problem in problems} == {"missing-key"}
    assert all("based_on" in problem.hint for problem in problems)


@pytest.mark.parametrize("name", ["ofice", "", "rooster.yaml"])
def test_a_profile_that_is_not_there_is_told(name: str) -> None:
    with pytest.raises(IssueError) as fault:
        read_profile(name)
    assert fault.value.problems[0].code in ("unknown-profile", "unreadable-file")


def test_severities_of_a_profile_count(tmp_path: Path) -> None:
    pdf = write(on_page("0.1 w 80 200 m 200 200 l S\n"))
    for said, expected in (("warning", "warning"), ("note", "note"), ("ignore", None)):
        path = own(tmp_path, "based_on: sheetfed", f"severity: {{line-thin: {said}}}")
        found = check(pdf, str(path))
        assert [str(each.severity) for each in found.findings] == ([expected] if expected else [])


def test_a_threshold_of_a_profile_counts(tmp_path: Path) -> None:
    pdf = write(on_page("0.4 w 80 200 m 200 200 l S\n"))
    path = own(tmp_path, "based_on: sheetfed", "line: 0.5 pt")
    assert findings(check(pdf)) == []
    assert findings(check(pdf, str(path))) == [("line-thin", 3)]
