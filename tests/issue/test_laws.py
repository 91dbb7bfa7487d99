"""Laws of the issue room: no word lost, texts as written, every fault told."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pamphleteer.issue.model import Aside, Block, Figure
from pamphleteer.issue.yaml_reading import parse_yaml
from pamphleteer.issue.yaml_tree import plain
from tests.issue.publications import Publication, article, make_publication

WORD = re.compile(r"w\d+")

words = st.integers(0, 999).map("w{}".format)

wrappers = st.sampled_from(
    [
        "{}",
        "*{}*",
        "**{}**",
        "~~{}~~",
        "`{}`",
        '"{}"',
        "'{}'",
        "[{}](https://a.org)",
        "[{}]{{.smallcaps}}",
        "[{}]{{lang=fr}}",
        "\\*{}",
        "-- {}",
        "{}...",
        "({})",
        "- {}",
        "&amp;{}",
        "1. {}",
        "<https://a.org/{}>",
    ]
)

phrases = st.lists(st.tuples(wrappers, words), min_size=1, max_size=8)

lines = phrases.map(lambda parts: " ".join(wrap.format(word) for wrap, word in parts))

paragraphs = st.lists(lines, min_size=1, max_size=4)

blocks = st.one_of(
    paragraphs.map("\n".join),
    paragraphs.map("  \n".join),
    paragraphs.map(lambda rows: "\n".join(f"> {row}" for row in rows)),
    paragraphs.map(lambda rows: "\n".join(f"- {row}" for row in rows)),
    paragraphs.map(lambda rows: "\n".join(f"7. {row}" for row in rows)),
    paragraphs.map(lambda rows: "\n".join(["```", *rows, "```"])),
    paragraphs.map(
        lambda rows: "\n".join(["| a | b |", "|---|---|", *(f"| {r} | |" for r in rows)])
    ),
    lines.map("## {}".format),
    st.just("---"),
)

bodies = st.lists(blocks, min_size=1, max_size=6).map("\n\n".join)


def read_body(body: str, language: str = "en") -> tuple[Block | Figure | Aside, ...]:
    with TemporaryDirectory() as folder:
        return make_publication(Path(folder)).blocks(body, language=language)


@settings(max_examples=150)
@given(bodies, st.sampled_from(["en", "de", "fr", "es-MX", "sv"]))
def test_every_word_is_printed_once_in_order_and_known_by_its_line(
    body: str, language: str
) -> None:
    found = []
    for block in read_body(body, language):
        assert isinstance(block, Block)
        assert WORD.findall(re.sub(r"<[^>]*>", " ", block.html)) == WORD.findall(block.text)
        for index, line in enumerate(block.text.split("\n")):
            found += [(block.pos.line + index, word) for word in WORD.findall(line)]
    written = [
        (number, word)
        for number, line in enumerate(body.split("\n"), 5)
        for word in WORD.findall(line)
    ]
    assert found == written


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from("ab *_`[](){}<>!#-\n\"'.:|>~^\\&;1=/"), max_size=80))
def test_no_markdown_breaks_the_reader(body: str) -> None:
    with TemporaryDirectory() as folder:
        publication = make_publication(Path(folder))
        publication.write({"winter/articles/news.md": article(body)})
        for problem in publication.problems():
            assert problem.pos is not None
            assert 0 < problem.pos.line <= body.count("\n") + 5


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_no_bytes_break_the_reader(text: str) -> None:
    with TemporaryDirectory() as folder:
        publication = make_publication(Path(folder))
        publication.write({"publication.yaml": text, "winter/articles/news.md": text})
        assert all(problem.pos for problem in publication.problems())


printable = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")),
    min_size=1,
).filter(lambda text: text == text.strip() and "\ufeff" not in text)


@given(st.dictionaries(st.sampled_from(["a", "no", "012", "18:30", "1_000", "~x"]), printable))
def test_strings_stay_as_written(values: dict[str, str]) -> None:
    text = yaml.safe_dump(values, allow_unicode=True, default_style='"')
    tree, problems = parse_yaml(text, "x.yaml")
    assert problems == []
    assert tree is not None
    assert plain(tree) == values


@given(st.sampled_from(["no", "012", "18:30", "1_000", "0x1F", "2026-01-31", "yes", "1e3", ".inf"]))
def test_plain_strings_are_no_numbers(value: str) -> None:
    tree, problems = parse_yaml(f"a: {value}\nb: [{value}]\n", "x.yaml")
    assert problems == []
    assert tree is not None
    assert plain(tree) == {"a": value, "b": [value]}


PUBLICATION_FAULTS = ["x1: y", "language: '?'", "number: 3", "layout: '?'", "contact: 3"]

ISSUE_FAULTS = [
    "x2: y",
    "page: '?'",
    "published: soon",
    "subtitle: &a b",
    "publisher: [a]",
    "about: lost.md",
    "printing: {paper: '?'}",
    "printing2: {paper: '?'}",
    "articles2: []",
]

BODY_FAULTS = [
    "<b>",
    "a[^1]",
    "[a](b.md)",
    "![](../images/photo.png)",
    "![a](b.png)",
    "# A",
    "[b]{.c}",
    "{d}",
    "::: e",
]


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(PUBLICATION_FAULTS), unique=True),
    st.lists(st.sampled_from(ISSUE_FAULTS), unique=True),
    st.lists(st.sampled_from(BODY_FAULTS)),
    st.integers(0, 3),
)
def test_n_faults_are_n_problems(
    shared: list[str], own: list[str], body: list[str], lost: int
) -> None:
    listed = "".join(f"  - lost{number}.md\n" for number in range(lost))
    manifest = "\n".join([*own, "date: x", "articles:", "  - articles/news.md", listed])
    with TemporaryDirectory() as folder:
        publication = Publication(root=Path(folder))
        make_publication(publication.root).write(
            {
                "publication.yaml": "\n".join(["title: Our News", *shared]),
                "winter/issue.yaml": manifest,
                "winter/articles/news.md": article("\n\n".join(["Words.", *body])),
            }
        )
        problems = publication.problems()
    assert len(problems) == len(shared) + len(own) + len(body) + lost
    places = [(p.pos.path, p.pos.line) for p in problems if p.pos]
    assert places == sorted(places)
