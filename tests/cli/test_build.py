"""``build``: what it says, in words and in JSON, on a terminal and elsewhere."""

import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.build.pdf import read_letters
from tests.build.publications import (
    COMMAND,
    PUBLICATION,
    TIMEOUT,
    Publication,
    article,
    manifest,
    prose,
    run,
)

KEYS = {"pages", "sheets", "copies", "paper", "lines", "outputs", "removed", "problems"}

PROBLEM_KEYS = {"severity", "code", "message", "path", "line", "column", "hint"}


def test_it_says_what_it_made_and_how_to_print_it(publication: Publication) -> None:
    done = publication.build()
    assert done.code == 0
    assert done.out.splitlines() == [
        "2 pages, with 2 blank pages a booklet of 4 on 1 sheet",
        "✔ issues/winter/out/winter-screen.pdf",
        "✔ issues/winter/out/winter-print.pdf",
        "✔ issues/winter/out/winter-booklet.pdf",
        "To print: letter paper, both sides, flip on short edge, actual size. "
        "Try one copy first. Then fold the sheets together and staple the fold.",
    ]


PRINTING = {
    "paper: a4": ("a5", "A4 paper, both sides, flip on short edge, actual size."),
    "flip: long-edge": ("half-letter", "letter paper, both sides, flip on long edge, actual size."),
    "scheme: loose-leaf, flip: simplex": ("half-letter", "letter paper, one side, actual size."),
}


@pytest.mark.parametrize(("printing", "told"), PRINTING.items(), ids=PRINTING)
def test_how_to_print(publication: Publication, printing: str, told: tuple[str, str]) -> None:
    page, advice = told
    keys = (f"page: {page}", f"printing: {{{printing}}}")
    publication.write({"winter/issue.yaml": manifest(["articles/news.md", "contact"], *keys)})
    done = publication.build_here()
    assert done.code == 0, done.err
    assert f"To print: {advice}" in done.out


@pytest.mark.parametrize("more", ["", ", copies: 30"])
def test_how_to_print_with_drums(publication: Publication, more: str) -> None:
    keys = f"printing: {{inks: riso, instructions: yes{more}}}"
    publication.write({"winter/issue.yaml": manifest(["articles/news.md", "contact"], keys)})
    done = publication.build_here()
    assert done.code == 0, done.err
    assert "Each side takes all drums, one after the other, on the same sheets" in done.out
    names = [line.split("/")[-1] for line in done.out.splitlines() if line.startswith("✔")]
    assert names[-3:] == [
        "winter-booklet-BLACK.pdf",
        "winter-booklet-RED.pdf",
        "winter-instructions.pdf",
    ]


def test_no_advice_without_a_booklet(publication: Publication) -> None:
    done = publication.build_here("--only", "screen")
    assert done.code == 0
    assert "To print" not in done.out
    assert list(publication.files()) == ["winter-screen.pdf"]


def test_a_page_too_large_for_the_paper(publication: Publication) -> None:
    """Half-letter is taller than A4 is wide: at actual size it does not fit."""
    keys = ("page: half-letter", "printing: {paper: a4}")
    publication.write({"winter/issue.yaml": manifest(["articles/news.md"], *keys)})
    done = publication.build_here("--json")
    assert done.code == 1
    (problem,) = done.json["problems"]
    assert problem["code"] == "page-too-large"
    assert problem["path"].endswith("winter/issue.yaml")
    assert not publication.out.exists()
    assert publication.build_here("--only", "screen").code == 0


def test_the_newest_issue_is_built_and_named(publication: Publication) -> None:
    later = manifest(["articles/news.md"]).replace('"7"', '"11"')
    publication.write(
        {
            "spring/issue.yaml": later,
            "spring/articles/news.md": article("Spring", "a"),
        }
    )
    done = run("build", "--only", "screen", cwd=publication.root)
    assert done.code == 0, done.err
    assert done.out.splitlines()[0] == "Building issues/spring"
    assert (publication.root / "issues/spring/out/spring-screen.pdf").is_file()
    inside = run("build", "--only", "screen", cwd=publication.issue)
    assert inside.out.splitlines()[-1] == "✔ out/winter-screen.pdf"


def test_json_of_a_build(publication: Publication) -> None:
    done = publication.build("--json")
    assert done.code == 0
    assert done.err == ""
    assert set(done.json) == KEYS
    assert (done.json["pages"], done.json["sheets"], done.json["problems"]) == (4, 1, [])
    assert set(done.json["lines"]) == {"planned", "stock"}
    assert done.json["copies"] == 1
    assert [set(each) for each in done.json["paper"]] == [
        {"part", "weight", "sheets", "spare", "reams"}
    ]
    assert [publication.root / path for path in done.json["outputs"]] == [
        publication.screen,
        publication.print,
        publication.booklet,
    ]


def test_json_of_problems(publication: Publication) -> None:
    publication.write({"winter/articles/news.md": article("News", "a <b>\n\n![c](d.png)")})
    done = publication.build("--json")
    assert done.code == 1
    assert done.err == ""
    assert set(done.json) == KEYS
    assert (done.json["pages"], done.json["sheets"], done.json["outputs"]) == (None, None, [])
    assert all(set(problem) == PROBLEM_KEYS for problem in done.json["problems"])
    assert [(each["code"], each["path"], each["line"]) for each in done.json["problems"]] == [
        ("raw-html", "issues/winter/articles/news.md", 4),
        ("unknown-image", "issues/winter/articles/news.md", 6),
    ]


def test_json_of_no_issue(tmp_path: Path) -> None:
    done = run("build", "--json", cwd=tmp_path)
    assert done.code == 1
    (problem,) = done.json["problems"]
    assert (problem["code"], problem["path"]) == ("no-issue", None)


@pytest.mark.parametrize("body", ["A few words.", "a <b>"], ids=["sound", "faulty"])
def test_no_control_characters_off_a_terminal(publication: Publication, body: str) -> None:
    """Not even where colour is asked for: the output may go to a file."""
    publication.write({"winter/articles/news.md": article("News", body)})
    done = publication.build(FORCE_COLOR="1", TERM="xterm-256color")
    said = done.out + done.err
    assert {character for character in said if not character.isprintable()} == {"\n"}


def test_progress_on_a_terminal(publication: Publication) -> None:
    publication.write({"winter/articles/news.md": article("News", prose(2000))})
    reading, writing = pty.openpty()
    process = subprocess.Popen(
        [COMMAND, "build", "issues/winter"], cwd=publication.root, stdout=subprocess.DEVNULL,
        stderr=writing, stdin=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"},
    )  # fmt: skip
    os.close(writing)
    said = b"".join(iter(lambda: read_or_end(reading), b"")).decode()
    os.close(reading)
    assert process.wait(TIMEOUT) == 0
    assert "\x1b[" in said
    assert "Setting" in said
    assert "\x1b[?25h" in said, "the cursor is shown again"


def read_or_end(terminal: int) -> bytes:
    """Linux tells the end of a terminal as an error, other systems as nothing."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_a_publication_whose_title_has_marks_that_mean_something(publication: Publication) -> None:
    """In HTML, CSS, Jinja and YAML; they are printed as they are."""
    title = '"Us" & <Them> {{ 7*7 }} */ }\\9'
    publication.write({"publication.yaml": PUBLICATION.replace("Our News", f"'{title}'")})
    done = publication.build_here("--only", "screen")
    assert done.code == 0, done.err
    letters = "".join(letter.text for letter in read_letters(publication.screen))
    for printed in ("“Us”&<Them>{{7*7}}*/}\\9", "“US”&<THEM>{{7*7}}*/}\\9"):
        assert printed in letters
