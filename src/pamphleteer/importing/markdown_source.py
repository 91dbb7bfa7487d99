"""Markdown to blocks: cut where markdown-it sees blocks, and otherwise left as written."""

import re
from dataclasses import dataclass

from markdown_it.token import Token

from pamphleteer.importing.source import Block, BlockKind, Document, Line, Word
from pamphleteer.importing.words import FOOTNOTE_OPENS, markdown_parser, printed_words
from pamphleteer.problems import SourcePos

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|$)", re.DOTALL)
FENCE = re.compile(r"\s{0,3}(?P<marks>`{3,}(?!.*`)|~{3,})")
CONTAINER_OPENS = re.compile(r"\s{0,3}:::+\s*\S")
CONTAINER_CLOSES = re.compile(r"\s{0,3}:::+\s*$")
LAST_BACKSLASH = re.compile(r"(?<!\\)(?:\\\\)*\\$")
NEEDLESS_ESCAPE = re.compile(r"(?<!\\)\\([$%,;/?])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Lines of the text, by index: from ``start``, ``stop`` not included."""

    kind: BlockKind
    start: int
    stop: int
    level: int = 0


def read_markdown(text: str, shown: str) -> Document:
    """Read Markdown, its front matter apart."""
    front_matter, body = split_front_matter(text)
    lines = body.split("\n")
    spans = _with_definitions(_with_containers(_spans(body), lines), lines)
    blocks = (_block(span, lines, shown) for span in spans)
    return Document(
        path=shown,
        front_matter=front_matter,
        blocks=tuple(block for block in blocks if block.lines),
        words=tuple(
            Word(text=word, pos=SourcePos(path=shown, line=line))
            for word, line in printed_words(body)
        ),
    )


def split_front_matter(text: str) -> tuple[str, str]:
    """Split off front matter; empty lines take its place, so that a line's number stays."""
    match = FRONT_MATTER.match(text)
    if not match:
        return "", text
    return match[1] or "", "\n" * match[0].count("\n") + text[match.end() :]


def _spans(text: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    footnote: list[int] | None = None
    for token in markdown_parser().parse(text):
        if token.level == 0 and token.type == FOOTNOTE_OPENS:
            footnote = []
        elif footnote is not None and token.level == 0:
            if footnote:
                spans.append(Span(kind="definition", start=min(footnote), stop=max(footnote)))
            footnote = None
        elif footnote is not None:
            footnote.extend(token.map or ())
        elif token.level == 0 and token.map and token.nesting >= 0:
            start, stop = token.map
            spans.append(Span(kind=_kind(token), start=start, stop=stop, level=_level(token)))
    return tuple(spans)


def _kind(token: Token) -> BlockKind:
    kinds: dict[str, BlockKind] = {"paragraph_open": "paragraph", "heading_open": "heading"}
    return kinds.get(token.type, "verbatim")


def _level(token: Token) -> int:
    return int(token.tag[1]) if token.type == "heading_open" else 0


def _with_containers(spans: tuple[Span, ...], lines: list[str]) -> tuple[Span, ...]:
    """Make one verbatim span of all that stands between ``::: name`` and ``:::``."""
    result: list[Span] = []
    opened = False
    last_end = max((i for i, line in enumerate(lines) if CONTAINER_CLOSES.match(line)), default=0)
    for span in spans:
        named = span.kind == "paragraph" and CONTAINER_OPENS.match(lines[span.start])
        opens = named and last_end > span.start
        if opened or opens:
            start = result.pop().start if opened else span.start
            result.append(Span(kind="verbatim", start=start, stop=span.stop))
            inside = lines[span.start : span.stop]
            opened = not any(CONTAINER_CLOSES.match(line) for line in inside)
        else:
            result.append(span)
    return tuple(result)


def _with_definitions(spans: tuple[Span, ...], lines: list[str]) -> tuple[Span, ...]:
    """Add the lines that markdown-it keeps to itself: definitions of links."""
    covered = {index for span in spans for index in range(span.start, span.stop)}
    loose: list[Span] = []
    for index, line in enumerate(lines):
        if not line.strip() or index in covered:
            continue
        goes_on = loose and loose[-1].stop == index and not line.lstrip().startswith("[")
        start = loose.pop().start if goes_on else index
        loose.append(Span(kind="definition", start=start, stop=index + 1))
    return tuple(sorted([*spans, *loose], key=lambda span: span.start))


def _block(span: Span, lines: list[str], shown: str) -> Block:
    texts = _texts(span, lines[span.start : span.stop])
    return Block(
        kind=span.kind,
        lines=tuple(
            Line(text=text, pos=SourcePos(path=shown, line=span.start + index + 1))
            for index, text in texts
        ),
        level=span.level,
        wide_gap=span.start >= 2 and not "".join(lines[span.start - 2 : span.start]).strip(),
    )


def _texts(span: Span, lines: list[str]) -> list[tuple[int, str]]:
    """The span's lines as they go on: a heading without its marks, no empty line at the end."""
    if span.kind == "heading":
        found = ((index, _heading_text(line)) for index, line in enumerate(lines))
        return [(index, text) for index, text in found if text]
    texts = _paragraph_lines(lines) if span.kind == "paragraph" else lines
    while texts and not texts[-1].strip():
        texts.pop()
    return list(enumerate(_with_end_of_code(texts)))


def _with_end_of_code(texts: list[str]) -> list[str]:
    """Close a fence of code that goes on to the document's end, so that text may follow it."""
    fence = FENCE.match(texts[0]) if texts else None
    if not fence or (len(texts) > 1 and texts[-1].strip().startswith(fence["marks"])):
        return texts
    return [*texts[:-1], f"{texts[-1]}\n{fence['marks']}"]


def _paragraph_lines(lines: list[str]) -> list[str]:
    """Lines without spaces at their ends and needless escapes; those with code as written."""
    if any("`" in line for line in lines):
        return lines
    hard_breaks = ["\\" if line.endswith("  ") else "" for line in lines[:-1]]
    return [
        NEEDLESS_ESCAPE.sub(r"\1", _stripped(line)) + hard_break
        for line, hard_break in zip(lines, [*hard_breaks, ""], strict=True)
    ]


def _stripped(line: str) -> str:
    """A line without its spaces; but an indent of four keeps a mark from being one.

    A backslash before spaces is printed; without them it would break the line.
    """
    space, text = line[: len(line) - len(line.lstrip())], line.strip()
    indent = "    " if "\t" in space or len(space) >= 4 else ""
    printed = line != line.rstrip() and LAST_BACKSLASH.search(text)
    return indent + text + ("\\" if printed else "")


def _heading_text(text: str) -> str:
    without_marks = re.sub(r"^\s{0,3}#{1,6}(?=\s|$)|(?<=\s)#+\s*$", "", text).strip()
    return "" if re.fullmatch(r"=+|-+", without_marks) else without_marks
