"""Galleys: each prints the words that it says it prints, and nothing becomes markup unasked."""

from pathlib import Path

import pytest

from pamphleteer.layout.galley import Galley
from pamphleteer.layout.galleys import piece_galleys
from pamphleteer.layout.standing import masthead_galley
from pamphleteer.layout.words import WORDS, fixed_words
from pamphleteer.reading.words import words_of
from pamphleteer.resources import resource_folder
from tests.issue.publications import Publication
from tests.layout.desks import Reading, galleys_in, galleys_of, make_desk

NASTY = """<b>&amp;</b> "q" 'a' {{ 7 * 7 }} {% x %} &lt;"""
QUOTED = NASTY.replace("'", "''")
MARKDOWN = r"""\<b>bold\</b> & \&lt; \{\{ 7 \* 7 \}\} \{% x %\}"""
PUBLICATION = f"""title: '{QUOTED} Title'
subtitle: '{QUOTED} Subtitle'
publisher: '{QUOTED} Publisher'
contact:
  heading: '{QUOTED} Heading'
  intro: '{QUOTED} Intro'
  email: us@example.org
  web: example.org/?a=1&b=2
  phone: '+1 <555> 0100'
  post: |
    '{NASTY}'
    Second line
  accounts:
    '{QUOTED} Label': {{text: '{QUOTED} Text', url: 'https://example.org/?a=1&lt=2'}}
  qr: {{url: 'https://example.org/?a=1&lt=2', label: '{QUOTED} Scan'}}
"""
ISSUE = f"""volume: '{QUOTED} 7'
number: '{QUOTED} 8'
date: '{QUOTED} 2026'
articles:
  - articles/news.md
  - banner: '{MARKDOWN} Banner'
  - box: articles/box.md
  - contact
"""
ARTICLE = f"""---
headline: '{MARKDOWN} Headline'
kicker: '{MARKDOWN} Kicker'
standfirst: '{MARKDOWN} Standfirst'
byline: '{MARKDOWN} Byline'
running_head: '{MARKDOWN} Running'
---
{MARKDOWN} and *some* more text.

## {MARKDOWN} & Co

- one < two
- `<b> &amp; code`
"""


@pytest.fixture
def nasty(tmp_path: Path) -> Path:
    """An issue in whose every field something looks like markup or a template."""
    files = {
        "publication.yaml": PUBLICATION,
        "winter/issue.yaml": ISSUE,
        "winter/articles/news.md": ARTICLE,
        "winter/articles/box.md": ARTICLE.replace("Headline", "Box"),
    }
    Publication(root=tmp_path).write(files)
    return tmp_path / "winter"


@pytest.fixture(params=["sample", "nasty"])
def folder(request: pytest.FixtureRequest, nasty: Path) -> Path:
    """The sample issue, and the nasty one."""
    return nasty if request.param == "nasty" else resource_folder("issues") / "spring-2026"


def passages_of(galley: Galley) -> list[str]:
    return [word for passage in galley.passages for word in words_of(passage.text)]


def test_a_galley_prints_the_words_that_it_says_it_prints(folder: Path) -> None:
    for galley in galleys_of(make_desk(folder)):
        printed = words_of(Reading(galley.html).text)
        if galley.exact:
            assert printed == passages_of(galley)
        for passage in galley.passages:
            assert f" {' '.join(words_of(passage.text))} " in f" {' '.join(printed)} "


def test_nothing_becomes_markup_unasked(nasty: Path) -> None:
    for galley in galleys_of(make_desk(nasty)):
        reading = Reading(galley.html)
        assert "b" not in [tag for tag, _ in reading.elements]
        assert "49" not in reading.text
        assert "undefined" not in reading.text.lower()


def test_each_field_of_the_manifest_is_printed_as_written(nasty: Path) -> None:
    """But for quotes, which become typographic, though not in numbers and accounts."""
    desk = make_desk(nasty)
    contact = list(galleys_in(piece_galleys(desk)))[-1]
    texts = [Reading(galley.html).text for galley in (masthead_galley(desk), contact)]
    plain = NASTY.replace('"q"', "“q”").replace("'a'", "‘a’")
    for what in ("Title", "Subtitle", "Publisher", "2026"):
        assert f"{plain} {what}" in texts[0]
    for number in ("7", "8"):
        assert f"{NASTY} {number}" in texts[0]
    for what in ("Heading", "Intro", "Scan"):
        assert f"{plain} {what}" in texts[1]
    for what in ("Label", "Text"):
        assert f"{NASTY} {what}" in texts[1]


def test_addresses_are_links(nasty: Path) -> None:
    contact = list(galleys_in(piece_galleys(make_desk(nasty))))[-1]
    links = Reading(contact.html).values("href")
    assert "mailto:us@example.org" in links
    assert "https://example.org/?a=1&b=2" in links
    assert links.count("https://example.org/?a=1&lt=2") == 2


def test_every_id_is_there_once(folder: Path) -> None:
    """G9: links lead to the first page that has an id."""
    ids = [
        value
        for galley in galleys_of(make_desk(folder))
        for value in Reading(galley.html).values("id")
    ]
    assert len(ids) == len(set(ids)) >= 2


def test_every_block_tells_its_line(folder: Path) -> None:
    """So that a problem that is found when it is set can be told with its line."""
    blocks = {"p", "h1", "h2", "h3", "li", "pre", "figure", "figcaption", "blockquote"}
    for galley in galleys_of(make_desk(folder)):
        if galley.exact:
            for tag, attributes in Reading(galley.html).elements:
                assert tag not in blocks or int(attributes["data-line"] or 0) > 0


def test_a_picture_has_its_alternative_text_and_its_caption() -> None:
    desk = make_desk(resource_folder("issues") / "spring-2026")
    pictures = [
        (attributes["src"], attributes["alt"])
        for galley in galleys_in(piece_galleys(desk))
        for tag, attributes in Reading(galley.html).elements
        if tag == "img" and attributes["src"] != "qr.svg"
    ]
    ((source, alternative),) = pictures
    assert source in {picture.name for picture in desk.pictures.values()}
    assert alternative


def test_a_decorative_picture_is_no_image(tmp_path: Path) -> None:
    publication = Publication(root=tmp_path)
    sample = resource_folder("issues") / "spring-2026" / "images" / "proof-sheet.png"
    publication.write(
        {
            "publication.yaml": "title: T\n",
            "winter/issue.yaml": "date: D\narticles: [news.md]\n",
            "winter/news.md": "---\nheadline: H\n---\nText.\n\n![](photo.png){decorative}\n",
            "winter/photo.png": sample.read_bytes(),
        }
    )
    for galley in galleys_in(piece_galleys(make_desk(tmp_path / "winter"))):
        assert "img" not in [tag for tag, _ in Reading(galley.html).elements]


@pytest.mark.parametrize("language", sorted(WORDS))
def test_fixed_words_are_there_in_each_language(language: str) -> None:
    words = fixed_words(language)
    assert all(getattr(words, name) for name in words.__slots__)


def test_fixed_words_go_by_the_language_and_not_by_the_country() -> None:
    assert fixed_words("de-AT") is fixed_words("DE") is WORDS["de"]
    assert fixed_words("tlh") is WORDS["en"]
