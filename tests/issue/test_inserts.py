"""What an article's head adds to its body: figures, pull quotes, a signature, settings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.issue.model import Article, Aside, Block, Figure, Placement
from pamphleteer.issue.passages import find_passage, nearest_passage
from pamphleteer.units import parse_length
from tests.issue.publications import Publication

BODY = """\
One says "no" to war.

## Two

- three

Four *five* six.

Seven.
"""


def read(publication: Publication, head: str, body: str = BODY) -> Article:
    """Read an article; the head's first line is line 3 of the file."""
    write(publication, head, body)
    return publication.article()


def write(publication: Publication, head: str, body: str = BODY) -> None:
    publication.write({"winter/articles/news.md": f"---\nheadline: News\n{head}\n---\n{body}"})


def shape(article: Article) -> list[str]:
    """Name the parts of a body, each by its first word or its name."""
    return [part.text.split()[0] if isinstance(part, Block) else part.name for part in article.body]


@pytest.mark.parametrize(("written", "meant"), [("yes", True), ("no", False), ("", None)])
def test_settings(publication: Publication, written: str, meant: bool | None) -> None:
    article = read(publication, f"drop_cap: {written}\nend_mark: {written}")
    assert (article.drop_cap, article.end_mark) == (meant, meant)


FIGURE = """\
figures:
  - image: ../images/photo.png
    alt: A "photo"
    caption: The *strike*
    credit: N. N.
    after: 2
    span: 2
    place: top
    width: 60 mm
    name: strike
"""


def test_a_figure(publication: Publication) -> None:
    article = read(publication, FIGURE)
    assert shape(article) == ["One", "Two", "three", "Four", "strike", "Seven."]
    figure = article.body[4]
    assert isinstance(figure, Figure)
    assert figure.image == publication.root / "winter/images/photo.png"
    assert (figure.alt, len(figure.pictures), figure.columns) == ("A “photo”", 1, 1)
    assert figure.caption is not None
    assert figure.credit is not None
    assert (figure.caption.html, figure.credit.text) == ("The <em>strike</em>", "N. N.")
    assert figure.placement == Placement(span=2, place="top", width=parse_length("60mm"))
    assert (figure.pos.line, figure.pos.column) == (4, 5)
    assert (figure.caption.pos.line, figure.caption.pos.column) == (6, 14)
    assert (figure.pictures[0].pos.line, figure.pictures[0].pos.column) == (4, 12)


@pytest.mark.parametrize(
    ("after", "index"), [("", 0), ("after: 0, ", 0), ("after: 1, ", 1), ("after: 3, ", 5)]
)
def test_a_figure_stands_after_so_many_paragraphs(
    publication: Publication, after: str, index: int
) -> None:
    figure = f"{{image: ../images/photo.png, {after}decorative: yes}}"
    article = read(publication, f"figures: [{figure}]")
    assert [isinstance(part, Figure) for part in article.body].index(True) == index
    assert article.body[index] == read(publication, f"figures: [{figure}]").body[index]


def test_several_stand_in_the_order_of_the_head(publication: Publication) -> None:
    figure = "{image: images/photo.png, decorative: yes, after: 1, name: NAME}"
    both = ", ".join(figure.replace("NAME", name) for name in "ba")
    article = read(publication, f"figures: [{both}]\npull_quotes: [{{quote: six, after: 1}}]")
    assert shape(article)[1:4] == ["b", "a", "pull-quote-1"]


@pytest.mark.parametrize(
    ("quote", "parts"),
    [
        ('One says "no"', ["One", "PULL", "Two", "three", "Four", "Seven."]),
        ("five SIX", ["One", "Two", "three", "Four", "PULL", "Seven."]),
        ("Five, *six*!", ["One", "Two", "three", "Four", "PULL", "Seven."]),
        ("six seven", ["One", "Two", "three", "Four", "PULL", "Seven."]),
        ("Seven", ["One", "Two", "three", "Four", "PULL", "Seven."]),
        ("three", ["One", "Two", "three", "PULL", "Four", "Seven."]),
    ],
)
def test_a_pull_quote_stands_by_its_passage_but_not_at_the_end(
    publication: Publication, quote: str, parts: list[str]
) -> None:
    article = read(publication, f"pull_quotes:\n  - '{quote}'")
    assert shape(article) == ["pull-quote-1" if part == "PULL" else part for part in parts]


def test_a_pull_quote(publication: Publication) -> None:
    head = "pull_quotes:\n  - {quote: Four *five*, after: 0, span: 2, place: foot}"
    aside = read(publication, head).body[0]
    assert isinstance(aside, Aside)
    assert (aside.kind, aside.title, aside.by, aside.columns) == ("pull-quote", None, None, 1)
    assert aside.placement == Placement(span=2, place="foot")
    (block,) = aside.body
    assert isinstance(block, Block)
    assert (block.html, block.text) == ('<p data-line="4">Four <em>five</em></p>', "Four five")
    assert (aside.pos.line, aside.pos.column) == (4, 13)


def test_a_signature_ends_the_article(publication: Publication) -> None:
    last = read(publication, "signature: A [B]{.smallcaps}").body[-1]
    assert isinstance(last, Block)
    assert (last.kind, last.text, last.pos.line, last.pos.column) == ("signature", "A B", 3, 12)
    words = 'A <span class="smallcaps">B</span>'
    assert last.html == f'<p class="signature" data-line="3">{words}</p>'


PHOTO = "image: images/photo.png"

FAULTS = {
    "drop cap": ("drop_cap: maybe", ["3:11 bad-value"]),
    "end mark": ("end_mark: true", ["3:11 bad-value"]),
    "figures, a path": ("figures: [images/photo.png]", ["3:11 wrong-type"]),
    "figures, one": (f"figures: {{{PHOTO}}}", ["3:10 wrong-type"]),
    "figure, no image": ("figures: [{alt: a}]", ["3:11 missing-key"]),
    "figure, no alt": (f"figures: [{{{PHOTO}}}]", ["3:19 missing-alt"]),
    "figure, not decorative": (f"figures: [{{{PHOTO}, decorative: no}}]", ["3:19 missing-alt"]),
    "figure, both": (f"figures: [{{{PHOTO}, alt: a, decorative: yes}}]", ["3:45 bad-value"]),
    "figure, unknown key": (f"figures: [{{{PHOTO}, alt: a, title: b}}]", ["3:45 unknown-key"]),
    "figure, not there": ("figures: [{image: foto.png, alt: a}]", ["3:19 unknown-image"]),
    "figure, fetched": ("figures: [{image: 'http://a.org/b.png', alt: a}]", ["3:19 remote-image"]),
    "figure, span": (f"figures: [{{{PHOTO}, alt: a, span: all}}]", ["3:51 bad-value"]),
    "figure, place": (f"figures: [{{{PHOTO}, alt: a, place: left}}]", ["3:52 bad-value"]),
    "figure, width": (f"figures: [{{{PHOTO}, alt: a, width: 3}}]", ["3:52 bad-value"]),
    "figure, name": (f"figures: [{{{PHOTO}, alt: a, name: A b}}]", ["3:51 bad-value"]),
    "figure, after": (f"figures: [{{{PHOTO}, alt: a, after: two}}]", ["3:52 bad-value"]),
    "figure, after the end": (f"figures: [{{{PHOTO}, alt: a, after: 4}}]", ["3:52 bad-value"]),
    "figure, HTML": (f"figures: [{{{PHOTO}, alt: a, caption: <b>}}]", ["3:54 raw-html"]),
    "figure, name twice": (f"figures: [{{{PHOTO}, alt: a, name: b}}, "
                           f"{{{PHOTO}, alt: a, name: b}}]", ["3:95 duplicate-name"]),
    "pull quotes, one": ("pull_quotes: One says", ["3:14 wrong-type"]),
    "pull quote, not said": ("pull_quotes: [One says yes]", ["3:15 unknown-passage"]),
    "pull quote, a part of a word": ("pull_quotes: [Fou]", ["3:15 unknown-passage"]),
    "pull quote, no words": ("pull_quotes: ['...']", ["3:15 unknown-passage"]),
    "pull quote, not said there": ("pull_quotes: [{quote: yes, after: 1}]",
                                   ["3:23 unknown-passage"]),
    "pull quote, no quote": ("pull_quotes: [{after: 1}]", ["3:16 unknown-key"]),
    "pull quote, width": ("pull_quotes: [{quote: six, width: 3mm}]", ["3:28 unknown-key"]),
    "pull quote, after the end": ("pull_quotes: [{quote: six, after: 9}]", ["3:35 bad-value"]),
    "signature, a list": ("signature: [a]", ["3:12 wrong-type"]),
    "signature, HTML": ("signature: <b>", ["3:12 raw-html"]),
}  # fmt: skip


@pytest.mark.parametrize(("head", "faults"), FAULTS.values(), ids=FAULTS)
def test_a_fault(publication: Publication, head: str, faults: list[str]) -> None:
    write(publication, head)
    assert publication.faults() == [f"winter/articles/news.md:{fault}" for fault in faults]


def test_a_name_is_the_articles_own(publication: Publication) -> None:
    head = f"figures: [{{{PHOTO}, alt: a, name: b}}]"
    write(publication, head, "One.\n\n![a](../images/photo.png){#b}\n")
    assert publication.faults() == ["winter/articles/news.md:3:51 duplicate-name"]


def test_the_nearest_passage(publication: Publication) -> None:
    write(publication, "pull_quotes: [One said no to war]")
    assert publication.hints() == ['The nearest passage: "One says “no” to war".']


sentences = st.lists(st.sampled_from(["a", "b", "A", "c.", "d-e"]), min_size=1, max_size=12)


@given(st.lists(sentences, min_size=1, max_size=4), st.data())
def test_what_a_text_says_is_found(texts: list[list[str]], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(texts) - 1))
    text = texts[index]
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = " ".join(text[start:end]).upper()
    joined = [" ".join(words) for words in texts]
    found = find_passage(quote, joined)
    assert found is not None
    assert found <= index
    assert nearest_passage(quote, joined)


@given(st.lists(sentences, max_size=3), sentences)
def test_the_nearest_passage_is_one_of_the_texts(texts: list[list[str]], quote: list[str]) -> None:
    joined = [" ".join(words) for words in texts]
    near = nearest_passage(" ".join(quote), joined)
    assert any(near in text for text in ["", *joined])
