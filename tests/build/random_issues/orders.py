"""Whole publications: the running order of articles, and what stands between and around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

import yaml

from tests.build.photographs import photographs
from tests.build.random_issues.articles import (
    SHORT,
    Written,
    write_article,
    write_text,
)
from tests.build.random_issues.pen import Pen, Strand, Voice

LANGUAGES: Mapping[str, float] = {"en-US": 5, "en-GB": 1, "de": 1, "fr": 1, "es": 1, "pl": 1}

SIZES: Mapping[tuple[str, str], float] = {("half-letter", "letter"): 3, ("a5", "a4"): 2}
"""Pages, and the paper that they are printed on."""

STARTS: Mapping[str, float] = {
    "": 8,
    "run-on": 1,
    "new-page": 1.5,
    "right-page": 0.5,
    "left-page": 0.5,
    "new-column": 1,
}

NOTICES: Mapping[str, float] = {"1/8": 2, "1/4": 2, "1/3": 1, "1/2": 1, "2/3": 0.5, "full": 0.5}

NOTICE_WORDS = {"1/8": 8, "1/4": 20, "1/3": 25, "1/2": 40, "2/3": 60, "full": 80}

QR = "https://example.org/news"


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomIssue:
    """A publication's files by their names below ``issues``, and the numbers of its words.

    Each number of a strand stands on the pages once, behind those before it; those that are
    ``repeated`` once at least, those that are ``spare`` once at most, ``loose`` ones anyhow.
    """

    files: Mapping[str, str | bytes]
    strands: tuple[tuple[int, ...], ...]
    repeated: frozenset[int]
    spare: frozenset[int]
    loose: frozenset[int]


@dataclass(slots=True, kw_only=True)
class _Making:
    """An issue in the making: its files, its running order, and about how many pages it has."""

    pen: Pen
    language: str
    files: dict[str, str | bytes] = field(default_factory=lambda: {**photographs()})
    publication: dict[str, Any] = field(default_factory=dict)
    order: list[Any] = field(default_factory=list)
    pages: float = 0.5
    jumps: list[tuple[dict[str, Any], Written, float]] = field(default_factory=list)

    @property
    def voice(self) -> Voice:
        """The voice of what stands between articles."""
        return Voice(language=self.language)

    def text(self, words: int, *, strand: Strand | None = None) -> str:
        """A few words of a strand of their own, if no other is given."""
        strand = self.pen.strand() if strand is None else strand
        return self.pen.words(self.pen.between(1, words), self.voice, strand)

    def file(self, folder: str, text: str) -> str:
        """Write a file and give its path from the manifest's folder."""
        path = f"{folder}/n{len(self.files)}.md"
        self.files[f"winter/{path}"] = text
        return path


def write_issue(seed: int) -> RandomIssue:
    """Write the publication of a seed."""
    pen = Pen(chance=Random(seed))
    making = _Making(pen=pen, language=pen.pick(LANGUAGES))
    _write_publication(making)
    _write_front(making)
    _write_articles(making)
    _write_back(making, mailed=pen.happens(0.1))
    _write_jumps(making)
    issue = {"volume": "2", "number": "7", "date": "Winter", "articles": making.order}
    making.files["publication.yaml"] = _dump(making.publication)
    making.files["winter/issue.yaml"] = _dump(issue)
    return RandomIssue(
        files=making.files,
        strands=tuple(map(tuple, pen.strands)),
        repeated=frozenset(pen.repeated),
        spare=frozenset(pen.spare),
        loose=frozenset(pen.loose),
    )


def _dump(keys: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(keys), allow_unicode=True, sort_keys=False)


def _write_publication(making: _Making) -> None:
    """What all issues share; what stands on the back page comes with it."""
    pen, made = making.pen, making.publication
    page, paper = pen.pick(SIZES)
    made |= {
        "title": pen.pick({"Our News": 2, "The Stairwell": 1, "Notes": 1}),
        "language": making.language,
        "page": page,
        "printing": {"paper": paper, **_scheme(pen)},
    }
    if pen.happens(0.5):
        made["subtitle"] = making.text(5)
    if pen.happens(0.2):
        made["ears"] = {"left": making.text(4), "right": making.text(3)}
    if pen.happens(0.3):
        made["fillers"] = [_filler(making) for _ in range(pen.between(1, 3))]


def _scheme(pen: Pen) -> dict[str, str]:
    """A booklet, or leaves that are printed on one side."""
    leaves = {"scheme": "loose-leaf", "flip": "simplex"}
    return leaves if pen.happens(0.25) else {"scheme": "saddle-stitch"}


def _filler(making: _Making) -> dict[str, str]:
    pen = making.pen
    if pen.happens(0.6):
        return {"banner": making.text(5, strand=pen.spare)}
    size = pen.pick({"1/8": 1, "1/4": 1, "1/3": 1})
    return {"notice": "winter/images/land.png", "size": size, "alt": "A picture"}


def _write_front(making: _Making) -> None:
    """A cover, or a list of contents, or nothing before the first article."""
    pen = making.pen
    if pen.happens(0.12):
        cover = {"cover": "images/portrait.png", "alt": "What one sees in it"}
        keys = {"headline": 5, "standfirst": 12, "credit": 2}
        cover |= {key: making.text(most) for key, most in keys.items() if pen.happens(0.7)}
        making.order.append(cover)
        making.pages += 1
    if pen.happens(0.2):
        making.order.append(_contents(making))


def _contents(making: _Making) -> Any:
    pen = making.pen
    if pen.happens(0.4):
        return "contents"
    columns = {"columns": pen.pick({"1": 1, "2": 1})} if pen.happens(0.6) else {}
    return {"contents": making.text(3), **columns}


def _write_articles(making: _Making) -> None:
    """Two to seven articles, and what stands between them."""
    pen = making.pen
    for _ in range(pen.pick({1: 0.5, 2: 2, 3: 3, 4: 3, 5: 2, 7: 1})):
        is_group = pen.happens(0.12)
        if is_group:
            _write_group(making)
        else:
            _write_one(making)
        if not is_group and pen.happens(0.2):  # a notice would take of the second one's column
            making.order.append(_between(making))


def _write_one(making: _Making) -> None:
    pen = making.pen
    written = write_article(pen, language=making.language)
    entry: dict[str, Any] = {"article": making.file("articles", written.text)}
    if written.columns:
        entry["columns"] = str(written.columns)
    start = pen.pick(STARTS)
    if start and (start != "new-column" or _may_stand_beside(making, written)):
        entry["start"] = start
    if written.lines > 40 and len(making.jumps) < 3 and pen.happens(0.35):
        making.jumps.append((entry, written, making.pages))
    making.pages += written.pages + (0.5 if start.endswith("page") else 0.1)
    plain = len(entry) == 1 and not any(entry is each for each, *_ in making.jumps)
    making.order.append(entry["article"] if plain else entry)


def _may_stand_beside(making: _Making, written: Written) -> bool:
    """Whether an article comes right before, which has as many columns."""
    before = making.order[-1] if making.order else None
    if isinstance(before, str):
        return before.startswith("articles/") and written.columns is None
    own = str(written.columns) if written.columns else None
    return isinstance(before, dict) and "article" in before and before.get("columns") == own


def _write_group(making: _Making) -> None:
    """Two short articles side by side."""
    for position in range(2):
        written = write_article(making.pen, language=making.language, lengths=SHORT)
        entry: dict[str, Any] = {"article": making.file("articles", written.text)}
        if position:
            entry["start"] = "beside"
        making.order.append(entry)
        making.pages += written.pages / 2


def _between(making: _Making) -> Any:
    """A banner, box or notice between articles."""
    pen = making.pen
    match pen.pick({"banner": 3, "box": 1, "notice": 2, "contents": 0.3}):
        case "banner":
            columns = {"columns": pen.pick({"1": 1, "2": 1})} if pen.happens(0.4) else {}
            return {"banner": making.text(7), **columns}
        case "box":
            text = write_text(pen, words=pen.between(10, 90), language=making.language)
            making.pages += 0.2
            return {"box": making.file("boxes", text)}
        case "contents" if not any(_is_contents(each) for each in making.order):
            return _contents(making)
    return _notice(making)


def _is_contents(entry: Any) -> bool:
    return entry == "contents" or (isinstance(entry, dict) and "contents" in entry)


def _notice(making: _Making) -> dict[str, str]:
    pen = making.pen
    size = pen.pick(NOTICES)
    if pen.happens(0.4):
        return {"notice": "images/land.png", "size": size, "alt": "A picture"}
    words = pen.between(3, NOTICE_WORDS[size])
    text = write_text(pen, words=words, language=making.language)
    return {"notice": making.file("notices", text), "size": size}


def _write_back(making: _Making, *, mailed: bool) -> None:
    """What stands on the back page."""
    pen = making.pen
    if pen.happens(0.3):
        making.order.append({"banner": making.text(6)})
    if pen.happens(0.5):
        making.order.append({"box": "about"})
        _write_standing(making, "about", words=pen.between(15, 80))
    if pen.happens(0.3):
        making.order.append("colophon")
        _write_standing(making, "colophon", words=pen.between(8, 30))
    if pen.happens(0.7):
        making.order.append("contact")
        making.publication["contact"] = _contact(making)
    if mailed:
        address = f"{making.text(2)}\n{making.text(3)}"
        making.order.append({"address": address, "note": making.text(3)})


def _write_standing(making: _Making, key: str, *, words: int) -> None:
    """A text that the publication keeps for all its issues."""
    making.publication[key] = f"{key}.md"
    making.files[f"{key}.md"] = write_text(making.pen, words=words, language=making.language)


def _contact(making: _Making) -> dict[str, Any]:
    made: dict[str, Any] = {"heading": making.text(3), "email": "us@example.org"}
    if making.pen.happens(0.6):
        made |= {"intro": making.text(8), "qr": {"url": QR, "label": making.text(3)}}
    return made


def _write_jumps(making: _Making) -> None:
    """Let articles go on at later pages: such as there are even if the rest is not counted."""
    pen = making.pen
    for entry, written, before in making.jumps:
        most = int(0.8 * (making.pages - written.pages)) + 1
        least = int(1.4 * before + 1) + 2
        if least > most:
            continue
        after = (
            f"{pen.between(8, max(9, min(40, written.lines // 3)))} lines"
            if pen.happens(0.6) or written.paragraphs < 4
            else f"{pen.between(1, written.paragraphs // 2)} paragraphs"
        )
        entry["jump"] = {"after": after, "to": str(pen.between(least, most))}
        if pen.happens(0.4):
            entry["jump"]["headline"] = making.text(4)
        making.pages -= 0.5
