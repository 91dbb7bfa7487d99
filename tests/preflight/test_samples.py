"""Pictures in all usual ways of storing them are whole, and come to the same inks."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from pamphleteer.reading.content.marks import Placed
from pamphleteer.reading.content.pages import read_pages
from pamphleteer.reading.samples import Samples
from tests.preflight.documents import check, findings, stream, write
from tests.preflight.planting import with_picture

SIDE = 400
GREY = bytes([64]) * SIDE * SIDE
CMYK = bytes([25, 50, 75, 100]) * SIDE * SIDE


def said(space: str, bits: int = 8, more: str = "") -> str:
    return (
        f"/Type /XObject /Subtype /Image /Width {SIDE} /Height {SIDE} /ColorSpace {space} "
        f"/BitsPerComponent {bits} {more}"
    )


def jpeg(mode: str, *, inverted: bool = False) -> bytes:
    out = BytesIO()
    data = GREY if mode == "L" else CMYK
    picture = Image.frombytes(mode, (SIDE, SIDE), data)
    # Pillow writes CMYK inverted, as Photoshop does.
    picture = ImageChops.invert(picture) if mode == "CMYK" and not inverted else picture
    picture.save(out, "JPEG", quality=95)
    return out.getvalue()


def predicted(data: bytes, count: int) -> bytes:
    """Rows as PNG filters them, each told that nothing was done to it."""
    length = SIDE * count
    return b"".join(b"\0" + data[at : at + length] for at in range(0, len(data), length))


PARMS = "/DecodeParms <</Predictor 15 /Colors {} /BitsPerComponent 8 /Columns {}>>"
STORED = {
    "plain grey": stream(GREY, said("/DeviceGray")),
    "packed grey": stream(GREY, said("/DeviceGray"), packed=True),
    "hexadecimal": stream(GREY.hex(), said("/DeviceGray", more="/Filter /ASCIIHexDecode")),
    "predicted grey": stream(
        predicted(GREY, 1), said("/DeviceGray", more=PARMS.format(1, SIDE)), packed=True
    ),
    "16 bits": stream(b"\x40\x99" * SIDE * SIDE, said("/DeviceGray", 16), packed=True),
    "4 bits": stream(b"\x44" * (SIDE * SIDE // 2), said("/DeviceGray", 4), packed=True),
    "RGB": stream(GREY * 3, said("/DeviceRGB"), packed=True),
    "predicted RGB": stream(
        predicted(GREY * 3, 3), said("/DeviceRGB", more=PARMS.format(3, SIDE)), packed=True
    ),
    "palette": stream(b"\1" * SIDE * SIDE, said("[/Indexed /DeviceRGB 1 <ffffff404040>]")),
    "palette of 4 bits": stream(
        b"\x11" * (SIDE * SIDE // 2), said("[/Indexed /DeviceGray 1 <ff40>]", 4)
    ),
    "inverted": stream(bytes([191]) * SIDE * SIDE, said("/DeviceGray", more="/Decode [1 0]")),
    "JPEG": stream(jpeg("L"), said("/DeviceGray", more="/Filter /DCTDecode")),
}  # fmt: skip
PRESS = {
    "packed CMYK": stream(CMYK, said("/DeviceCMYK"), packed=True),
    "predicted CMYK": stream(
        predicted(CMYK, 4), said("/DeviceCMYK", more=PARMS.format(4, SIDE)), packed=True
    ),
    "JPEG": stream(jpeg("CMYK"), said("/DeviceCMYK", more="/Filter /DCTDecode")),
    "inverted JPEG": stream(
        jpeg("CMYK", inverted=True),
        said("/DeviceCMYK", more="/Filter /DCTDecode /Decode [1 0 1 0 1 0 1 0]"),
    ),
    "inks by name": stream(
        CMYK,
        said("[/DeviceN [/Cyan /Magenta /Yellow /Black] /DeviceCMYK <<>>]"),
        packed=True,
    ),
}


def inks(made: bytes) -> dict[str, float]:
    """The mean share of each ink in a picture."""
    pdf = write(with_picture(made))
    reader = PdfReader(BytesIO(pdf))
    (placed,) = (m for m in list(read_pages(reader))[2].marks if isinstance(m, Placed))
    samples = Samples(reader)
    plates, _ = samples.plates(placed)
    assert samples.fault(placed) == ""
    assert not [code for code, _ in findings(check(pdf, "office")) if code == "image-data"]
    means = {}
    for ink, plate in plates.items():
        counts = plate.histogram()
        means[ink] = sum(value * count for value, count in enumerate(counts)) / sum(counts)
    return {ink: round(mean) for ink, mean in means.items() if mean >= 1}


@pytest.mark.parametrize("how", STORED)
def test_a_grey_picture_is_black_ink(how: str) -> None:
    found = inks(STORED[how])
    assert found.keys() == {"Black"}
    assert found["Black"] == pytest.approx(191, abs=5)


@pytest.mark.parametrize("how", PRESS)
def test_a_picture_in_inks_has_them(how: str) -> None:
    assert inks(PRESS[how]) == pytest.approx(
        {"Cyan": 25, "Magenta": 50, "Yellow": 75, "Black": 100}, abs=4
    )
