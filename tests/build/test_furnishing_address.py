"""An address panel for mailing: on one half of the back page, on the outside when it is folded."""

import shutil
from pathlib import Path

import page as page_validation
import pytest

from tests.build.pdf import Letter, page_sizes, plain, plain_letters, read_letters
from tests.build.publications import (
    PUBLICATION,
    REPO,
    Publication,
    article,
    make_publication,
    manifest,
    prose,
)

FOLD = 306
"""The middle of a half-letter page, in points."""
ADDRESS = "address: |\n      The Group\n      Elm Street 12\n      97477 Springfield"


def write(root: Path, *entries: str, note: str = "", words: int = 300) -> Publication:
    address = ADDRESS + (f"\n    note: |\n{note}" if note else "")
    order = ["articles/news.md", *entries, address]
    files = {
        "winter/issue.yaml": manifest(order),
        "winter/articles/news.md": article("News", prose(words)),
        "about.md": article("Who we are", "Some of us, and you."),
        "publication.yaml": f"{PUBLICATION}about: about.md\n",
    }
    return make_publication(root, files)


def last_page(publication: Publication) -> list[Letter]:
    done = publication.build_here()
    assert done.code == 0, done.out + done.err
    pages = len(page_sizes(publication.screen))
    assert pages % 4 == 0
    return [each for each in read_letters(publication.screen) if each.page == pages]


def place(letters: list[Letter], words: str) -> list[Letter]:
    text, sources = plain_letters(letters)
    start = text.index(plain(words))
    return sources[start : start + len(plain(words))]


def test_it_has_the_upper_half_and_the_contact_block_the_lower(tmp_path: Path) -> None:
    publication = write(tmp_path, "box: about", "contact")
    letters = last_page(publication)
    sender = place(letters, "The Group Elm Street 12 97477 Springfield")
    stamp = place(letters, "Place stamp here")
    assert len({letter.y for letter in sender}) == 3, "its lines are kept"
    assert max(letter.y for letter in sender) < 120
    assert max(letter.x for letter in sender) < 200 < min(letter.x for letter in stamp)
    assert max(letter.y for letter in stamp) < 120
    for words in ("Who we are", "Write to us", "news@example.org"):
        assert min(letter.y for letter in place(letters, words)) > FOLD
    assert not [letter for letter in letters if letter.y < 50], "no running head on the outside"
    assert not [letter for letter in letters if 130 < letter.y < FOLD + 8], "room for the address"
    report = page_validation.validate_pdf(publication.screen, profile="ua1")
    assert [fault.message for fault in report.failures] == []


def test_a_layout_may_have_it_on_the_lower_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(REPO / "layouts", tmp_path / "layouts")
    for name in ("fonts", "profiles"):
        (tmp_path / name).symlink_to(REPO / name)
    path = tmp_path / "layouts" / "booklet" / "layout.yaml"
    text = path.read_text(encoding="utf-8")
    assert "address: upper" in text
    path.write_text(text.replace("address: upper", "address: lower"), encoding="utf-8")
    monkeypatch.setattr("pamphleteer.resources.PACKAGE", tmp_path)
    letters = last_page(write(tmp_path, "contact"))
    for words in ("The Group Elm Street", "Place stamp here"):
        assert all(FOLD < letter.y < FOLD + 80 for letter in place(letters, words))
    assert all(letter.y < FOLD for letter in place(letters, "Write to us news@example.org"[:11]))
    assert max(letter.y for letter in letters) < FOLD + 80, "no folio on the outside"


def test_its_note_stands_in_the_stamps_place(tmp_path: Path) -> None:
    letters = last_page(write(tmp_path, note="      Postage paid\n      Permit 12\n"))
    note = place(letters, "Postage paid Permit 12")
    assert min(letter.x for letter in note) > 280
    assert len({letter.y for letter in note}) == 2
    assert plain("Place stamp here") not in plain_letters(letters)[0]


def test_what_has_no_room_beside_it_stands_before_it(tmp_path: Path) -> None:
    """Half a page holds the contact block and not the box too: that follows the article."""
    publication = write(tmp_path, "box: about", "contact")
    publication.write({"about.md": article("Who we are", prose(120))})
    letters = last_page(publication)
    text, _ = plain_letters(letters)
    assert "writetous" in text
    assert "whoweare" not in text
    assert "whoweare" in plain_letters(read_letters(publication.screen))[0]


def test_too_many_lines_are_told(tmp_path: Path) -> None:
    publication = write(tmp_path, note="      one\n" * 30)
    assert publication.faults() == ["winter/issue.yaml:6:5 block-too-long"]
