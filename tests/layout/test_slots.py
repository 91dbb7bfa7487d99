"""A layout says what it has a place for; what an issue has beyond that is told at its place."""

from dataclasses import replace
from pathlib import Path

import pytest

from pamphleteer.issue import read_issue
from pamphleteer.issue.model import Issue
from pamphleteer.layout.slots import refuse_missing_slots
from pamphleteer.layout.spec import Layout, read_layout
from pamphleteer.problems import IssueError, SourcePos
from tests.issue.publications import FILES, Publication

HERE = SourcePos(path="publication.yaml")
PUBLICATION = """title: Our News
contact: {email: us@example.org}
colophon: colophon.md
ears: {right: Free}
fillers:
  - banner: Join
  - {notice: colophon.md, size: 1/8}
"""
ISSUE = """date: Winter
articles:
  - {cover: images/photo.png, alt: A street}
  - articles/news.md
  - contents
  - banner: No
  - box: box.md
  - {notice: notice.md, size: 1/2}
  - colophon
  - contact
  - address: Us
"""
TEXT = "---\nheadline: A\n---\nText.\n"


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    """An issue that has something for every slot."""
    publication = Publication(root=tmp_path / "papers")
    texts = dict.fromkeys(("winter/notice.md", "winter/box.md", "colophon.md"), TEXT)
    files = {**FILES, "publication.yaml": PUBLICATION, "winter/issue.yaml": ISSUE, **texts}
    publication.write({**files, "winter/articles/news.md": TEXT})
    return read_issue(tmp_path / "papers" / "winter")


def told(issue: Issue, layout: Layout) -> list[str]:
    with pytest.raises(IssueError) as caught:
        refuse_missing_slots(issue, layout)
    assert {problem.code for problem in caught.value.problems} == {"no-slot"}
    assert all(problem.hint for problem in caught.value.problems)
    return [
        f"{(problem.pos or HERE).line} {problem.message.partition(' for ')[2]}"
        for problem in caught.value.problems
    ]


def test_the_booklet_has_a_place_for_everything(issue: Issue) -> None:
    refuse_missing_slots(issue, read_layout("booklet", HERE))


def test_what_has_no_slot_is_told_at_its_place(issue: Issue) -> None:
    bare = replace(read_layout("booklet", HERE), slots=frozenset())
    assert told(issue, bare) == [
        "4 an ear beside the title",
        "6 a filler",
        "7 a filler",
        "3 a cover",
        "5 a list of contents",
        "6 a banner",
        "7 a box",
        "8 a notice",
        "9 a colophon",
        "10 a contact block",
        "11 an address panel",
    ]


def test_a_notice_of_no_known_size_is_told_at_its_place(issue: Issue) -> None:
    booklet = read_layout("booklet", HERE)
    only_half = replace(booklet, notices={"1/2": booklet.notices["1/2"]})
    with pytest.raises(IssueError) as caught:
        refuse_missing_slots(issue, only_half)
    (problem,) = caught.value.problems
    assert (problem.code, problem.hint) == ("no-slot", "It has: 1/2.")
    assert str(problem.pos).endswith("publication.yaml:7:5")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("slots: [masthead", "slots: [mastheed", "mastheed"),
        ("depth: 1/3", "depth: 4/3", "4/3"),
        ("depth: 1/3", "depth: 1/0", "1/0"),
        ("depth: 1/3", "depth: third", "third"),
        ("cover: trim", "cover: edge", "edge"),
    ],
)
def test_a_slip_in_what_a_layout_says_of_them(mine: Path, old: str, new: str, said: str) -> None:
    path = mine / "layout.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(IssueError) as caught:
        read_layout("mine", HERE)
    (problem,) = caught.value.problems
    assert problem.code == "bad-value"
    assert f'"{said}"' in problem.message
