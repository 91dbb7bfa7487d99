"""Bad input ends in problems with file, line and column; no output is touched, nothing is fetched.

Each fault alone is tested in its room. Here the whole command is given one of every kind, with the
outputs of an earlier build in their place.
"""

import socket
from pathlib import Path
from typing import NoReturn

import pytest

from tests.build.publications import PUBLICATION, Publication, article, manifest

OLD = {"winter-screen.pdf": b"old screen", "winter-booklet.pdf": b"old booklet"}

TWO = ["articles/news.md", "contact"]


@pytest.fixture(autouse=True)
def old_outputs(publication: Publication) -> None:
    publication.write({f"winter/out/{name}": content for name, content in OLD.items()})


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever asks for an address or a connection fails the test."""

    def refuse(*arguments: object, **options: object) -> NoReturn:
        raise AssertionError(f"the network was asked for {arguments}")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


MANIFESTS = {
    "bad YAML": (manifest(TWO, "subtitle: a: b"), "4:12 bad-yaml"),
    "a tab": (manifest(TWO, "printing:", "\tpaper: a4"), "5:1 bad-yaml"),
    "duplicate key": (manifest(TWO, "date: Spring"), "4:1 duplicate-key"),
    "unknown key": (manifest(TWO, "numbr: 3"), "4:1 unknown-key"),
    "wrong type": (manifest(TWO, "printing: letter"), "4:11 wrong-type"),
    "missing article": (manifest(["articles/newz.md", "contact"]), "5:5 unknown-article"),
    "article outside": (manifest(["../../etc/passwd"]), "5:5 outside-publication"),
    "article at the root": (manifest(["/etc/passwd"]), "5:5 outside-publication"),
    "empty list": ("date: Winter\narticles: []\n", "2:11 empty-articles"),
    "no list": ("date: Winter\narticles:\n", "2:1 empty-articles"),
    "HTML in a banner": (manifest([*TWO, "banner: <b>Us</b>"]), "7:13 raw-html"),
    "not UTF-8": (b"date: M\xe4rz\n", "1:8 not-utf-8"),
    "a NUL byte": (b"date: x\nnumber: \0\n", "2:9 nul-byte"),
}


@pytest.mark.parametrize(("text", "fault"), MANIFESTS.values(), ids=MANIFESTS)
def test_a_bad_manifest(publication: Publication, text: str | bytes, fault: str) -> None:
    publication.write({"winter/issue.yaml": text})
    assert publication.faults() == [f"winter/issue.yaml:{fault}"]


ARTICLES: dict[str, tuple[str | bytes, str]] = {
    "not UTF-8": (b"# A\n\nb\xe4c\n", "3:2 not-utf-8"),
    "UTF-16": ("# A\n\nb\n".encode("utf-16"), "1:1 not-utf-8"),
    "a NUL byte": (b"# A\n\nb\0c\n", "3:2 nul-byte"),
    "empty": (b"", "1 empty-article"),
    "no text": (article("News", ""), "1 empty-article"),
    "missing image": (article("News", "a\n\n![b](images/c.png)"), "6 unknown-image"),
    "image from the web": (article("News", "![b](http://a.org/c.png)"), "4 remote-image"),
    "image outside": (article("News", "![b](../../../../../etc/c.png)"), "4 outside-publication"),
    "raw HTML": (article("News", "One\ntwo <b>three</b>"), "5 raw-html"),
    "script": (article("News", "a\n\n<script>alert()</script>"), "6 raw-html"),
    "HTML in the head": (article("<i>News</i>", "a"), "2:11 raw-html"),
    "a link that runs": (article("News", "[a](javascript:alert())"), "4 bad-link"),
    "a glyph that no font has": (article("News", "a\n\nScissors ✂ here"), "6 missing-glyph"),
    "no such glyph in a headline": (article("News ☭", "a"), "2 missing-glyph"),
    "no such glyph in bold": (article("News", "a\n\n## Head ☭\n\nb"), "6 missing-glyph"),
}


@pytest.mark.parametrize(("text", "fault"), ARTICLES.values(), ids=ARTICLES)
def test_a_bad_article(publication: Publication, text: str | bytes, fault: str) -> None:
    publication.write({"winter/articles/news.md": text})
    assert publication.faults() == [f"winter/articles/news.md:{fault}"]


def test_the_byte_is_told(publication: Publication) -> None:
    publication.write({"winter/articles/news.md": b"# A\n\nb\xe4c\n"})
    (problem,) = publication.build_here("--json").json["problems"]
    assert problem["message"] == "byte 6 (0xE4) is not UTF-8"


def test_the_character_is_told(publication: Publication) -> None:
    publication.write({"winter/articles/news.md": article("News", "Scissors ✂")})
    (problem,) = publication.build_here("--json").json["problems"]
    assert '"✂" (U+2702 BLACK SCISSORS)' in problem["message"]


PICTURES = {
    "no picture": b"Only words.",
    "cut off": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\2\0\0\0\x90\x91h6",
    "empty": b"",
}


@pytest.mark.parametrize("content", PICTURES.values(), ids=PICTURES)
def test_a_picture_that_cannot_be_read(publication: Publication, content: bytes) -> None:
    body = "a\n\n![b](../images/c.png)"
    publication.write({"winter/images/c.png": content})
    publication.write({"winter/articles/news.md": article("News", body)})
    assert publication.faults() == ["winter/articles/news.md:6 bad-image"]


def test_all_faults_are_told_at_once(publication: Publication) -> None:
    order = ["articles/news.md", "articles/b.md", "articles/newz.md", "contact"]
    publication.write(
        {
            "publication.yaml": f"{PUBLICATION}pubisher: Us\n",
            "winter/issue.yaml": manifest(order, "printing: {paper: a55}"),
            "winter/articles/news.md": article("News", "a <b>\n\n![c](d.png)"),
            "winter/articles/b.md": b"\xff",
        }
    )
    assert publication.faults() == [
        "publication.yaml:9:1 unknown-key",
        "winter/articles/b.md:1:1 not-utf-8",
        "winter/articles/news.md:4 raw-html",
        "winter/articles/news.md:6 unknown-image",
        "winter/issue.yaml:4:19 bad-value",
        "winter/issue.yaml:8:5 unknown-article",
    ]


LOOKS = {
    "layout: bookelt": ("unknown-layout", 'Did you mean "booklet"?'),
    "page: a6": ("unknown-page", "half-letter, a5"),
}


@pytest.mark.parametrize(("line", "told"), LOOKS.items(), ids=LOOKS)
def test_a_look_that_there_is_not(
    publication: Publication, line: str, told: tuple[str, str]
) -> None:
    publication.write({"winter/issue.yaml": manifest(TWO, line)})
    done = publication.build_here("--json")
    assert done.code == 1
    (problem,) = done.json["problems"]
    assert problem["code"] == told[0]
    assert problem["path"].endswith("winter/issue.yaml")
    assert told[1] in problem["hint"]


def test_missing_glyphs_of_an_article_are_told_at_once(publication: Publication) -> None:
    publication.write({"winter/articles/news.md": article("News", "a ✂\n\nb 漢\n☭")})
    assert publication.faults() == [
        "winter/articles/news.md:4 missing-glyph",
        "winter/articles/news.md:6 missing-glyph",
        "winter/articles/news.md:6 missing-glyph",
    ]


def test_a_missing_glyph_in_the_manifest_has_its_line(publication: Publication) -> None:
    publication.write({"winter/issue.yaml": manifest([*TWO, "banner: Us ☭"])})
    assert publication.faults() == ["winter/issue.yaml:7 missing-glyph"]


def test_a_link_of_the_file_system_leads_nowhere_outside(publication: Publication) -> None:
    (publication.issue / "articles" / "passwd.md").symlink_to("/etc/passwd")
    publication.write({"winter/issue.yaml": manifest(["articles/passwd.md"])})
    assert publication.faults() == ["winter/issue.yaml:5:5 outside-publication"]


def test_no_publication(tmp_path: Path, publication: Publication) -> None:
    (publication.root / "issues" / "publication.yaml").unlink()
    assert publication.faults()[0].startswith("winter/issue.yaml:1:1 missing-key")
