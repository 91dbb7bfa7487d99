"""What is known of a picture: as it was prepared, and as it is used."""

from dataclasses import dataclass
from typing import Literal

from pamphleteer.units import Pt

VECTORS = "image/svg+xml"

Purpose = Literal["screen", "office", "press", "grey", "blank"]
"""For the screen and the office printer in sRGB, for a press in its inks, or in greys. ``blank`` is
paper alone: what a drum leaves free for another one's picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A prepared picture: its name as an asset, its bytes, and its size in pixels.

    ``inks`` are its bytes as a press prints them, if it came in inks already. ``is_unmanaged``
    tells that the profile in its file could not be used. A drawing has no pixels, but a shape.
    """

    name: str
    content: bytes
    media_type: str
    width: int
    height: int
    inks: bytes = b""
    is_unmanaged: bool = False

    def __len__(self) -> int:
        """The bytes that it takes."""
        return len(self.content) + len(self.inks)

    @property
    def is_drawing(self) -> bool:
        """Whether it is made of lines, and sharp at any size."""
        return self.media_type == VECTORS


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How a picture is used: the points that it is wide where it is widest, and its rows of dots.

    ``halftone`` is in rows to the inch, 0 for none.
    """

    width: Pt
    halftone: int = 0
