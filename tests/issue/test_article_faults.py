"""Every fault of an article has its code and its line."""

import pytest

from tests.issue.publications import Publication

BODIES = {
    "inline HTML": ("One\ntwo <b>three</b>\n", ["6 raw-html"]),
    "closing tag alone": ("One\ntwo</b>\n", ["6 raw-html"]),
    "comment": ("One <!-- two -->\n", ["5 raw-html"]),
    "script": ("One\n\n<script>\nalert()\n</script>\n", ["7 raw-html"]),
    "HTML block": ("One\n\n<div>\n\ntwo\n", ["7 raw-html"]),
    "HTML after a link over two lines": ("[a\nb](https://a.org\n) c\n<i>d\n", ["8 raw-html"]),
    "HTML after code over two lines": ("`a\nb` c <i>d\n", ["6 raw-html"]),
    "HTML in a list": ("- a\n- <i>b\n", ["6 raw-html"]),
    "HTML in a table": ("|a|b|\n|-|-|\n|1|<i>|\n", ["7 raw-html"]),
    "HTML in a heading": ("## <i>a\n\nb\n", ["5 raw-html"]),
    "braces": ("One {.x} two\n", ["5 unknown-attribute"]),
    "braces behind emphasis": ("*One*{.x} two\n", ["5 unknown-attribute"]),
    "braces behind a link": ("[One](https://a.org){.x}\n", ["5 unknown-attribute"]),
    "heading with an id": ("## One {#x}\n\nTwo\n", ["5 unknown-attribute"]),
    "span, unknown class": ("One\n[two]{.small-caps}\n", ["6 unknown-attribute"]),
    "span, style": ('[two]{style="color:red"}\n', ["5 unknown-attribute"]),
    "span, id": ("[two]{#x}\n", ["5 unknown-attribute"]),
    "span, language": ("[two]{lang=french}\n", ["5 bad-attribute"]),
    "span, no language": ("[two]{lang}\n", ["5 bad-attribute"]),
    "span, class with a value": ("[two]{.nobreak=x}\n", ["5 bad-attribute"]),
    "span, nothing": ("[two]{}\n", ["5 bad-attribute"]),
    "span, rubbish": ("[two]{.nobreak =}\n", ["5 bad-attribute"]),
    "link, script": ("[a](javascript:alert())\n", ["5 bad-link"]),
    "link, data": ("[a](data:text/html,x)\n", ["5 bad-link"]),
    "link, file": ("[a](file:///etc/passwd)\n", ["5 bad-link"]),
    "link, relative": ("One\n[a](other.md)\n", ["6 bad-link"]),
    "link, anchor": ("[a](#b)\n", ["5 bad-link"]),
    "link, empty": ("[a]()\n", ["5 bad-link"]),
    "link, no host": ("[a](https:b)\n", ["5 bad-link"]),
    "link, bad host": ("[a](http://[b)\n", ["5 bad-link"]),
    "link, title": ('[a](https://a.org "b")\n', ["5 bad-link"]),
    "link, autolink": ("<ftp://a.org>\n", ["5 bad-link"]),
    "link, defined": ("[a][b]\n\n[b]: ftp://a.org\n", ["5 bad-link"]),
    "definition that nobody uses": ("One\n\n[Smith]: hello\n", ["7 unused-link"]),
    "headline twice": ("# One\n\nTwo\n", ["5 bad-heading"]),
    "headline twice, underlined": ("One\n===\n\nTwo\n", ["5 bad-heading"]),
    "level 4": ("## One\n\n#### Two\n", ["7 bad-heading"]),
    "### first": ("### One\n\nTwo\n", ["5 bad-heading"]),
    "empty heading": ("##\n\nTwo\n", ["5 bad-heading"]),
    "heading in a quotation": ("> ## One\n", ["5 bad-heading"]),
    "words behind a fence": ("a\n\n``` two words\nb\n```\n", ["7 lost-words"]),
    "row too long": ("|a|b|\n|-|-|\n|1|2|3|\n", ["7 table-cells"]),
    "row too long, quoted": ("> |a|b|\n> |-|-|\n> |1|2|3|\n", ["7 table-cells"]),
    "too deep": (">" * 30 + " One\n", ["5 too-deep"]),
    "far too deep": (">" * 300 + " One\n", ["5 too-deep"]),
    "image inside a text": ("One ![a](../images/photo.png)\n", ["5 inline-image"]),
    "two images": ("![a](../images/photo.png)\n![b](../images/photo.png)\n",
                   ["5 inline-image", "6 inline-image"]),
    "image in a list": ("- ![a](../images/photo.png)\n", ["5 inline-image"]),
    "image in a heading": ("## ![a](../images/photo.png)\n\nb\n",
                           ["5 inline-image", "5 bad-heading"]),
    "image without alt": ("One\n\n![](../images/photo.png)\n", ["7 missing-alt"]),
    "image, decorative with alt": ("![a](../images/photo.png){decorative}\n",
                                   ["5 bad-attribute"]),
    "image from the web": ("![a](https://a.org/b.png)\n", ["5 remote-image"]),
    "image from anywhere": ("![a](//a.org/b.png)\n", ["5 remote-image"]),
    "image as data": ("![a](data:image/png;base64,AAAA)\n", ["5 remote-image"]),
    "image as a file URL": ("![a](file:///etc/x.png)\n", ["5 remote-image"]),
    "image outside": ("![a](../../../x.png)\n", ["5 outside-publication"]),
    "image at the root": ("![a](/etc/x.png)\n", ["5 outside-publication"]),
    "image not there": ("![a](images/foto.png)\n", ["5 unknown-image"]),
    "image is a folder": ("![a](../images)\n", ["5 unknown-image"]),
    "image without a file": ("![a]()\n", ["5 unknown-image"]),
    "image, unknown attribute": ("![a](../images/photo.png){height=3}\n", ["5 unknown-attribute"]),
    "image, span": ("![a](../images/photo.png){span=6}\n", ["5 bad-attribute"]),
    "image, place": ("![a](../images/photo.png){place=bottom}\n", ["5 bad-attribute"]),
    "image, width": ("![a](../images/photo.png){width=3}\n", ["5 bad-attribute"]),
    "image, name": ("![a](../images/photo.png){#A_b}\n", ["5 bad-attribute"]),
    "image, attribute twice": ("![a](../images/photo.png){span=2 span=2}\n", ["5 bad-attribute"]),
    "image, every attribute": ("![a](../images/photo.png){span=x place=y width=z q}\n",
                               ["5 unknown-attribute"] + ["5 bad-attribute"] * 3),
    "two images of one name": ("![a](../images/photo.png){#a}\n\n![b](../images/photo.png){#a}\n",
                               ["7 duplicate-name"]),
    "image, decorative with a value": ("![](../images/photo.png){decorative=yes}\n",
                                       ["5 bad-attribute"]),
    "image, empty credit": ('![a](../images/photo.png){credit=""}\n', ["5 bad-attribute"]),
    "image, space before braces": ("![a](../images/photo.png) {decorative}\n",
                                   ["5 inline-image", "5 unknown-attribute"]),
    "HTML in a caption": ('![a](../images/photo.png "<b>c</b>")\n', ["5 raw-html"]),
    "nothing": ("", ["1 empty-article"]),
    "nothing but space": ("\n \n\n", ["1 empty-article"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "faults"), BODIES.values(), ids=BODIES)
def test_a_fault_in_a_body(publication: Publication, body: str, faults: list[str]) -> None:
    assert publication.body_faults(body) == faults


HEADS = {
    "unknown key": ("---\nheadline: a\nbyeline: b\n---\nc\n", ["3:1 unknown-key"]),
    "key of later": ("---\nheadline: a\nlength: 3\n---\nc\n", ["3:1 not-supported"]),
    "list": ("---\nheadline: [a]\n---\nc\n", ["2:11 wrong-type"]),
    "language": ("---\nheadline: a\nlanguage: english\n---\nc\n", ["3:11 bad-value"]),
    "duplicate": ("---\nheadline: a\nheadline: b\n---\nc\n", ["3:1 duplicate-key"]),
    "colon": ("---\nheadline: a: b\n---\nc\n", ["2:12 bad-yaml"]),
    "asterisks": ("---\nheadline: a\nkicker: *b*\n---\nc\n", ["3:11 bad-yaml"]),
    "not keys": ("---\nheadline\n---\nc\n", ["2:1 wrong-type"]),
    "no end": ("---\nheadline: a\n\nc\n", ["1:1 bad-front-matter"]),
    "HTML": ("---\nheadline: a\nstandfirst: b <i>c\n---\nc\n", ["3:13 raw-html"]),
    "image": ("---\nheadline: a ![b](c.png)\n---\nc\n", ["2:11 inline-image"]),
    "no headline": ("Words.\n", ["1 missing-key"]),
    "empty headline": ("---\nkicker: b\nheadline:\n---\nc\n", ["3:1 missing-key"]),
    "crosshead for a headline": ("## Words\n\nWords.\n", ["1 missing-key"]),
    "empty heading for a headline": ("#\n\nWords.\n", ["1 bad-heading", "1 missing-key"]),
    "headline only": ("# Words\n", ["1 empty-article"]),
    "head only": ("---\nheadline: a\n---\n", ["1 empty-article"]),
    "empty file": ("", ["1 empty-article"]),
    "second headline": ("# Words\n\nWords.\n\n# Words\n", ["5 bad-heading"]),
}


@pytest.mark.parametrize(("text", "faults"), HEADS.values(), ids=HEADS)
def test_a_fault_in_a_head(publication: Publication, text: str, faults: list[str]) -> None:
    publication.write({"winter/articles/news.md": text})
    assert publication.faults() == [f"winter/articles/news.md:{fault}" for fault in faults]


BYTES = {
    "latin-1": (b"# M\xe4rz\n", "1:4 not-utf-8"),
    "latin-1 after UTF-8": ("# März\n\nä".encode() + b"\xe4\n", "3:2 not-utf-8"),
    "latin-1 after CRLF": (b"# A\r\n\r\n\xe4\n", "3:1 not-utf-8"),
    "NUL": (b"# A\n\nb\0c\n", "3:2 nul-byte"),
    "escape": (b"# A\n\nb \x1b[0m\n", "3:3 control-character"),
}


@pytest.mark.parametrize(("raw", "fault"), BYTES.values(), ids=BYTES)
def test_an_article_that_is_not_text(publication: Publication, raw: bytes, fault: str) -> None:
    publication.write({"winter/articles/news.md": raw})
    assert publication.faults() == [f"winter/articles/news.md:{fault}"]


@pytest.mark.parametrize(
    "path", ["../images/foto.png", "photo.png", "images/photo.jpg", "photo", "img/photo.png"]
)
def test_the_nearest_image(publication: Publication, path: str) -> None:
    publication.write({"winter/articles/news.md": f"# A\n\n![b]({path})\n"})
    (hint,) = publication.hints()
    assert hint in ('Did you mean "../images/photo.png"?', 'Did you mean "images/photo.png"?')


def test_an_image_that_is_linked_from_outside_is_refused(publication: Publication) -> None:
    secret = publication.root.parent / f"{publication.root.name}.png"
    secret.write_bytes(b"")
    (publication.root / "winter/images/link.png").symlink_to(secret)
    assert publication.body_faults("![a](../images/link.png)\n") == ["5 outside-publication"]


def test_problems_are_shown_from_the_working_directory(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication.write({"winter/articles/news.md": "# A\n\n<b>\n"})
    monkeypatch.chdir(publication.root / "winter")
    assert str(publication.problems()[0]).startswith("articles/news.md:3: error[raw-html]: ")
