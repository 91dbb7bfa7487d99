"""Random articles for the kernel's fuzz: every kind of matter, each word unique and numbered.

A seed gives one document. What stands in the main flow (tables included), in the heads of tables,
which are repeated, and in notes is kept apart, each in the order of the source.
"""

import random
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

from pamphleteer.typeset.fetching import BASE_URL, Asset
from tests.typeset.random_styles import BASE_CSS, some_rules

LONG_WORDS = (
    *("communication", "repression", "international", "revolution", "capitalism", "immigration"),
    *("organization", "determination", "understanding", "consciousness", "correspondence"),
)
HEBREW = "פועלי כל העולם התאחדו נגד המלחמה"
SHORT, MIDDLING, LONG = (2, 5, 8), (12, 20, 30), (60,)


def tiny_png(width: int = 8, height: int = 8) -> Asset:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    rows = b"".join(b"\0" + bytes([80, 120, 160] * width) for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return Asset(content=b"\x89PNG\r\n\x1a\n" + chunks, media_type="image/png")


ASSETS = {"dot.png": tiny_png()}


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomDocument:
    """One article, and what must come out of it.

    ``main`` and ``notes`` are words, ``heads`` the heads of tables, their words run together, and
    ``items`` the number of list items, each of which has a marker.
    """

    seed: int
    features: tuple[str, ...]
    css: str
    html: str
    main: tuple[str, ...]
    heads: tuple[str, ...]
    notes: tuple[str, ...]
    items: int

    @property
    def size(self) -> int:
        """How much there is to set, in words and lines of any kind; bounds the frames it takes."""
        return len(self.main) + len(self.heads) + len(self.notes) + self.html.count("<")


@dataclass(slots=True)
class Writer:
    """Writes matter word by word, remembering each word where it belongs."""

    rng: random.Random
    features: frozenset[str]
    main: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    count: int = 0

    def some(self, amounts: tuple[int, ...]) -> int:
        """One of some amounts."""
        return self.rng.choice(amounts)

    def words(self, amount: int, kept: list[str] | None = None) -> str:
        """So many new words, some of them long enough to be hyphenated."""
        words = []
        for _ in range(amount):
            stem = self.rng.choice(LONG_WORDS) if self.rng.random() < 0.15 else "w"
            words.append(f"{stem}{self.count:05d}")
            self.count += 1
        (self.main if kept is None else kept).extend(words)
        return " ".join(words)

    def inline(self, amount: int) -> str:
        """Words with markup, notes, pictures and unbreakable words among them."""
        pieces = []
        while amount > 0:
            taken = min(amount, self.rng.randint(1, 9))
            amount -= taken
            pieces.append(self._marked_up(taken) + self._notes() + self._unbreakable())
        return " ".join(pieces)

    def _marked_up(self, amount: int) -> str:
        words = self.words(amount)
        chance = self.rng.random()
        if "emphasis" in self.features and chance < 0.15:
            return f"<em>{words}</em>"
        if "emphasis" in self.features and chance < 0.25:
            return f"<strong>{words} <em>{self.words(1)}</em></strong>"
        if "link" in self.features and chance < 0.32:
            return f'<a href="https://example.org/{self.count}">{words}</a>'
        if "emphasis" in self.features and chance < 0.36:
            return f"{words}<sup>{self.words(1)}</sup>"
        if "inline-image" in self.features and chance < 0.40:
            return f'{words} <img class="inline" alt="dot" src="{BASE_URL}dot.png">'
        return self._in_other_type(words, chance)

    def _in_other_type(self, words: str, chance: float) -> str:
        if "small-caps" in self.features and 0.40 < chance < 0.45:
            return f'<span class="smallcaps">{words}</span>'
        if "code" in self.features and 0.45 < chance < 0.50:
            return f"<code>{words}</code>"
        if "foreign" in self.features and 0.50 < chance < 0.55:
            return f'<span lang="de">{words}</span>'
        if "soft-hyphen" in self.features and 0.55 < chance < 0.60:
            return words.replace("tion", "tion\u00ad").replace("w0", "w\u00ad0")
        return words

    def _notes(self) -> str:
        written = ""
        if "note" in self.features and self.rng.random() < 0.06:
            written += self._note(self.some((4, 9, 20)))
        if "two-notes" in self.features and self.rng.random() < 0.03:
            written += f"{self._note(5)} {self.words(1)}{self._note(12)}"
        if "long-note" in self.features and self.rng.random() < 0.015:
            written += self._note(self.some((60, 160)))
        return written

    def _note(self, amount: int) -> str:
        return f'<span class="note">{self.words(amount, self.notes)}</span>'

    def _unbreakable(self) -> str:
        if "unbreakable" not in self.features or self.rng.random() > 0.05:
            return ""
        word = "X" * self.some((30, 60)) + f"{self.count:05d}"
        self.count += 1
        self.main.append(word)
        return f" {word}"


def paragraph(writer: Writer) -> str:
    return f"<p>{writer.inline(writer.some(SHORT + MIDDLING + LONG))}</p>"


def crosshead(writer: Writer) -> str:
    return f"<h2>{writer.words(writer.some((2, 3, 14)))}</h2>{paragraph(writer)}"


def two_crossheads(writer: Writer) -> str:
    return f"<h2>{writer.words(3)}</h2><h3>{writer.words(3)}</h3>{paragraph(writer)}"


def flat_list(writer: Writer) -> str:
    return _list(writer, depth=3)


def nested_list(writer: Writer) -> str:
    return _list(writer, depth=0)


def _list(writer: Writer, *, depth: int) -> str:
    tag = writer.rng.choice(("ul", "ol"))
    items = ""
    for _ in range(writer.rng.randint(1, 4)):
        items += f"<li>{writer.inline(writer.some((2, 8, 15)))}"
        deeper = depth < 3 and writer.rng.random() < 0.4
        items += (_list(writer, depth=depth + 1) if deeper else "") + "</li>"
    return f"<{tag}>{items}</{tag}>"


def quotation(writer: Writer) -> str:
    return f"<blockquote>{paragraph(writer)}{paragraph(writer)}</blockquote>"


def box(writer: Writer) -> str:
    return f'<div class="box">{paragraph(writer)}{paragraph(writer)}</div>'


def whole_box(writer: Writer) -> str:
    return f'<div class="box whole">{paragraph(writer)}</div>'


def nested_section(writer: Writer) -> str:
    return f"<section><div>{crosshead(writer)}{paragraph(writer)}</div></section>"


def plain_table(writer: Writer) -> str:
    return f"<table>{_rows(writer)}</table>"


def headed_table(writer: Writer) -> str:
    words = [writer.words(1, []) for _ in range(2)]
    writer.heads.append("".join(words))
    cells = "".join(f"<th>{word}</th>" for word in words)
    return f"<table><thead><tr>{cells}</tr></thead>{_rows(writer)}</table>"


def _rows(writer: Writer) -> str:
    rows = ""
    for _ in range(writer.rng.randint(2, 14)):
        first, second = writer.words(writer.some((1, 2, 3))), writer.words(writer.some((1, 4, 9)))
        rows += f"<tr><td>{first}</td><td>{second}</td></tr>"
    return f"<tbody>{rows}</tbody>"


def figure(writer: Writer) -> str:
    height = writer.some((30, 112, 300))
    picture = f'<img alt="dot" src="{BASE_URL}dot.png" style="height: {height}pt">'
    return f"<figure>{picture}<figcaption>{writer.words(6)}</figcaption></figure>"


def verse(writer: Writer) -> str:
    lines = (writer.words(writer.some((2, 4, 7))) for _ in range(writer.rng.randint(2, 12)))
    return f'<p class="verse">{"<br>".join(lines)}</p>'


def preformatted(writer: Writer) -> str:
    lines = (writer.words(writer.some((1, 4, 8))) for _ in range(writer.rng.randint(2, 12)))
    return "<pre>" + "\n".join(lines) + "</pre>"


def right_to_left(writer: Writer) -> str:
    text = " ".join([HEBREW] * writer.rng.randint(1, 4))
    writer.main.extend(text.split())
    return f'<p dir="rtl" lang="he">{text}</p>'


def rule(writer: Writer) -> str:
    return "<hr>"


def lowered(writer: Writer) -> str:
    return f'<p class="lowered">{writer.words(20)}</p>'


BLOCKS: dict[str, Callable[[Writer], str]] = {
    "crosshead": crosshead,
    "two-crossheads": two_crossheads,
    "list": flat_list,
    "nested-list": nested_list,
    "quotation": quotation,
    "box": box,
    "whole-box": whole_box,
    "nested-section": nested_section,
    "table": plain_table,
    "headed-table": headed_table,
    "figure": figure,
    "verse": verse,
    "preformatted": preformatted,
    "right-to-left": right_to_left,
    "rule": rule,
    "lowered": lowered,
}
INLINE = (
    *("emphasis", "link", "inline-image", "note", "two-notes", "long-note", "unbreakable"),
    *("small-caps", "code", "foreign", "soft-hyphen"),
)
FEATURES = (*INLINE, *BLOCKS)


def write_document(seed: int) -> RandomDocument:
    """The document of a seed: a random choice of features, and three to nine blocks of them."""
    rng = random.Random(seed)
    features = frozenset(rng.sample(FEATURES, rng.randint(4, len(FEATURES))))
    writer = Writer(rng, features)
    kinds = [BLOCKS[name] for name in BLOCKS if name in features] + [paragraph] * 6
    html = "".join(rng.choice(kinds)(writer) for _ in range(rng.randint(3, 9)))
    return RandomDocument(
        seed=seed,
        features=tuple(sorted(features)),
        css=BASE_CSS + some_rules(rng),
        html=html,
        main=tuple(writer.main),
        heads=tuple(writer.heads),
        notes=tuple(writer.notes),
        items=html.count("<li>"),
    )
