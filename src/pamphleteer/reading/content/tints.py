"""Colours of a PDF: spaces, and tints in them, as the inks that a press would print.

ISO 32000-2, 8.6.
"""

from dataclasses import dataclass
from functools import cached_property

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")

COMPONENTS = {"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3, "Lab": 3, "DeviceCMYK": 4}

KINDS = {"DeviceGray": "grey", "CalGray": "grey", "DeviceRGB": "rgb", "CalRGB": "rgb",
         "Lab": "lab", "DeviceCMYK": "cmyk", "Separation": "spot", "DeviceN": "spot",
         "Pattern": "pattern"}  # fmt: skip
BY_COMPONENTS = {1: "grey", 3: "rgb", 4: "cmyk"}

Inks = tuple[tuple[str, float], ...]
"""Inks by name, with their shares from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """A colour space: its family, its number of components, and names of inks if it has any.

    ``base`` and ``palette`` are those of an Indexed space; the base of a Pattern space is that of
    uncoloured patterns.
    """

    family: str
    components: int
    names: tuple[str, ...] = ()
    base: "Space | None" = None
    palette: bytes = b""

    @property
    def kind(self) -> str:
        """``grey``, ``rgb``, ``cmyk``, ``lab``, ``spot``, ``pattern`` or ``unknown``."""
        if self.family == "Indexed" and self.base:
            return self.base.kind
        if self.family == "ICCBased":
            return BY_COMPONENTS.get(self.components, "unknown")
        if self.names and set(self.names) <= {*PROCESS, "None"}:
            return "cmyk"
        return KINDS.get(self.family, "unknown")

    @property
    def spots(self) -> tuple[str, ...]:
        """Its inks that are not process inks."""
        names = self.base.spots if self.family == "Indexed" and self.base else self.names
        return tuple(name for name in names if name not in (*PROCESS, "All", "None"))

    def __str__(self) -> str:
        """The space as a printer would call it."""
        if self.family == "Indexed" and self.base:
            return f"{self.base}, indexed"
        if self.names:
            return f"{self.family} {', '.join(self.names)}"
        told = {"rgb": "RGB", "cmyk": "CMYK", "grey": "grey", "lab": "Lab"}.get(self.kind, "")
        if self.family == "ICCBased":
            return f"{told or 'unknown'} with a profile"
        return told or self.family


GREY = Space(family="DeviceGray", components=1)
RGB = Space(family="DeviceRGB", components=3)
CMYK = Space(family="DeviceCMYK", components=4)
PATTERN = Space(family="Pattern", components=0)
DEVICE = {"DeviceGray": GREY, "DeviceRGB": RGB, "DeviceCMYK": CMYK, "Pattern": PATTERN}


@dataclass(frozen=True, kw_only=True)
class Tint:
    """A colour in a space."""

    space: Space
    values: tuple[float, ...]

    @cached_property
    def inks(self) -> Inks:
        """The inks that are printed; grey is black ink. Empty for RGB and Lab, which name none."""
        space, values = self.space, self.values
        if space.family == "Indexed":
            return self._of_palette(space.base).inks if space.base else ()
        if space.names:
            return _named(space.names, values)
        if space.kind == "grey" and values:
            return (("Black", 1 - _clamp(values[0])),)
        if space.kind == "cmyk" and len(values) == 4:
            return tuple(zip(PROCESS, map(_clamp, values), strict=True))
        return ()

    def _of_palette(self, base: Space) -> "Tint":
        """The palette's colour that an Indexed tint stands for (8.6.6.3)."""
        start = int(self.values[0] if self.values else 0) * base.components
        found = self.space.palette[start : start + base.components]
        return Tint(space=base, values=tuple(byte / 255 for byte in found))

    @cached_property
    def is_paper(self) -> bool:
        """Whether nothing is printed: white, or no ink."""
        if self.space.kind == "rgb" and self.space.family != "Indexed":
            return bool(self.values) and min(self.values) >= 0.995
        return bool(self.inks) and total(self.inks) <= 0.005


BLACK = Tint(space=GREY, values=(0.0,))


def total(inks: Inks) -> float:
    """The sum of the shares."""
    return sum(share for _, share in inks)


def estimate(tint: Tint) -> Inks:
    """The inks of a tint; those of RGB by plain arithmetic, with all grey as black.

    Office printers and shops reckon in their own ways, so that this only serves an estimate.
    """
    if tint.space.kind != "rgb" or len(tint.values) != 3:
        return tint.inks
    lacks = [1 - _clamp(value) for value in tint.values]
    black = min(lacks)
    return (*zip(PROCESS, (lack - black for lack in lacks), strict=False), ("Black", black))


def _named(names: tuple[str, ...], values: tuple[float, ...]) -> Inks:
    shares = [(name, _clamp(value)) for name, value in zip(names, values, strict=False)]
    if names == ("All",):
        return tuple((ink, shares[0][1] if shares else 0.0) for ink in PROCESS)
    return tuple((name, share) for name, share in shares if name != "None")


def _clamp(value: float) -> float:
    return max(0.0, min(1.0, value))
