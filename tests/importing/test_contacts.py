"""Contact lines become the values of a contact block, and no word of them is lost."""

from pathlib import Path

import pytest

from tests.importing.documents import TUESDAY, import_text

LINES = {
    "Email: fold@example.org": {"email": "fold@example.org"},
    "E-Mail: fold@example.org": {"email": "fold@example.org"},
    "Email: <fold@example.org>": {"email": "fold@example.org"},
    "Email: [fold@example.org](mailto:fold@example.org)": {"email": "fold@example.org"},
    "fold@example.org": {"email": "fold@example.org"},
    "Webpage: example.org/fold": {"web": "example.org/fold"},
    "https://www.example.org": {"web": "https://www.example.org"},
    "Phone: +44 20 7946 0000": {"phone": "+44 20 7946 0000"},
    "Tel. 020 7946 0000": {"phone": "020 7946 0000"},
    "Post: The Fold, Box 5 - London": {"post": "The Fold, Box 5 - London"},
    "Instagram: @the_fold": {
        "accounts": {
            "Instagram": {"text": "@the_fold", "url": "https://www.instagram.com/the_fold"}
        }
    },
    "Mastodon: @fold@example.social": {
        "accounts": {
            "Mastodon": {"text": "@fold@example.social", "url": "https://example.social/@fold"}
        }
    },
    "Our shop: shop.example.org": {
        "accounts": {"Our shop": {"text": "shop.example.org", "url": "https://shop.example.org"}}
    },
    "Bluesky: [@fold](https://bsky.app/profile/fold)": {
        "accounts": {"Bluesky": {"text": "@fold", "url": "https://bsky.app/profile/fold"}}
    },
}


@pytest.mark.parametrize(("line", "expected"), LINES.items())
@pytest.mark.parametrize("mark", ["", "- ", "> "])
def test_a_line(tmp_path: Path, line: str, expected: dict[str, object], mark: str) -> None:
    lines = "\n".join(f"{mark}{each}" for each in (line, "Letters: letters@example.org"))
    made = import_text(tmp_path, f"# Fold\n\n{TUESDAY}\n\n# Contact\n\n{lines}\n")
    contact = made.publication["contact"]
    letters = {"text": "letters@example.org", "url": "mailto:letters@example.org"}
    accounts = {**contact.pop("accounts", {})}
    assert accounts.pop("Letters") == letters
    assert contact.pop("heading") == "Contact"
    assert {**contact, **({"accounts": accounts} if accounts else {})} == expected


def test_a_qr_code_opens_the_web_page(tmp_path: Path) -> None:
    lines = "Web: example.org\nScan our QR code:"
    text = f"# Fold\n\n{TUESDAY}\n\n# Contact\n\nEmail: fold@example.org\n{lines}\n"
    made = import_text(tmp_path, text)
    expected = {"url": "https://example.org", "label": "Scan our QR code"}
    assert made.publication["contact"]["qr"] == expected
    assert made.doubts == ["9 qr-target"]


def test_a_qr_code_opens_its_own_link(tmp_path: Path) -> None:
    lines = "Web: example.org\n[Scan this QR code](https://example.org/join)"
    text = f"# Fold\n\n{TUESDAY}\n\n# Contact\n\nEmail: fold@example.org\n{lines}\n"
    made = import_text(tmp_path, text)
    expected = {"url": "https://example.org/join", "label": "Scan this QR code"}
    assert made.publication["contact"]["qr"] == expected
    assert made.doubts == []


def test_a_qr_code_that_opens_nothing_is_told(tmp_path: Path) -> None:
    text = f"# Fold\n\n{TUESDAY}\n\n# Contact\n\nEmail: fold@example.org\nScan the QR code\n"
    made = import_text(tmp_path, text)
    assert "qr" not in made.publication["contact"]
    assert made.publication["contact"]["post"] == "Scan the QR code"
    assert made.doubts == ["8 qr-target"]


def test_words_before_and_among_addresses(tmp_path: Path) -> None:
    lines = "Write to us, or\ncome by:\nEmail: fold@example.org\nThe Fold\n5 Paper Lane\nLondon"
    made = import_text(tmp_path, f"# Fold\n\n{TUESDAY}\n\n# Contact\n\n{lines}\n")
    assert made.publication["contact"] == {
        "heading": "Contact",
        "intro": "Write to us, or come by",
        "email": "fold@example.org",
        "post": "The Fold\n5 Paper Lane\nLondon",
    }
    assert made.doubts == ["10 contact-line", "11 contact-line", "12 contact-line"]


def test_several_addresses_in_a_line(tmp_path: Path) -> None:
    line = "fold@example.org | example.org · Tel: 020 7946 0000"
    made = import_text(tmp_path, f"FOLD\n\n{TUESDAY}\n\nContact\n\n{line}\n", "notes.txt")
    contact = made.publication["contact"]
    assert {key: contact[key] for key in ("email", "web", "phone")} == {
        "email": "fold@example.org",
        "web": "example.org",
        "phone": "020 7946 0000",
    }


def test_contact_lines_without_a_head(tmp_path: Path) -> None:
    lines = "Email: fold@example.org\nWeb: example.org"
    made = import_text(tmp_path, f"FOLD\n\n{TUESDAY}\n\n{lines}\n")
    assert made.items == ["articles/fold.md", "contact"]
    assert made.publication["contact"] == {"email": "fold@example.org", "web": "example.org"}


def test_an_article_about_contact_stays_an_article(tmp_path: Path) -> None:
    made = import_text(tmp_path, f"FOLD\n\n{TUESDAY}\n\nFirst Contact\n\n{TUESDAY}\n")
    assert made.articles == [("FOLD", [TUESDAY, "## First Contact", TUESDAY])]


def test_a_link_definition_that_nobody_uses_is_no_contact_line(tmp_path: Path) -> None:
    lines = "Email: fold@example.org\nWeb: example.org\n\n[x]: https://example.org"
    made = import_text(tmp_path, f"FOLD\n\n{TUESDAY}\n\nContact\n\n{lines}\n")
    assert "post" not in made.publication["contact"]


def test_the_publisher(tmp_path: Path) -> None:
    text = (
        f"FOLD\n\n{TUESDAY}\n\nContact\n\nPublished by the Folding Group\nEmail: fold@example.org\n"
        "Web: example.org\n"
    )
    made = import_text(tmp_path, text)
    assert made.publication["publisher"] == "the Folding Group"
    assert "intro" not in made.publication["contact"]
