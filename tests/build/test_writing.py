"""Old or new, never half: what cannot be written leaves the earlier files, and nothing beside them.

Some of it may be run by root, whom no permission stops: a file where a folder should be stops root
too, and so does a limit on the size of files, which is a full disk to a program.
"""

import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pamphleteer.press.publishing import publish
from pamphleteer.problems import IssueError
from tests.build.publications import Publication, article, prose

OLD = {"winter-booklet.pdf": b"old booklet", "winter-screen.pdf": b"old screen"}

LIMITED = """
import resource, sys
from pamphleteer.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
main()
"""


@contextmanager
def files_limited(size: int) -> Iterator[None]:
    """No file may grow beyond a size: writing more is an OSError, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def only_problem(files: dict[Path, bytes]) -> tuple[str, str]:
    with pytest.raises(IssueError) as caught:
        publish(files)
    (problem,) = caught.value.problems
    return problem.code, str(problem.pos)


def told(publication: Publication) -> list[tuple[str, str]]:
    """Build; the problems' codes and places."""
    done = publication.build_here("--json")
    assert done.code == 1
    return [(problem["code"], problem["path"]) for problem in done.json["problems"]]


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_a_file_where_the_folder_should_be(publication: Publication) -> None:
    publication.out.write_bytes(b"mine")
    assert told(publication) == [("cannot-write", str(publication.out))]
    assert publication.out.read_bytes() == b"mine"


@pytest.mark.parametrize("name", OLD)
def test_a_folder_where_a_file_should_be(publication: Publication, name: str) -> None:
    """Neither output is replaced, whichever of the two it is."""
    publication.write({f"winter/out/{old}": text for old, text in OLD.items() if old != name})
    (publication.out / name).mkdir()
    assert told(publication) == [("cannot-write", str(publication.out / name))]
    assert content(publication.out) == {old: text for old, text in OLD.items() if old != name}


def test_a_full_disk(publication: Publication) -> None:
    """The build's own files are larger than the limit; the earlier ones stay."""
    publication.write({f"winter/out/{name}": text for name, text in OLD.items()})
    publication.write({"winter/articles/news.md": article("News", prose(300))})
    command = [sys.executable, "-c", LIMITED, "20000", "build", str(publication.issue)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd="/")
    assert done.returncode == 1
    assert "error[cannot-write]" in done.stderr
    assert "no file was changed" in done.stderr
    assert content(publication.out) == OLD


def test_a_disk_that_is_full_after_the_first_file(tmp_path: Path) -> None:
    """None is replaced before all are written; what was written is taken away again."""
    old, new = tmp_path / "a.pdf", tmp_path / "b.pdf"
    old.write_bytes(b"old")
    with files_limited(1000):
        assert only_problem({old: b"x" * 900, new: b"y" * 1100})[0] == "cannot-write"
    assert content(tmp_path) == {"a.pdf": b"old"}


def test_a_file_that_cannot_be_replaced_brings_the_others_back(tmp_path: Path) -> None:
    old, new, folder = (tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf"))
    old.write_bytes(b"old")
    folder.mkdir()
    fault = only_problem({old: b"x", new: b"y", folder: b"z"})
    assert fault == ("cannot-write", str(folder))
    assert content(tmp_path) == {"a.pdf": b"old"}


def test_files_are_replaced_and_nothing_is_left_beside_them(tmp_path: Path) -> None:
    old, new = tmp_path / "out" / "a.pdf", tmp_path / "out" / "b.pdf"
    publish({old: b"old"})
    publish({old: b"x", new: b"y"})
    assert content(tmp_path / "out") == {"a.pdf": b"x", "b.pdf": b"y"}
    assert old.stat().st_mode & 0o777 == 0o644
