"""Pictures of pages for a report: they are turned as the page is, and show where ink lies."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from pamphleteer.preflight.examining import examine
from pamphleteer.preflight.model import PageShots, Shot
from pamphleteer.preflight.profiles import read_profile
from pamphleteer.reading.opening import open_pdf
from tests.preflight.documents import Document, Page, picture, sound, sound_page, text, write
from tests.preflight.planting import spot, with_picture

MEDIA = (0.0, 0.0, 440.0, 615.0)


def shoot(document: Document, way: str = "sheetfed", page: int = 1) -> PageShots:
    """A page's pictures."""
    pdf = write(document)
    return examine(open_pdf(pdf, name="news.pdf"), read_profile(way), pictured=True).shots[page - 1]


def opened(shot: Shot | None) -> Image.Image:
    """What a browser would show."""
    assert shot is not None
    image = Image.open(BytesIO(shot.data))
    assert (image.format, image.size) == (shot.kind.upper(), (shot.width, shot.height))
    return image.convert("L")


def inked(image: Image.Image) -> tuple[float, ...]:
    """Around what is dark, in shares of the picture's sides."""
    box = ImageChops.invert(image).point(lambda value: 255 * (value > 60)).getbbox()
    assert box is not None
    return tuple(side / whole for side, whole in zip(box, image.size * 2, strict=True))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_plates_and_the_map_lie_on_the_page(turn: int) -> None:
    keys = f"/Rotate {turn} /CropBox [10 20 420 595]"
    shots = shoot(Document(pages=(Page(content="0 0 0 1 k 60 400 90 150 re f", keys=keys),)))
    page = inked(opened(shots.page))
    (plate,) = shots.plates
    assert shots.heat is not None
    assert plate.ink == "Black"
    for image in (opened(plate.shot), opened(shots.heat.shot)):
        assert inked(image) == pytest.approx(page, abs=0.02)


def test_steps_of_ink_add_up_and_tell_what_is_over() -> None:
    page = Page(content="1 1 1 0.4 k 0 0 440 307.5 re f 0 0 0 0.6 k 0 307.5 220 307.5 re f")
    heat = shoot(Document(pages=(page,))).heat
    assert heat is not None
    shares = {(step.least, step.most, step.over): step.share for step in heat.steps if step.share}
    assert shares.pop((50, 100, False)) == pytest.approx(25, abs=1)
    assert shares.pop((300, None, True)) == pytest.approx(50, abs=1)
    assert sum(shares.values()) < 2  # the blurred edges between the two
    assert len({step.colour for step in heat.steps}) == len(heat.steps) == 7


def test_a_profile_without_a_limit_has_nothing_over_it() -> None:
    heat = shoot(sound(), "office").heat
    assert heat is not None
    assert not any(step.over for step in heat.steps)


def test_plates_are_those_that_ghostscript_separates(tmp_path: Path) -> None:
    """On each plate so much ink as there is on that of an interpreter that is not ours."""
    body = "".join(
        text("The boiler is back on, and so is the heat.", y=y) for y in range(60, 400, 14)
    )
    pdf = tmp_path / "news.pdf"
    pdf.write_bytes(write(Document(pages=(sound_page(body),))))
    device = ("-q", "-sDEVICE=tiffsep", "-r300", f"-sOutputFile={tmp_path}/page.tif")
    command = ("gs", *device, "-dUseTrimBox", "-dBATCH", "-dNOPAUSE", "-dSAFER", pdf)
    subprocess.run(command, check=True, capture_output=True)
    shares = {plate.ink: plate.share for plate in shoot(Document(pages=(sound_page(body),))).plates}

    assert shares.keys() == {"Magenta", "Yellow", "Black"}
    for ink, share in shares.items():
        plate = Image.open(tmp_path / f"page({ink}).tif").convert("L")
        mean = (
            sum(n * count for n, count in enumerate(plate.histogram())) / plate.width / plate.height
        )
        assert share == pytest.approx(100 - mean / 2.55, abs=0.8)


def test_a_spot_colour_has_a_plate() -> None:
    shots = shoot(spot(1), page=3)
    assert [plate.ink for plate in shots.plates] == ["Magenta", "Yellow", "Black", "Ink 0"]
    assert shots.exact


def test_a_picture_for_screens_makes_plates_an_estimate() -> None:
    red = picture(400, 400, space="/DeviceRGB", fill=b"\xf0\x10\x10")
    shots = shoot(with_picture(red), page=3)
    assert not shots.exact
    assert len(shots.pictures) == 1
    image = Image.open(BytesIO(shots.pictures[0].data)).convert("RGB")
    red_of = image.getpixel((image.width // 2, image.height // 2))
    assert isinstance(red_of, tuple)
    assert (red_of[0] > 200, red_of[1] < 60) == (True, True)
