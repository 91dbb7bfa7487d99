"""Notes: where they are called, in which order, and what does not fit together."""

import pytest

from pamphleteer.issue.model import Block
from tests.issue.publications import Publication, block


def called(number: int, line: int, html: str) -> str:
    return f'<span class="note" data-number="{number}" data-line="{line}">{html}</span>'


def test_a_note_on_its_own_line(publication: Publication) -> None:
    only = block(publication, 'One[^1] "two".\n\n[^1]: A *long*\nnote.\n')
    note = called(1, 7, "A <em>long</em>\nnote.")
    assert only.html == f'<p data-line="5">One{note} “two”.</p>'
    assert only.text == "One1 “two”."
    assert [(note.number, note.text.text, note.text.pos.line) for note in only.notes] == [
        (1, "A long\nnote.", 7)
    ]


def test_a_note_where_it_is_called(publication: Publication) -> None:
    only = block(publication, 'One^[A "note" by [IWG]{.smallcaps}], two.\n')
    html = 'A “note” by <span class="smallcaps">IWG</span>'
    assert only.html == f'<p data-line="5">One{called(1, 5, html)}, two.</p>'
    assert only.text == "One1, two."
    assert [(note.number, note.text.text) for note in only.notes] == [(1, "A “note” by IWG")]


def test_notes_are_numbered_as_they_are_called(publication: Publication) -> None:
    body = "a[^z]\n\n[^a]: A\n\n- b^[B]\n- c[^a]\n\n::: verse\nd[^x]\n:::\n\n[^x]: X\n[^z]: Z\n"
    found = [part for part in publication.blocks(body) if isinstance(part, Block)]
    assert [part.text for part in found] == ["a1", "b2\nc3", "\nd4"]
    notes = [note for part in found for note in part.notes]
    assert [(note.number, note.text.text, note.text.pos.line) for note in notes] == [
        (1, "Z", 17),
        (2, "B", 9),
        (3, "A", 7),
        (4, "X", 16),
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("> a[^1]\n", "a1"),
        ("| a |\n|---|\n| b[^1] |\n", "a\n\nb1"),
        ("::: letter\na[^1]\n:::\n", "\na1"),
        ("::: interview\n**Q:** a[^1]\n:::\n", "\nQ: a1"),
        ("*a[^1]*\nb\n", "a1\nb"),
        ("a\n[^1]: note\nb\n", None),
    ],
)
def test_where_notes_may_be_called(publication: Publication, body: str, text: str | None) -> None:
    if text is None:  # a definition goes on as a paragraph does
        assert publication.body_faults(body) == ["6 unused-note"]
        return
    (only,) = publication.blocks(f"{body}\n[^1]: note\n")
    assert isinstance(only, Block)
    assert (only.text, [note.text.text for note in only.notes]) == (text, ["note"])


def test_a_note_over_two_lines_in_the_text_counts_its_lines(publication: Publication) -> None:
    only = block(publication, "a^[b\nc]. d\n*e*\n")
    assert only.text == "a1.\nd\ne"
    assert only.notes[0].text.text == "b\nc"
    publication.body_faults("a^[b\nc] {x}\n\nd^[e\nf] <b>\n")
    assert [p.pos.line for p in publication.problems() if p.pos] == [6, 9]


def test_a_definition_may_be_indented_below(publication: Publication) -> None:
    only = block(publication, "a[^1]\n\n[^1]:\n    note\n")
    assert (only.notes[0].text.text, only.notes[0].text.pos.line) == ("note", 8)


def test_brackets_and_carets_are_text(publication: Publication) -> None:
    assert (
        block(publication, "\\[^1] 2^3 ^\\[a] `[^1]` [^] x^\n").text == "[^1] 2^3 ^[a] [^1] [^] x^"
    )


FAULTS = {
    "no note": ("One[^1]\n", ["5 unknown-note"]),
    "no such note": ("One\ntwo[^a]\n\n[^b]: c\n", ["6 unknown-note", "8 unused-note"]),
    "no call": ("One\n\n[^1]: two\n", ["7 unused-note"]),
    "called twice": ("One[^1]\ntwo[^1]\n\n[^1]: three\n", ["6 repeated-note"]),
    "written twice": ("One[^1]\n\n[^1]: two\n[^1]: three\n", ["8 duplicate-note"]),
    "note in a note": ("One[^1] two[^2]\n\n[^1]: a\nb[^2]\n\n[^2]: c\n", ["8 nested-note"]),
    "note in a written note": ("One^[two\n^[three]]\n", ["6 nested-note"]),
    "mark in a written note": ("One^[two[^1]]\n\n[^1]: a\n", ["5 nested-note"]),
    "empty": ("One[^1]\n\n[^1]:\n", ["7 bad-note"]),
    "empty, written": ("One^[]\n", ["5 bad-note"]),
    "two paragraphs": ("One[^1]\n\n[^1]: two\n\n    three\n", ["7 bad-note"]),
    "a list": ("One[^1]\n\n[^1]: - two\n", ["7 bad-note"]),
    "mark with a space": ("One\n\n[^a b]: two\n", ["7 bad-note"]),
    "HTML in a note": ("One[^1]\n\n[^1]: two\n<b>\n", ["8 raw-html"]),
    "HTML in a written note": ("One^[two\n<b>]\n", ["6 raw-html"]),
    "image in a note": ("One[^1]\n\n[^1]: ![a](../images/photo.png)\n", ["7 inline-image"]),
    "bad link in a note": ("One[^1]\n\n[^1]: [a](b.md)\n", ["7 bad-link"]),
    "written in a list": ("- One[^1]\n\n  [^1]: two\n", ["5 unknown-note", "7 misplaced-note"]),
    "in a crosshead": ("## One[^1]\n\n[^1]: two\n", ["5 misplaced-note"]),
    "in a headline": ("# One[^1]\n\nTwo.\n\n[^1]: two\n", ["5 misplaced-note", "5 bad-heading"]),
    "in the head of a table": ("|a^[b]|\n|-|\n|c|\n", ["5 misplaced-note"]),
    "in a link": ("[a^[b]](https://c.org)\n", ["5 misplaced-note"]),
    "in a description": ("![a^[b]](../images/photo.png)\n", ["5 misplaced-note"]),
    "in a caption": ('![a](../images/photo.png "b^[c]")\n', ["5 misplaced-note"]),
    "in a credit": ('![a](../images/photo.png){credit="b[^1]"}\n\n[^1]: c\n',
                    ["5 misplaced-note", "7 unused-note"]),
    "in a sidebar": ("::: sidebar\na[^1]\n:::\n\n[^1]: b\n", ["6 misplaced-note"]),
    "in a sidebar's title": ("::: sidebar {title=a^[b]}\nc\n:::\n", ["5 misplaced-note"]),
    "in a pull quote": ("::: pull-quote\na^[b]\n:::\n", ["6 misplaced-note"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "faults"), FAULTS.values(), ids=FAULTS)
def test_a_fault(publication: Publication, body: str, faults: list[str]) -> None:
    assert publication.body_faults(body) == faults


@pytest.mark.parametrize("key", ["kicker", "standfirst", "byline", "running_head", "signature"])
def test_no_notes_in_a_head(publication: Publication, key: str) -> None:
    publication.write({"winter/articles/news.md": f"---\nheadline: a\n{key}: b[^1]\n---\nWords.\n"})
    assert publication.faults() == [f"winter/articles/news.md:3:{len(key) + 3} misplaced-note"]


def test_no_notes_in_a_banner(publication: Publication) -> None:
    publication.write(
        {"winter/issue.yaml": "date: x\narticles: [articles/news.md, {banner: 'a^[b]'}]\n"}
    )
    assert publication.faults() == ["winter/issue.yaml:2:39 misplaced-note"]


def test_the_nearest_note(publication: Publication) -> None:
    publication.body_faults("One[^smth]\n\n[^smith]: two\n")
    assert publication.hints() == [
        'Did you mean "smith"?',
        "Write [^smith] in the text, behind the word that it belongs to.",
    ]


def test_a_link_in_a_note_uses_its_definition(publication: Publication) -> None:
    only = block(
        publication,
        "One^[[two][a]] three[^1]\n\n[^1]: [four][b]\n\n[a]: https://a.org\n[b]: https://b.org\n",
    )
    assert [note.text.text for note in only.notes] == ["two", "four"]


def test_a_note_does_not_use_a_links_definition(publication: Publication) -> None:
    body = "One[^1]\n\n[^1]: two\n\n[1]: https://a.org\n"
    assert publication.body_faults(body) == ["9 unused-link"]


def test_pull_quotes_are_found_without_the_numbers_of_notes(publication: Publication) -> None:
    head = "---\nheadline: a\npull_quotes: [One two]\n---\n"
    publication.write({"winter/articles/news.md": f"{head}One[^1] two^[b].\n\nThree.\n\n[^1]: c\n"})
    assert publication.faults() == []
