"""Contact lines to the values of a contact block, one rule after the other for each line."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pamphleteer.importing.clues import ends_sentence, has_address
from pamphleteer.importing.names import NETWORKS, field_of_label
from pamphleteer.importing.pieces import Entry, Piece
from pamphleteer.importing.source import Block, Line, note
from pamphleteer.importing.words import divides, links, plain, printed_words
from pamphleteer.problems import Problem, SourcePos, warning

LABELLED = re.compile(r"(?P<label>[^:@/]{1,40}?)\s*[::]\s+(?P<value>\S.*)")
NAKED_LABEL = re.compile(r"(?P<label>[^\W\d][\w-]*\.?)\s+(?P<value>\S+@\S+|\+?[\d][\d ()/.-]{5,})")
EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(\.[\w-]+)+")
WEB = re.compile(r"(https?://)?([\w-]+\.)+[a-z]{2,}(/\S*)?", re.IGNORECASE)
PHONE = re.compile(r"\+?[\d(][\d ()/.-]{5,}\d")
HANDLE = re.compile(r"@[\w.-]+")
FEDIVERSE = re.compile(r"@(?P<user>[\w.-]+)@(?P<host>[\w-]+(\.[\w-]+)+)")
FIELD_SHAPES = {"email": EMAIL, "web": WEB, "phone": PHONE}
BLOCK_MARK = re.compile(r"\A\s*(?:[-*+]\s+|>\s?|#+\s+|`{3,}|~{3,})")
DIVIDER = re.compile(r"\s+(?:\\?\||[·•])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """A line, or a part of one, of contact matter; ``known`` are the values found before it."""

    markdown: str
    pos: SourcePos
    known: tuple[Entry, ...] = ()

    @property
    def text(self) -> str:
        """The line as printed."""
        return plain(self.markdown)

    @property
    def parts(self) -> tuple[str, str]:
        """Label and value; the label is empty if there is none."""
        match = LABELLED.fullmatch(self.text)
        if not match:
            match = NAKED_LABEL.fullmatch(self.text)
            match = match if match and field_of_label(match["label"]) else None
        return (match["label"], match["value"]) if match else ("", self.text)

    @property
    def url(self) -> str:
        """The target of the line's first link, or nothing."""
        return next((target for _, target in links(self.markdown)), "")

    def has(self, field: str) -> bool:
        """Whether a value of this name was found before."""
        return any(entry.key == ("contact", field) for entry in self.known)

    def entry(self, *key: str, value: str, spoken: str = "", url: str = "") -> Entry:
        """Make an entry of the contact block."""
        return Entry(key=("contact", *key), value=value, spoken=spoken, url=url, pos=self.pos)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """The values of a contact block in the document's order, and what was unsure."""

    entries: tuple[Entry, ...]
    unsure: tuple[Problem, ...]


def is_contact_lines(block: Block) -> bool:
    """Whether most of a block's lines, and two at least, are labelled addresses."""
    lines = [*_lines_of(block)]
    labelled = sum(_is_labelled(line) for line in lines)
    return labelled >= 2 and labelled >= 0.6 * len(lines)


def _is_labelled(line: ContactLine) -> bool:
    label, value = line.parts
    known = field_of_label(label) or label.strip().casefold() in NETWORKS
    return bool(known and (has_address(value) or HANDLE.match(value) or PHONE.fullmatch(value)))


def _lines_of(block: Block) -> Iterator[ContactLine]:
    for line in _divided(block):
        parts = DIVIDER.split(_stripped(line))
        for part in parts if divides(parts, " ".join(parts)) else [_stripped(line)]:
            if plain(part):
                yield ContactLine(markdown=part, pos=line.pos)


def _divided(block: Block) -> tuple[Line, ...]:
    """The block's lines; one line of all if its markup goes over their ends."""
    lines = tuple(_stripped(line) for line in block.lines)
    if block.kind == "verbatim" or divides(lines, block.text):
        return block.lines
    return (Line(text=" ".join(lines), pos=block.pos),)


def _stripped(line: Line) -> str:
    """A line without marks; it may have the fence below it with which the reader closed code."""
    return BLOCK_MARK.sub("", line.text.split("\n")[0].removesuffix("\\"))


def read_contacts(pieces: Iterable[Piece]) -> Contacts:
    """Read the pieces of a contact part; every word goes to some value."""
    entries: list[Entry] = []
    unsure: list[Problem] = []
    for piece in pieces:
        if piece.role == "contact head":
            key = ("contact", "heading")
            entries.append(Entry(key=key, value=piece.text, pos=piece.block.pos))
            continue
        if not printed_words(piece.block.text):
            continue  # a link's definition
        for line in _lines_of(piece.block):
            entry = _read_line(line, tuple(entries))
            entries.append(entry)
            unsure.extend(_doubts(entry))
    entries, without_target = _with_qr_target(entries)
    return Contacts(entries=tuple(entries), unsure=(*unsure, *without_target))


def _read_line(line: ContactLine, known: tuple[Entry, ...]) -> Entry:
    seen = ContactLine(markdown=line.markdown, pos=line.pos, known=known)
    return next(entry for rule in LINE_RULES if (entry := rule(seen)))


def _qr(line: ContactLine) -> Entry | None:
    if not re.search(r"\bQR\b", line.text, re.IGNORECASE) or line.has("qr"):
        return None
    return line.entry("qr", value=line.text.rstrip(": "), url=line.url)


def _labelled_field(line: ContactLine) -> Entry | None:
    label, value = line.parts
    field = field_of_label(label)
    if not field or line.has(field):
        return None
    if field in FIELD_SHAPES and not FIELD_SHAPES[field].fullmatch(value):
        return None
    return line.entry(field, value=value, spoken=label)


def _account(line: ContactLine) -> Entry | None:
    label, value = line.parts
    url = line.url or _account_url(label, value)
    taken = any(entry.key == ("contact", "accounts", label) for entry in line.known)
    if not (label and url) or taken:
        return None
    return line.entry("accounts", label, value=value, url=url)


def _account_url(label: str, value: str) -> str:
    """Where an account is that is only named: by its network, or by its own address."""
    fediverse = FEDIVERSE.fullmatch(value)
    if fediverse:
        return f"https://{fediverse['host']}/@{fediverse['user']}"
    if EMAIL.fullmatch(value):
        return f"mailto:{value}"
    if WEB.fullmatch(value):
        return web_url(value)
    network = NETWORKS.get(label.strip().casefold(), "")
    return network.format(value.lstrip("@")) if HANDLE.fullmatch(value) else ""


def _bare_field(line: ContactLine) -> Entry | None:
    for field, shape in FIELD_SHAPES.items():
        if shape.fullmatch(line.text) and not line.has(field):
            return line.entry(field, value=line.text)
    return None


def _intro(line: ContactLine) -> Entry | None:
    """Words before the first address; their colon leads to it and is left to the layout."""
    if any(entry.key[1] not in ("heading", "intro") for entry in line.known):
        return None
    return line.entry("intro", value=line.text.rstrip(": "))


def _post(line: ContactLine) -> Entry:
    return line.entry("post", value=line.text)


LINE_RULES: tuple[Callable[[ContactLine], Entry | None], ...] = (
    _qr,
    _labelled_field,
    _account,
    _bare_field,
    _intro,
    _post,
)


def _doubts(entry: Entry) -> Iterator[Problem]:
    field = entry.key[1]
    if field == "post" and not entry.spoken:
        words = entry.value
        prose = ends_sentence(words) or len(words) > 60 or has_address(words)
        message = f'"{words}" was put among the lines of the postal address'
        hint = "Move it in publication.yaml if it belongs elsewhere."
        make = warning if prose else note
        yield make("contact-line", message, hint=hint, pos=entry.pos)


def _with_qr_target(entries: list[Entry]) -> tuple[list[Entry], list[Problem]]:
    """Let a QR code without a link of its own open the web page, or else stand as a line."""
    result, unsure = [], []
    web = next((entry.value for entry in entries if entry.key == ("contact", "web")), "")
    for entry in entries:
        if entry.key != ("contact", "qr") or entry.url:
            result.append(entry)
        elif web:
            url = web_url(web)
            result.append(Entry(key=entry.key, value=entry.value, pos=entry.pos, url=url))
            message = f"the QR code will open {url}, the web page of the contact block"
            unsure.append(note("qr-target", message, pos=entry.pos))
        else:
            key = ("contact", "post")
            result.append(Entry(key=key, value=entry.value, pos=entry.pos))
            message = f'"{entry.value}" speaks of a QR code, but no address says what it opens'
            unsure.append(warning("qr-target", message, pos=entry.pos))
    return result, unsure


def web_url(printed: str) -> str:
    """A web address as a link: ``leftcom.org`` becomes ``https://leftcom.org``."""
    return printed if "://" in printed else f"https://{printed}"
