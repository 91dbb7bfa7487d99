"""Publications on disk, small or imported, and the command run on them as an editor runs it."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from pamphleteer.cli import main

REPO = Path(__file__).resolve().parents[2]
COMMAND = Path(sys.executable).parent / "pamphleteer"

TIMEOUT = 120
"""Seconds after which a command hangs."""

PUBLICATION = """title: Our News
publisher: The Group
language: en-US
contact:
  heading: Write to us
  email: news@example.org
  web: example.org
  qr: {url: "https://example.org", label: Scan}
"""

SOME_WORDS = "paper street meeting rent boiler landlord neighbor printer evening staple window \
kitchen notice union letter garden morning council number hallway candle bicycle corner ladder"
WORDS = SOME_WORDS.split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, which must be one JSON value and nothing else."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A publication's folder, with one issue in ``issues/winter``."""

    root: Path

    @property
    def issue(self) -> Path:
        return self.root / "issues" / "winter"

    @property
    def out(self) -> Path:
        return self.issue / "out"

    @property
    def screen(self) -> Path:
        return self.out / "winter-screen.pdf"

    @property
    def print(self) -> Path:
        return self.out / "winter-print.pdf"

    @property
    def booklet(self) -> Path:
        return self.out / "winter-booklet.pdf"

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files by their names below ``issues``."""
        for name, content in files.items():
            path = self.root / "issues" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def build(self, *arguments: str | Path, **environ: str) -> Told:
        """Build the issue from the publication's folder."""
        return run("build", "issues/winter", *arguments, cwd=self.root, **environ)

    def build_here(self, *arguments: str | Path) -> Told:
        """Build the issue in this process."""
        return run_here("build", self.issue, *arguments)

    def faults(self) -> list[str]:
        """Build the issue; its problems as ``winter/issue.yaml:2:1 unknown-key``, in their order.

        It must end as a build with problems does: told in JSON, exit code 1, no file touched.
        """
        before = self.files()
        done = self.build_here("--json")
        assert done.code == 1, done.out
        assert done.err == ""
        assert self.files() == before
        assert {problem["severity"] for problem in done.json["problems"]} == {"error"}
        return [self._fault(problem) for problem in done.json["problems"]]

    def _fault(self, problem: Mapping[str, Any]) -> str:
        place = (problem["path"], problem["line"], problem["column"])
        shown = ":".join(str(part) for part in place if part is not None)
        return f"{shown.removeprefix(f'{self.root}/issues/')} {problem['code']}"

    def files(self) -> dict[str, bytes]:
        """Every file in the folder of outputs, hidden ones included."""
        return {path.name: path.read_bytes() for path in sorted(self.out.glob("*"))}


def make_publication(root: Path, files: Mapping[str, str | bytes] | None = None) -> Publication:
    """Write a publication of one article, its box and its contact block."""
    publication = Publication(root=root)
    publication.write(
        {
            "publication.yaml": PUBLICATION,
            "winter/issue.yaml": manifest(["articles/news.md", "contact"]),
            "winter/articles/news.md": article("News", "A few words."),
            **(files or {}),
        }
    )
    return publication


def manifest(articles: Sequence[str], *more: str) -> str:
    """An issue's manifest with this running order, and more keys as whole lines."""
    order = "".join(f"  - {entry}\n" for entry in articles)
    keys = "".join(f"{line}\n" for line in more)
    return f'volume: 2\nnumber: "7"\ndate: Winter 2026\n{keys}articles:\n{order}'


def article(headline: str, body: str, *more: str) -> str:
    """An article's file; its text begins on line 4, and a line later for each further key."""
    keys = "".join(f"{line}\n" for line in more)
    return f"---\nheadline: {headline}\n{keys}---\n{body}\n"


def prose(words: int, *, paragraph: int = 60, seed: int = 0) -> str:
    """Paragraphs of so many words, always the same; each word is numbered and so told apart."""
    made = [f"{WORDS[(seed + at * 7) % len(WORDS)]}{seed + at}" for at in range(words)]
    rows = [" ".join(made[at : at + paragraph]) for at in range(0, words, paragraph)]
    return "\n\n".join(f"{row[0].upper()}{row[1:]}." for row in rows)


def run(*command: str | Path, cwd: Path, **environ: str) -> Told:
    """Run ``pamphleteer`` in a folder, with more environment variables."""
    return run_program(COMMAND, *command, cwd=cwd, **environ)


def run_program(*command: str | Path, cwd: Path, **environ: str) -> Told:
    """Run a program in a folder, with more environment variables."""
    done = subprocess.run(
        command,
        check=False,
        cwd=cwd,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        stdin=subprocess.DEVNULL,
    )
    return Told(code=done.returncode, out=done.stdout, err=done.stderr)


def copy_sample(root: Path) -> Path:
    """Copy the sample publication without its outputs; give the issue's folder."""
    ignored = shutil.ignore_patterns("out", "__pycache__")
    shutil.copytree(REPO / "issues", root / "issues", ignore=ignored)
    return root / "issues" / "spring-2026"


def run_here(*command: str | Path) -> Told:
    """Run the command in this process: no start to wait for, and warnings are errors."""
    done = CliRunner(catch_exceptions=False).invoke(main, [str(word) for word in command])
    return Told(code=done.exit_code, out=done.stdout, err=done.stderr)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let one process at a time in, of those that test side by side."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
