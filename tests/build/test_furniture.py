"""What stands beside the articles: masthead, running heads, feet and folios, contact block, QR."""

from collections.abc import Iterable

import pytest

from pamphleteer.issue.model import ArticleItem, BoxItem
from tests.build.finished import Finished
from tests.build.pdf import Letter, count_images, plain, plain_letters, read_codes, runs

PAGES = range(1, 9)


def texts(letters: Iterable[Letter]) -> list[str]:
    """The runs of letters, from left to right."""
    ordered = sorted(letters, key=lambda letter: letter.x)
    return [plain(run.text) for run in runs(ordered)]


def foot(finished: Finished, page: int) -> list[Letter]:
    bottom = finished.grid.y(finished.grid.lines)
    return [each for each in finished.letters if each.page == page and each.y > bottom]


def head(finished: Finished, page: int) -> list[Letter]:
    top = finished.grid.top
    return [each for each in finished.letters if each.page == page and each.y < top]


def box_head(finished: Finished) -> str:
    (box,) = (item for item in finished.issue.items if isinstance(item, BoxItem))
    return box.article.headline.text


def imprint(finished: Finished) -> str:
    return plain(f"{finished.issue.title}{finished.issue.date}")


@pytest.mark.parametrize("page", PAGES)
def test_foot_has_folio_outside_and_title_with_date(finished: Finished, page: int) -> None:
    """Odd pages lie right of the spine, and have their folio at the right."""
    wanted = [imprint(finished), str(page)] if page % 2 else [str(page), imprint(finished)]
    assert texts(foot(finished, page)) == wanted


@pytest.mark.parametrize("page", PAGES[1:-1])
def test_running_head_names_the_article_that_the_page_begins_with(
    finished: Finished, page: int
) -> None:
    """The page's own headline where one stands on top of it, else that of the text running on."""
    letters = [each for each in finished.matter if each.page <= page]
    before, sources = plain_letters(letters)
    begun = [
        (article, sources[at].page)
        for article in finished.articles
        if (at := before.find(plain(article.headline.text))) >= 0
    ]
    earlier = [article for article, first in begun if first < page]
    names = {plain(article.running_head) for article, first in begun if first == page}
    names |= {plain(earlier[-1].running_head)} if earlier else set()
    assert set(texts(head(finished, page))) <= names
    assert len(texts(head(finished, page))) == 1


def test_front_page_has_the_masthead_and_no_running_head(finished: Finished) -> None:
    issue = finished.issue
    first = finished.articles[0]
    front, sources = plain_letters(each for each in finished.matter if each.page == 1)
    at = front.index(plain((first.kicker or first.headline).text))
    assert front.startswith(plain(issue.title))
    assert plain(f"Volume {issue.volume}, Number {issue.number}") in front[:at]
    assert front[:at].endswith(plain(issue.date))
    assert plain(first.headline.text) not in front[:at]
    biggest = max(sources, key=lambda letter: letter.size)
    assert biggest.y == sources[0].y, "the title is the biggest type of the page"


def test_contact_block_stands_last_on_the_last_page(finished: Finished) -> None:
    contact = finished.issue.contact
    assert contact
    last, sources = plain_letters(each for each in finished.matter if each.page == 8)
    for text in (contact.heading, contact.intro, contact.email, contact.web):
        assert plain(text or "") in last
    for account in contact.accounts:
        assert plain(account.label + account.text) in last
    heading, box = (last.index(plain(text or "")) for text in (contact.heading, box_head(finished)))
    assert sources[heading].y > sources[box].y
    bottom = finished.grid.y(finished.grid.lines)
    assert bottom - max(letter.y for letter in sources) < 3 * finished.grid.leading


def test_every_piece_is_printed_once(finished: Finished) -> None:
    printed, _ = plain_letters(finished.matter)
    for item in finished.issue.items:
        if isinstance(item, ArticleItem) and item.article.standfirst:
            assert printed.count(plain(item.article.standfirst.text)) == 1
        if hasattr(item, "text"):
            assert printed.count(plain(item.text.text)) == 1


@pytest.mark.parametrize("output", ["screen", "booklet"])
def test_qr_code_is_read_from_the_rendered_page(finished: Finished, output: str) -> None:
    """The back page is the left half of the booklet's first side."""
    contact = finished.issue.contact
    assert contact
    assert contact.qr
    path, page = {"screen": (finished.screen, 8), "booklet": (finished.booklet, 1)}[output]
    ((url, width),) = read_codes(path, page)
    assert url == contact.qr.url
    assert width >= 15, "millimetres"


def test_qr_code_is_drawn_in_vectors(finished: Finished) -> None:
    assert count_images(finished.screen, 8) == 0
    assert count_images(finished.booklet, 1) == 0


def test_only_the_sample_has_a_picture(sample: Finished) -> None:
    assert sum(count_images(sample.screen, page) for page in PAGES) == 1
