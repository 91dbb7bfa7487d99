"""What ``::: name`` becomes: asides, groups of figures, verse, letters, interviews."""

import pytest

from pamphleteer.issue.model import Aside, Block, Figure, Placement
from tests.issue.publications import Publication, block

PHOTO = "![A *photo*](../images/photo.png)"


def aside(publication: Publication, body: str) -> Aside:
    (only,) = publication.blocks(body)
    assert isinstance(only, Aside)
    return only


def texts(found: Aside) -> list[str]:
    return [part.text if isinstance(part, Block) else part.name for part in found.body]


# ruff: noqa: E501 (HTML is read better on one line)
BLOCKS = {
    "verse": ("::: verse\nA *b\nc*\n\nd\n:::\n",
              '<div class="verse" data-line="5">'
              '<p class="stanza" data-line="6"><span class="verse-line">A <em>b</em></span>\n'
              '<span class="verse-line"><em>c</em></span></p>'
              '<p class="stanza" data-line="9"><span class="verse-line">d</span></p></div>',
              "\nA b\nc\n\nd"),
    "verse, indented": ("::: verse\na\n    b\n\tc\n:::\n",
                        '<div class="verse" data-line="5"><p class="stanza" data-line="6">'
                        '<span class="verse-line">a</span>\n'
                        '<span class="verse-line" style="--indent: 4">b</span>\n'
                        '<span class="verse-line" style="--indent: 4">c</span></p></div>', "\na\nb\nc"),
    "verse, hard breaks": ("::: verse\na\\\nb  \nc\n:::\n",
                           '<div class="verse" data-line="5"><p class="stanza" data-line="6">'
                           '<span class="verse-line">a</span>\n<span class="verse-line">b</span>\n'
                           '<span class="verse-line">c</span></p></div>', "\na\nb\nc"),
    "verse, title": ('::: verse {title="An *ode*"}\na\n:::\n',
                     '<div class="verse" data-line="5"><p class="verse-title" data-line="5">An <em>ode</em></p>'
                     '<p class="stanza" data-line="6"><span class="verse-line">a</span></p></div>',
                     "An ode\na"),
    "letter": ("::: letter\nSir,\n\nno.\n\n-- N. N.,\nLeeds\n:::\n",
               '<div class="letter" data-line="5"><p data-line="6">Sir,</p><p data-line="8">no.</p>'
               '<p class="signature" data-line="10">– N. N.,\nLeeds</p></div>',
               "\nSir,\n\nno.\n\n– N. N.,\nLeeds"),
    "letter, em dash": ("::: letter\n— a\n\n— b\n:::\n",
                        '<div class="letter" data-line="5"><p data-line="6">— a</p>'
                        '<p class="signature" data-line="8">— b</p></div>', "\n— a\n\n— b"),
    "letter, not signed": ("::: letter\na\n\n- b\n:::\n",
                           '<div class="letter" data-line="5"><p data-line="6">a</p>'
                           '<ul data-line="8"><li data-line="8">b</li></ul></div>', "\na\n\nb"),
    "interview": ("::: interview\n**Q:** a?\n\n**A:** b.\n\nc.\n\n**Q**: d?\n:::\n",
                  '<div class="interview" data-line="5">'
                  '<p class="question" data-line="6"><strong>Q:</strong> a?</p>'
                  '<p class="answer" data-line="8"><strong>A:</strong> b.</p>'
                  '<p class="answer" data-line="10">c.</p>'
                  '<p class="question" data-line="12"><strong>Q</strong>: d?</p></div>',
                  "\nQ: a?\n\nA: b.\n\nc.\n\nQ: d?"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "html", "text"), BLOCKS.values(), ids=BLOCKS)
def test_a_block(publication: Publication, body: str, html: str, text: str) -> None:
    only = block(publication, body)
    assert (only.html, only.text, only.pos.line) == (html, text, 5)
    assert only.kind == body.split()[1]


def test_a_pull_quote(publication: Publication) -> None:
    found = aside(
        publication, '::: pull-quote {span=2 place=top by="N. *N.*" #all-out}\nAll\nout!\n:::\n'
    )
    assert (found.kind, found.name, found.title, found.columns) == (
        "pull-quote",
        "all-out",
        None,
        1,
    )
    assert found.placement == Placement(span=2, place="top")
    assert found.by is not None
    assert (found.by.html, found.by.pos.line) == ("N. <em>N.</em>", 5)
    (only,) = found.body
    assert isinstance(only, Block)
    assert (only.html, only.text) == ('<p data-line="6">All\nout!</p>', "All\nout!")
    assert (found.pos.line, only.pos.line) == (5, 6)


SIDEBAR = f"""\
:::sidebar {{title="Our \\"demands\\"" span=page columns=2 place=foot}}
One.

### Two

- three

> four

{PHOTO}{{width=30mm credit="N. N."}}

| five |
|------|
| six  |
:::
"""


def test_a_sidebar(publication: Publication) -> None:
    found = aside(publication, SIDEBAR)
    assert (found.kind, found.name, found.columns) == ("sidebar", "sidebar-1", 2)
    assert found.placement == Placement(span="page", place="foot")
    assert found.title is not None
    assert found.title.text == "Our “demands”"
    assert texts(found) == ["One.", "Two", "three", "four", "figure-1", "five\n\nsix"]
    assert [part.pos.line for part in found.body] == [6, 8, 10, 12, 14, 16]
    figure = found.body[4]
    assert isinstance(figure, Figure)
    assert figure.placement.width == pytest.approx(85.04, abs=0.01)


def test_a_notice(publication: Publication) -> None:
    found = aside(publication, "::: notice {title=Meeting}\nTonight.\n:::\n")
    assert (found.kind, found.name, texts(found)) == ("notice", "notice-1", ["Tonight."])
    assert found.title is not None
    assert found.title.text == "Meeting"


GROUP = f"""\
::: figures {{columns=2 caption="The *strike*" credit="N. N." span=2 place=top #strike}}
{PHOTO}
![](../images/photo.png){{decorative}}

{PHOTO}
:::
"""


def test_a_group_of_figures(publication: Publication) -> None:
    (figure,) = publication.blocks(GROUP)
    assert isinstance(figure, Figure)
    assert [(picture.alt, picture.pos.line) for picture in figure.pictures] == [
        ("A photo", 6),
        ("", 7),
        ("A photo", 9),
    ]
    assert (figure.name, figure.columns, figure.pos.line) == ("strike", 2, 5)
    assert figure.placement == Placement(span=2, place="top")
    assert figure.caption is not None
    assert figure.credit is not None
    assert (figure.caption.text, figure.credit.text) == ("The strike", "N. N.")
    assert (figure.alt, figure.image) == ("A photo", figure.pictures[0].image)


def test_names_are_counted_where_none_are_given(publication: Publication) -> None:
    pull, photo = "::: pull-quote\na\n:::", f"{PHOTO}"
    body = "\n\n".join([photo, pull, f"{PHOTO}{{#figure-2}}", photo, pull])
    found = publication.blocks(body)
    names = [part.name for part in found if not isinstance(part, Block)]
    assert names == ["figure-1", "pull-quote-1", "figure-2", "figure-3", "pull-quote-2"]


def test_a_container_ends_a_paragraph_and_begins_one(publication: Publication) -> None:
    found = publication.blocks("a\n::: verse\nb\n:::\nc\n")
    assert [part.text for part in found if isinstance(part, Block)] == ["a", "\nb", "c"]
    assert [part.pos.line for part in found] == [5, 6, 9]


def test_colons_that_are_escaped_are_text(publication: Publication) -> None:
    assert block(publication, "\\::: a\n").text == "::: a"


FAULTS = {
    "unknown": ("::: vers\na\n:::\n", ["5 unknown-container"]),
    "unknown, with attributes": ("::: box {title=a}\nb\n:::\n", ["5 unknown-container"]),
    "unknown, never closed": ("::: box\na\n", ["5 unknown-container"]),
    "no name": ("::: {span=2}\na\n:::\n", ["5 unknown-container"]),
    "never closed": ("a\n\n::: verse\nb\n", ["7 unclosed-container"]),
    "never closed, at the end": ("a\n\n::: verse", ["7 unclosed-container"]),
    "never closed, faults in it": ("::: verse\n## a\n\n<b>\n", ["5 unclosed-container", "8 raw-html"]),
    "nested": ("::: sidebar\n\n::: verse\na\n:::\n\n:::\n", ["7 nested-container"]),
    "nested, with more colons": (":::: sidebar\n::: verse\na\n:::\n::::\n", ["6 nested-container"]),
    "the one before not closed": ("::: verse\na\n\n::: letter\nb\n:::\n", ["8 nested-container"]),
    "in a list": ("- a\n\n  ::: verse\n  b\n  :::\n", ["7 nested-container"]),
    "in a quotation": ("> ::: verse\n> b\n> :::\n", ["5 nested-container"]),
    "in a note": ("a[^1]\n\n[^1]: b\n\n    ::: verse\n    c\n    :::\n",
                  ["7 bad-note", "9 nested-container"]),
    "empty": ("::: verse\n:::\n", ["5 empty-container"]),
    "empty, blank lines": ("::: letter\n\n\n:::\n", ["5 empty-container"]),
    "stray end": ("a\n\n:::\n\nb\n", ["7 stray-container"]),
    "stray end under a paragraph": ("a\n:::\n", ["6 stray-container"]),
    "stray end in a heading": ("## ::: a\n", ["5 stray-container"]),
    "words behind the name": ("::: sidebar Our demands\na\n:::\n", ["5 bad-attribute"]),
    "unknown attribute": ("::: sidebar {heading=x}\na\n:::\n", ["5 unknown-attribute"]),
    "attribute of others": ("::: letter {title=x}\na\n:::\n", ["5 unknown-attribute"]),
    "attribute, bad": ("::: sidebar {columns=9 span=x}\na\n:::\n", ["5 bad-attribute"] * 2),
    "attributes, none": ("::: sidebar {}\na\n:::\n", ["5 bad-attribute"]),
    "HTML in a title": ("::: sidebar {title=<b>}\na\n:::\n", ["5 raw-html"]),
    "HTML in it": ("::: sidebar\na\n<b>\n:::\n", ["7 raw-html"]),
    "HTML block in it": ("::: verse\n<div>\na\n:::\n", ["6 raw-html"]),
    "## in a sidebar": ("::: sidebar\n## a\n\nb\n:::\n", ["6 bad-heading"]),
    "empty ### in a sidebar": ("::: sidebar\n###\n\nb\n:::\n", ["6 bad-heading"]),
    "heading in a list in a sidebar": ("::: sidebar\n- ### a\n:::\n", ["6 bad-heading"]),
    "heading in a letter": ("::: letter\n### a\n\nb\n:::\n", ["6 misplaced-block"]),
    "list in a pull quote": ("::: pull-quote\n- a\n:::\n", ["6 misplaced-block"]),
    "list in verse": ("::: verse\n- a\n- b\n:::\n", ["6 misplaced-block"]),
    "underlined in verse": ("::: verse\na\n---\n:::\n", ["6 misplaced-block"]),
    "dashes in verse": ("::: verse\na\n\n***\n:::\n", ["8 misplaced-block"]),
    "code in an interview": ("::: interview\n```\na\n```\n:::\n", ["6 misplaced-block"]),
    "image in a letter": (f"::: letter\n{PHOTO}\n:::\n", ["6 misplaced-block"]),
    "image in a paragraph": (f"::: sidebar\na {PHOTO}\n:::\n", ["6 inline-image"]),
    "two images in a paragraph": (f"::: sidebar\n{PHOTO}\n{PHOTO}\n:::\n",
                                  ["6 inline-image", "7 inline-image"]),
    "place of an image in a sidebar": (f"::: sidebar\n{PHOTO}{{place=top}}\n:::\n",
                                       ["6 unknown-attribute"]),
    "nobody asks": ("::: interview\na\n\nb\n:::\n", ["5 bad-interview"]),
    "bold without a colon asks nothing": ("::: interview\n**a** b\n:::\n", ["5 bad-interview"]),
    "text in a group": (f"::: figures\n{PHOTO}\n\na\n:::\n", ["8 misplaced-block"]),
    "text beside a picture in a group": (f"::: figures\n{PHOTO} a\n:::\n",
                                         ["6 inline-image", "6 misplaced-block"]),
    "no alt in a group": ("::: figures\n![](../images/photo.png)\n:::\n", ["6 missing-alt"]),
    "no file in a group": ("::: figures\n![a](b.png)\n![c](d.png)\n:::\n",
                           ["6 unknown-image", "7 unknown-image"]),
    "caption in a group": ('::: figures\n![a](../images/photo.png "b")\n:::\n', ["6 bad-attribute"]),
    "credit in a group": (f"::: figures\n{PHOTO}{{credit=b}}\n:::\n", ["6 unknown-attribute"]),
    "empty credit of a group": (f'::: figures {{credit=""}}\n{PHOTO}\n:::\n', ["5 bad-attribute"]),
    "two of one name": (f"::: sidebar {{#a}}\nb\n:::\n\n{PHOTO}{{#a}}\n", ["9 duplicate-name"]),
    "one name inside": (f"::: sidebar {{#a}}\n{PHOTO}{{#a}}\n:::\n", ["6 duplicate-name"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "faults"), FAULTS.values(), ids=FAULTS)
def test_a_fault(publication: Publication, body: str, faults: list[str]) -> None:
    assert publication.body_faults(body) == faults


def test_the_nearest_container(publication: Publication) -> None:
    publication.body_faults("::: side-bar\na\n:::\n")
    assert publication.hints() == ['Did you mean "sidebar"?']
