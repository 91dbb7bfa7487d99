"""Any PDF is opened with all its pages, or refused with a reason; nothing else comes of it."""

import logging
import re
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
)

from pamphleteer.objects import UnreadableError, read_document
from pamphleteer.problems import IssueError, Severity
from pamphleteer.reading.first_look import is_sound
from pamphleteer.reading.opening import open_pdf
from tests.imposition.pages import rewritten
from tests.reading.aes import Aes
from tests.reading.foreign import (
    NAME,
    codes,
    complaints,
    numbers,
    read_bars,
    stream,
    with_entry,
    write,
    write_pdf,
)

SOUND = write_pdf()


def zip_of(*names: str) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "text")
    return packed.getvalue()


def test_a_sound_file_is_opened_in_silence() -> None:
    opened = open_pdf(SOUND, name=NAME)
    assert len(opened.reader.pages) == 3
    assert opened.notices == ()
    assert opened.pdf == SOUND


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0 JFIF", "a JPEG picture"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"GIF89a", "a GIF picture"),
        (b"\n<!DOCTYPE html><title>%PDF</title>", "a web page (HTML)"),
        (zip_of("news.txt"), "a zip file"),
        (zip_of("word/document.xml"), "a Word document"),
        (b"{\\rtf1 news}", "an RTF document"),
        (b"%!PS-Adobe-3.0", "a PostScript file"),
        (b"News of the day", ""),
        (b" " * 1024 + SOUND, ""),
    ],
)
def test_what_is_no_pdf_is_called_what_it_is(data: bytes, kind: str) -> None:
    message = f"this is {kind}, not a PDF" if kind else "this is not a PDF"
    assert complaints(data) == [("pdf-not-a-pdf", message)]


def test_an_empty_file_is_refused() -> None:
    assert complaints(b"") == [("pdf-empty", "the file is empty")]


@pytest.mark.parametrize("data", [SOUND[:60], SOUND[: len(SOUND) // 2], b"%PDF-1.7\n" * 40])
def test_a_file_that_is_cut_off_or_damaged_is_refused(data: bytes) -> None:
    assert [code for code, _ in complaints(data)] in (["pdf-damaged"], ["pdf-pages-lost"])


def test_a_file_without_pages_is_refused() -> None:
    assert complaints(write_pdf(0)) == [("pdf-without-pages", "the file has no pages")]


def test_pages_that_are_not_there_are_missed() -> None:
    found = complaints(SOUND.replace(b"/Count 3", b"/Count 4"))
    assert found == [("pdf-pages-lost", "the file should have 4 pages, and 3 were found")]


def test_a_file_with_a_password_is_refused() -> None:
    assert complaints(write_pdf(encrypt="secret")) == [
        ("pdf-password", "the file is locked with a password")
    ]


def test_a_file_that_is_protected_without_a_password_is_opened() -> None:
    opened = open_pdf(write_pdf(encrypt=""), name=NAME)
    assert codes(opened) == ["pdf-unlocked"]
    assert read_bars(opened) == [10, 20, 30]
    assert not PdfReader(BytesIO(opened.pdf)).is_encrypted


def test_aes_needs_no_other_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pypdf._encryption.CryptAES", Aes)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(SOUND)))
    writer.encrypt("", "owner", algorithm="AES-128")
    locked = write(writer)
    monkeypatch.undo()
    opened = open_pdf(locked, name=NAME)
    assert codes(opened) == ["pdf-unlocked"]
    assert read_bars(opened) == [10, 20, 30]


def test_an_unknown_encryption_is_refused() -> None:
    locked = write_pdf(encrypt="").replace(b"/Filter /Standard", b"/Filter /Standart")
    assert [code for code, _ in complaints(locked)] == ["pdf-encryption-unknown"]


@pytest.mark.parametrize(
    "broken",
    [
        re.sub(rb"startxref\n\d+", b"startxref\n7", SOUND),
        re.sub(rb"(?m)^\d{10} 00000 n", b"0000000011 00000 n", SOUND),
        SOUND.replace(b"\nxref\n", b"\nxxxx\n"),
        SOUND[: SOUND.rindex(b"startxref")],
    ],
)
def test_a_broken_cross_reference_table_is_repaired(broken: bytes) -> None:
    opened = open_pdf(broken, name=NAME)
    assert codes(opened) == ["pdf-repaired"]
    assert opened.notices[0].severity is Severity.WARNING
    assert read_bars(opened) == [10, 20, 30]


def test_slips_that_cost_nothing_are_told_of_a_doubtful_file_alone() -> None:
    opened = open_pdf(SOUND + b"%%EOF\n", name=NAME)
    assert opened.notices == ()
    assert read_bars(opened) == [10, 20, 30]
    portfolio = SOUND.replace(b"/Catalog", b"/Catalog /Collection <</View /D>>")
    doubtful = open_pdf(rewritten(portfolio) + b"%%EOF\n", name=NAME)
    assert [(each.code, each.severity) for each in doubtful.notices] == [
        ("pdf-irregular", Severity.NOTE),
        ("pdf-portfolio", Severity.WARNING),
    ]


LOST = IndirectObject(99, 0, None)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/TrimBox", numbers(0, 0, 0, 50)),
        ("/TrimBox", numbers(0, 0, 50)),
        ("/BleedBox", NameObject("/A4")),
        ("/MediaBox", NullObject()),
        ("/MediaBox", numbers(0, 0, 14401, 10)),
        ("/Rotate", NameObject("/Left")),
        ("/UserUnit", NumberObject(0)),
        ("/UserUnit", NameObject("/Point")),
        ("/Contents", LOST),
        ("/Contents", NumberObject(5)),
        ("/Resources", DictionaryObject({NameObject("/Font"): LOST})),
    ],
)
def test_what_is_doubtful_is_never_taken_for_sound(key: str, value: PdfObject) -> None:
    pdf = with_entry(key, value)
    try:
        document = read_document(pdf)
    except UnreadableError:
        return
    assert not is_sound(document)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/MediaBox", numbers(200, 100, 0, 0)),
        ("/TrimBox", NullObject()),
        ("/Rotate", NumberObject(-90)),
        ("/UserUnit", FloatObject(2.5)),
        ("/Contents", ArrayObject()),
        ("/Resources", DictionaryObject()),
    ],
)
def test_what_pdf_allows_is_sound(key: str, value: PdfObject) -> None:
    assert is_sound(read_document(with_entry(key, value)))


@pytest.mark.parametrize(
    "pdf",
    [
        write_pdf(0),
        SOUND.replace(b"/Count 3", b"/Count 4"),
        SOUND.replace(b"/Type /Catalog", b"/Type /Catalog /Collection << /View /D >>"),
    ],
)
def test_a_document_without_its_pages_is_not_sound(pdf: bytes) -> None:
    try:
        document = read_document(pdf, strictly=False)
    except UnreadableError:
        return
    assert not is_sound(document)


def test_what_stands_before_the_header_is_passed_over() -> None:
    assert read_bars(open_pdf(b"junk\n" + SOUND, name=NAME)) == [10, 20, 30]


def test_a_change_that_is_cut_off_is_told() -> None:
    opened = open_pdf(SOUND + b"4 0 obj\n<</Type/Page", name=NAME)
    assert "pdf-cut-off" in codes(opened)


def test_what_pypdf_says_is_never_printed(capfd: pytest.CaptureFixture[str]) -> None:
    log = logging.getLogger("pypdf")
    before = (list(log.handlers), log.propagate, log.level)
    open_pdf(SOUND.replace(b"\nxref\n", b"\nxxxx\n"), name=NAME)
    assert capfd.readouterr() == ("", "")
    assert (list(log.handlers), log.propagate, log.level) == before


def rich_pdf() -> bytes:
    def enrich(writer: PdfWriter, pages: list[PageObject]) -> None:
        for page in pages:
            form = writer._add_object(
                stream("0 0 5 5 re f", Subtype=NameObject("/Form"), BBox=numbers(0, 0, 5, 5))
            )
            forms = DictionaryObject({NameObject("/X"): form})
            page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): forms})
            page[NameObject("/TrimBox")] = numbers(5, 5, 195, 95)

    return write_pdf(change=enrich)


FULL = rich_pdf()


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    data = bytearray(draw(st.sampled_from([SOUND, FULL])))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(data) - 1))
        how = draw(st.sampled_from(["change", "drop", "add"]))
        piece = draw(st.binary(min_size=1, max_size=8) | st.sampled_from([b"0", b"/", b">>", b"R"]))
        data[at : at + (0 if how == "add" else len(piece))] = b"" if how == "drop" else piece
    return bytes(data[: draw(st.none() | st.integers(0, len(data)))])


@given(damaged())
def test_whatever_the_damage_pages_are_never_lost_in_silence(data: bytes) -> None:
    try:
        opened = open_pdf(data, name=NAME)
    except IssueError:
        return
    assert len(opened.reader.pages) == 3 or opened.notices
    assert len(opened.reader.pages) == len(opened.document.pages)


@given(st.binary(max_size=200).map(lambda tail: b"%PDF-1.7\n" + tail))
def test_whatever_the_bytes_only_a_reason_comes_of_them(data: bytes) -> None:
    with pytest.raises(IssueError):
        open_pdf(data, name=NAME)
