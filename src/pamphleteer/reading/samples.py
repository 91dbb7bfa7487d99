"""The samples of pictures: whether all are there, and how much of each ink they take.

ISO 32000-2, 8.9.5. Pictures are decoded one at a time and kept small, as thumbnails of ink.
"""

import struct
import zlib
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image, ImageChops, ImageFile
from pypdf import PdfReader
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, PdfObject, StreamObject

from pamphleteer.reading.content.marks import Placed
from pamphleteer.reading.content.objects import entry, items, numbers, stream
from pamphleteer.reading.content.tints import PROCESS, Space

Plates = dict[str, Image.Image]
"""By the ink's name a picture of its share: 0 is none, 255 is full."""

THUMBNAIL = 240
"""Pixels on the longer side of what is kept of a picture."""

MOST_PIXELS = 150_000_000
"""Above this a picture is not decoded: it would not fit into memory."""

OPENED = ("DCTDecode", "JPXDecode", "CCITTFaxDecode")
"""Filters whose data is a picture's file."""

PNG = 10
"""Predictors from this on are those of PNG."""

PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
PNG_KINDS = {1: 0, 3: 2, 4: 6}
"""PNG's types of colour with so many samples a pixel: grey, RGB, and RGB with opacity."""

UNDONE = frozenset((*OPENED, "FlateDecode", "LZWDecode", "RunLengthDecode", "ASCIIHexDecode",
                   "ASCII85Decode"))  # fmt: skip
"""Filters that can be undone here; of what others have packed nothing is said."""

RAW_MODES = {(1, "L"): "1", (2, "L"): "L;2", (4, "L"): "L;4", (8, "L"): "L",
             (1, "P"): "P;1", (2, "P"): "P;2", (4, "P"): "P;4", (8, "P"): "P"}  # fmt: skip


class UnfitError(Exception):
    """A picture's data is not what it should be; the message says how, to an editor."""


@dataclass(slots=True)
class Samples:
    """The pictures of a file, by their objects' numbers; faults are kept, pictures of one page."""

    reader: PdfReader
    _faults: dict[int, str] = field(default_factory=dict)
    _kept: dict[int, tuple[Plates, Image.Image | None]] = field(default_factory=dict)

    def fault(self, picture: Placed) -> str:
        """What is wrong with a picture's data; empty if nothing is."""
        if picture.source and picture.source not in self._faults:
            self._look(picture)
        return self._faults.get(picture.source, "")

    def plates(self, picture: Placed) -> tuple[Plates, Image.Image | None]:
        """A picture's inks, and the mask of what is opaque; no inks where it cannot be decoded."""
        if picture.source and picture.source not in self._kept:
            self._look(picture)
        return self._kept.get(picture.source, ({}, None))

    def forget(self) -> None:
        """Drop the pictures of the last page."""
        self._kept.clear()

    def _look(self, picture: Placed) -> None:
        found = self.reader.get_object(picture.source)
        self._faults[picture.source], self._kept[picture.source] = "", ({}, None)
        if not isinstance(found, StreamObject):
            return
        try:
            plates = read_plates(found, picture.space, picture.bits, stencil=picture.stencil)
            mask = stream(found, "/SMask")
            soft = _read_mask(mask) if mask is not None else None
            self._kept[picture.source] = plates, soft
        except UnfitError as fault:
            self._faults[picture.source] = str(fault)
        except MemoryError:
            raise
        # Pillow and pypdf say of broken data with any exception that it is broken.
        except Exception:
            self._faults[picture.source] = "its data is damaged and cannot be decoded"


def read_plates(found: StreamObject, space: Space, bits: int, *, stencil: bool) -> Plates:
    """Decode a picture into its inks, as a thumbnail.

    Raises:
        UnfitError: data is missing, or of another size than is said.
    """
    size = tuple(int(each) for each in numbers([entry(found, "/Width"), entry(found, "/Height")]))
    columns, rows = size
    if columns * rows > MOST_PIXELS or columns < 1 or rows < 1:
        raise UnfitError(f"{columns} × {rows} pixels cannot be decoded")
    last = next(reversed(_filters(found)), "")
    if not UNDONE.issuperset(_filters(found)):
        return {}
    data = _decode(found, (columns, rows))
    inverted = _is_inverted(found)
    if last in OPENED:
        picture = _open(data, (columns, rows), inverted=inverted)
        return _of_picture(picture, space, inverted=inverted and picture.mode != "CMYK")
    if stencil:
        space = Space(family="DeviceGray", components=1)
    planes = _planes(data, (columns, rows), space, bits)
    return _inks(planes, space, inverted=inverted)


def _decode(found: StreamObject, size: tuple[int, int]) -> bytes:
    """Undo a stream's filters, without keeping what comes of it.

    Most pictures are filtered as PNGs are (7.4.4.4), row by row: Pillow undoes that at once.
    """
    parameters = entry(found, "/DecodeParms")
    told = numbers(entry(parameters, key) for key in ("/Predictor", "/Colors", "/BitsPerComponent"))
    predictor, colours, bits = int(told[0]), int(told[1] or 1), int(told[2] or 8)
    columns = int(numbers([entry(parameters, "/Columns")])[0])
    plain = bits == 8 and predictor >= PNG and colours in PNG_KINDS and columns == size[0]
    if str(entry(found, "/Filter")) == "/FlateDecode" and plain:
        header = struct.pack(">IIBBBBB", *size, bits, PNG_KINDS[colours], 0, 0, 0)
        chunks = ((b"IHDR", header), (b"IDAT", found._data), (b"IEND", b""))
        file = PNG_MAGIC + b"".join(_chunk(kind, data) for kind, data in chunks)
        with Image.open(BytesIO(file)) as picture:
            return picture.tobytes()
    if not _filters(found):
        return found._data
    data = decode_stream_data(found)
    return data.encode("latin-1") if isinstance(data, str) else data


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(data, zlib.crc32(kind)))
    return struct.pack(">I", len(data)) + kind + data + check


def _filters(found: StreamObject) -> list[str]:
    """The names of a stream's filters, in the order in which they are undone."""
    named = entry(found, "/Filter")
    filters = named if isinstance(named, ArrayObject) else [named]
    return [str(each).removeprefix("/") for each in filters if each is not None]


def _is_inverted(found: StreamObject) -> bool:
    decode = numbers(items(found, "/Decode"))
    return len(decode) >= 2 and decode[0] > decode[1]


def _open(data: bytes, size: tuple[int, int], *, inverted: bool) -> Image.Image:
    """Open a JPEG and the like at a size near the thumbnail's, reading all of it."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint sets it, for all of the process
    with Image.open(BytesIO(data)) as picture:
        if picture.size != size:
            told = f"{picture.width} × {picture.height}"
            raise UnfitError(f"its data is a picture of {told} pixels")
        picture.draft(None, _thumbnail(size))
        picture.load()
        # Pillow takes for granted that CMYK is stored inverted, as Decode says where it is.
        if picture.mode == "CMYK" and not inverted:
            return ImageChops.invert(picture)
        return picture.copy()


def _of_picture(picture: Image.Image, space: Space, *, inverted: bool) -> Plates:
    if picture.mode not in ("L", "RGB", "CMYK"):
        picture = picture.convert("L" if picture.mode in ("1", "LA") else "RGB")
    small = picture.resize(_thumbnail(picture.size), Image.Resampling.BOX)
    if len(space.names) == len(small.getbands()):
        return _inks(list(small.split()), space, inverted=inverted)
    kinds = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
    plain = Space(family=kinds[small.mode], components=len(small.getbands()))
    return _inks(list(small.split()), plain, inverted=inverted)


def _planes(data: bytes, size: tuple[int, int], space: Space, bits: int) -> list[Image.Image]:
    """Raw samples as a thumbnail of each component."""
    count, (columns, rows) = space.components or 1, size
    line = (columns * count * bits + 7) // 8
    if len(data) + line <= line * rows:  # a few bytes at the end are lacking in many files
        share = 100 * len(data) // max(1, line * rows)
        raise UnfitError(f"only {share} % of its data is there")
    data = data.ljust(line * rows, b"\0")
    if space.family == "Indexed":
        return _palette_planes(data, size, space, bits)
    if bits == 16:
        data = data[::2]
    elif bits != 8 and count > 1:
        return []
    if count == 1:
        raw = RAW_MODES[8 if bits == 16 else bits, "L"]
        whole = Image.frombytes("1" if raw == "1" else "L", size, data, "raw", raw).convert("L")
        return [whole.resize(_thumbnail(size), Image.Resampling.BOX)]
    length = columns * rows * count
    return [
        Image.frombytes("L", size, data[index:length:count]).resize(
            _thumbnail(size), Image.Resampling.BOX
        )
        for index in range(count)
    ]


def _palette_planes(
    data: bytes, size: tuple[int, int], space: Space, bits: int
) -> list[Image.Image]:
    """The components of a palette's colours, for each pixel."""
    count = space.base.components if space.base else 0
    whole = Image.frombytes("P", size, data, "raw", RAW_MODES[bits, "P"])
    whole = Image.frombytes("L", size, whole.tobytes())
    planes = []
    for index in range(count):
        values = list(space.palette[index::count][:256])
        table = values + [0] * (256 - len(values))
        planes.append(whole.point(table).resize(_thumbnail(size), Image.Resampling.BOX))
    return planes


def _inks(planes: list[Image.Image], space: Space, *, inverted: bool) -> Plates:
    if space.family == "Indexed" and space.base:
        return _inks(planes, space.base, inverted=False)
    if inverted:
        planes = [ImageChops.invert(plane) for plane in planes]
    if space.names:
        return dict(zip(space.names, planes, strict=False))
    if len(planes) == 4:
        return dict(zip(PROCESS, planes, strict=True))
    lacks = [ImageChops.invert(plane) for plane in planes]
    if len(lacks) == 1:
        return {"Black": lacks[0]}
    if len(lacks) != 3:
        return {}
    black = ImageChops.darker(ImageChops.darker(lacks[0], lacks[1]), lacks[2])
    coloured = (ImageChops.subtract(lack, black) for lack in lacks)
    return {**dict(zip(PROCESS, coloured, strict=False)), "Black": black}


def _read_mask(mask: StreamObject) -> Image.Image | None:
    grey = Space(family="DeviceGray", components=1)
    bits = int(numbers([_or_eight(entry(mask, "/BitsPerComponent"))])[0])
    plates = read_plates(mask, grey, bits, stencil=False)
    return ImageChops.invert(plates["Black"]) if "Black" in plates else None


def _or_eight(value: PdfObject | None) -> object:
    return 8 if value is None else value


def _thumbnail(size: tuple[int, int]) -> tuple[int, int]:
    scale = min(1.0, THUMBNAIL / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
