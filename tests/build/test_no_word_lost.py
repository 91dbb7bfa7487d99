"""No word is lost: a build that would lose, double or move words says which, and writes nothing.

Each build compares what it would hand over with the source. Here faults are planted in the program,
in a process of its own, and the comparison must find them.
"""

import re
import sys
from pathlib import Path

import pytest

from tests.build.publications import (
    Publication,
    Told,
    article,
    make_publication,
    manifest,
    prose,
    run_program,
)

PLANT = Path(__file__).with_name("plant_fault.py")


@pytest.fixture
def built(tmp_path: Path) -> Publication:
    """A publication of three pages of text, with the outputs of a sound build."""
    order = ["articles/news.md", "banner: All of us", "contact"]
    files = {
        "winter/issue.yaml": manifest(order),
        "winter/articles/news.md": article("News of the street", prose(700)),
    }
    publication = make_publication(tmp_path, files)
    done = publication.build_here()
    assert done.code == 0, done.err
    return publication


def build_with(fault: str, publication: Publication) -> Told:
    build = ("build", publication.issue, "--json")
    return run_program(sys.executable, PLANT, fault, *build, cwd=publication.root)


NEWS = "issues/winter/articles/news.md"

# What is told first: code, file and line, and the words.
FAULTS = {
    "hidden paragraph": ("words-lost", f"{NEWS}:6", r'not printed: "\w+60 \w+61 '),
    "hidden headline": ("words-lost", f"{NEWS}:2", 'not printed: "news of the street"'),
    "hidden banner": ("words-lost", "issues/winter/issue.yaml:6", '"all of us"'),
    "hidden address": ("words-lost", "issues/publication.yaml:4", "news example org"),
    "added words": ("words-doubled", f"{NEWS}:26", '"boiler three"'),
    "lost frame": ("words-lost", NEWS, r'\w+" and \d+ more'),
    "swapped frames": ("words-(lost|doubled)", NEWS, r"\w+\d+"),
    "frame off the page": ("words-lost", NEWS, r'\w+" and \d+ more'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_and_nothing_is_written(built: Publication, fault: str) -> None:
    code, place, words = FAULTS[fault]
    before = built.files()
    done = build_with(fault, built)
    assert done.code == 1, done.out
    first = done.json["problems"][0]
    assert re.fullmatch(code, first["code"])
    assert f"{first['path']}:{first['line']}".startswith(place)
    assert re.search(words, first["message"]), first["message"]
    assert done.json["outputs"] == []
    assert built.files() == before
    assert sorted(before) == ["winter-booklet.pdf", "winter-print.pdf", "winter-screen.pdf"]


def test_an_unknown_font_is_an_error(built: Publication) -> None:
    """Never another font in silence."""
    before = built.files()
    done = build_with("unknown font", built)
    assert done.code == 1
    problem = done.json["problems"][0]
    assert problem["code"] == "unknown-font"
    assert (problem["path"], problem["line"]) == (NEWS, 4)
    assert "Grotesque Nova" in problem["message"]
    assert "Linux Libertine O" in problem["hint"]
    assert built.files() == before
