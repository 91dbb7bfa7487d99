"""Pictures made safe and fit to be set: decoded, upright, eight bits deep, free of metadata.

`purposes` makes of a prepared picture what an output prints: inks of a press, or greys. `overprint`
shows what plates look like that are printed over one another.
"""

from pamphleteer.images.prepare import Picture, prepare_picture
from pamphleteer.images.qr import draw_qr
from pamphleteer.images.shading import shade_picture

__all__ = ["Picture", "draw_qr", "prepare_picture", "shade_picture"]
