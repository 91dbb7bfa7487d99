"""Every fault of a manifest has its code and its place."""

import pytest

from tests.issue.publications import ARTICLE, FILES, Publication

TAIL = "date: Winter\narticles: [articles/news.md]\n"

IN_ISSUE = {
    "unknown key": ("titel: x\n", "3:1 unknown-key"),
    "duplicate": ("printing: {paper: a4, paper: a4}\n", "3:23 duplicate-key"),
    "text for a mapping": ("contact: us\n", "3:10 wrong-type"),
    "list for a text": ("subtitle: [a, b]\n", "3:11 wrong-type"),
    "mapping for a text": ("subtitle: {a: b}\n", "3:11 wrong-type"),
    "language": ("language: english\n", "3:11 bad-value"),
    "language, underscore": ("language: en_US\n", "3:11 bad-value"),
    "layout": ("layout: ../mine\n", "3:9 bad-value"),
    "page": ("page: a9\n", "3:7 bad-value"),
    "page, no lengths": ("page: 3 x\n", "3:7 bad-value"),
    "published": ("published: 1 May\n", "3:12 bad-value"),
    "published, no such day": ("published: 2026-02-30\n", "3:12 bad-value"),
    "email": ("contact: {email: us at example.org}\n", "3:18 bad-value"),
    "web": ("contact: {web: our site}\n", "3:16 bad-value"),
    "unknown key in contact": ("contact: {fax: 1}\n", "3:11 unknown-key"),
    "account without url": ("contact: {accounts: {X: {text: a}}}\n", "3:25 missing-key"),
    "account, unknown": ("contact: {accounts: {X: {text: a, url: 'http://a.org', to: c}}}\n",
                         "3:56 unknown-key"),
    "account, url": ("contact: {accounts: {X: {text: a, url: example.org}}}\n", "3:40 bad-value"),
    "account, no mapping": ("contact: {accounts: {X: a}}\n", "3:25 wrong-type"),
    "qr, ftp": ("contact: {qr: {url: 'ftp://a.b'}}\n", "3:21 bad-value"),
    "qr, javascript": ("contact: {qr: {url: 'javascript:x'}}\n", "3:21 bad-value"),
    "qr, unknown": ("contact: {qr: {url: 'http://a.org', size: 3}}\n", "3:37 unknown-key"),
    "qr, no url": ("contact: {qr: {label: a}}\n", "3:15 missing-key"),
    "qr, empty url": ("contact: {qr: {url: }}\n", "3:16 missing-key"),
    "paper": ("printing: {paper: a55}\n", "3:19 bad-value"),
    "scheme": ("printing: {scheme: booklet}\n", "3:20 bad-value"),
    "flip": ("printing: {flip: no}\n", "3:18 bad-value"),
    "unknown key in printing": ("printing: {papre: a4}\n", "3:12 unknown-key"),
    "about is not there": ("about: abuot.md\n", "3:8 unknown-article"),
    "about is outside": ("about: ../../x.md\n", "3:8 outside-publication"),
    "alias": ("subtitle: *x\n", "3:11 bad-yaml"),
    "anchor": ("subtitle: &x y\n", "3:11 bad-yaml"),
    "tag": ("subtitle: !!str y\n", "3:11 bad-yaml"),
    "no word for a key": ("[a]: b\n", "3:1 bad-yaml"),
    "hidden hashtag": ("subtitle: All out #NoWar\n", "3:19 hidden-text"),
    "hidden number": ("number: #14\n", "3:9 hidden-text"),
    "a word with an empty part": ("hyphenation: [good, news--letter]\n", "3:21 bad-value"),
    "a word that ends with a hyphen": ("hyphenation: [news-]\n", "3:15 bad-value"),
    "two words": ("hyphenation:\n  - news let-ter\n", "4:5 bad-value"),
    "no letters": ("hyphenation: [12-34]\n", "3:15 bad-value"),
    "no list of words": ("hyphenation: news-let-ter\n", "3:14 wrong-type"),
    "two documents": ("---\na: b\n", "3:1 bad-yaml"),
    "colon": ("subtitle: Guard: now\n", "3:16 bad-yaml"),
    "tab": ("contact:\n\temail: a@b.org\n", "4:1 bad-yaml"),
    "open quote": ('subtitle: "a\n', "3:11 bad-yaml"),
    "at sign": ("subtitle: @us\n", "3:11 bad-yaml"),
    "bad escape": ('subtitle: "\\q"\n', "3:12 bad-yaml"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "fault"), IN_ISSUE.values(), ids=IN_ISSUE)
def test_a_fault_in_issue_yaml(publication: Publication, lines: str, fault: str) -> None:
    publication.write({"winter/issue.yaml": TAIL + lines})
    assert publication.faults() == [f"winter/issue.yaml:{fault}"]


SHARED = {name: case for name, case in IN_ISSUE.items() if not case[0].startswith(("pub", "num"))}


@pytest.mark.parametrize(("lines", "fault"), SHARED.values(), ids=SHARED)
def test_the_same_fault_in_publication_yaml(
    publication: Publication, lines: str, fault: str
) -> None:
    publication.write({"publication.yaml": f"title: Our News\npublisher: Us\n{lines}"})
    assert publication.faults() == [f"publication.yaml:{fault}"]


def test_nesting_has_an_end(publication: Publication) -> None:
    deep = "[" * 400 + "]" * 400
    publication.write({"winter/issue.yaml": f"{TAIL}subtitle: {deep}\nx: y\n"})
    assert publication.faults() == [
        "winter/issue.yaml:3:11 wrong-type",
        "winter/issue.yaml:3:26 bad-yaml",
        "winter/issue.yaml:4:1 unknown-key",
    ]


ENTRIES = {
    "unknown article": ("articles/newz.md", "4:5 unknown-article"),
    "folder": ("articles", "4:5 unknown-article"),
    "outside": ("../../x.md", "4:5 outside-publication"),
    "absolute": ("/etc/passwd", "4:5 outside-publication"),
    "home": ("~/x.md", "4:5 outside-publication"),
    "drive": (r"C:\x.md", "4:5 outside-publication"),
    "empty": ("", "4:4 bad-value"),
    "list": ("[a]", "4:5 wrong-type"),
    "unknown key": ("{artcle: articles/b.md}", "4:6 unknown-key"),
    "empty mapping": ("{}", "4:5 wrong-type"),
    "later": ("{article: articles/b.md, length: 2}", "4:30 not-supported"),
    "start": ("{article: articles/b.md, start: below}", "4:37 bad-value"),
    "no path": ("{article: , start: run-on}", "4:6 missing-key"),
    "path is a list": ("{article: [a]}", "4:15 wrong-type"),
    "banner is a list": ("banner: [a]", "4:13 wrong-type"),
    "banner with HTML": ("banner: <b>x</b>", "4:13 raw-html"),
    "box of nothing": ("{box: articles/newz.md}", "4:11 unknown-article"),
    "box about without about": ("box: about", "4:10 missing-key"),
    "contact without contact": ("contact", "4:5 missing-key"),
    "contact as a key": ("contact: x", "4:5 unknown-key"),
    "twice": ("articles/news.md", "4:5 duplicate-entry"),
    "twice, otherwise written": ("./articles/../articles/news.md", "4:5 duplicate-entry"),
    "twice, as a box": ("box: articles/news.md", "4:10 duplicate-entry"),
}


@pytest.mark.parametrize(("entry", "fault"), ENTRIES.values(), ids=ENTRIES)
def test_a_fault_in_the_list_of_articles(publication: Publication, entry: str, fault: str) -> None:
    manifest = f"date: Winter\narticles:\n  - articles/news.md\n  - {entry}\n"
    publication.write({"winter/issue.yaml": manifest, "winter/articles/b.md": ARTICLE})
    assert publication.faults() == [f"winter/issue.yaml:{fault}"]


def test_contact_stands_in_the_list_once(publication: Publication) -> None:
    manifest = f"contact: {{web: a.org}}\n{TAIL}".replace("]", ", contact, contact]")
    publication.write({"winter/issue.yaml": manifest})
    assert publication.faults() == ["winter/issue.yaml:3:39 duplicate-entry"]


MISSING = {
    "no date": ("articles: [articles/news.md]\n", ["winter/issue.yaml:1:1 missing-key"]),
    "empty date": ("date:\narticles: [articles/news.md]\n", ["winter/issue.yaml:1:1 missing-key"]),
    "blank date": ("date: ' '\narticles: [articles/news.md]\n",
                   ["winter/issue.yaml:1:1 missing-key"]),
    "null date": ("date: ~\narticles: [articles/news.md]\n", ["winter/issue.yaml:1:1 missing-key"]),
    "no articles": ("date: Winter\n", ["winter/issue.yaml:1:1 missing-key"]),
    "null articles": ("date: Winter\narticles:\n", ["winter/issue.yaml:2:1 empty-articles"]),
    "empty articles": ("date: Winter\narticles: []\n", ["winter/issue.yaml:2:11 empty-articles"]),
    "articles as text": ("date: Winter\narticles: articles/news.md\n",
                         ["winter/issue.yaml:2:11 wrong-type"]),
    "title taken away": (f"title: ''\n{TAIL}", ["winter/issue.yaml:1:1 missing-key"]),
    "empty file": ("", ["winter/issue.yaml:1:1 missing-key", "winter/issue.yaml:1:1 missing-key"]),
    "a list": ("- a\n", ["winter/issue.yaml:1:1 wrong-type"]),
    "a text": ("hello\n", ["winter/issue.yaml:1:1 wrong-type"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "faults"), MISSING.values(), ids=MISSING)
def test_what_is_missing(publication: Publication, text: str, faults: list[str]) -> None:
    publication.write({"winter/issue.yaml": text})
    assert publication.faults() == faults


BYTES = {
    "latin-1": (b"date: M\xe4rz\n", "1:8 not-utf-8"),
    "utf-16": ("date: x\n".encode("utf-16"), "1:1 not-utf-8"),
    "NUL": (b"date: Winter\nx: \0\n", "2:4 nul-byte"),
    "control character": (b"date: Winter\nx: a\x07\n", "2:5 control-character"),
}


@pytest.mark.parametrize(("raw", "fault"), BYTES.values(), ids=BYTES)
def test_a_manifest_that_is_not_text(publication: Publication, raw: bytes, fault: str) -> None:
    publication.write({"winter/issue.yaml": raw})
    assert publication.faults() == [f"winter/issue.yaml:{fault}"]


def test_the_byte_offset_is_told(publication: Publication) -> None:
    publication.write({"winter/issue.yaml": b"date: x\nx: \xe4\n"})
    assert publication.problems()[0].message == "byte 11 (0xE4) is not UTF-8"


@pytest.mark.parametrize("key", ["volume: 1", "number: 1", "date: x", "published: 2026-01-01"])
def test_keys_of_an_issue_are_misplaced_in_the_publication(
    publication: Publication, key: str
) -> None:
    publication.write({"publication.yaml": f"title: Our News\n{key}\n"})
    assert publication.faults() == ["publication.yaml:2:1 misplaced-key"]


HINTS = {
    "titel: x": 'Did you mean "title"?',
    "language: en_US": 'Did you mean "en-US"?',
    "language: Deutsch": 'Did you mean "de"?',
    "printing: {paper: lettre}": 'Did you mean "letter"?',
    "contact: {qr: {url: example.org}}": 'Did you mean "https://example.org"?',
    "page: half-leter": 'Did you mean "half-letter"?',
    "subtitle: a: b": 'If this is text, put it in quotes: key: "text". '
    "(A colon in a text needs them.)",
}


@pytest.mark.parametrize(("line", "hint"), HINTS.items())
def test_the_nearest_fix(publication: Publication, line: str, hint: str) -> None:
    publication.write({"winter/issue.yaml": f"{TAIL}{line}\n"})
    assert publication.hints() == [hint]


@pytest.mark.parametrize(
    "path", ["articles/newz.md", "articles/news", "news.md", r"articles\news.md", "article/news.md"]
)
def test_the_nearest_article(publication: Publication, path: str) -> None:
    publication.write({"winter/issue.yaml": f"date: x\narticles: ['{path}']\n"})
    assert publication.hints() == ['Did you mean "articles/news.md"?']


def test_a_fault_in_a_value_that_the_issue_overrides_is_still_told(
    publication: Publication,
) -> None:
    publication.write(
        {
            "publication.yaml": "title: Our News\nlanguage: english\n",
            "winter/issue.yaml": f"{TAIL}language: fr\n",
        }
    )
    assert publication.faults() == ["publication.yaml:2:11 bad-value"]


def test_all_files_are_read_before_anything_is_said(publication: Publication) -> None:
    publication.write(
        {
            "publication.yaml": "title: Our News\nlayuot: x\n",
            "winter/issue.yaml": "dat: x\narticles: [articles/news.md, a.md, articles/b.md]\n",
            "winter/articles/news.md": "---\nheadlin: x\n---\n# News\n\n<b>x</b>\n",
            "winter/articles/b.md": "",
        }
    )
    assert publication.faults() == [
        "publication.yaml:2:1 unknown-key",
        "winter/articles/b.md:1 empty-article",
        "winter/articles/news.md:2:1 unknown-key",
        "winter/articles/news.md:6 raw-html",
        "winter/issue.yaml:1:1 unknown-key",
        "winter/issue.yaml:1:1 missing-key",
        "winter/issue.yaml:2:30 unknown-article",
    ]


def test_a_broken_publication_is_not_blamed_on_the_issue(publication: Publication) -> None:
    order = "[articles/news.md, contact, box: about, articles/b.md]"
    publication.write(
        {
            "publication.yaml": "title: a: b\n",
            "winter/issue.yaml": f"date: x\narticles: {order}\n",
        }
    )
    assert publication.faults() == [
        "publication.yaml:1:9 bad-yaml",
        "winter/issue.yaml:2:51 unknown-article",
    ]


def test_a_link_that_leads_outside_is_refused(publication: Publication) -> None:
    secret = publication.root.parent / f"{publication.root.name}-secret.md"
    secret.write_text(ARTICLE)
    (publication.root / "winter/articles/link.md").symlink_to(secret)
    publication.write({"winter/issue.yaml": "date: x\narticles: [articles/link.md]\n"})
    assert publication.faults() == ["winter/issue.yaml:2:12 outside-publication"]


def test_the_sound_publication_has_no_faults(publication: Publication) -> None:
    assert publication.faults() == []
    assert set(FILES) >= {"publication.yaml"}
