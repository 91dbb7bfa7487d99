"""What entries in the list of articles become, and what is shared by all issues."""

from typing import TypeVar

import pytest

from pamphleteer.issue.model import (
    AddressItem,
    ArticleItem,
    BannerItem,
    ColophonItem,
    ContentsItem,
    CoverItem,
    Issue,
    Item,
    NoticeItem,
)
from pamphleteer.problems import SourcePos
from tests.issue.publications import ARTICLE, Publication

Kind = TypeVar("Kind", bound=Item)

JUMPING = """\
date: Winter
articles:
  - article: articles/news.md
    columns: 3
    jump: {after: 12 lines, to: 6, headline: "Strike *on*"}
  - {article: articles/b.md, start: beside, jump: {after: 1 paragraph, to: 2}}
"""


def read(publication: Publication, *entries: str, shared: str = "") -> Issue:
    """Read an issue with entries in its list: the first is on line 3, its text in column 5."""
    listed = "".join(f"  - {entry}\n" for entry in entries)
    publication.write(
        {
            "publication.yaml": f"title: Our News\n{shared}",
            "winter/issue.yaml": f"date: Winter\narticles:\n{listed}",
            "winter/articles/b.md": ARTICLE,
            "winter/articles/c.md": ARTICLE,
            "winter/fair.md": "# Fair\n\nCome.\n",
            "colophon.md": "# Colophon\n\nMade by us.\n",
        }
    )
    return publication.read()


def only(issue: Issue, kind: type[Kind]) -> Kind:
    (found,) = (item for item in issue.items if isinstance(item, kind))
    return found


def at(publication: Publication, line: int, column: int) -> SourcePos:
    path = str(publication.root / "winter/issue.yaml")
    return SourcePos(path=path, line=line, column=column)


def test_an_article_that_jumps(publication: Publication) -> None:
    publication.write({"winter/issue.yaml": JUMPING, "winter/articles/b.md": ARTICLE})
    first, second = publication.read().items
    assert isinstance(first, ArticleItem)
    assert isinstance(second, ArticleItem)
    assert (first.columns, first.start, first.pos) == (3, "run-on", at(publication, 3, 5))
    assert (second.columns, second.start, second.pos) == (None, "beside", at(publication, 6, 5))
    assert first.jump is not None
    assert (first.jump.after_lines, first.jump.after_paragraphs, first.jump.to) == (12, None, 6)
    assert first.jump.headline is not None
    assert first.jump.headline.html == "Strike <em>on</em>"
    assert first.jump.headline.pos == at(publication, 5, 46)
    assert first.jump.pos == at(publication, 5, 11)
    assert second.jump is not None
    assert (second.jump.after_lines, second.jump.after_paragraphs) == (None, 1)
    assert (second.jump.to, second.jump.headline) == (2, None)


@pytest.mark.parametrize("start", ["run-on", "new-page", "right-page", "left-page", "new-column"])
def test_starts(publication: Publication, start: str) -> None:
    issue = read(publication, f"{{article: articles/news.md, start: {start}}}")
    assert only(issue, ArticleItem).start == start


def test_a_banner_across_columns(publication: Publication) -> None:
    banner = only(read(publication, "{banner: Strike!, columns: 2}"), BannerItem)
    assert (banner.text.text, banner.columns) == ("Strike!", 2)
    assert (banner.pos, banner.text.pos) == (at(publication, 3, 5), at(publication, 3, 14))


def test_contents(publication: Publication) -> None:
    bare = only(read(publication, "contents"), ContentsItem)
    assert bare == ContentsItem(pos=at(publication, 3, 5))
    titled = only(read(publication, "{contents: Inside, columns: 2}"), ContentsItem)
    assert titled.title is not None
    assert (titled.title.text, titled.columns) == ("Inside", 2)
    assert titled.pos == at(publication, 3, 5)


def test_a_notice_is_a_text_or_a_picture(publication: Publication) -> None:
    text = only(read(publication, "{notice: fair.md, size: 1/4}"), NoticeItem).notice
    assert text.article is not None
    assert (text.article.headline.text, text.size, text.picture) == ("Fair", "1/4", None)
    entry = '{notice: images/photo.png, size: full, alt: The "fair"}'
    picture = only(read(publication, entry), NoticeItem).notice
    assert picture.picture is not None
    assert picture.picture.image == publication.root / "winter/images/photo.png"
    assert (picture.picture.alt, picture.size, picture.article) == ("The “fair”", "full", None)
    assert (picture.pos, picture.picture.pos) == (at(publication, 3, 5), at(publication, 3, 14))


def test_a_notice_may_stand_twice(publication: Publication) -> None:
    entry = "{notice: fair.md, size: 1/4}"
    first, second = read(publication, entry, entry).items
    assert isinstance(first, NoticeItem)
    assert isinstance(second, NoticeItem)
    assert first.notice.article is not None
    assert second.notice.article is not None
    assert (first.notice.article.name, second.notice.article.name) == ("fair", "fair-2")


def test_a_cover(publication: Publication) -> None:
    keys = "alt: A crowd, headline: Strike!, standfirst: '*All* out', credit: N. N."
    issue = read(publication, f"{{cover: images/photo.png, {keys}}}", "articles/news.md")
    cover = only(issue, CoverItem)
    assert cover.headline is not None
    assert cover.standfirst is not None
    assert cover.credit is not None
    texts = (cover.headline.text, cover.standfirst.html, cover.credit.text)
    assert texts == ("Strike!", "<em>All</em> out", "N. N.")
    assert (cover.picture.alt, cover.picture.image.name) == ("A crowd", "photo.png")
    bare = only(read(publication, "{cover: images/photo.png, decorative: yes}"), CoverItem)
    assert (bare.picture.alt, bare.headline, bare.standfirst, bare.credit) == ("", None, None, None)


def test_an_address_panel_keeps_its_lines(publication: Publication) -> None:
    entry = 'address: |\n      Us\n      P.O. Box 1\n    note: "Printed matter"'
    address = only(read(publication, "articles/news.md", entry), AddressItem)
    assert (address.text.html, address.text.text) == ("Us<br>P.O. Box 1", "Us\nP.O. Box 1")
    assert address.note is not None
    assert address.note.text == "Printed matter"
    assert only(read(publication, "address: Us"), AddressItem).note is None


def test_a_colophon(publication: Publication) -> None:
    issue = read(publication, "articles/news.md", "colophon", shared="colophon: colophon.md\n")
    assert only(issue, ColophonItem).article.headline.text == "Colophon"
    assert only(issue, ColophonItem).pos == at(publication, 4, 5)


def test_ears(publication: Publication) -> None:
    shared = "ears: {left: '*Free*', right: 'Take one'}\n"
    ears = read(publication, "articles/news.md", shared=shared).ears
    assert ears is not None
    assert ears.left is not None
    assert ears.right is not None
    assert (ears.left.html, ears.right.text) == ("<em>Free</em>", "Take one")
    assert ears.left.pos.path.endswith("publication.yaml")
    assert (ears.left.pos.line, ears.left.pos.column) == (2, 14)
    assert read(publication, "articles/news.md", shared="ears:\n").ears is None


FILLERS = """\
fillers:
  - {notice: images/join.png, size: 1/8, alt: Join us}
  - banner: Organise
  - {notice: join.md, size: 1/4}
"""


def test_fillers_are_found_beside_their_manifest(publication: Publication) -> None:
    publication.write({"images/join.png": b"", "join.md": "# Join\n\nUs.\n"})
    picture, banner, text = read(publication, "articles/news.md", shared=FILLERS).fillers
    assert not isinstance(picture, BannerItem)
    assert isinstance(banner, BannerItem)
    assert not isinstance(text, BannerItem)
    assert picture.picture is not None
    assert picture.picture.image == publication.root / "images/join.png"
    assert (picture.size, banner.text.text, text.size) == ("1/8", "Organise", "1/4")
    assert text.article is not None
    assert (text.article.headline.text, text.pos.line) == ("Join", 5)


FAULTS = {
    "start": (["{article: articles/news.md, start: right}"], "3:40 bad-value"),
    "columns": (["{article: articles/news.md, columns: 6}"], "3:42 bad-value"),
    "columns, a word": (["{banner: a, columns: all}"], "3:26 bad-value"),
    "columns, none": (["{contents: a, columns: 0}"], "3:28 bad-value"),
    "jump, a number": (["{article: articles/news.md, jump: 6}"], "3:39 wrong-type"),
    "jump, page one": (["{article: articles/news.md, jump: {after: 2 lines, to: 1}}"],
                       "3:60 bad-value"),
    "jump, no number": (["{article: articles/news.md, jump: {after: 2 lines, to: back}}"],
                        "3:60 bad-value"),
    "jump, nowhere": (["{article: articles/news.md, jump: {after: 2 lines}}"], "3:39 missing-key"),
    "jump, after what": (["{article: articles/news.md, jump: {after: 2, to: 3}}"],
                         "3:47 bad-value"),
    "jump, after nothing": (["{article: articles/news.md, jump: {after: 0 lines, to: 3}}"],
                            "3:47 bad-value"),
    "jump, unknown key": (["{article: articles/news.md, jump: {after: 2 lines, to: 3, on: 4}}"],
                          "3:63 unknown-key"),
    "jump, headline": (["{article: articles/news.md, jump: {headline: <b>, after: 1 line, to: 3}}"],
                       "3:50 raw-html"),
    "beside nothing": (["{article: articles/news.md, start: beside}"], "3:40 bad-value"),
    "beside a banner": (["banner: a", "{article: articles/news.md, start: beside}"],
                        "4:40 bad-value"),
    "beside contents": (["contents", "{article: articles/news.md, start: beside}"],
                        "4:40 bad-value"),
    "contents twice": (["contents", "{contents: Inside}"], "4:5 duplicate-entry"),
    "contents, empty": (["{contents: , columns: 2}"], "3:6 missing-key"),
    "contents, unknown": (["{contents: a, title: b}"], "3:19 unknown-key"),
    "notice, no size": (["{notice: fair.md}"], "3:5 missing-key"),
    "notice, size": (["{notice: fair.md, size: 1/5}"], "3:29 bad-value"),
    "notice, no alt": (["{notice: images/photo.png, size: 1/2}"], "3:14 missing-alt"),
    "notice, alt of a text": (["{notice: fair.md, size: 1/2, alt: a}"], "3:34 bad-value"),
    "notice, no text": (["{notice: far.md, size: 1/2}"], "3:14 unknown-article"),
    "notice, no picture": (["{notice: far.png, size: 1/2, alt: a}"], "3:14 unknown-image"),
    "notice, outside": (["{notice: ../../a.png, size: 1/2, alt: a}"],
                        "3:14 outside-publication"),
    "notice, fetched": (["{notice: 'https://a.org/b.png', size: 1/2, alt: a}"],
                        "3:14 remote-image"),
    "cover, no alt": (["{cover: images/photo.png}"], "3:13 missing-alt"),
    "cover, both": (["{cover: images/photo.png, alt: a, decorative: yes}"], "3:39 bad-value"),
    "cover, perhaps decorative": (["{cover: images/photo.png, alt: a, decorative: maybe}"],
                                  "3:51 bad-value"),
    "cover, no picture": (["{cover: a.png, alt: b}"], "3:13 unknown-image"),
    "cover second": (["articles/news.md", "{cover: images/photo.png, alt: a}"],
                     "4:5 misplaced-entry"),
    "address not last": (["address: Us", "articles/news.md"], "3:5 misplaced-entry"),
    "address, a list": (["address: [Us]"], "3:14 wrong-type"),
    "colophon without colophon": (["colophon"], "3:5 missing-key"),
    "colophon as a key": (["colophon: a.md"], "3:5 unknown-key"),
    "colophon twice": (["colophon", "colophon"], "4:5 duplicate-entry"),
}  # fmt: skip


@pytest.mark.parametrize(("entries", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_an_entry(publication: Publication, entries: list[str], fault: str) -> None:
    shared = "colophon: colophon.md\n" if entries == ["colophon", "colophon"] else ""
    publication.write({"winter/fair.md": ARTICLE, "colophon.md": ARTICLE})
    listed = "".join(f"  - {entry}\n" for entry in entries)
    publication.write(
        {
            "publication.yaml": f"title: Our News\n{shared}",
            "winter/issue.yaml": f"date: Winter\narticles:\n{listed}",
        }
    )
    assert publication.faults() == [f"winter/issue.yaml:{fault}"]


SHARED = {
    "ears, a text": ("ears: free", "2:7 wrong-type"),
    "ears, unknown": ("ears: {top: a}", "2:8 unknown-key"),
    "ears, HTML": ("ears: {left: <b>}", "2:14 raw-html"),
    "fillers, a text": ("fillers: a.md", "2:10 wrong-type"),
    "fillers, a path": ("fillers: [a.md]", "2:11 wrong-type"),
    "fillers, an article": ("fillers: [{article: a.md}]", "2:12 unknown-key"),
    "fillers, no size": ("fillers: [{notice: winter/articles/news.md}]", "2:11 missing-key"),
    "fillers, no file": ("fillers: [{notice: a.md, size: 1/2}]", "2:20 unknown-article"),
    "fillers, unknown key": ("fillers: [{banner: a, size: 1/2}]", "2:23 unknown-key"),
    "colophon is not there": ("colophon: colofon.md", "2:11 unknown-article"),
}


@pytest.mark.parametrize(("line", "fault"), SHARED.values(), ids=SHARED)
def test_a_fault_of_what_is_shared(publication: Publication, line: str, fault: str) -> None:
    publication.write({"publication.yaml": f"title: Our News\n{line}\n"})
    assert publication.faults() == [f"publication.yaml:{fault}"]


def test_the_nearest_kind_of_entry(publication: Publication) -> None:
    publication.write({"winter/issue.yaml": "date: x\narticles: [{bannner: a}, {colophon: b}]\n"})
    assert publication.hints() == ['Did you mean "banner"?', "Write the line as: - colophon"]
