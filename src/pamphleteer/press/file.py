"""A PDF under way: objects that are written now, beside those that stay as they were in a source.

Of pages, forms and bookmarks a file has thousands. They are written down as bytes at once, and what
they refer to in the source is copied as bytes, under the number that it had there, streams coded
as they were. Sections are those of ISO 32000-2.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import chain

from pamphleteer.objects import Document
from pamphleteer.press.written import write_entries

REFERENCE = re.compile(
    rb"\((?:[^\\()]|\\.)*+\)|<[0-9a-f]*+>|(?<!\d)(\d{1,10}) (\d{1,5}) R\b", re.DOTALL
)
"""A reference (7.3.10), or a string, in which one is none (7.3.4), both as qpdf writes them."""

LEAST_VERSION = "1.7"

# Four bytes above 127 tell whoever sends a file that it is no text (7.5.2).
HEADER = b"%%PDF-%b\n%%\xe2\xe3\xcf\xd3\n"

Number = tuple[int, int]
"""Of an object: its number and its generation (7.3.10)."""

Parts = tuple[bytes, ...]
"""What stands for an object in a file: pieces, so that long ones need not be put together."""


class NewFile:
    """A file that is being written.

    ``root`` are the entries of its catalog, ``info`` those of its document information. What is
    ``added`` has numbers above all those of the source.
    """

    def __init__(self, source: Document, *, whole: bool = False) -> None:
        """Begin with nothing; of the ``whole`` source pages may be kept, else they are left out.

        Whatever refers to a page that is left out refers to nothing (7.3.10).
        """
        self.source = source
        self.root: dict[str, bytes] = {"/Type": b"/Catalog"}
        self.info: dict[str, bytes] = {}
        self._added: dict[Number, Parts] = {}
        self._kept: set[Number] = set()
        self._seen: set[bytes] = set()
        self._first = self._next = source.free
        self._left = set() if whole else {_number(page.reference) for page in source.pages}

    def add(self, *parts: bytes) -> bytes:
        """Write an object; the reference to it."""
        reference = self.reserve()
        self._added[self._next - 1, 0] = parts
        return reference

    def add_stream(self, entries: bytes, data: bytes) -> bytes:
        """Write a stream (7.3.8): the entries of its dictionary but its length, and its bytes."""
        head = b"<< %b /Length %d >>\nstream\n" % (entries, len(data))
        return self.add(head, data, b"\nendstream")

    def reserve(self) -> bytes:
        """A reference to an object that is to be written later."""
        self._next += 1
        return b"%d 0 R" % (self._next - 1)

    def put(self, reference: bytes, *parts: bytes) -> None:
        """Write an object to which there is a reference."""
        self._added[_number(reference)] = parts

    def keep(self, written: bytes) -> bytes:
        """Keep all that something of the source refers to, as it is; what was given."""
        if written not in self._seen:
            self._seen.add(written)
            found = (match.groups() for match in REFERENCE.finditer(written))
            self._kept.update((int(number), int(of)) for number, of in found if number)
        return written

    def write(self) -> bytes:
        """The file; its identifier is made of what is in it (14.4)."""
        root, info = (self._next, 0), (self._next + 1, 0)
        own = {root: (write_entries(self.root),), info: (write_entries(self.info),)}
        objects = dict(sorted(chain(own.items(), self._added.items(), self._copy_kept())))
        body = HEADER % self._version.encode()
        pieces, places, at = [body], dict[Number, int](), len(body)
        for number, parts in objects.items():
            places[number] = at
            piece = b"%d %d obj\n%b\nendobj\n" % (*number, b"".join(parts))
            pieces.append(piece)
            at += len(piece)
        digest = blake2b(digest_size=16)
        for piece in pieces:
            digest.update(piece)
        identifier = b"[<%b> <%b>]" % ((digest.hexdigest().encode(),) * 2)
        said = b"<< /Size %d /Root %d %d R /Info %d %d R /ID %b >>"
        said %= (info[0] + 1, *root, *info, identifier)
        ending = b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (said, at)
        return b"".join([*pieces, b"xref\n", *_write_table(places), ending])

    @property
    def _version(self) -> str:
        return max(self.source.version, LEAST_VERSION)

    def _copy_kept(self) -> Iterator[tuple[Number, Parts]]:
        """Copy what was kept, what that refers to, and so on."""
        done = set(self._left)
        while pending := self._kept - done:
            done |= pending
            for number in sorted(each for each in pending if each[0] < self._first):
                if parts := self._copy(number):
                    self.keep(parts[0])
                    yield number, parts

    def _copy(self, number: Number) -> Parts:
        reference = "{} {} R".format(*number)
        if not self.source.is_stream(reference):
            written = self.source.written(reference)
            return () if written == b"null" else (written,)
        data = self.source.raw(reference)
        head = b"<< %b /Length %d >>\nstream\n" % (self.source.said(reference), len(data))
        return head, data, b"\nendstream"


def _number(reference: bytes | str) -> Number:
    number, generation, _ = reference.split()
    return int(number), int(generation)


def _write_table(places: Mapping[Number, int]) -> Iterator[bytes]:
    """Write the cross-reference table (7.5.4): a run of lines for each run of numbers."""
    yield b"0 1\n0000000000 65535 f \n"
    for run in _runs(places):
        yield b"%d %d\n" % (run[0][0], len(run))
        yield b"".join([b"%010d %05d n \n" % (places[number], number[1]) for number in run])


def _runs(numbers: Iterable[Number]) -> Iterator[list[Number]]:
    run: list[Number] = []
    for number in numbers:
        if run and number[0] != run[-1][0] + 1:
            yield run
            run = []
        run.append(number)
    yield run
