"""Finds the issue that is meant when none is named."""

import re
from pathlib import Path

from pamphleteer.issue.files import absolute, shown
from pamphleteer.issue.manifests import ISSUE_FILE, PUBLICATION_FILE
from pamphleteer.problems import IssueError, error

COUNTED = re.compile(rb"^(volume|number):[ \t]*[\"']?(\d{1,9})", re.MULTILINE)


def find_issue(start: Path) -> Path:
    """Find an issue's folder: ``start`` itself, or the newest under ``start/issues``.

    ``start`` may also be the publication's folder, with ``publication.yaml``. The newest issue is
    the one with the highest volume, then number, then name: files' times change when a folder is
    copied or checked out. A manifest that cannot be read is judged by the same two lines.

    Raises:
        IssueError: there is none.
    """
    start = absolute(start)
    if (start / ISSUE_FILE).is_file():
        return start
    publication = start if (start / PUBLICATION_FILE).is_file() else start / "issues"
    issues = [path.parent for path in publication.glob(f"*/{ISSUE_FILE}") if path.is_file()]
    if not issues:
        message = f"no issue in {shown(start)}: no {ISSUE_FILE} here or under issues/"
        hint = "Name an issue's folder, or make a publication with: pamphleteer new DIR"
        raise IssueError([error("no-issue", message, hint=hint)])
    return max(issues, key=_age)


def _age(folder: Path) -> tuple[int, int, str]:
    """Order issues from old to new."""
    counted = dict(COUNTED.findall((folder / ISSUE_FILE).read_bytes()))
    return int(counted.get(b"volume", 0)), int(counted.get(b"number", 0)), folder.name
