"""A word more or less in the sample moves the page on which it stands, and few after it."""

from pathlib import Path

import pytest

from tests.build.pdf import Letter, read_letters
from tests.build.publications import copy_sample, run_here

EDITS = {
    "a sentence more": ("The staple wins. ", 1),
    "a paragraph more": ("The staple wins, and the paper loses. " * 6 + "\n\n", 3),
}
"""What is put before the second paragraph, and how many pages behind its article may then change.

The articles from page 5 on stand on pages of their own.
"""


def pages(screen: Path) -> dict[int, list[tuple[str, float, float]]]:
    """The letters on each page, with their places."""
    found: dict[int, list[tuple[str, float, float]]] = {}
    for letter in read_letters(screen):
        found.setdefault(letter.page, []).append(_key(letter))
    return found


def _key(letter: Letter) -> tuple[str, float, float]:
    return letter.text, letter.x, letter.y


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
@pytest.mark.parametrize("article", [("plan", 1, 3), ("copy", 3, 4)], ids=["plan", "copy"])
def test_an_edit_of_the_sample(
    tmp_path: Path, article: tuple[str, int, int], edit: tuple[str, int]
) -> None:
    """An article's name and the pages on which it begins and ends."""
    (name, first, last), (words, most) = article, edit
    folder = copy_sample(tmp_path)
    assert run_here("build", folder, "--only", "screen").code == 0
    before = pages(folder / "out" / "spring-2026-screen.pdf")
    path = folder / "articles" / f"{name}.md"
    head, opening, second, *rest = path.read_text(encoding="utf-8").split("\n\n")
    path.write_text("\n\n".join([head, opening, words + second, *rest]), encoding="utf-8")
    assert run_here("build", folder, "--only", "screen").code == 0
    after = pages(folder / "out" / "spring-2026-screen.pdf")
    assert len(after) == len(before)
    moved = [page for page in before if before[page] != after[page]]
    assert min(moved) >= first
    assert len([page for page in moved if page > last]) <= most, moved
