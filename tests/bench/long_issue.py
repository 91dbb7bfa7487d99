"""Writes an issue ten times as long as another: each article ten times, its words in other orders.

Usage: python -m tests.bench.long_issue ISSUE_DIR NEW_DIR [TIMES]

NEW_DIR becomes a publication's folder with one issue, ``long``; its path is printed. The words of
each paragraph are shuffled with fixed seeds, so that no two paragraphs have the same lines.
"""

import random
import re
import shutil
import sys
from pathlib import Path

ARTICLE = re.compile(r"^(\s*- (?:\{article: )?)(articles/([\w-]+)\.md)(.*)$", re.MULTILINE)
HEAD = re.compile(r"(---\n.*?\n---\n)(.*)", re.DOTALL)
PLAIN = re.compile(r"^[A-Z“\"][^\n{}\[\]|]*$", re.MULTILINE)
"""Paragraphs on one line without markup that would suffer."""


def write_long_issue(folder: Path, new: Path, times: int) -> Path:
    """Write it, and return its folder."""
    issue = new / "issues/long"
    shutil.copytree(folder, issue, ignore=shutil.ignore_patterns("out"))
    for path in folder.parent.iterdir():
        if path.is_file():
            shutil.copy(path, issue.parent / path.name)
    manifest = (issue / "issue.yaml").read_text(encoding="utf-8")

    def repeat(match: re.Match[str]) -> str:
        names = [match[3], *(f"{match[3]}-{count}" for count in range(2, times + 1))]
        text = (issue / match[2]).read_text(encoding="utf-8")
        for name in names[1:]:
            path = issue / f"articles/{name}.md"
            path.write_text(_shuffled(text, name), encoding="utf-8")
        return "\n".join(f"{match[1]}articles/{name}.md{match[4]}" for name in names)

    repeated = ARTICLE.sub(repeat, manifest)
    (issue / "issue.yaml").write_text(repeated, encoding="utf-8")
    return issue


def _shuffled(text: str, seed: str) -> str:
    chance = random.Random(seed)

    def shuffle(match: re.Match[str]) -> str:
        words = match[0].split(" ")
        chance.shuffle(words)
        return f"The {' '.join(words)}"

    found = HEAD.fullmatch(text)
    head, body = found.groups() if found else ("", text)
    return head + PLAIN.sub(shuffle, body)


if __name__ == "__main__":
    folder, new, *times = sys.argv[1:]
    print(write_long_issue(Path(folder), Path(new), int(times[0]) if times else 10))
