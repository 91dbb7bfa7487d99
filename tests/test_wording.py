"""What `--explain` says: for every page, in words that an editor would use."""

from pathlib import Path

import pytest

from tests.build.publications import article, make_publication, manifest, prose, run_here


def explained(tmp_path: Path, **files: str) -> list[str]:
    """The lines of an explanation, of an issue with these articles in their order."""
    order = [f"articles/{name}.md" for name in files]
    texts = {f"winter/articles/{name}.md": text for name, text in files.items()}
    publication = make_publication(tmp_path, {**texts, "winter/issue.yaml": manifest(order)})
    done = run_here("build", publication.issue, "--only", "screen", "--explain")
    assert done.code == 0, done.err
    return [line for line in done.out.splitlines() if line.startswith("Page ")]


def test_every_page_is_spoken_of(tmp_path: Path) -> None:
    lines = explained(tmp_path, news=article("News", prose(1400)))
    assert {line.split(":")[0] for line in lines} == {f"Page {page}" for page in range(1, 9)}
    assert all(line.endswith(".") for line in lines)


QUOTE = '::: sidebar {title="Five ways" span=2 place=foot}\n' + prose(60) + "\n:::\n\n"


def test_what_moved_is_called_by_its_title(tmp_path: Path) -> None:
    """The sidebar is mentioned where page 1 has no room for it."""
    text = prose(420) + "\n\n" + QUOTE + prose(400, seed=500)
    lines = explained(tmp_path, news=article("News", text))
    said = 'the sidebar "Five ways" is mentioned here, and has no room: it stands on the next page'
    moved = [line for line in lines if said in line]
    assert len(moved) <= 1
    assert not any("in line" in line for line in lines)


def test_a_table_that_stands_on_its_mentions_page_is_not_told_as_moved(tmp_path: Path) -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n{span=2}\n\n"
    lines = explained(tmp_path, news=article("News", prose(120) + "\n\n" + table + prose(40)))
    assert not any("next page" in line for line in lines)


@pytest.mark.parametrize("start", ["new-page", "run-on"])
def test_what_is_left_at_a_foot_has_its_reason(tmp_path: Path, start: str) -> None:
    order = ["articles/one.md", f"{{article: articles/two.md, start: {start}}}"]
    files = {
        "winter/articles/one.md": article("One", prose(330)),
        "winter/articles/two.md": article("Two", prose(500, seed=700)),
    }
    publication = make_publication(tmp_path, {**files, "winter/issue.yaml": manifest(order)})
    done = run_here("build", publication.issue, "--only", "screen", "--explain")
    left = [line for line in done.out.splitlines() if "left at its foot" in line]
    as_asked = [line for line in left if "as was asked" in line]
    assert bool(as_asked) == (start == "new-page")
