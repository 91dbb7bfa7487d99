"""What can be written but not printed yet stops the build, at its place."""

import pytest

from tests.issue.publications import ARTICLE, FILES, Publication

PICTURE = "![a](../images/photo.png)"

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


def test_what_asks_for_nothing_new_goes_through(publication: Publication) -> None:
    head = "headline: a\ndrop_cap: yes\nend_mark: yes\nfigures: [{image: images/photo.png, alt: b}]"
    publication.write(
        {
            **FILES,
            "publication.yaml": "title: Our News\ncolophon: c.md\n",
            "c.md": ARTICLE,
            "winter/articles/news.md": f"---\n{head}\n---\n{PICTURE}{{span=1 place=here #c}}\n",
        }
    )
    assert publication.unsupported() == []
