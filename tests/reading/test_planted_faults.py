"""Faults planted in sheets that were written right: the proof finds each of them.

A page has all that a page may have: a picture, a mask, a graphics state, a group, a layer, a font.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, StreamDecodeLevel

from pamphleteer.imposition.fold import FoldError
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.schemes import saddle_stitch
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.reading.sheets import prove
from tests.imposition.pages import HALF_LETTER, LETTER, draw_number, write_objects

COUNT = 4
SHARED = [
    "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[7 0 R]/D<<>>>>>>",
    "",
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    "<</Length 1/Subtype/Image/Width 1/Height 1/ImageMask true>>stream\nx\nendstream",
    "<</Type/ExtGState/OP true/LW 1.5>>",
    "<</Font<</F1 3 0 R>>/XObject<</X 4 0 R>>/ExtGState<</G 5 0 R>>/Properties<</L 7 0 R>>>>",
    "<</Type/OCG/Name(Layer)>>",
]
GROUP = "/Group<</S/Transparency/K true>>"


def source() -> bytes:
    objects, kids = [*SHARED], []
    for number in range(1, COUNT + 1):
        content = f"/G gs {draw_number(number)} /L BDC /X Do EMC"
        first = len(objects) + 1
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
        said = f"/Parent 2 0 R {HALF_LETTER}/Resources 6 0 R/Contents {first} 0 R{GROUP}"
        objects.append(f"<</Type/Page{said}>>")
        kids.append(f"{first + 1} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {COUNT}>>"
    return write_objects(objects)


SOURCE, PLAN, SETTING = source(), saddle_stitch(COUNT), Setting(paper=LETTER)
IMPOSED = impose_pdf(SOURCE, PLAN, SETTING)


def form(pdf: Any, number: int = 1) -> Any:
    return pdf.pages[0].Resources.XObject[f"/P{number}"]


def resources(pdf: Any) -> Any:
    return form(pdf).Resources


def set_in(find: Callable[[Any], Any], key: str, value: Any) -> Callable[[Any], None]:
    """Put an entry in a dictionary."""

    def plant(pdf: Any) -> None:
        find(pdf)[key] = value

    return plant


def without(find: Callable[[Any], Any], key: str) -> Callable[[Any], None]:
    """Take an entry away."""

    def plant(pdf: Any) -> None:
        del find(pdf)[key]

    return plant


def no_picture(pdf: Any) -> None:
    """The picture's entries without its bytes."""
    picture = resources(pdf).XObject.X.stream_dict
    kept = {key: value for key, value in picture.items() if key != "/Length"}
    resources(pdf).XObject.X = Dictionary(kept)


def other_bytes(pdf: Any) -> None:
    resources(pdf).XObject.X.write(b"y")


def other_content(pdf: Any) -> None:
    """Content of the same length: another number."""
    form(pdf).write(form(pdf).read_bytes().replace(b"(1) Tj", b"(7) Tj"))


def drawn_more(pdf: Any) -> None:
    side = pdf.pages[0].Contents
    side.write(side.read_bytes() + b"\n0 0 50 50 re f")


def drawn_twice(pdf: Any) -> None:
    side = pdf.pages[0].Contents
    pdf.pages[0].Contents = Array([side, side])


def one_side_less(pdf: Any) -> None:
    del pdf.pages[-1]


def two_sides_more(pdf: Any) -> None:
    pdf.pages.extend(list(pdf.pages))


def a_stamp(pdf: Any) -> None:
    stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), F=4)
    pdf.pages[0].Annots = Array([pdf.make_indirect(stamp)])


def a_font_that_is_a_stream(pdf: Any) -> None:
    font = Stream(pdf, b"z")
    for key, value in resources(pdf).Font.F1.items():
        font.stream_dict[key] = value
    resources(pdf).Font.F1 = font


def said(pdf: Any) -> Any:
    return form(pdf).stream_dict


def side(pdf: Any) -> Any:
    return pdf.pages[0].obj


FAULTS: dict[str, Callable[[Any], None]] = {
    "1 for true in a mask": set_in(lambda pdf: resources(pdf).XObject.X, "/ImageMask", 1),
    "1 for true in a graphics state": set_in(lambda pdf: resources(pdf).ExtGState.G, "/OP", 1),
    "1 for true in a group": set_in(lambda pdf: form(pdf).Group, "/K", 1),
    "no group": without(said, "/Group"),
    "no resources": without(said, "/Resources"),
    "one resource more": lambda pdf: set_in(
        lambda pdf: resources(pdf).XObject, "/Z", pdf.make_stream(b"q Q")
    )(pdf),
    "another font": set_in(lambda pdf: resources(pdf).Font.F1, "/BaseFont", Name("/Symbol")),
    "a font with a length": set_in(lambda pdf: resources(pdf).Font.F1, "/Length", 5),
    "a font that is a stream": a_font_that_is_a_stream,
    "a picture without bytes": no_picture,
    "a picture of other bytes": other_bytes,
    "other content": other_content,
    "another coding": set_in(said, "/Filter", Name("/ASCIIHexDecode")),
    "content that is elsewhere": set_in(said, "/F", "other.bin"),
    "a form on a layer": lambda pdf: set_in(said, "/OC", pdf.Root.OCProperties.OCGs[0])(pdf),
    "a form that stands for another": set_in(said, "/Ref", Dictionary(Page=0)),
    "a matrix of names": set_in(said, "/Matrix", Array([Name("/a")] * 6)),
    "a matrix of two numbers": set_in(said, "/Matrix", Array([1, 0])),
    "a matrix that moves": set_in(said, "/Matrix", Array([1, 0, 0, 1, 5, 0])),
    "a box that cuts": set_in(said, "/BBox", Array([0, 0, 100, 100])),
    "a box of one corner": set_in(said, "/BBox", Array([0, 0])),
    "a side that is turned": set_in(side, "/Rotate", 180),
    "a side that is turned a little": set_in(side, "/Rotate", 45),
    "a side in other units": set_in(side, "/UserUnit", 2),
    "a side that is cropped": set_in(side, "/CropBox", Array([0, 0, 99, 99])),
    "a side that is blended": set_in(side, "/Group", Dictionary(S=Name.Transparency)),
    "a stamp": a_stamp,
    "something more is drawn": drawn_more,
    "all is drawn twice": drawn_twice,
    "one side less": one_side_less,
    "two sides more": two_sides_more,
    "no layers": without(lambda pdf: pdf.Root, "/OCProperties"),
    "a layer that is off": lambda pdf: set_in(
        lambda pdf: pdf.Root.OCProperties.D, "/OFF", pdf.Root.OCProperties.OCGs
    )(pdf),
    "another flip": set_in(lambda pdf: pdf.Root.ViewerPreferences, "/Duplex", Name.Simplex),
}


def saved(pdf: Pdf) -> bytes:
    stream = BytesIO()
    pdf.save(
        stream,
        static_id=True,
        compress_streams=False,
        stream_decode_level=StreamDecodeLevel.none,
        object_stream_mode=ObjectStreamMode.disable,
    )
    return stream.getvalue()


def test_what_was_only_written_anew_is_right() -> None:
    with Pdf.open(BytesIO(IMPOSED)) as pdf:
        prove(SOURCE, saved(pdf), PLAN, SETTING)


@pytest.mark.parametrize("plant", FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found(plant: Callable[[Any], None]) -> None:
    with Pdf.open(BytesIO(IMPOSED)) as pdf:
        plant(pdf)
        planted = saved(pdf)
    with pytest.raises(FoldError):
        prove(SOURCE, planted, PLAN, SETTING)
