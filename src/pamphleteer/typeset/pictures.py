"""Pictures on finished pages: how wide each is, which is known only then."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import md5
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.images import RasterImage
from weasyprint.layout.replaced import replacedbox_layout

from pamphleteer.typeset.fetching import BASE_URL
from pamphleteer.typeset.trees import every_box
from pamphleteer.units import Pt

PT_PER_PX = 72 / 96


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
