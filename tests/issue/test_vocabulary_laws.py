"""Laws of all that authors may write: no word lost, each known by its line, nothing breaks."""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from pamphleteer.issue.model import Aside, Block, Figure, Rich
from tests.issue.publications import article, make_publication

WORD = re.compile(r"w[a-j]+")

Placed = list[tuple[int, str]]
"""Words with the lines on which they stand."""

words = st.text("abcdefghij", min_size=1, max_size=2).map("w{}".format)

wrappers = st.sampled_from(
    ["{}", "*{}*", "**{}**", '"{}"', "`{}`", "[{}](https://a.org)", "[{}]{{.smallcaps}}", "({})"]
)

KINDS = ("sidebar", "notice", "pull-quote", "verse", "letter", "interview")


class Writer:
    """Writes an article as an author would, by drawing; notes are kept to be written later."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._marks = 0
        self._notes: list[str] = []

    def phrase(self) -> str:
        return self._draw(wrappers).format(self._draw(words))

    def line(self, *, notes: bool) -> str:
        kinds = ["plain", "plain", "mark", "written", "written over two lines"]
        drawn = self._draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=4))
        return " ".join(self._with_note(kind if notes else "plain") for kind in drawn)

    def _with_note(self, kind: str) -> str:
        phrase = self.phrase()
        if kind == "mark":
            self._marks += 1
            self._notes.append(f"[^{self._marks}]: {self.lines(notes=False)}")
            return f"{phrase}[^{self._marks}]"
        if kind == "written":
            return f"{phrase}^[{self.phrase()}]"
        return f"{phrase}^[{self.phrase()}\n{self.phrase()}]," if "lines" in kind else phrase

    def lines(self, *, notes: bool) -> str:
        count = self._draw(st.integers(1, 3))
        return "\n".join(self.line(notes=notes) for _ in range(count))

    def container(self) -> str:
        kind = self._draw(st.sampled_from(KINDS))
        asks = "**Q:** " if kind == "interview" else ""
        notes = kind in ("verse", "letter", "interview")
        texts = [self.lines(notes=notes) for _ in range(self._draw(st.integers(1, 3)))]
        key = "by" if kind == "pull-quote" else "title"
        title = "" if kind in ("letter", "interview") else f' {{{key}="{self._draw(words)}"}}'
        signed = "\n\n-- " + self.line(notes=True) if kind == "letter" else ""
        return f"::: {kind}{title}\n{asks}" + "\n\n".join(texts) + f"{signed}\n:::"

    def group(self) -> str:
        images = "\n".join(["![a](../images/photo.png)"] * self._draw(st.integers(1, 3)))
        return f'::: figures {{caption="{self._draw(words)}" columns=2}}\n{images}\n:::'

    def figure(self) -> str:
        braces = f'{{credit="{self._draw(words)}" span=2}}'
        return f'![a](../images/photo.png "{self._draw(words)}"){braces}'

    def table(self) -> str:
        rows = [f"| {self._draw(words)} |", "|---|", f"| {self._draw(words)} |"]
        return "\n".join(
            [*rows, *self._draw(st.sampled_from([[], ["{span=2}"], ["", "{span=2}"]]))]
        )

    def note(self) -> str:
        return self._notes.pop(0) if self._notes else self.lines(notes=True)

    def rest(self) -> list[str]:
        return self._notes


@st.composite
def bodies(draw: st.DrawFn) -> str:
    writer = Writer(draw)
    kinds = {
        "text": lambda: writer.lines(notes=True),
        "list": lambda: f"- {writer.phrase()}\n- {writer.phrase()}^[{writer.phrase()}]",
        "quote": lambda: f"> {writer.phrase()}\n> {writer.phrase()}",
        "container": writer.container,
        "group": writer.group,
        "figure": writer.figure,
        "table": writer.table,
        "note": writer.note,
    }
    drawn = draw(st.lists(st.sampled_from(sorted(kinds)), min_size=1, max_size=6))
    return "\n\n".join([*(kinds[kind]() for kind in drawn), *writer.rest()])


def in_text(text: str, line: int) -> Placed:
    return [
        (line + index, word)
        for index, part in enumerate(text.split("\n"))
        for word in WORD.findall(part)
    ]


def in_part(part: Block | Figure | Aside) -> Iterator[Placed]:
    if isinstance(part, Block):
        yield in_text(part.text, part.pos.line)
        yield from (in_text(note.text.text, note.text.pos.line) for note in part.notes)
        return
    riches: tuple[Rich | None, ...]
    riches = (part.caption, part.credit) if isinstance(part, Figure) else (part.title, part.by)
    yield from (in_text(rich.text, rich.pos.line) for rich in riches if rich)
    if isinstance(part, Aside):
        for each in part.body:
            yield from in_part(each)


def read(body: str) -> tuple[Block | Figure | Aside, ...]:
    with TemporaryDirectory() as folder:
        return make_publication(Path(folder)).blocks(body)


@settings(max_examples=150)
@given(bodies())
def test_every_word_is_in_the_model_once_with_its_line(body: str) -> None:
    found = [placed for part in read(body) for words in in_part(part) for placed in words]
    assert sorted(found) == sorted(in_text(body, 5))


@settings(max_examples=100)
@given(bodies())
def test_html_and_text_say_the_same(body: str) -> None:
    parts = read(body)
    asides = [each for part in parts if isinstance(part, Aside) for each in part.body]
    notes = []
    for block in (part for part in [*parts, *asides] if isinstance(part, Block)):
        said = WORD.findall(re.sub(r"<[^>]*>", " ", block.html))
        texts = [block.text, *(note.text.text for note in block.notes)]
        assert sorted(said) == sorted(WORD.findall(" ".join(texts)))
        assert len(re.findall('class="note"', block.html)) == len(block.notes)
        for note in block.notes:
            assert note.text.html in block.html
            assert re.search(rf"\S{note.number}\b", block.text)
        notes += [note.number for note in block.notes]
    assert notes == list(range(1, len(notes) + 1))


SCRAPS = (
    *("::: sidebar", "::: verse {title=a}", "::: figures", "::: interview", "::: b", ":::", "::::"),
    *("[^1]", "[^1]: ", "[^2]: a", "^[", "]", "[", "](https://a.org)", "{span=2}", "{", "}"),
    *("|a|b|", "|-|-|", "> ", "- ", "1. ", "# ", "### ", "**Q:** ", "-- ", "```", "---", "    "),
    *("![a](../images/photo.png)", "![", "*", '"', "<b>", "`", "\\", "word", " ", "\t"),
    *("\n", "\n", "\n\n", "\n\n", "\n\n"),
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join))
def test_no_mixture_breaks_the_reader(body: str) -> None:
    with TemporaryDirectory() as folder:
        publication = make_publication(Path(folder))
        publication.write({"winter/articles/news.md": article(body)})
        for problem in publication.problems():
            assert problem.pos is not None
            assert 0 < problem.pos.line <= body.count("\n") + 5
