"""The proof that no word of the documents was lost and none invented, made on the files' text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import yaml

from pamphleteer.importing.compose import ISSUE_FILE, PUBLICATION_FILE, ArticleFile, Composition
from pamphleteer.importing.markdown_source import split_front_matter
from pamphleteer.importing.parts import Part
from pamphleteer.importing.publication import merged, values_of
from pamphleteer.importing.source import Document
from pamphleteer.importing.words import bare, difference, inline_words, printed_words
from pamphleteer.importing.yamltext import Value
from pamphleteer.issue import yaml_tree
from pamphleteer.problems import Problem, SourcePos, error

WordsByLine = Mapping[SourcePos, tuple[str, ...]]


def prove_words(
    documents: Iterable[Document], made: Composition, publication: yaml_tree.Mapping | None
) -> tuple[Problem, ...]:
    """Compare the documents' words with those of the files that would be written.

    Args:
        documents: The documents as read.
        made: What would be written.
        publication: The publication's manifest if there was one before.

    Returns:
        What is wrong, as errors ``words-lost``; nothing if all words are there, in order.
    """
    words = words_by_line(documents)
    return (
        *_lines_in_no_part(words, made.parts),
        *(problem for file in made.articles for problem in _article_faults(file, words)),
        *_banner_faults(made, words),
        *_entry_faults(made, words),
        *_manifest_faults(made, publication),
    )


def words_by_line(documents: Iterable[Document]) -> dict[SourcePos, tuple[str, ...]]:
    """The documents' printed words, by line."""
    found: dict[SourcePos, tuple[str, ...]] = {}
    for document in documents:
        for word in document.words:
            found[word.pos] = (*found.get(word.pos, ()), word.text)
    return found


def words_of_part(part: Part, words: WordsByLine) -> tuple[str, ...]:
    """The documents' words that a part should have; a word cut in two is one."""
    result: list[str] = []
    for piece in part.pieces:
        for line in piece.block.lines:
            found = list(words.get(line.pos, ()))
            if found and result and not line.lead:
                start = result[-1].removesuffix("-") if line.drops_hyphen else result[-1]
                result[-1] = start + found.pop(0)
            result.extend(found)
    return tuple(result)


def _lost(message: str, pos: SourcePos | None) -> Problem:
    hint = "Nothing was written. This is a fault of Pamphleteer's: please send the document."
    return error("words-lost", message, hint=hint, pos=pos)


def _lines_in_no_part(words: WordsByLine, parts: Iterable[Part]) -> Iterator[Problem]:
    placed = Counter(
        line.pos for part in parts for piece in part.pieces for line in piece.block.lines
    )
    for pos, found in words.items():
        if placed[pos] != 1:
            fate = "would be printed twice" if placed[pos] else "would be lost"
            yield _lost(f'"{" ".join(found[:12])}" {fate}', pos)


def _article_faults(file: ArticleFile, words: WordsByLine) -> Iterator[Problem]:
    front, body = split_front_matter(file.text)
    values = yaml.BaseLoader(front).get_single_data() or {}
    own = [
        key for key, role in (("headline", file.part.head), ("byline", _byline(file.part))) if role
    ]
    head = (word for key in own for word in inline_words(str(values[key])))
    found = (*head, *(word for word, _ in printed_words(body)))
    fault = difference(words_of_part(file.part, words), found)
    if fault:
        yield _lost(f"{file.path}: {fault}", file.part.pieces[0].block.pos)


def _byline(part: Part) -> object:
    return next((piece for piece in part.pieces if piece.role == "byline"), None)


def _read(text: str | None) -> dict[str, Value]:
    return dict(yaml.BaseLoader(text).get_single_data() or {}) if text else {}


def _banner_faults(made: Composition, words: WordsByLine) -> Iterator[Problem]:
    items = _read(made.issue[ISSUE_FILE]).get("articles") or ()
    banners = [item["banner"] for item in items if isinstance(item, dict) and "banner" in item]
    parts = [part for part in made.parts if part.kind == "banner"]
    for part, banner in zip(parts, banners, strict=True):
        found = inline_words(str(banner))
        fault = difference(words_of_part(part, words), found)
        if fault:
            yield _lost(f"banner: {fault}", part.pieces[0].block.pos)


def _entry_faults(made: Composition, words: WordsByLine) -> Iterator[Problem]:
    """Compare, in each part that became values, its words with those of the values and keys."""
    for part in made.parts:
        if part.kind not in ("front", "contact"):
            continue
        lines = {line.pos for piece in part.pieces for line in piece.block.lines}
        texts = [
            text
            for entry in made.entries
            if entry.pos in lines
            for text in (entry.spoken, *entry.key[2:], entry.value)
        ]
        expected = bare(words_of_part(part, words))
        fault = difference(expected, bare(" ".join(texts).split()))
        if fault:
            yield _lost(fault, part.pieces[0].block.pos)


def _manifest_faults(made: Composition, publication: yaml_tree.Mapping | None) -> Iterator[Problem]:
    """Read the manifests back: they must say what the document says, but for what was told."""
    written = _read(made.shared.get(PUBLICATION_FILE))
    shared = written if publication is None else values_of(publication)
    found = merged(shared, _read(made.issue[ISSUE_FILE]))
    for key, value in made.values.items():
        if key in ("title", "publisher", "language") and publication is not None:
            continue
        if not _is_in(value, found.get(key)):
            yield _lost(f'{key} would read "{found.get(key)}" for "{value}"', None)


def _is_in(value: Value, found: Value | None) -> bool:
    if isinstance(value, Mapping) and isinstance(found, Mapping):
        return all(_is_in(each, found.get(key)) for key, each in value.items())
    return value == found
