"""Takes the pages of a drum back as pictures: how much ink is where."""

from collections.abc import Iterator

import pypdfium2
from PIL import Image


def read_drum(pdf: bytes, *, dpi: int) -> Iterator[Image.Image]:
    """Each page of a drum's file as a picture in greys: 0 is solid, 255 is paper."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            image: Image.Image = page.render(scale=dpi / 72, grayscale=True).to_pil()
            yield image.convert("L")
