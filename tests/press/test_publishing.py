"""Old or new, never half: whenever the work stops, each file is one or the other, and whole."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pamphleteer.press.publishing import publish
from pamphleteer.problems import IssueError

NAMES = ("a.pdf", "b.pdf", "c.pdf")


def everything(folder: Path) -> dict[str, bytes]:
    """All files below a folder, hidden ones too; a folder has no bytes."""
    return {
        str(path.relative_to(folder)): b"" if path.is_dir() else path.read_bytes()
        for path in folder.rglob("*")
    }


@given(
    old=st.sets(st.sampled_from(NAMES)),
    blocked=st.sampled_from(NAMES),
    order=st.permutations(NAMES),
)
@settings(max_examples=30)
def test_one_file_that_cannot_be_replaced_leaves_all_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, old: set[str], blocked: str, order: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("out")
    for name in old - {blocked}:
        (folder / name).write_bytes(f"old {name}".encode())
    (folder / blocked).mkdir()
    before = everything(folder)
    with pytest.raises(IssueError) as caught:
        publish({folder / name: b"new" for name in order})
    assert everything(folder) == before
    (problem,) = caught.value.problems
    assert problem.code == "cannot-write"
    assert str(problem.pos) == str(folder / blocked)


STOPPED = """
import os, sys
from pathlib import Path
from pamphleteer.press.publishing import publish

folder, event, last, how = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
seen = 0

def stop(name, arguments):
    global seen
    if name == event and str(folder) in str(arguments):
        seen += 1
        if seen == last:
            if how == "killed":
                os._exit(9)
            raise KeyboardInterrupt

sys.addaudithook(stop)
files = {folder / name: b"new " + name.encode() for name in ("a.pdf", "b.pdf")}
publish(files, outdated=[folder / "x.pdf"] if (folder / "x.pdf").exists() else [])
"""


def stop_at(folder: Path, event: str, last: int, how: str) -> int:
    """Publish in a process of its own that is stopped when something is done for the n-th time."""
    command = [sys.executable, "-c", STOPPED, str(folder), event, str(last), how]
    return subprocess.run(command, check=False, capture_output=True).returncode


@pytest.mark.parametrize(
    ("event", "last"), [("open", 1), ("open", 2), ("os.rename", 1), ("os.rename", 2)]
)
def test_work_that_is_broken_off_leaves_all_as_they_were(
    tmp_path: Path, event: str, last: int
) -> None:
    """By Ctrl+C, before a file is written or when one of two is in its place."""
    (tmp_path / "a.pdf").write_bytes(b"old a.pdf")
    assert stop_at(tmp_path, event, last, "interrupted") != 0
    assert everything(tmp_path) == {"a.pdf": b"old a.pdf"}


def test_work_that_is_broken_off_where_an_outdated_file_goes(tmp_path: Path) -> None:
    for name in ("a.pdf", "x.pdf"):
        (tmp_path / name).write_bytes(b"old " + name.encode())
    before = everything(tmp_path)
    assert stop_at(tmp_path, "os.remove", 3, "interrupted") != 0  # its second names go first
    assert everything(tmp_path) == before


@pytest.mark.parametrize("last", [1, 2, 3])
def test_each_file_is_whole_when_the_process_is_killed(tmp_path: Path, last: int) -> None:
    """What lies beside them then is hidden, and the next build is not troubled by it."""
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"old " + name.encode())
    stop_at(tmp_path, "os.rename", last, "killed")
    for name in ("a.pdf", "b.pdf"):
        assert (tmp_path / name).read_bytes() in (b"old " + name.encode(), b"new " + name.encode())
    publish({tmp_path / "a.pdf": b"newer"})
    shown = {path.name for path in tmp_path.iterdir() if not path.name.startswith(".")}
    assert shown == {"a.pdf", "b.pdf"}
    assert (tmp_path / "a.pdf").read_bytes() == b"newer"


@pytest.mark.parametrize("full", [False, True])
def test_a_disk_that_gives_no_second_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: bool
) -> None:
    """As on a memory stick: old files are copied to be brought back, or, if it is full, left."""

    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    def no_room(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "link", no_links)
    old, folder = tmp_path / "a.pdf", tmp_path / "b.pdf"
    old.write_bytes(b"old")
    folder.mkdir()
    if full:
        monkeypatch.setattr("shutil.copyfile", no_room)
    with pytest.raises(IssueError) as caught:
        publish({old: b"new", folder: b"new"})
    (problem,) = caught.value.problems
    assert ("No space left" in problem.message) == full
    assert everything(tmp_path) == {"a.pdf": b"old", "b.pdf": b""}


def test_a_file_that_many_names_share_is_not_written_through(tmp_path: Path) -> None:
    """A new file takes the name; whoever has another name for the old one keeps the old one."""
    (tmp_path / "kept.pdf").write_bytes(b"old")
    (tmp_path / "a.pdf").hardlink_to(tmp_path / "kept.pdf")
    publish({tmp_path / "a.pdf": b"new"})
    assert everything(tmp_path) == {"kept.pdf": b"old", "a.pdf": b"new"}


@given(
    old=st.sets(st.sampled_from(NAMES)),
    outdated=st.sets(st.sampled_from(("x.pdf", "y.pdf")), min_size=1),
    blocked=st.sampled_from((None, *NAMES)),
)
@settings(max_examples=30)
def test_what_is_outdated_goes_in_the_same_step(
    tmp_path_factory: pytest.TempPathFactory,
    old: set[str],
    outdated: set[str],
    blocked: str | None,
) -> None:
    """Nothing goes if a new file cannot be put in its place; else that alone, and all of it."""
    folder = tmp_path_factory.mktemp("out")
    for name in (old | {"x.pdf", "y.pdf", "mine.pdf"}) - {blocked}:
        (folder / name).write_bytes(f"old {name}".encode())
    if blocked:
        (folder / blocked).mkdir()
    before = everything(folder)
    new = {folder / name: b"new" for name in NAMES}
    gone = [folder / name for name in sorted(outdated)]
    if blocked:
        with pytest.raises(IssueError):
            publish(new, outdated=gone)
        assert everything(folder) == before
        return
    publish(new, outdated=gone)
    stays = {name: text for name, text in before.items() if name not in outdated}
    assert everything(folder) == stays | dict.fromkeys(NAMES, b"new")


def test_an_outdated_file_that_cannot_be_taken_away_brings_all_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a viewer holds it."""
    for name in ("a.pdf", "x.pdf", "y.pdf"):
        (tmp_path / name).write_bytes(b"old")
    before, unlink = everything(tmp_path), Path.unlink

    def held(path: Path, **given: bool) -> None:
        if path.name == "y.pdf":
            raise PermissionError(errno.EACCES, "it is open in a viewer")
        unlink(path, **given)

    monkeypatch.setattr(Path, "unlink", held)
    files = {tmp_path / "a.pdf": b"new", tmp_path / "b.pdf": b"new"}
    with pytest.raises(IssueError, match="cannot take away an earlier output") as caught:
        publish(files, outdated=[tmp_path / "x.pdf", tmp_path / "y.pdf"])
    assert everything(tmp_path) == before
    assert [str(problem.pos) for problem in caught.value.problems] == [str(tmp_path / "y.pdf")]


def test_files_may_go_to_several_folders(tmp_path: Path) -> None:
    files = {tmp_path / "x" / "y" / "a.pdf": b"1", tmp_path / "z" / "b.pdf": b"2"}
    publish(files)
    assert {path: path.read_bytes() for path in files} == files
