"""Reads YAML as text with places: every scalar stays as written, every key knows its line.

YAML's own typing would make ``no`` a falsehood, ``18:30`` a number and ``012`` ten; here they are
text. What manifests do not need, and what can hide text or blow up, is refused: anchors, aliases,
tags, several documents, deep nesting, duplicate keys.

The parser's events are read rather than PyYAML's composed nodes: a depth limit holds while reading
(composing recurses in C), and a fault in one value does not hide the next one.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import cast

import yaml
from yaml.error import Mark

from pamphleteer.issue.files import CONTROL
from pamphleteer.issue.yaml_tree import (
    Entry,
    Faulty,
    Mapping,
    Node,
    Scalar,
    Sequence,
    describe,
)
from pamphleteer.problems import Problem, SourcePos, error

DEEPEST = 16

DEEPEST_READ = 1000
"""At this depth reading stops: libyaml's time grows with the square of it."""

NULLS = ("", "~", "null")

HIDDEN_TEXT = re.compile(r"[ \t]+(#\S.*)")

QUOTE_HINT = 'If this is text, put it in quotes: key: "text".'

SYNTAX_HINTS = (
    (
        re.compile(r"mapping values are not allowed"),
        QUOTE_HINT + " (A colon in a text needs them.)",
    ),
    (re.compile(r"cannot start any token|alias|anchor|tag"), QUOTE_HINT),
    (re.compile(r"did not find expected"), "Look for a missing quote, or lines indented unevenly."),
    (re.compile(r"end of stream"), "A quote that was opened is not closed."),
    (re.compile(r"escape"), "Use 'single quotes' where a text has a backslash."),
)


def parse_yaml(
    text: str, path: str, *, first_line: int = 1
) -> tuple[Mapping | None, list[Problem]]:
    """Read a YAML mapping.

    Args:
        text: The YAML source.
        path: The file's name as problems show it.
        first_line: The line of the file on which ``text`` begins.

    Returns:
        The mapping, or None if the text is not YAML or not a mapping; and the problems found.
        An empty text is an empty mapping.
    """
    reader = _Reader(text, path, first_line)
    try:
        node = reader.read_document()
    except yaml.MarkedYAMLError as failure:
        return None, [*reader.problems, reader.syntax_problem(failure)]
    except _TooDeepError:
        return None, reader.problems
    if isinstance(node, Mapping):
        return node, reader.problems
    if not isinstance(node, Faulty):
        reader.problems.append(_no_mapping(node, is_whole_file=first_line == 1))
    return None, reader.problems


def _no_mapping(node: Node, *, is_whole_file: bool) -> Problem:
    expected = f"is {describe(node)}; expected keys with values, such as"
    if is_whole_file:
        return error("wrong-type", f"the file {expected} title: Our News", pos=node.pos)
    hint = "Write *** for a rule at the top of a text."
    message = f"what stands between the lines of --- {expected} headline: News"
    return error("wrong-type", message, hint=hint, pos=node.pos)


class _TooDeepError(Exception):
    """The rest of the text is not read; what is wrong with it was told."""


class _Reader:
    """Builds nodes from the parser's events; collects problems that do not stop the parser."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._text = text
        self._line_ends = [match.start() for match in re.finditer("\n", text)]
        self._path = path
        self._first_line = first_line
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=loader))
        self.problems: list[Problem] = []

    def read_document(self) -> Node:
        """Read the only document of the stream.

        Raises:
            yaml.MarkedYAMLError: the text is not YAML.
        """
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return Mapping(entries=(), pos=SourcePos(path=self._path, line=1, column=1))
        node = self._read_node(next(self._events), depth=0)
        next(self._events)
        after = next(self._events)
        if isinstance(after, yaml.DocumentStartEvent):
            self._refuse(after, "a second document begins here", "Delete the line of dashes.")
        return node

    def syntax_problem(self, failure: yaml.MarkedYAMLError) -> Problem:
        """Tell what the parser said, with the nearest fix."""
        said = " ".join(part for part in (failure.problem, failure.context) if part)
        if "nesting depth" in said:  # libyaml, or PyYAML from 6.0.4 on, gave up before we did
            said = f"nested more than {DEEPEST} levels deep"
        is_unclosed = "end of stream" in said and failure.context_mark
        found = failure.context_mark if is_unclosed else failure.problem_mark
        mark = _mark(found) if found else None
        pos = self._pos(mark.index) if mark else SourcePos(path=self._path)
        if mark and self._text.startswith("\t", mark.index):
            hint = "Indent with spaces, not with tabs."
        else:
            hint = next((hint for pattern, hint in SYNTAX_HINTS if pattern.search(said)), "")
        return error("bad-yaml", f"not YAML: {said}", hint=hint, pos=pos)

    def _read_node(self, event: yaml.Event, depth: int) -> Node:
        self._check_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._read_scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return Faulty(pos=self._start(event))
        if depth == DEEPEST:
            return self._skip(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._read_sequence(event, depth)
        return self._read_mapping(event, depth)

    def _check_properties(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f'the alias "*{event.anchor}" is not allowed', QUOTE_HINT)
        elif isinstance(event, yaml.NodeEvent) and event.anchor:
            self._refuse(event, f'the anchor "&{event.anchor}" is not allowed', QUOTE_HINT)
        elif tag := getattr(event, "tag", None):
            self._refuse(event, f'the tag "{tag}" is not allowed', QUOTE_HINT)

    def _read_scalar(self, event: yaml.ScalarEvent) -> Scalar:
        is_plain = event.implicit[0]
        if is_plain:
            self._check_hidden_text(event)
        if control := CONTROL.search(event.value):
            message = f"the control character U+{ord(control[0]):04X} cannot be printed"
            self._refuse(event, message, "Delete it.")
        is_null = is_plain and event.value in NULLS
        return Scalar(text=None if is_null else event.value, pos=self._start(event))

    def _check_hidden_text(self, event: yaml.ScalarEvent) -> None:
        """Find a word such as ``#NoWar`` after a text, which YAML would drop as a comment."""
        hidden = HIDDEN_TEXT.match(self._text, _mark(event.end_mark).index)
        if hidden:
            pos = self._pos(hidden.start(1))
            message = f'"{hidden[1]}" would be dropped as a comment'
            hint = "Put the whole text in quotes, or write a space after # for a comment."
            self.problems.append(error("hidden-text", message, hint=hint, pos=pos))

    def _read_sequence(self, start: yaml.Event, depth: int) -> Sequence:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._read_node(event, depth + 1))
        return Sequence(items=tuple(items), pos=self._start(start))

    def _read_mapping(self, start: yaml.Event, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._read_node(event, depth + 1)
            value = self._read_node(next(self._events), depth + 1)
            self._add_entry(entries, key, value)
        return Mapping(entries=tuple(entries.values()), pos=self._start(start))

    def _add_entry(self, entries: dict[str, Entry], key: Node, value: Node) -> None:
        if not isinstance(key, Scalar) or key.text is None:
            message = f"a key is {describe(key)}; expected a word"
            self.problems.append(error("bad-yaml", message, hint=QUOTE_HINT, pos=key.pos))
        elif key.text in entries:
            first = entries[key.text].pos.line
            message = f'the key "{key.text}" stands here again; it is on line {first} already'
            hint = "Delete one of the two."
            self.problems.append(error("duplicate-key", message, hint=hint, pos=key.pos))
        else:
            entries[key.text] = Entry(key=key.text, value=value, pos=key.pos)

    def _skip(self, start: yaml.Event) -> Faulty:
        """Pass over a value that is nested too deeply."""
        self._refuse(start, f"nested more than {DEEPEST} levels deep", "")
        open_count = 1
        while open_count:
            if open_count == DEEPEST_READ:
                raise _TooDeepError
            event = next(self._events)
            open_count += isinstance(event, yaml.CollectionStartEvent)
            open_count -= isinstance(event, yaml.CollectionEndEvent)
        return Faulty(pos=self._start(start))

    def _refuse(self, event: yaml.Event, message: str, hint: str) -> None:
        pos = self._start(event)
        self.problems.append(error("bad-yaml", message, hint=hint, pos=pos))

    def _start(self, event: yaml.Event) -> SourcePos:
        return self._pos(_mark(event.start_mark).index)

    def _pos(self, index: int) -> SourcePos:
        """Count lines as editors do: YAML also takes U+0085 and U+2028 for ends of lines."""
        line = bisect_left(self._line_ends, index)
        start = self._line_ends[line - 1] + 1 if line else 0
        return SourcePos(path=self._path, line=line + self._first_line, column=index - start + 1)


def _mark(mark: object) -> Mark:
    """Narrow a mark's type: with libyaml it is a class of its own, with the same fields."""
    return cast(Mark, mark)
