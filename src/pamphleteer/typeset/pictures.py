"""Pictures on finished pages: how wide each is, and others lent in their place for one output.

A picture is laid out once and written as often as there are outputs, for each as it needs it. Only
when pages are finished is it known how wide a picture is placed.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import md5
from io import BytesIO
from typing import Any

from PIL import Image
from weasyprint.formatting_structure import boxes
from weasyprint.images import RasterImage
from weasyprint.layout.replaced import replacedbox_layout

from pamphleteer.typeset.fetching import BASE_URL
from pamphleteer.typeset.trees import every_box
from pamphleteer.units import Pt

PT_PER_PX = 72 / 96

Convert = Callable[[bytes], bytes]
"""Makes of the bytes of a picture, as it was laid out, those that an output needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A picture on a page, by its name as an asset, and how wide it is drawn, cut off or not."""

    name: str
    page: int
    width: Pt


def placed_pictures(page_boxes: Iterable[Any], names: Iterable[str]) -> tuple[Placed, ...]:
    """The pictures on pages, each as often as it is placed; drawings are none."""
    known = {_identity(name): name for name in names}
    return tuple(
        Placed(name=known[image.id], page=number, width=Pt(width * PT_PER_PX))
        for number, page_box in enumerate(page_boxes, start=1)
        for image, width in _drawn(page_box)
    )


@contextmanager
def lent_pictures(page_boxes: Iterable[Any], convert: Convert | None) -> Iterator[None]:
    """Put what an output needs in the place of each picture, for as long as it is written."""
    drawn = (image for page_box in page_boxes for image, _ in _drawn(page_box))
    images = {id(image): image for image in drawn} if convert else {}
    before = [(image, vars(image).copy()) for image in images.values()]
    try:
        for image, _ in before:
            _lend(image, convert)
        yield
    finally:
        for image, kept in before:
            vars(image).update(kept)


def _lend(image: Any, convert: Any) -> None:
    content = image.image_data.data
    made = convert(content)
    if made != content:
        other = RasterImage(Image.open(BytesIO(made)), image.id, made)
        vars(image).update(vars(other))


def _identity(name: str) -> str:
    """How WeasyPrint tells pictures apart."""
    return md5(f"{BASE_URL}{name}".encode(), usedforsecurity=False).hexdigest()


def _drawn(page_box: Any) -> Iterator[tuple[Any, float]]:
    """Each picture of a page, and how wide it is drawn, in CSS px."""
    for box in every_box(page_box):
        if isinstance(box, boxes.ReplacedBox) and isinstance(box.replacement, RasterImage):
            yield box.replacement, replacedbox_layout(box)[0]
        for layer in box.background.layers if box.background else ():
            if isinstance(layer.image, RasterImage):
                yield layer.image, layer.size[0]
