"""The issue room: what editors and authors write becomes an `Issue`, or problems with places.

    publication.yaml ─┐
    issue.yaml ───────┴─ yaml_tree ─ manifest ─ running_order ─┐
    articles/*.md ─ article ─ body ─ blocks, asides, notes ────┴─ reading ─▶ Issue  (or IssueError)
    Issue ─ editions ─▶ Issue, as it is read in large print

What ``printing:`` asks for becomes a `ticket.Ticket` (`printing`).

Invariants: values stay as written (``no``, ``012``); every fault has file and line, and all are
told at once; nothing outside the publication's folder is read; each word that an author wrote is in
a block's ``text`` or ``notes``, a caption or a title, or the reading fails.

Not done here: pictures are not opened, fonts and layouts not looked at, words not hyphenated.
"""

from pathlib import Path

from pamphleteer.issue.editions import for_edition, told_of
from pamphleteer.issue.model import Edition, Issue

__all__ = ["Edition", "Issue", "find_issue", "for_edition", "read_issue", "told_of"]

# The readers are imported when they are called: pydantic and markdown-it take 0.1 s to import,
# and every room that only knows the model imports this package.


def read_issue(folder: Path) -> Issue:
    """Read the issue in a folder, with ``publication.yaml`` beside it or in the folder above.

    Raises:
        IssueError: with all problems of both manifests and all articles, by file and line.
    """
    from pamphleteer.issue import reading

    return reading.read_issue(folder)


def find_issue(start: Path) -> Path:
    """Find an issue's folder: ``start`` itself, or the newest under ``start/issues``.

    ``start`` may also be a publication's folder. The newest has the highest volume, then number,
    then name.

    Raises:
        IssueError: there is none.
    """
    from pamphleteer.issue import finding

    return finding.find_issue(start)
