"""Texts as people write them are set, and found again on the page: no false alarm of lost words."""

import pytest

from tests.build.pdf import embedded_families, plain, plain_letters, read_letters
from tests.build.publications import PUBLICATION, Publication, article

TEXTS = (
    "so\u00adft hy\u00adphens in com\u00adfort\u00adable words " * 8,
    "joined\u200dletters, zero\u200bwidth, a\ufeffmark, right\u200fto left\u200e",
    "hard\u00a0spaces and narrow\u202fones " * 8,
    "e\u0301te\u0301, n\u0303, a\u030a and n\u0302, as other programs write accents " * 4,
    "½ ¼ x² m³ CO₂ Ⅷ ª º № ™ ℅ © §8 100% 5‰ €6",
    "eﬃcient aﬄuent, in ligatures; Straße STRASSE ẞ",
    "don’t can't rock 'n' roll ’tis l'homme O'Neil \"a 'b' c\"",
    "self-less well-known mother-in-law 1914-1918 2020–21 COVID-19 " * 4,
    "a—b c–d e--f g---h and/or he/she U.S.A. e.g. 1,000.50 18:30",
    "snake_case _x_ a_b_c iPhone McDonald AT&T R&D 2 a<b &amp; &lt;b&gt; &#8364;",
    r"\*a\* \[b\] \$50,000 \\ \# 1\. x",
    "***a*b** c*d*e **f**g `h`i [IWG]{.smallcaps} [mot juste]{lang=fr}",
    "See https://example.org/a-b_c/d?e=f&g=h#i, or some.body@example-site.org " * 3,
    "[**bold** *it* `code`](https://a.org) and <https://example.org/x-y>",
    "12345678901234567890" * 8,
    "a  \nb\\\nc",
    "…",
    "Προλετάριοι όλων των χωρών, ενωθείτε· σίγμας " * 4,
    "Пролетарии всех стран, соединяйтесь " * 4,
    "- a\n  - b\n    - c\n      1. d\n         - e",
    "> - a\n>   1. b\n>\n> c",
    "|a|b|\n|-|-:|\n|1|2|\n|long words here|more of the words|",
    "```\ndef f(x):\n\treturn x  # a comment\n```",
    "---",
    "## Head\n\n### Minor head\n\n" + "words of a quotation " * 3,
    "\n>\n".join(f"> {'quoted words here ' * 30}" for _ in range(4)),
    "word " * 1200,
    "- " + "a list with a long item " * 60,
)


def test_all_that_people_write_is_set(publication: Publication) -> None:
    """One after another in one article, so that columns and pages end within many of them."""
    publication.write({"winter/articles/news.md": article("News", "\n\n".join(TEXTS))})
    done = publication.build_here()
    assert done.code == 0, done.err


@pytest.mark.parametrize(
    "text", TEXTS, ids=lambda text: text[:20].encode("ascii", "replace").decode()
)
def test_each_alone_is_set(publication: Publication, text: str) -> None:
    publication.write({"winter/articles/news.md": article("News", text)})
    done = publication.build_here("--only", "screen")
    assert done.code == 0, done.err


LANGUAGES = {
    "tr": "istanbul’da ısı ve iş",
    "de": "Straße und Maß",
    "fr": "« l’été » à l’œuvre !",
    "pl": "Łódź, świat",
    "nl": "ijs en vrij",
    "cy": "a language without hyphenation",
}


@pytest.mark.parametrize(("language", "text"), LANGUAGES.items(), ids=LANGUAGES)
def test_capitals_of_a_language_are_its_letters(
    publication: Publication, language: str, text: str
) -> None:
    """Titles, dates and kickers are set in capitals, some of which are the language's own."""
    shared = PUBLICATION.replace("en-US", language).replace("The Group", text)
    news = article("x", f"{text} " * 40, f"kicker: {text}", f"byline: {text}")
    publication.write({"publication.yaml": shared, "winter/articles/news.md": news})
    done = publication.build_here("--only", "screen")
    assert done.code == 0, done.err
    printed, _ = plain_letters(read_letters(publication.screen))
    assert plain(text) in printed
    # No other font lends a letter or a space.
    families = {"Linux-Libertine", "League-Gothic", "Libre-Franklin"}
    assert embedded_families(publication.screen) == families
