"""What articles become: heads, blocks, figures, words."""

import datetime
import re
from pathlib import Path

import pytest

from pamphleteer.issue.model import (
    ArticleItem,
    BannerItem,
    Block,
    BoxItem,
    ContactItem,
    Figure,
)
from pamphleteer.ticket import Ticket
from tests.issue.publications import ARTICLE, Publication, article

PUBLICATION = """\
title: Internationalist Notes
publisher: Internationalist Workers' Group
language: en-US
about: about.md
contact:
  heading: Publication and contact
  email: us@leftcom.org
  web: leftcom.org
  post: |
    P.O. Box 1
    Town
  accounts:
    Instagram: {text: "@iwg_official", url: "https://www.instagram.com/iwg_official"}
  qr: {url: "https://leftcom.org", label: Scan it}
printing: {paper: a4}
"""

ISSUE = """\
volume: 012
number: 18:30
date: no
published: 2026-01-31
page: 140mm x 216mm
contact: {phone: 1_000, qr: {label: "Don't scan"}}
printing: {flip: long-edge}
articles:
  - articles/news.md                # the first
  - {article: articles/News 2.md, start: new-page}
  - banner: No war *but* the class war
  - box: about
  - contact
"""


def test_a_whole_issue(publication: Publication) -> None:
    publication.write(
        {
            "publication.yaml": PUBLICATION,
            "about.md": "# Who we are\n\nUs.\n",
            "winter/issue.yaml": ISSUE,
            "winter/articles/News 2.md": ARTICLE,
        }
    )
    issue = publication.read()
    assert (issue.root, issue.folder) == (publication.root, publication.root / "winter")
    assert (issue.slug, issue.layout, issue.page) == ("winter", "booklet", "140mm x 216mm")
    assert (issue.volume, issue.number, issue.date) == ("012", "18:30", "no")
    assert issue.published == datetime.date(2026, 1, 31)
    assert issue.publisher == "Internationalist Workers’ Group"
    assert issue.printing == Ticket.of_issue({"paper": "a4", "flip": "long-edge"})
    contact = issue.contact
    assert contact is not None
    assert contact.qr is not None
    assert (contact.email, contact.phone) == ("us@leftcom.org", "1_000")
    assert contact.post == "P.O. Box 1\nTown"
    assert (contact.qr.url, contact.qr.label) == ("https://leftcom.org", "Don’t scan")
    assert contact.accounts[0].text == "@iwg_official"
    first, second, banner, box, last = issue.items
    assert isinstance(first, ArticleItem)
    assert isinstance(second, ArticleItem)
    assert [(item.article.name, item.start) for item in (first, second)] == [
        ("news", "run-on"),
        ("news-2", "new-page"),
    ]
    assert isinstance(banner, BannerItem)
    assert banner.text.html == "No war <em>but</em> the class war"
    assert isinstance(box, BoxItem)
    assert box.article.headline.text == "Who we are"
    assert isinstance(last, ContactItem)
    assert [item.pos.line for item in issue.items] == [9, 10, 11, 12, 13]
    assert {item.pos.column for item in issue.items} == {5}


def test_an_issue_without_a_publication(publication: Publication) -> None:
    (publication.root / "publication.yaml").unlink()
    assert publication.faults() == ["winter/issue.yaml:1:1 missing-key"]
    publication.write({"winter/issue.yaml": "title: x\ndate: y\narticles: [articles/news.md]\n"})
    assert publication.read().root == publication.root / "winter"


def test_an_issue_takes_away_what_the_publication_gives(publication: Publication) -> None:
    publication.write(
        {
            "publication.yaml": "title: Our News\nsubtitle: For all\ncontact: {email: a@b.org}\n",
            "winter/issue.yaml": "subtitle:\ncontact: ~\ndate: x\narticles: [articles/news.md]\n",
        }
    )
    issue = publication.read()
    assert (issue.subtitle, issue.contact) == (None, None)


def test_a_head(publication: Publication) -> None:
    publication.write(
        {
            "winter/articles/news.md": "---\n"
            'headline: "Strike: *now*"\n'
            "kicker: '\"Us\"'\n"
            "standfirst: >\n  One\n  two...\n"
            "byline: A. [IWG]{.smallcaps}\n"
            "...\n"
            "Words.\n"
        }
    )
    head = publication.article()
    assert head.headline.html == "Strike: <em>now</em>"
    assert head.headline.text == head.running_head == "Strike: now"
    assert (head.headline.pos.line, head.headline.pos.column) == (2, 11)
    assert head.kicker is not None
    assert head.kicker.text == "“Us”"
    assert head.standfirst is not None
    assert head.standfirst.text == "One two…"
    assert head.byline is not None
    assert head.byline.html == 'A. <span class="smallcaps">IWG</span>'


def test_a_heading_is_the_headline_if_the_head_has_none(publication: Publication) -> None:
    publication.write({"winter/articles/news.md": "---\nkicker: a\n---\n\n# B *c*\n\nWords.\n"})
    head = publication.article()
    assert (head.headline.html, head.headline.pos.line) == ("B <em>c</em>", 5)
    assert len(head.body) == 1


def test_files_from_other_systems(publication: Publication) -> None:
    text = "---\nheadline: A\n---\nB\n<i>\n"
    raw = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    publication.write({"winter/articles/news.md": raw})
    assert publication.faults() == ["winter/articles/news.md:5 raw-html"]


@pytest.mark.parametrize(
    ("file", "name"),
    [("Łódź 1905.md", "odz-1905"), ("日本.md", "article"), ("A--B_c.md", "a-b-c")],
)
def test_names(publication: Publication, file: str, name: str) -> None:
    publication.write(
        {
            f"winter/{file}": ARTICLE,
            "winter/issue.yaml": f"date: x\narticles: ['{file}', articles/news.md]\n",
        }
    )
    assert publication.article().name == name


def test_names_are_unique(publication: Publication) -> None:
    publication.write(
        {
            "winter/news.md": ARTICLE,
            "winter/NEWS!.md": ARTICLE,
            "winter/issue.yaml": "date: x\narticles: [news.md, articles/news.md, NEWS!.md]\n",
        }
    )
    items = publication.read().items
    names = [item.article.name for item in items if isinstance(item, ArticleItem)]
    assert names == ["news", "news-2", "news-3"]


FIGURE = '![A *photo*](../images/photo.png "It\'s *us*"){credit="N. \\"N.\\" N."}\n'


def test_a_figure(publication: Publication) -> None:
    (figure,) = publication.blocks(FIGURE)
    assert isinstance(figure, Figure)
    assert figure.image == publication.root / "winter/images/photo.png"
    assert figure.alt == "A photo"
    assert figure.caption is not None
    assert (figure.caption.html, figure.caption.text) == ("It’s <em>us</em>", "It’s us")
    assert figure.credit is not None
    assert figure.credit.text == "N. “N.” N."
    assert figure.pos.line == 5


@pytest.mark.parametrize(
    "path", ["../images/photo.png", "images/photo.png", "winter/images/photo.png"]
)
def test_an_image_is_looked_for_beside_the_article_then_the_manifests(
    publication: Publication, path: str
) -> None:
    (figure,) = publication.blocks(f"![]({path}){{decorative}}\n")
    assert isinstance(figure, Figure)
    assert figure.image == publication.root / "winter/images/photo.png"
    assert (figure.alt, figure.caption, figure.credit) == ("", None, None)


@pytest.mark.parametrize("name", ["my photo.png", "März.png", "100%.png", "a%20b.png"])
def test_names_of_images(publication: Publication, name: str) -> None:
    publication.write({f"winter/articles/{name}": b""})
    for written in (f"<{name}>", name.replace("%", "%25").replace(" ", "%20")):
        (figure,) = publication.blocks(f"![a]({written})\n")
        assert isinstance(figure, Figure)
        assert figure.image.name == name


def test_the_article_language_overrides_the_issue(publication: Publication) -> None:
    publication.write({"winter/articles/news.md": article('"Ja"\n', "de")})
    head = publication.article()
    (only,) = head.body
    assert head.language == "de"
    assert isinstance(only, Block)
    assert only.text == "„Ja“"


def test_a_long_issue_is_read(publication: Publication) -> None:
    names = [f"articles/a{number}.md" for number in range(200)]
    body = 'Words of "many" kinds -- and more...\n\n' * 10
    publication.write({f"winter/{name}": article(body) for name in names})
    listed = "".join(f"  - {name}\n" for name in names)
    publication.write({"winter/issue.yaml": f"date: x\narticles:\n{listed}"})
    assert len(publication.read().items) == 200


@pytest.mark.parametrize(
    "unit",
    [
        *("[", "](", "![", "*a ", "'a ", '"', "{", "[a]{", "- ", "<a ", "`"),
        *("^[", "^[a]", "[^a", "[^a]", "\n\n[^a]: ", "\n::: verse\n", "\n:::\n", "\n::: b {a=b "),
    ],
)
def test_no_text_takes_for_ever(publication: Publication, unit: str) -> None:
    publication.write({"winter/articles/news.md": article("a " + unit * 2000)})
    publication.problems()


def test_the_real_issue_is_not_changed_in_its_words(
    publication: Publication, real_issue: Path
) -> None:
    text = real_issue.read_text(encoding="utf-8")
    blocks = publication.blocks(text)
    words = " ".join(block.text for block in blocks if isinstance(block, Block)).split()
    without_links = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    plain = without_links.translate(dict.fromkeys(map(ord, "\\<>"))).split()
    straight = {"’": "'", "“": '"', "”": '"', "‘": "'", "–": "-", "…": "..."}
    marks = str.maketrans(straight)
    assert [word.translate(marks) for word in words] == [w.translate(marks) for w in plain]
