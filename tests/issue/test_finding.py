"""Which issue is meant when none is named."""

from pathlib import Path

import pytest

from pamphleteer.issue import find_issue, read_issue
from pamphleteer.problems import IssueError


def write_issue(root: Path, name: str, text: str = "") -> Path:
    folder = root / name
    folder.mkdir(parents=True)
    (folder / "issue.yaml").write_text(text)
    return folder


def test_the_folder_itself(tmp_path: Path) -> None:
    folder = write_issue(tmp_path, "winter")
    assert find_issue(folder) == folder


@pytest.mark.parametrize("has_manifest", [True, False])
def test_the_highest_number(tmp_path: Path, has_manifest: bool) -> None:
    issues = tmp_path if has_manifest else tmp_path / "issues"
    newest = write_issue(issues, "a", 'volume: 2\nnumber: "10"\n')
    write_issue(issues, "b", "number: 9\nvolume: 2\n")
    write_issue(issues, "c", "number: 14\nvolume: 1\n")
    write_issue(issues, "d", "title: [broken\n")
    if has_manifest:
        (tmp_path / "publication.yaml").touch()
    assert find_issue(tmp_path) == newest


def test_without_numbers_the_last_name(tmp_path: Path) -> None:
    write_issue(tmp_path / "issues", "2025-autumn")
    newest = write_issue(tmp_path / "issues", "2026-winter", "number: special\n")
    assert find_issue(tmp_path) == newest


def test_none(tmp_path: Path) -> None:
    for find in (find_issue, read_issue):
        with pytest.raises(IssueError) as failure:
            find(tmp_path)
        assert [problem.code for problem in failure.value.problems] == ["no-issue"]
