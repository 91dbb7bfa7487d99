"""Pictures in a PDF as they were given: in an output's inks, not as WeasyPrint would have them.

WeasyPrint writes a JPEG as it is, and makes a PNG of anything else, which knows no inks of a press.
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pydyf
from PIL import Image

COLOUR_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}
ADOBE = "APP14"
"""The segment of a JPEG that tells that its inks are written upside down."""

Convert = Callable[[bytes], bytes]
"""Makes of a prepared picture's bytes those of the picture that an output needs."""


@dataclass(slots=True, kw_only=True)
class Pictures:
    """The pictures of one writing: how they are converted, and those that were already."""

    convert: Convert
    made: "dict[str, GivenPicture]" = field(default_factory=dict)


class GivenPicture:
    """Stands where WeasyPrint keeps a picture that it has read, and is written as it was given."""

    def __init__(self, name: str, content: bytes) -> None:
        self.id = name
        self._content = content

    @classmethod
    def of(cls, image: Any, pictures: Pictures) -> "GivenPicture":
        """The picture to be written instead of one that WeasyPrint has read."""
        if image.id not in pictures.made:
            content = pictures.convert(image.image_data.data)
            pictures.made[image.id] = cls(image.id, content)
        return pictures.made[image.id]

    def get_x_object(self, interpolate: bool, _: float) -> Any:  # WeasyPrint's signature
        """The picture as an image XObject (ISO 32000-2, 8.9.5)."""
        with Image.open(BytesIO(self._content)) as image:
            entries = {
                "Type": "/XObject",
                "Subtype": "/Image",
                "Width": image.width,
                "Height": image.height,
                "ColorSpace": COLOUR_SPACES[image.mode],
                "BitsPerComponent": 8,
                "Interpolate": "true" if interpolate else "false",
            }
            if image.format == "JPEG":
                if image.mode == "CMYK" and ADOBE in getattr(image, "app", {}):
                    entries["Decode"] = pydyf.Array([1, 0] * 4)
                entries["Filter"] = "/DCTDecode"
                return pydyf.Stream([self._content], pydyf.Dictionary(entries))
            entries["Filter"] = "/FlateDecode"
            samples = zlib.compress(image.tobytes())
        return pydyf.Stream([samples], pydyf.Dictionary(entries))
