"""Our check of PDF/X-4: a sound file breaks no rule, and each planted fault breaks its own."""

import datetime
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from pamphleteer.press.exchange import Imprint, write_exchange
from pamphleteer.reading.exchange import check_exchange
from pamphleteer.units import Pt
from tests.typeset.test_inked import PRESS, as_inks, drawn

IMPRINT = Imprint(title="News & notes", author="A group", date=datetime.date(2026, 2, 3))
Plant = Callable[[PdfWriter], object]


@pytest.fixture(scope="module")
def sound() -> bytes:
    """A page with letters, a panel, and a picture in a transparent group, for a print shop."""
    pages = drawn(bleed=9).press_pdf(PRESS, convert=as_inks)
    return write_exchange(pages, IMPRINT, bleed=Pt(9), marks=True)


def test_a_sound_file_breaks_no_rule(sound: bytes) -> None:
    assert check_exchange(sound) == ()


def test_it_is_made_the_same_each_time(sound: bytes) -> None:
    pages = drawn(bleed=9).press_pdf(PRESS, convert=as_inks)
    assert write_exchange(pages, IMPRINT, bleed=Pt(9), marks=True) == sound
    other = Imprint(title="Other news", author=None, date=IMPRINT.date)
    parts = [
        PdfReader(BytesIO(write_exchange(pages, each, bleed=Pt(9), marks=True))).trailer["/ID"]
        for each in (IMPRINT, other)
    ]
    assert parts[0] != parts[1]


def page(writer: PdfWriter) -> Any:
    return writer.pages[0]


def draw(writer: PdfWriter, operators: bytes) -> None:
    stream = DecodedStreamObject()
    stream.set_data(operators)
    page(writer)["/Contents"].append(writer._add_object(stream))


def put(where: Any, **entries: Any) -> None:
    where.update({NameObject(f"/{key}"): value for key, value in entries.items()})


def name(text: str) -> NameObject:
    return NameObject(f"/{text}")


def form_in_rgb(writer: PdfWriter) -> None:
    form = DecodedStreamObject()
    form.set_data(b"1 0 0 rg 0 0 9 9 re f")
    put(form, Type=name("XObject"), Subtype=name("Form"))
    put(page(writer)["/Resources"]["/XObject"], More=writer._add_object(form))


def picture_in(writer: PdfWriter, **entries: Any) -> None:
    picture = DecodedStreamObject()
    picture.set_data(b"\0\0\0")
    put(picture, **{"Type": name("XObject"), "Subtype": name("Image"), **entries})
    put(page(writer)["/Resources"]["/XObject"], More=writer._add_object(picture))


def state(writer: PdfWriter, **entries: Any) -> None:
    put(page(writer)["/Resources"]["/ExtGState"], More=DictionaryObject())
    put(page(writer)["/Resources"]["/ExtGState"]["/More"], ca=NumberObject(1), **entries)


def without_font_files(writer: PdfWriter) -> None:
    for each in writer._objects:
        if isinstance(each, DictionaryObject):
            for key in [key for key in each if key.startswith("/FontFile")]:
                del each[key]


def metadata(writer: PdfWriter, old: bytes, new: bytes) -> None:
    stream: Any = writer.root_object["/Metadata"]
    assert old in stream.get_data()
    stream.set_data(stream.get_data().replace(old, new))


def compressed_metadata(writer: PdfWriter) -> None:
    stream: Any = writer.root_object["/Metadata"]
    packed = stream.flate_encode()
    put(writer.root_object, Metadata=writer._add_object(packed))


def script() -> DictionaryObject:
    made = DictionaryObject()
    put(made, S=name("JavaScript"), JS=TextStringObject("1"))
    return made


def intent(writer: PdfWriter) -> Any:
    intents: Any = writer.root_object["/OutputIntents"]
    return intents[0]


def box(*values: float) -> ArrayObject:
    return ArrayObject(map(NumberObject, values))


PLANTS: dict[str, tuple[str, Plant]] = {
    "a new version": ("7.5.2", lambda pdf: setattr(pdf, "pdf_header", "%PDF-1.7")),
    "LZW": ("7.4.4", lambda pdf: picture_in(pdf, Filter=name("LZWDecode"))),
    "a transfer function": ("8.4.5", lambda pdf: state(pdf, TR=name("Identity"))),
    "a blend mode": ("8.4.5", lambda pdf: state(pdf, BM=name("Sepia"))),
    "RGB": ("8.6.3", lambda pdf: draw(pdf, b"1 0 0 rg 0 0 9 9 re f")),
    "lines in RGB": ("8.6.3", lambda pdf: draw(pdf, b"1 0 0 RG\n0 0 9 9 re S")),
    "a space of RGB": ("8.6.3", lambda pdf: draw(pdf, b"/DeviceRGB cs 1 0 0 sc")),
    "a form in RGB": ("8.6.3", form_in_rgb),
    "a picture in RGB": ("8.6.3", lambda pdf: picture_in(pdf, ColorSpace=name("DeviceRGB"))),
    "PostScript": ("8.8", lambda pdf: picture_in(pdf, Subtype=name("PS"))),
    "alternates": ("8.8", lambda pdf: picture_in(pdf, Alternates=ArrayObject())),
    "a font elsewhere": ("9.9", without_font_files),
    "an annotation": ("12.5", lambda pdf: put(page(pdf), Annots=ArrayObject([DictionaryObject()]))),
    "an action": ("12.6", lambda pdf: put(pdf.root_object, OpenAction=DictionaryObject())),
    "a script": ("12.6", lambda pdf: put(pdf.root_object, Names=script())),
    "a form to fill in": ("12.6", lambda pdf: put(pdf.root_object, AcroForm=DictionaryObject())),
    "no metadata": ("14.3.2", lambda pdf: pdf.root_object.pop("/Metadata")),
    "packed metadata": ("14.3.2", compressed_metadata),
    "broken metadata": ("14.3.2", lambda pdf: metadata(pdf, b"</rdf:RDF>", b"")),
    "another standard": ("14.3.2", lambda pdf: metadata(pdf, b"PDF/X-4", b"PDF/X-3")),
    "another date": ("14.3.2", lambda pdf: metadata(pdf, b"CreateDate>2026", b"CreateDate>2025")),
    "no identity": ("14.3.2", lambda pdf: metadata(pdf, b"xmpMM:DocumentID", b"xmpMM:Other")),
    "no title": ("14.3.3", lambda pdf: pdf._info.pop("/Title")),  # type: ignore[union-attr]
    "trapped or not": ("14.11.6", lambda pdf: pdf._info.pop("/Trapped")),  # type: ignore[union-attr]
    "no identifier": ("14.4", lambda pdf: setattr(pdf, "_ID", None)),
    "no trim": ("14.11.2", lambda pdf: page(pdf).pop("/TrimBox")),
    "two trims": ("14.11.2", lambda pdf: put(page(pdf), ArtBox=box(0, 0, 9, 9))),
    "a bleed inside": ("14.11.2", lambda pdf: put(page(pdf), BleedBox=box(9, 9, 90, 90))),
    "no intent": ("14.11.5", lambda pdf: pdf.root_object.pop("/OutputIntents")),
    "no profile": ("14.11.5", lambda pdf: intent(pdf).pop("/DestOutputProfile")),
    "no condition": (
        "14.11.5",
        lambda pdf: put(intent(pdf), OutputConditionIdentifier=TextStringObject("")),
    ),
    "other inks": (
        "14.11.5",
        lambda pdf: put(intent(pdf)["/DestOutputProfile"], N=NumberObject(3)),
    ),
}


@pytest.mark.parametrize(("clause", "plant"), PLANTS.values(), ids=PLANTS)
def test_a_planted_fault_breaks_its_rule_alone(sound: bytes, clause: str, plant: Plant) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(sound)))
    writer.pdf_header = "%PDF-1.6"
    plant(writer)
    out = BytesIO()
    writer.write(out)
    breaches = check_exchange(out.getvalue())
    assert {breach.clause for breach in breaches} == {clause}
    assert all(str(breach).endswith(f"(ISO 32000-2, {clause})") for breach in breaches)


def test_an_encrypted_file_is_told(sound: bytes) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(sound)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    assert [breach.clause for breach in check_exchange(out.getvalue())] == ["7.6"]
