"""Files and booklets for the drums of a Risograph."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from tests.build.plates import both, has_ink, inked, separate
from tests.build.publications import Publication, manifest
from tests.build.test_print import DRUM_SLUG, EDGE, GROUND, LARGE, UNPRINTED, printed_in


def test_the_preview_shows_the_drums_over_one_another(publication: Publication) -> None:
    made = printed_in(publication, "inks: riso")
    with pypdfium2.PdfDocument(made.out / "winter-riso-preview.pdf") as document:
        assert len(document) == 4
        assert document[0].get_size() == pytest.approx((396 + 2 * EDGE, 612 + 2 * EDGE), abs=1)
        image = document[0].render(scale=1).to_pil().convert("RGB")
    red, green, _ = image.split()
    light_red = inked(red, least=150)
    assert has_ink(both(light_red, inked(ImageChops.invert(green), least=180))), "solid red"
    assert has_ink(inked(ImageChops.invert(red), least=230)), "solid black"


def test_each_drum_has_its_booklet(publication: Publication) -> None:
    """Of the same sheets; together they print what the booklet in black prints."""
    made: dict[str, list[Image.Image]] = {}
    for kind in ("riso", "black"):
        text = manifest(["articles/news.md", "contact"], f"printing: {{inks: {kind}}}")
        publication.write({"winter/issue.yaml": text})
        done = publication.build_here("--only", "booklet")
        assert done.code == 0, done.err
        for name in publication.files():
            with pypdfium2.PdfDocument(publication.out / name) as document:
                made[name] = [page.render(scale=1).to_pil().convert("L") for page in document]
    alone = made.pop("winter-booklet.pdf")
    assert sorted(made) == ["winter-booklet-BLACK.pdf", "winter-booklet-RED.pdf"]
    assert all(has_ink(ImageChops.invert(sides[0])) for sides in made.values())
    for black, red, whole in zip(*made.values(), alone, strict=True):
        most = ImageChops.difference(ImageChops.darker(black, red), whole).getextrema()[1]
        assert isinstance(most, int)
        assert most < 40


def test_drums_together_print_what_black_alone_prints(publication: Publication) -> None:
    """Each of them its part, in greys, but for 5 % on a large area; their register marks meet."""
    made = printed_in(publication, "inks: riso", LARGE)
    files = sorted(made.files())
    preview = files.pop()
    assert files == ["winter-riso-BLACK.pdf", "winter-riso-RED.pdf"]
    assert preview == "winter-riso-preview.pdf"
    pages = (1, 4)
    drums = {page: [grey_plate(made.out / name, page) for name in files] for page in pages}
    alone = printed_in(publication, "inks: black", LARGE).print
    for page in pages:
        assert all(map(has_ink, drums[page]))
        whole = grey_plate(alone, page)
        inside = (DRUM_SLUG, DRUM_SLUG, DRUM_SLUG + whole.width, DRUM_SLUG + whole.height)
        together = ImageChops.lighter(*drums[page]).crop(inside)
        differs = ImageChops.difference(together, whole).getextrema()
        assert differs == (0, 0 if page == 1 else GROUND)
        for drum in drums[page]:
            drum.paste(0, inside)
            drum.paste(0, (0, drum.height - DRUM_SLUG, drum.width // 3, drum.height))  # its name
            assert min(drum.getbbox() or ()) > UNPRINTED
        assert not has_ink(ImageChops.difference(*drums[page])), "register marks"


def grey_plate(path: Path, page: int) -> Image.Image:
    """The black of a page, at one pixel to the point; there is nothing else."""
    plates = separate(path, page, dpi=72)
    black = plates.pop("Black")
    assert not any(map(has_ink, plates.values()))
    return black
