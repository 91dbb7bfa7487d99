"""Faults planted on the third page of sound documents, one for each thing that is checked."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.preflight.documents import Document, picture, sound, sound_page, stream, text
from tests.preflight.planting import (
    annotated,
    damaged_form,
    deep_picture,
    endless_forms,
    form,
    grey,
    indexed_rgb,
    inline,
    jpeg_cut,
    lab,
    no_trim,
    on_page,
    one_bit,
    other_bleed,
    qr,
    registration,
    rgb_icc,
    shading,
    short_data,
    smaller_by_unit,
    spot,
    standard_font,
    state,
    tiled,
    with_picture,
)

PAGE = 3


@dataclass(frozen=True, kw_only=True)
class Planted:
    """A document with one fault; ``code`` is what should be found, on the third page or not."""

    name: str
    code: str
    document: Callable[[], Document]
    way: str = "sheetfed"
    page: int | None = PAGE
    severity: str = "error"


LACKING = "0 0 0 1 k BT /F1 10 Tf 80 200 Td <0024000000250026> Tj ET\n"
SCALED = "q 0.3 0 0 0.3 0 0 cm " + text("small", x=300, y=700) + "Q\n"
CLIPPED = "q 70 195 40 30 re W n " + text("cut off by its frame", x=80, y=200) + "Q\n"
WHITE = "q 0 0 0 0 k BT /F1 10 Tf 80 200 Td <00240025> Tj ET Q\n"
OWN = "/OutputIntents [<</Type /OutputIntent /S /GTS_PDFX /DestOutputProfile 100 0 R>>]"
FIELD = "/AcroForm <</Fields [100 0 R]>>"
LAYERS = "/OCProperties <</OCGs [100 0 R] /D <<>>>>"
FILES = "/Names <</EmbeddedFiles <</Names [(a) 100 0 R]>>>>"
SCRIPT = "/OpenAction <</S /JavaScript /JS (app.alert)>>"
INTENT = Document.catalog

PLANTED: tuple[Planted, ...] = (
    # The file
    Planted(name="odd-count", code="pages-multiple", page=None,
            document=lambda: Document(pages=(sound_page(),) * 3)),
    Planted(name="no-intent", code="x-intent", page=None,
            document=lambda: sound(catalog="")),
    Planted(name="rgb-intent", code="x-intent", page=None,
            document=lambda: sound(catalog=OWN, objects=(stream(b"\0" * 16 + b"RGB "),))),
    Planted(name="no-version", code="x-version", page=None, severity="warning",
            document=lambda: sound(info="/Title (News) /Trapped /False")),
    Planted(name="no-trapped", code="x-trapped", page=None, severity="warning",
            document=lambda: sound(info="/Title (News) /GTS_PDFXVersion (PDF/X-4)")),
    Planted(name="no-title", code="x-title", page=None, severity="warning",
            document=lambda: sound(info="/Trapped /False /GTS_PDFXVersion (PDF/X-4)")),
    Planted(name="no-id", code="x-id", page=None, document=lambda: sound(trailer="")),
    Planted(name="form-field", code="interactive", page=None,
            document=lambda: sound(catalog=INTENT + FIELD, objects=(b"<</FT /Tx /T (a)>>",))),
    Planted(name="script", code="interactive", page=None,
            document=lambda: sound(catalog=INTENT + SCRIPT)),
    Planted(name="layers", code="layers", page=None, severity="warning",
            document=lambda: sound(catalog=INTENT + LAYERS,
                                   objects=(b"<</Type /OCG /Name (Draft)>>",))),
    Planted(name="attachment", code="attachment", page=None, severity="warning",
            document=lambda: sound(catalog=INTENT + FILES, objects=(b"<</Type /Filespec>>",))),
    Planted(name="three-spots", code="spot-colours", document=lambda: spot(3)),
    # Boxes
    Planted(name="other-size", code="page-sizes",
            document=lambda: on_page(media=(0, 0, 460, 635), trim=(20, 20, 440, 615),
                                     bleed=(10, 10, 450, 625))),
    Planted(name="no-trim", code="trim-missing", document=no_trim),
    Planted(name="trim-over-bleed", code="box-nesting", way="office",
            document=lambda: on_page(bleed=(40.0, 20.0, 420.0, 595.0))),
    Planted(name="bleed-over-medium", code="box-nesting",
            document=lambda: on_page(bleed=(-30.0, 10.0, 429.0, 604.0))),
    Planted(name="no-bleed", code="bleed-missing", document=lambda: other_bleed(0)),
    Planted(name="narrow-bleed", code="bleed-missing", document=lambda: other_bleed(4)),
    Planted(name="panel-ends-at-trim", code="bleed-short",
            document=lambda: on_page("0 0.3 0.8 0 k 20 100 60 100 re f\n")),
    Planted(name="user-unit", code="page-unit", severity="warning",
            document=smaller_by_unit),
    # Text
    Planted(name="standard-font", code="font-embedded", document=standard_font),
    Planted(name="missing-glyph", code="glyph-missing",
            document=lambda: on_page(LACKING)),
    Planted(name="four-point", code="text-size",
            document=lambda: on_page(text("small print", y=200, size=3.5))),
    Planted(name="slightly-small", code="text-size", severity="warning",
            document=lambda: on_page(text("small print", y=200, size=4.5))),
    Planted(name="scaled-small", code="text-size",
            document=lambda: on_page(SCALED)),
    Planted(name="rich-black", code="text-rich-black", severity="warning",
            document=lambda: on_page(text("black", y=200, colour="0.6 0.5 0.5 1 k"))),
    Planted(name="three-inks", code="text-multi-ink", severity="warning",
            document=lambda: on_page(text("brown", y=200, size=8, colour="0.3 0.6 0.8 0 k"))),
    Planted(name="text-in-bleed", code="text-trimmed",
            document=lambda: on_page(text("gone", x=200, y=12, size=6))),
    Planted(name="text-over-trim", code="text-trimmed",
            document=lambda: on_page(text("half gone", x=400, y=200))),
    Planted(name="text-near-trim", code="safe-area", severity="warning",
            document=lambda: on_page(text("near", x=23, y=200))),
    Planted(name="clipped", code="text-clipped", document=lambda: on_page(CLIPPED)),
    Planted(name="white-on-white", code="text-hidden", severity="warning",
            document=lambda: on_page(WHITE)),
    Planted(name="covered", code="text-hidden", severity="warning",
            document=lambda: on_page(
                text("under", y=200) + "0 0 0 0.2 k 70 190 100 30 re f\n")),
    # Lines
    Planted(name="hairline", code="line-thin",
            document=lambda: on_page("0.1 w 80 200 m 200 200 l S\n")),
    Planted(name="thinnest-line", code="line-thin",
            document=lambda: on_page("0 w 80 200 m 200 200 l S\n")),
    Planted(name="scaled-line", code="line-thin",
            document=lambda: on_page("q 0.1 0 0 0.1 0 0 cm 1 w 800 2000 m 2000 2000 l S Q\n")),
    Planted(name="thin-fill", code="line-thin",
            document=lambda: on_page("0 0 0 1 k 80 200 100 0.15 re f\n")),
    Planted(name="thin-slanted-fill", code="line-thin",
            document=lambda: on_page(
                "0 0 0 1 k 80 200 m 180 300 l 180.1 299.9 l 80.1 199.9 l f\n")),
    Planted(name="line-by-clip", code="line-thin",
            document=lambda: on_page("q 80 200 100 0.2 re W n 0 0 0 1 k 80 150 100 80 re f Q\n")),
    Planted(name="line-in-form", code="line-thin",
            document=lambda: form("0.1 w 80 200 m 200 200 l S", "/BBox [0 0 440 615]")),
    Planted(name="line-in-pattern", code="line-thin",
            document=lambda: tiled("0 0 0 1 K 0.1 w 0 10 m 20 10 l S")),
    # Pictures
    Planted(name="72-ppi", code="image-ppi", document=lambda: with_picture(picture(100, 100))),
    Planted(name="180-ppi", code="image-ppi", severity="warning",
            document=lambda: with_picture(picture(250, 250))),
    Planted(name="inline-picture", code="image-ppi", document=lambda: inline(60, 60)),
    Planted(name="coarse-line-art", code="image-line-art", severity="warning",
            document=lambda: with_picture(one_bit(400))),
    Planted(name="squeezed", code="image-aspect", severity="warning",
            document=lambda: with_picture(picture(500, 400))),
    Planted(name="16-bit", code="image-deep", severity="warning",
            document=lambda: with_picture(deep_picture())),
    Planted(name="short-data", code="image-data", document=short_data),
    Planted(name="cut-jpeg", code="image-data", document=jpeg_cut),
    Planted(name="rgb-picture", code="image-rgb",
            document=lambda: with_picture(picture(400, 400, space="/DeviceRGB"))),
    Planted(name="icc-rgb-picture", code="image-rgb", document=rgb_icc),
    Planted(name="indexed-rgb-picture", code="image-rgb", document=indexed_rgb),
    # Colours
    Planted(name="rgb-text", code="colour-rgb",
            document=lambda: on_page(text("screen black", y=200, colour="0 0 0 rg"))),
    Planted(name="rgb-area", code="colour-rgb",
            document=lambda: on_page("1 0 0 rg 100 100 50 50 re f\n")),
    Planted(name="rgb-line", code="colour-rgb",
            document=lambda: on_page("1 0 0 RG 1 w 100 100 m 200 100 l S\n")),
    Planted(name="lab", code="colour-lab", severity="warning", document=lab),
    Planted(name="registration-colour", code="colour-registration", document=registration),
    Planted(name="broken-gradient", code="shading-broken", document=lambda: shading("1 0 0")),
    Planted(name="white-overprints", code="white-overprint",
            document=lambda: state("/OP true /op true /OPM 1", "0 0 0 0 k 90 310 20 20 re f")),
    Planted(name="too-much-ink", code="ink-total",
            document=lambda: on_page("1 1 0.9 0.8 k 100 100 60 60 re f\n")),
    Planted(name="too-much-ink-in-picture", code="ink-total",
            document=lambda: with_picture(picture(400, 400, fill=b"\xf0\xf0\xd0\xd0"))),
    Planted(name="overprinted-ink", code="ink-total",
            document=lambda: on_page(
                "1 1 0.9 0 k 100 100 60 60 re f /G1 gs 0 0 0 1 k 100 100 60 60 re f\n",
                resources={"ExtGState": {"/G1": "<</OP true /op true /OPM 1>>"}})),
    Planted(name="heavy-headline", code="ink-total",
            document=lambda: on_page(text("RENT", y=200, size=60, colour="1 1 0.9 0.5 k"))),
    Planted(name="newsprint-ink", code="ink-total", way="newsprint",
            document=lambda: on_page("0.8 0.7 0.7 0.1 k 100 100 60 60 re f\n")),
    Planted(name="colour-for-riso", code="colour-not-grey", way="riso",
            document=lambda: grey("1 0 0 rg 100 100 50 50 re f\n")),
    Planted(name="solid-for-riso", code="ink-solid", way="riso", severity="warning",
            document=lambda: grey("0 g 80 60 250 200 re f\n")),
    Planted(name="ink-at-edge-for-riso", code="edge-ink", way="riso", severity="warning",
            document=lambda: grey("0.5 g 2 100 30 30 re f\n")),
    # Codes
    Planted(name="covered-code", code="qr-unreadable", document=lambda: qr(cover=True)),
    Planted(name="faint-code", code="qr-unreadable", document=lambda: qr(faint=True)),
    Planted(name="small-code", code="qr-small", severity="warning", document=lambda: qr(side=36)),
    Planted(name="fine-code", code="qr-copy", severity="warning",
            document=lambda: qr(side=46, version=14)),
    # What stands on pages without being printed
    Planted(name="comment", code="annotation", document=lambda: annotated("Text")),
    Planted(name="stamp", code="annotation", document=lambda: annotated("Stamp")),
    Planted(name="field", code="annotation", document=lambda: annotated("Widget", "/FT /Tx")),
    Planted(name="link", code="link", severity="warning", document=lambda: annotated("Link")),
    # Damage
    Planted(name="damaged-content", code="page-damaged",
            document=damaged_form),
    Planted(name="endless-forms", code="page-too-full", document=endless_forms),
)  # fmt: skip
"""All of them."""
