"""What is told of changes: those of sources, whenever they happen, and none of outputs."""

from pathlib import Path

import pytest

from pamphleteer.desk.watching import watch_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("publication.yaml", "winter/issue.yaml", "winter/out/winter-screen.pdf"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a")
    return tmp_path


def test_what_changes_before_anybody_waits_is_told(folder: Path) -> None:
    """A build takes a second or two, in which an editor may save again."""
    changes = watch_files(folder, out=folder / "winter" / "out")
    (folder / "winter" / "issue.yaml").write_text("longer")
    (folder / "winter" / "new.md").write_text("b")
    (folder / "publication.yaml").unlink()
    assert next(changes) == ("publication.yaml", "winter/issue.yaml", "winter/new.md")


def test_outputs_and_hidden_files_are_passed_over(folder: Path) -> None:
    """Else a build would set off the next one."""
    changes = watch_files(folder, out=folder / "printed")
    for name in ("winter/out/winter-screen.pdf", "winter/.issue.yaml.swp", "winter/issue.yaml~"):
        (folder / name).write_text("c")
    (folder / "printed").mkdir()
    (folder / "printed" / "winter-screen.pdf").write_text("c")
    (folder / "winter" / "issue.yaml").write_text("longer")
    assert next(changes) == ("winter/issue.yaml",)
