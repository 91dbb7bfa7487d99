"""What the blocks of an article become."""

import re

import pytest

from tests.issue.publications import Publication, block

# ruff: noqa: E501 (HTML is read better on one line)
BLOCKS = {
    "paragraph": ("A *b*\n**c**\n", '<p data-line="5">A <em>b</em>\n<strong>c</strong></p>', "A b\nc"),
    "hard breaks": ("A  \nb\\\nc\n", '<p data-line="5">A<br>b<br>c</p>', "A\nb\nc"),
    "escapes": (r"\$50 \*a\* &lt; \{b\} 2 < 3 & 4",
                '<p data-line="5">$50 *a* &lt; {b} 2 &lt; 3 &amp; 4</p>', "$50 *a* < {b} 2 < 3 & 4"),
    "links": ("[a](https://x.org/ä?b&c) <d@e.org> <https://f.org/a--b>",
              '<p data-line="5"><a href="https://x.org/%C3%A4?b&amp;c">a</a> '
              '<a href="mailto:d@e.org" class="url">d@e.org</a> '
              '<a href="https://f.org/a--b" class="url">https://f.org/a--b</a></p>',
              "a d@e.org https://f.org/a--b"),
    "telephone": ("[a](tel:+49123)", '<p data-line="5"><a href="tel:+49123">a</a></p>', "a"),
    "spans": ("[IWG]{.smallcaps} [*mot* juste]{lang=fr .nobreak}",
              '<p data-line="5"><span class="smallcaps">IWG</span> '
              '<span class="nobreak" lang="fr"><em>mot</em> juste</span></p>', "IWG mot juste"),
    "brackets": ("[a] [b [c]", '<p data-line="5">[a] [b [c]</p>', "[a] [b [c]"),
    "code": ("`a -- \"b\"`", '<p data-line="5"><code>a -- "b"</code></p>', 'a -- "b"'),
    "crosshead": ("## A *b*\n", '<h2 data-line="5">A <em>b</em></h2>', "A b"),
    "quote": ("> A\n> b\n>\n> c\n",
              '<blockquote data-line="5"><p data-line="5">A\nb</p><p data-line="8">c</p></blockquote>',
              "A\nb\n\nc"),
    "list": ("- a\n- b\n  c\n", '<ul data-line="5"><li data-line="5">a</li>'
             '<li data-line="6">b\nc</li></ul>', "a\nb\nc"),
    "loose list": ("- a\n\n- b\n", '<ul data-line="5"><li data-line="5"><p data-line="5">a</p></li>'
                   '<li data-line="7"><p data-line="7">b</p></li></ul>', "a\n\nb"),
    "numbers": ("3. a\n4. b\n", '<ol start="3" data-line="5"><li data-line="5">a</li>'
                '<li data-line="6">b</li></ol>', "a\nb"),
    "numbers all alike": ("1. a\n1. b\n", '<ol data-line="5"><li data-line="5">a</li>'
                          '<li data-line="6">b</li></ol>', "a\nb"),
    "numbers with gaps": ("1. a\n3. b\n", '<ol data-line="5"><li value="1" data-line="5">a</li>'
                          '<li value="3" data-line="6">b</li></ol>', "a\nb"),
    "fence": ("```sh\na  <b>\n\nc\n```\n",
              '<pre data-line="5"><code>a  &lt;b&gt;\n\nc</code></pre>', "\na  <b>\n\nc"),
    "table": ("|a|b|\n|-|-|\n|1|2|\n",
              '<table data-line="5"><thead data-line="5"><tr data-line="5"><th>a</th><th>b</th></tr>'
              '</thead><tbody data-line="7"><tr data-line="7"><td>1</td><td>2</td></tr></tbody></table>',
              "a b\n\n1 2"),
    "break": ("---\n", '<hr data-line="5">', ""),
    "indent is no code": ("    a\n", '<p data-line="5">a</p>', "a"),
    "signs stay": ("(c) (r) +- ???? 1,,2 --x", '<p data-line="5">(c) (r) +- ???? 1,,2 --x</p>',
                   "(c) (r) +- ???? 1,,2 --x"),
    "struck": ("~~a~~", '<p data-line="5"><s>a</s></p>', "a"),
}  # fmt: skip

KINDS = {"paragraph", "crosshead", "quote", "list", "table", "break"}


@pytest.mark.parametrize(("body", "html", "text"), BLOCKS.values(), ids=BLOCKS)
def test_a_block(publication: Publication, body: str, html: str, text: str) -> None:
    only = block(publication, body)
    assert (only.html, only.text, only.pos.line) == (html, text, 5)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_kinds(publication: Publication, kind: str) -> None:
    assert block(publication, BLOCKS[kind][0]).kind == kind


def test_code_is_a_kind(publication: Publication) -> None:
    assert block(publication, BLOCKS["fence"][0]).kind == "code"


@pytest.mark.parametrize(
    "body",
    [
        "one\ntwo\nthree\n",
        "[one\ntwo](https://a.org\n)\nfour `x\nx`\nsix\nseven\n",
        "- one\n\n  three\n- four\n\n      six\n",
        "> one\n> two\n>\n> - four\n>   five\n",
        "| one | one |\n|---|---|\n| three | |\n| four | four |\n",
        "```\ntwo\n\nfour\n```\n",
        "one\\\ntwo  \nthree\n",
    ],
)
def test_each_word_is_on_its_line(publication: Publication, body: str) -> None:
    numbers = ["one", "two", "three", "four", "five", "six", "seven"]
    only = block(publication, body)
    for index, line in enumerate(only.text.split("\n")):
        assert {word for word in line.split() if word != "x"} <= {numbers[index]}
    written = [word for word in re.findall("[a-z]+", body) if word in numbers]
    assert [word for word in only.text.split() if word in numbers] == written
