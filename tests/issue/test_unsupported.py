"""What can be written but not printed yet stops the build, at its place."""

import pytest

from tests.issue.publications import ARTICLE, FILES, Publication

PICTURE = "![a](../images/photo.png)"

HEADS = {
    "drop cap": ("drop_cap: yes", "2:11 not-supported: a drop cap"),
    "end mark": ("end_mark: yes", "2:11 not-supported: an end mark"),
}


@pytest.mark.parametrize(("line", "told"), HEADS.values(), ids=HEADS)
def test_in_a_head(publication: Publication, line: str, told: str) -> None:
    publication.write({"winter/articles/news.md": f"---\nheadline: a\n{line}\n---\nWords.\n"})
    assert publication.unsupported() == [f"winter/articles/news.md:{told} is not supported yet"]


ENTRIES = {
    "address": ("address: Us", "an address panel"),
}


@pytest.mark.parametrize(("entry", "what"), ENTRIES.values(), ids=ENTRIES)
def test_in_the_list_of_articles(publication: Publication, entry: str, what: str) -> None:
    publication.write(
        {
            "publication.yaml": "title: a\ncolophon: c.md\n",
            "c.md": ARTICLE,
            "winter/articles/b.md": ARTICLE,
            "winter/issue.yaml": f"date: x\narticles:\n  - articles/news.md\n  - {entry}\n",
        }
    )
    told = f"winter/issue.yaml:4:5 not-supported: {what} is not supported yet"
    assert publication.unsupported() == [told]


def test_a_cover(publication: Publication) -> None:
    cover = "{cover: images/photo.png, alt: b}"
    publication.write({"winter/issue.yaml": f"date: x\narticles: [{cover}, articles/news.md]\n"})
    told = "winter/issue.yaml:2:12 not-supported: a cover is not supported yet"
    assert publication.unsupported() == [told]


def test_a_box_is_looked_through_too(publication: Publication) -> None:
    box = "date: x\narticles: [articles/news.md, box: box.md]\n"
    head = "---\nheadline: a\ndrop_cap: yes\n---\nWords.\n"
    publication.write({"winter/issue.yaml": box, "winter/box.md": head})
    assert [told.split(":")[:3] for told in publication.unsupported()] == [
        ["winter/box.md", "2", "11 not-supported"]
    ]


def test_all_of_it_is_told_at_once(publication: Publication) -> None:
    head = "---\nheadline: a\ndrop_cap: yes\nend_mark: yes\n---\n"
    publication.write(
        {
            "winter/articles/news.md": f"{head}Words.\n",
            "winter/issue.yaml": "date: x\narticles: [articles/news.md, address: Us]\n",
        }
    )
    assert [told.split(": ")[0] for told in publication.unsupported()] == [
        "winter/articles/news.md:2:11 not-supported",
        "winter/articles/news.md:2:11 not-supported",
        "winter/issue.yaml:2:30 not-supported",
    ]


def test_what_asks_for_nothing_new_goes_through(publication: Publication) -> None:
    head = "headline: a\ndrop_cap: no\nend_mark: no\nfigures: [{image: images/photo.png, alt: b}]"
    publication.write(
        {
            **FILES,
            "publication.yaml": "title: Our News\ncolophon: c.md\n",
            "c.md": ARTICLE,
            "winter/articles/news.md": f"---\n{head}\n---\n{PICTURE}{{span=1 place=here #c}}\n",
        }
    )
    assert publication.unsupported() == []
