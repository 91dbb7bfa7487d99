"""Reads colour spaces (ISO 32000-2, 8.6.3 to 8.6.6)."""

from collections.abc import Callable

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from pamphleteer.reading.content.objects import data_of, dictionary, number, resolve
from pamphleteer.reading.content.tints import COMPONENTS, DEVICE, GREY, Space

SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed",
         "CalCMYK": "DeviceCMYK"}  # fmt: skip
"""Names in inline images (8.9.7), and one of old files."""

DEEPEST = 6
LONGEST_PALETTE = 256 * 32
UNKNOWN = Space(family="unknown", components=0)


def read_space(value: PdfObject | None, resources: PdfObject | None, depth: int = 0) -> Space:
    """Read a colour space, by name or as an array; names are looked up in the resources."""
    value = resolve(value)
    if depth > DEEPEST:
        return UNKNOWN
    if isinstance(value, ArrayObject) and value:
        return _read_array(value, resources, depth)
    if not isinstance(value, str):
        return UNKNOWN
    plain = value.removeprefix("/")
    plain = SHORT.get(plain, plain)
    if plain in DEVICE:
        return DEVICE[plain]
    named = dictionary(resources, "/ColorSpace")
    if f"/{plain}" in named:
        return read_space(named.raw_get(f"/{plain}"), resources, depth + 1)
    return Space(family=plain, components=COMPONENTS.get(plain, 0))


def _read_array(array: ArrayObject, resources: PdfObject | None, depth: int) -> Space:
    family = str(resolve(array[0])).removeprefix("/")
    family = SHORT.get(family, family)
    if len(array) > 1 and family in READERS:
        return READERS[family](array)
    if len(array) > 1 and family in ("Indexed", "Pattern"):
        base = read_space(array[1], resources, depth + 1)
        palette = _read_palette(array) if family == "Indexed" else b""
        components = 1 if family == "Indexed" else 0
        return Space(family=family, components=components, base=base, palette=palette)
    return DEVICE.get(family) or Space(family=family, components=COMPONENTS.get(family, 0))


def _read_icc(array: ArrayObject) -> Space:
    profile = resolve(array[1])
    count = int(number(resolve(profile.get("/N")))) if isinstance(profile, DictionaryObject) else 0
    return Space(family="ICCBased", components=count)


def _read_separation(array: ArrayObject) -> Space:
    return Space(family="Separation", components=1, names=(_plain(array[1]),))


def _read_device_n(array: ArrayObject) -> Space:
    found = resolve(array[1])
    names = tuple(map(_plain, found)) if isinstance(found, ArrayObject) else ()
    return Space(family="DeviceN", components=len(names), names=names)


def _read_palette(array: ArrayObject) -> bytes:
    """The colours of an Indexed space, one after the other (8.6.6.3)."""
    palette = resolve(array[3]) if len(array) > 3 else None
    if isinstance(palette, StreamObject):
        return (data_of(palette) or b"")[:LONGEST_PALETTE]
    return bytes(getattr(palette, "original_bytes", b""))[:LONGEST_PALETTE]


def _plain(value: PdfObject) -> str:
    return str(resolve(value)).removeprefix("/")


READERS: dict[str, Callable[[ArrayObject], Space]] = {
    "ICCBased": _read_icc,
    "Separation": _read_separation,
    "DeviceN": _read_device_n,
}


def initial(space: Space) -> tuple[float, ...]:
    """The values with which a space begins (8.6.8): black, or all ink."""
    if space.names:
        return (1.0,) * space.components
    if space.kind == "cmyk":
        return (0.0, 0.0, 0.0, 1.0)
    return (0.0,) * (space.components or GREY.components)
