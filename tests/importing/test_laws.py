"""Laws of the importing room, for documents put together at random."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pamphleteer.importing import import_documents
from pamphleteer.issue import read_issue
from pamphleteer.problems import IssueError
from tests.importing.documents import Imported, values, write

TOKEN = re.compile(r"\bq[a-j]{3}\b", re.IGNORECASE)
"""A made-up word: ``qabc``, ``Qabc`` or ``QABC``, which stands twelfth: its letters are digits."""

LETTERS = str.maketrans("0123456789", "abcdefghij")


class Typist:
    """Types documents of which each word is another, numbered in their order."""

    def __init__(self) -> None:
        self._count = 0

    def words(self, count: int, style: Callable[[str], str] = str.lower) -> str:
        """Type words; the first one begins with a capital."""
        start, self._count = self._count, self._count + count
        numbers = range(start, self._count)
        typed = [style(f"q{number:03}".translate(LETTERS)) for number in numbers]
        return " ".join([typed[0][:1].upper() + typed[0][1:], *typed[1:]])

    def paragraph(self, count: int) -> str:
        return f"{self.words(count)}."

    def cut(self, count: int, at: int, gap: str) -> str:
        """Type a paragraph that a page's end cuts after some words."""
        words = self.paragraph(count).split()
        return " ".join(words[:at]) + gap + " ".join(words[at:])


Block = Callable[[Typist], str]


def paragraphs(count: int) -> Block:
    return lambda typist: typist.paragraph(count)


def cut_paragraphs(count: int, at: int, gap: str) -> Block:
    return lambda typist: typist.cut(count, at, gap)


def heads(count: int, style: Callable[[str], str], shape: str) -> Block:
    return lambda typist: shape.format(typist.words(count, style))


def lists(count: int, mark: str) -> Block:
    return lambda typist: "\n".join(f"{mark}{typist.words(3)}" for _ in range(count))


def addresses(count: int) -> Block:
    return lambda typist: "\n".join(
        ["Contact", "", *(f"Email: {typist.words(1)}@example.org" for _ in range(count)), ""]
    )


def standing_texts(count: int) -> Block:
    return lambda typist: f"Who We Are\n\n{typist.paragraph(count)}"


def verses(count: int) -> Block:
    return lambda typist: "\n".join(typist.words(3) for _ in range(count))


few = st.integers(2, 5)
many = st.integers(8, 40)
styles = st.sampled_from([str.upper, str.title])

plain_blocks = st.one_of(
    st.builds(paragraphs, many),
    st.builds(paragraphs, many),
    st.builds(cut_paragraphs, many, st.integers(1, 7), st.sampled_from(["\n\n", "\n\n\n\n"])),
    st.builds(cut_paragraphs, many, st.integers(1, 7), st.just("\n")),
    st.builds(heads, few, styles, st.just("{}")),
    st.builds(lists, few, st.sampled_from(["- ", "* "])),
    st.builds(addresses, few),
    st.builds(standing_texts, many),
    st.builds(verses, few),
)

marked_blocks = st.one_of(
    plain_blocks,
    st.builds(
        heads, few, styles, st.sampled_from(["# {}", "## {}", "### {}", "{}\n---", "**{}**"])
    ),
    st.builds(heads, few, styles, st.sampled_from(["> {}.", "*{}* and.", "```\n{}\n```"])),
    st.builds(heads, st.just(1), styles, st.just("***\n\n{}")),
)

documents = st.one_of(
    st.tuples(st.just("notes.txt"), st.lists(plain_blocks, min_size=1, max_size=12)),
    st.tuples(st.just("notes.md"), st.lists(marked_blocks, min_size=1, max_size=12)),
)

HEAD = "The Fold, Volume 1, Number 7, May 2026"


def type_document(blocks: list[Block]) -> str:
    typist = Typist()
    typist.words(1)  # so that no word is the first: a head may begin the document
    return "\n\n".join([HEAD, *(block(typist) for block in blocks)]) + "\n"


def import_at(folder: Path, name: str, text: str) -> Imported:
    document = write(folder / name, text)
    return Imported(report=import_documents([document], folder / "issues" / "winter"))


def texts_of(made: Imported) -> tuple[list[str], str]:
    """The texts of an issue's articles, boxes and banners; and those of its contact block."""
    root = made.folder.parent
    found = []
    for item in made.items:
        if isinstance(item, dict):
            box = item.get("box")
            about = root / "about.md" if box == "about" else made.folder / str(box)
            found.append(about.read_text() if box else item["banner"])
        elif item != "contact":
            found.append((made.folder / item).read_text())
    return found, " ".join(printed(made.publication.get("contact", {})))


def printed(contact: Any) -> Iterator[str]:
    """The texts of a contact block; what links lead to is not printed."""
    for key, value in contact.items():
        if isinstance(value, dict):
            yield from (key, *printed(value))
        elif key != "url":
            yield value


@settings(max_examples=120)
@given(documents)
def test_each_word_is_written_once_and_each_text_has_its_words_in_order(
    document: tuple[str, list[Block]],
) -> None:
    name, blocks = document
    text = type_document(blocks)
    with TemporaryDirectory() as folder:
        texts, contact = texts_of(import_at(Path(folder), name, text))
    for each in texts:
        words = [word.lower() for word in TOKEN.findall(each)]
        assert words == sorted(words)
    written = TOKEN.findall(" ".join([*texts, contact]))
    assert sorted(written, key=str.lower) == TOKEN.findall(text)


@settings(max_examples=60)
@given(documents)
def test_what_is_written_can_be_read(document: tuple[str, list[Block]]) -> None:
    """All but what the document does not have (headline, text, article): that alone is told."""
    name, blocks = document
    with TemporaryDirectory() as folder:
        made = import_at(Path(folder), name, type_document(blocks))
        expected = {"the list of articles is empty"} if not made.items else set()
        if None in made.headlines:
            expected = {"the article has no headline"}
        told = {problem.message for problem in made.report.mend}
        assert told - {"the article has no text"} == expected
        if not told:
            assert len(read_issue(made.folder).items) == len(made.items)


@settings(max_examples=30)
@given(documents)
def test_the_same_document_makes_the_same_files(document: tuple[str, list[Block]]) -> None:
    name, blocks = document
    text = type_document(blocks)
    with TemporaryDirectory() as one, TemporaryDirectory() as two:
        first, second = (import_at(Path(folder), name, text) for folder in (one, two))
        for path in (path for path in Path(one).rglob("*") if path.is_file()):
            assert (Path(two) / path.relative_to(one)).read_bytes() == path.read_bytes()
        assert first.done == second.done


odd_text = st.text(
    alphabet=st.sampled_from("ab AB *_`[](){}<>!#-\n\"'.:|>~^\\&;1=/+@\t$%é\u2028"), max_size=120
)


@settings(max_examples=150)
@example("-1", "notes.md")
@given(odd_text, st.sampled_from(["notes.md", "notes.txt"]))
def test_no_text_breaks_the_importer(text: str, name: str) -> None:
    """Either all is written, and the issue room has read it; or nothing is."""
    with TemporaryDirectory() as folder:
        try:
            made: Imported | None = import_at(Path(folder), name, text)
        except IssueError as fault:
            codes = {problem.code for problem in fault.problems}
            made = None
        if made is None:
            assert codes <= {"empty-file", "bad-yaml"}
            assert not (Path(folder) / "issues").exists()
        else:
            assert values(made.folder / "issue.yaml")
            assert all(problem.pos for problem in made.report.mend)


@settings(max_examples=80)
@given(st.binary(max_size=80), st.sampled_from(["notes.md", "notes.txt"]))
def test_no_bytes_break_the_importer(raw: bytes, name: str) -> None:
    with TemporaryDirectory() as folder:
        document = Path(folder) / name
        document.write_bytes(raw)
        try:
            import_documents([document], Path(folder) / "issues" / "winter")
        except IssueError:
            assert not (Path(folder) / "issues").exists()
