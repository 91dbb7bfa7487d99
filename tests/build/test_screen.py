"""The PDF for the screen: whole, tagged, with bookmarks and links, and set in our fonts only."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from pamphleteer.issue.model import Article, Block, BoxItem
from tests.build.columns import printed_text
from tests.build.finished import Finished
from tests.build.judges import faults_of
from tests.build.pdf import (
    embedded_families,
    page_sizes,
    plain,
    plain_letters,
    read_structure,
)
from tests.build.publications import REPO


def bookmarks(path: Path) -> list[tuple[str, int]]:
    """Titles and pages, from 1, in order; there must be one level only."""
    reader = PdfReader(path)
    outline: list[Any] = reader.outline
    return [(str(each.title), _page_of(reader, each)) for each in outline]


def _page_of(reader: PdfReader, destination: Any) -> int:
    number = reader.get_destination_page_number(destination)
    assert number is not None
    return number + 1


def links(path: Path, page: int) -> list[str]:
    annotations = PdfReader(path).pages[page - 1].get("/Annots") or ()
    found = [each.get_object() for each in annotations]
    return [str(each["/A"]["/URI"]) for each in found if each["/Subtype"] == "/Link"]


def heads(finished: Finished) -> list[Article]:
    """What has a headline: the articles and the box."""
    boxes = (item.article for item in finished.issue.items if isinstance(item, BoxItem))
    return [*finished.articles, *boxes]


def test_all_outputs_are_there_and_nothing_else(finished: Finished) -> None:
    found = sorted(path.name for path in finished.screen.parent.iterdir())
    assert found == sorted(
        path.name for path in (finished.screen, finished.print, finished.booklet)
    )


def test_eight_pages_of_half_letter(finished: Finished) -> None:
    assert page_sizes(finished.screen) == [(396, 612)] * 8


@pytest.mark.parametrize("output", ["screen", "print", "booklet"])
def test_qpdf_finds_no_fault(finished: Finished, output: str) -> None:
    path = getattr(finished, output)
    done = subprocess.run(["qpdf", "--check", path], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr


@pytest.mark.parametrize("output", ["screen", "booklet"])
def test_every_font_is_ours_and_embedded(finished: Finished, output: str) -> None:
    families = {"Linux-Libertine", "League-Gothic", "Libre-Franklin"}
    assert embedded_families(getattr(finished, output)) == families


def test_it_keeps_pdf_ua_1_and_pdf_a_2a(finished: Finished) -> None:
    assert faults_of(finished.screen) == []


def test_pages_are_labelled_with_their_folios(finished: Finished) -> None:
    pages = finished.told["pages"]
    assert PdfReader(finished.screen).page_labels == [str(at + 1) for at in range(pages)]


def test_title_language_and_view(finished: Finished) -> None:
    reader = PdfReader(finished.screen)
    catalog: dict[str, Any] = reader.root_object
    assert catalog["/Lang"] == finished.issue.language
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    title = str((reader.metadata and reader.metadata.title) or "")
    assert finished.issue.title in title
    assert finished.issue.date in title


def test_bookmarks_are_the_headlines_in_order_on_their_pages(finished: Finished) -> None:
    found = bookmarks(finished.screen)
    titles = [plain(title) for title, _ in found]
    wanted = [plain(article.headline.text) for article in heads(finished)]
    assert titles[: len(wanted)] == wanted
    contact = finished.issue.contact
    assert contact
    assert contact.heading
    assert titles[len(wanted) :] == [plain(contact.heading)]
    for title, page in found:
        printed, _ = plain_letters(each for each in finished.matter if each.page == page)
        assert plain(title) in printed
    assert [page for _, page in found] == sorted(page for _, page in found)


def test_contact_links(finished: Finished) -> None:
    contact = finished.issue.contact
    assert contact
    assert contact.web
    assert contact.qr
    accounts = [account.url for account in contact.accounts]
    wanted = {f"mailto:{contact.email}", f"https://{contact.web}", contact.qr.url, *accounts}
    assert wanted <= set(links(finished.screen, 8))


def test_links_in_articles_are_links(sample: Finished) -> None:
    found = {url for page in range(1, 9) for url in links(sample.screen, page)}
    assert "https://commonmark.org" in found


def test_tags_are_in_reading_order(finished: Finished) -> None:
    """Masthead, then each headline and the whole of its text, told by poppler from the tags."""
    structure = read_structure(finished.screen)
    told = plain("".join(text for tag, text in structure if tag != "Lbl"))
    assert told.startswith(plain(finished.issue.title))
    at = 0
    for article in heads(finished):
        for text in (article.headline.text, *map(printed_text, article.body)):
            found = told.find(plain(text), at)
            assert found >= 0, text[:60]
            at = found + len(plain(text))


def test_headlines_and_crossheads_are_tagged_as_such(finished: Finished) -> None:
    structure = read_structure(finished.screen)
    firsts = [plain(text) for tag, text in structure if tag == "H1"]
    assert [plain(article.headline.text) for article in finished.articles] == firsts[
        : len(finished.articles)
    ]
    crossheads = [
        plain(part.text)
        for article in finished.articles
        for part in article.body
        if isinstance(part, Block) and part.kind == "crosshead"
    ]
    assert [plain(text) for tag, text in structure if tag == "H2"] == crossheads


def test_feet_are_artifacts(finished: Finished) -> None:
    """They are read out nowhere; only in them does the date follow the title at once."""
    told = plain("".join(text for _, text in read_structure(finished.screen)))
    assert plain(f"{finished.issue.title}{finished.issue.date}") not in told


def test_no_folder_of_this_machine_is_in_the_files(finished: Finished) -> None:
    """Nor in what is compressed: qpdf unpacks every stream and object."""
    folders = {str(folder).encode() for folder in (finished.folder.parent, REPO, Path.home())}
    for path in (finished.screen, finished.booklet):
        unpack = ["qpdf", "--qdf", "--object-streams=disable", str(path), "-"]
        unpacked = subprocess.run(unpack, check=True, capture_output=True).stdout
        assert len(unpacked) > 2 * path.stat().st_size
        assert [folder for folder in folders if folder in unpacked] == []
