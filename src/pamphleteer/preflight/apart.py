"""Preflight in a process of its own, whose time and memory are limited.

A PDF may be made so that to read it takes for ever, by chance or by malice. The process ends at its
limits, and the editor is told so. Run as ``python -m pamphleteer.preflight.apart``: what is asked
for comes through its input, what is found goes through its output, both pickled.
"""

import pickle
import resource
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from pamphleteer.preflight.model import Preflight, Profile
from pamphleteer.problems import IssueError, Problem, SourcePos, error

WAIT = 2.2
"""How many times as long as it works a process may wait for its turn, or for the disk."""

MOST_BYTES = 500_000_000
"""A larger file is not read: it would not fit into memory."""

AGAIN = "Export it again from the program that made it; large pictures and maps in fewer dots."

PICTURED = 0.2
"""Seconds for each page that is drawn for a report, of which one usually takes half."""

ABORTED = (-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGKILL, -signal.SIGTRAP, -signal.SIGBUS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bytes of address space, and seconds of the processor's time.

    ``seconds`` are those in which a file must be opened, and a small one be checked; for each page
    there are ``per_page`` more, of which one usually takes a tenth.
    """

    memory: int = 1_000_000_000
    seconds: int = 8
    per_page: float = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The file to check, for what, within which limits, and whether with pictures for a report."""

    path: str
    profile: Profile
    limits: Limits
    pictured: bool


def check_apart(
    path: Path, profile: Profile, limits: Limits | None = None, *, pictured: bool = False
) -> Preflight:
    """Check a file in a process of its own; ``pictured`` keeps pictures for a report.

    Raises:
        IssueError: the file cannot be opened, or not within the limits: ``pdf-too-costly``.
    """
    asked = Asked(path=str(path), profile=profile, limits=limits or Limits(), pictured=pictured)
    # -P: the folder that one works in is nothing to import from.
    command = [sys.executable, "-P", "-m", "pamphleteer.preflight.apart"]
    given = pickle.dumps(asked)
    # The command is ours, and no shell reads it.
    done = subprocess.run(command, check=False, input=given, capture_output=True)  # noqa: S603
    if done.returncode == 0:
        found = pickle.loads(done.stdout)  # noqa: S301  # our own process wrote it
        if isinstance(found, Preflight):
            return found
        raise IssueError(found)
    raise IssueError([_ended(done.returncode, done.stderr, SourcePos(path=str(path)))])


def _ended(code: int, said: bytes, pos: SourcePos) -> Problem:
    """Why the process ended without an answer."""
    if code in (-signal.SIGXCPU, -signal.SIGALRM):
        why = "it takes too long to read"
    elif code in ABORTED or b"MemoryError" in said:
        why = "it takes too much memory to read"
    else:
        last = said.decode("utf-8", "replace").strip().splitlines()[-1:]
        why = f"it cannot be read ({' '.join(last)[:200]})"
    message = f"{why}: it is damaged, far too complex, or made to do harm"
    return error("pdf-too-costly", message, hint=AGAIN, pos=pos)


def read_file(path: Path) -> bytes:
    """Read a file.

    Raises:
        IssueError: ``unreadable-file``.
    """
    try:
        if not path.is_file():
            raise _unreadable(path, "it is not there, or no file")
        if path.stat().st_size > MOST_BYTES:
            raise _unreadable(path, "it is larger than 500 megabytes")
        return path.read_bytes()
    except OSError as fault:
        raise _unreadable(path, fault.strerror or str(fault)) from fault


def _unreadable(path: Path, why: str) -> IssueError:
    hint = "See that the file is there and may be read."
    pos = SourcePos(path=str(path))
    return IssueError([error("unreadable-file", f"cannot read it: {why}", hint=hint, pos=pos)])


def _limit(seconds: float) -> None:
    """Let the process end after so much of the processor's time, or of waiting for it."""
    signal.alarm(int(seconds * WAIT) + 1)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, resource.RLIM_INFINITY))


def _answer(asked: Asked) -> Preflight | tuple[Problem, ...]:
    from pamphleteer.preflight.examining import MOST_PAGES, examine
    from pamphleteer.preflight.shots import MOST_SHOWN
    from pamphleteer.reading.opening import open_pdf

    try:
        opened = open_pdf(read_file(Path(asked.path)), name=asked.path)
        pages = min(MOST_PAGES, len(opened.reader.pages))
        drawn = PICTURED * min(MOST_SHOWN, pages) if asked.pictured else 0
        _limit(asked.limits.seconds + asked.limits.per_page * pages + drawn)
        return examine(opened, asked.profile, pictured=asked.pictured)
    except IssueError as fault:
        return fault.problems


def main() -> None:
    """Answer what is asked for through the input."""
    asked = pickle.loads(sys.stdin.buffer.read())  # noqa: S301  # our own process wrote it
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (asked.limits.memory, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _limit(asked.limits.seconds)
    sys.stdout.buffer.write(pickle.dumps(_answer(asked)))


if __name__ == "__main__":
    main()
