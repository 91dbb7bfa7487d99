"""Much matter: set whole, or refused with the place. No test here waits for a clock of its own."""

from tests.build.pdf import page_sizes, plain, plain_letters, read_letters
from tests.build.publications import Publication, article, manifest, prose


def test_an_article_of_ten_thousand_words(publication: Publication) -> None:
    """Each word is numbered, so the text shows that none is lost, doubled or moved."""
    text = prose(10_000)
    publication.write({"winter/articles/news.md": article("News", text)})
    done = publication.build_here("--only", "screen")
    assert done.code == 0, done.err
    pages = len(page_sizes(publication.screen))
    assert pages % 4 == 0
    assert f"a booklet of {pages}" in done.out or f"{pages} pages" in done.out
    # Without running heads and feet, as between the columns of two pages.
    printed, _ = plain_letters(
        each
        for each in read_letters(publication.screen)
        if each.font.startswith("Linux-Libertine-O")
    )
    assert printed.count("staple9999") == 1
    assert plain(text) in printed


def test_two_hundred_articles(publication: Publication) -> None:
    names = [f"articles/a{number}.md" for number in range(1, 201)]
    files = {
        f"winter/{name}": article(f"Street {at}", prose(20, seed=20 * at))
        for at, name in enumerate(names)
    }
    publication.write({**files, "winter/issue.yaml": manifest([*names, "contact"])})
    done = publication.build_here("--only", "screen", "--json")
    assert done.code == 0, done.out
    assert done.json["problems"] == []
    printed, _ = plain_letters(
        each for each in read_letters(publication.screen) if each.font == "League-Gothic"
    )
    assert printed.endswith("".join(f"street{at}" for at in range(200)))


LONG = " ".join(prose(300).split())


def test_a_banner_longer_than_a_page(publication: Publication) -> None:
    order = ["articles/news.md", f"banner: {LONG}", "contact"]
    publication.write({"winter/issue.yaml": manifest(order)})
    assert publication.faults() == ["winter/issue.yaml block-too-long"]


def test_a_headline_longer_than_a_page(publication: Publication) -> None:
    publication.write({"winter/articles/news.md": article(LONG, "a")})
    assert publication.faults() == ["winter/articles/news.md block-too-long"]


def test_a_box_longer_than_a_page(publication: Publication) -> None:
    order = ["articles/news.md", "box: articles/b.md", "contact"]
    files = {"winter/articles/b.md": article("More", prose(2000))}
    publication.write({"winter/issue.yaml": manifest(order), **files})
    assert publication.faults() == ["winter/articles/b.md block-too-long"]
