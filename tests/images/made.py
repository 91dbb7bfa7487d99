"""Picture files and colour profiles that no library here writes, byte by byte."""

import struct
import zlib
from io import BytesIO

CURVES = {"red": "rTRC", "green": "gTRC", "blue": "bTRC"}
COLORANTS = {  # sRGB's, as profiles have them: relative to D50 (ICC.1, 9.2)
    "red": (0.4360, 0.2225, 0.0139),
    "green": (0.3851, 0.7169, 0.0971),
    "blue": (0.1431, 0.0606, 0.7139),
}
WHITE_OF_PROFILES = (0.9642, 1.0, 0.8249)
CHANNELS = {"L": 0, "RGB": 2, "RGBA": 6}
"""Kinds of PNG by what a pixel is (PNG, 11.2.1)."""


def png_of(width: int, height: int, *, depth: int, kind: int, pixels: bytes) -> bytes:
    """A PNG of rows of pixels, each with its filter's byte."""
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(pixels)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def png_of_sixteen_bits(mode: str) -> bytes:
    """A PNG of sixteen bits a channel, of one colour."""
    values = {"L": (200,), "RGB": (200, 100, 50), "RGBA": (200, 100, 50, 255)}[mode]
    pixel = b"".join(struct.pack(">H", value * 257) for value in values)
    row = b"\0" + pixel * 4
    return png_of(4, 4, depth=16, kind=CHANNELS[mode], pixels=row * 4)


def swapped_profile() -> BytesIO:
    """A profile of RGB in which the numbers of red and blue have changed places."""
    others = {"red": "blue", "green": "green", "blue": "red"}
    tags = {f"{name[0]}XYZ": _xyz(COLORANTS[others[name]]) for name in COLORANTS}
    tags |= dict.fromkeys(CURVES.values(), _srgb_curve())
    return BytesIO(_profile(b"RGB ", tags))


def grey_profile(*, gamma: float) -> bytes:
    """A profile of greys."""
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)
    return _profile(b"GRAY", {"kTRC": curve})


def _srgb_curve() -> bytes:
    parts = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    values = b"".join(struct.pack(">i", round(part * 65536)) for part in parts)
    return b"para" + bytes(4) + struct.pack(">HH", 3, 0) + values


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(struct.pack(">i", round(v * 65536)) for v in values)


def _profile(space: bytes, tags: dict[str, bytes]) -> bytes:
    """A display's profile of version 4 (ICC.1:2010, 7)."""
    name = "a profile".encode("utf-16-be")
    text = b"mluc" + bytes(4) + struct.pack(">IIHHII", 1, 12, 0x656E, 0x5553, len(name), 28) + name
    tags = {"desc": text, "cprt": text, "wtpt": _xyz(WHITE_OF_PROFILES), **tags}
    table, data = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for key, value in tags.items():
        table += key.encode() + struct.pack(">II", start + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    header = bytearray(128)
    header[8:12] = bytes([4, 0x20, 0, 0])
    header[12:24] = b"mntr" + space + b"XYZ "
    header[36:40] = b"acsp"
    header[68:80] = _xyz(WHITE_OF_PROFILES)[8:]
    header[0:4] = struct.pack(">I", start + len(data))
    return bytes(header) + struct.pack(">I", len(tags)) + table + data
