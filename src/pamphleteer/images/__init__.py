"""Pictures made safe, and fit for what each output needs of them.

    file ─ decoding, colour ─▶ Picture, in sRGB, as pages are laid out with it
         ─ fitting, colour, halftone ─▶ bytes for the screen, the office, a press, or in greys

Invariants: nothing of a file but its pixels, or its shapes, goes on; colours are converted by the
profiles that files name; the same file gives the same bytes; a file that is broken, too large or
not safe is told with its place.

Not done here: where a picture stands, and how wide; that is known when pages are finished.

What works on pictures is loaded only when it is asked for by its name: an issue may have none.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from pamphleteer.images.model import Picture, Purpose, Use

if TYPE_CHECKING:
    from pamphleteer.images.fitting import fit_picture
    from pamphleteer.images.prepare import prepare_picture
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

WORKERS = {
    "draw_qr": "qr",
    "fit_picture": "fitting",
    "prepare_picture": "prepare",
    "shade_picture": "shading",
    "tell_sharpness": "sharpness",
}
"""Functions of this room, and the module in which each is."""


def __getattr__(name: str) -> Any:
    """Load a function when it is first asked for (PEP 562)."""
    if name not in WORKERS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{WORKERS[name]}"), name)
