"""Pictures made safe, and fit for what each output needs of them.

    file ─ decoding, colour ─▶ Picture, in sRGB, as pages are laid out with it
         ─ fitting, colour, halftone ─▶ bytes for the screen, the office, a press, or in greys

Invariants: nothing of a file but its pixels, or its shapes, goes on; colours are converted by the
profiles that files name; the same file gives the same bytes; a file that is broken, too large or
not safe is told with its place.

Not done here: where a picture stands, and how wide; that is known when pages are finished.
"""

from pamphleteer.images.fitting import Purpose, Use, fit_picture
from pamphleteer.images.prepare import Picture, prepare_picture
from pamphleteer.images.qr import draw_qr
from pamphleteer.images.shading import shade_picture
from pamphleteer.images.sharpness import tell_sharpness

__all__ = [
    "Picture",
    "Purpose",
    "Use",
    "draw_qr",
    "fit_picture",
    "prepare_picture",
    "shade_picture",
    "tell_sharpness",
]
