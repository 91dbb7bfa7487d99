"""Make the fonts in this folder from the packages they come from.

Run by hand, never by a build: the finished files are kept in the repository, and ``ORIGIN.md``
tells how to get the packages. The same packages give the same bytes.

    python fonts/make_fonts.py FOLDER_WITH_PACKAGES [--to FOLDER]

Linux Libertine is copied whole. League Gothic and Libre Franklin come as web fonts cut into
subsets (latin, latin-ext, …), a file each. Two subsets of one family side by side make
WeasyPrint print wrong letters under a right text layer, so the subsets of a face are merged
into one TrueType file, under the names that the whole font has.
"""

import argparse
import hashlib
import io
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.misc.timeTools import epoch_diff
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent

SOURCE_DATE_EPOCH = 1_767_225_600
"""What merged fonts give as their date of modification: 1 January 2026, as Unix time."""

LIBERTINE = "fonts-linuxlibertine_5.3.0-6_all.deb"
LEAGUE_GOTHIC = "fontsource-league-gothic-5.3.0.tgz"
LIBRE_FRANKLIN = "fontsource-libre-franklin-5.3.0.tgz"

PACKAGES: Mapping[str, str] = {
    LIBERTINE: "5c77471e910189b3e4e2eda2b1c5f549ddcaf4de8f9640b97773643970d29087",
    LEAGUE_GOTHIC: "40c34bf02e0c3f88cccdca1851b889fd3780653eb01066ddcdeb9474903e2aa6",
    LIBRE_FRANKLIN: "8c2f1a01cf1d38fc38da4818248e699d22a069ad947f319c5cbacec4a5bb01c7",
}
"""The packages that are needed, each with the SHA-256 of the file that was used."""

LIBERTINE_FACES = ("R", "RI", "RZ", "RZI", "RB", "RBI", "M")
"""Regular, semibold and bold, each with its italic, and the mono: upstream's file names."""

Files = dict[str, bytes]
"""Contents of files, by their path in a package or in this folder."""


@dataclass(frozen=True, kw_only=True)
class MergedFace:
    """One face of a family whose web font comes in subsets.

    Attributes:
        style: The style's name within the family: ``Bold Italic``.
        weight: The weight in CSS, 100 to 900.
        package: The package's file name.
        subsets: Which subsets there are; of two that have a letter, the first one's is taken.
    """

    family: str
    style: str
    weight: int
    package: str
    subsets: tuple[str, ...]

    @property
    def folder(self) -> str:
        """The family's folder, also what its files in the package are called."""
        return self.family.lower().replace(" ", "-")

    @property
    def is_italic(self) -> bool:
        """Whether the style is an italic."""
        return "Italic" in self.style

    @property
    def postscript_name(self) -> str:
        """Family and style without spaces, also the name of the file."""
        return f"{self.family}-{self.style}".replace(" ", "")


def franklin(style: str, weight: int) -> MergedFace:
    """Describe one face of Libre Franklin."""
    return MergedFace(
        family="Libre Franklin",
        style=style,
        weight=weight,
        package=LIBRE_FRANKLIN,
        subsets=("latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext"),
    )


MERGED_FACES = (
    MergedFace(
        family="League Gothic",
        style="Regular",
        weight=400,
        package=LEAGUE_GOTHIC,
        subsets=("latin", "latin-ext", "vietnamese"),
    ),
    franklin("Regular", 400),
    franklin("Italic", 400),
    franklin("SemiBold", 600),
    franklin("Bold", 700),
    franklin("Bold Italic", 700),
    franklin("ExtraBold", 800),
)


def read_package(folder: Path, name: str) -> Files:
    """Read one package into memory after checking that it is the one that was used.

    Args:
        folder: Where the packages lie.
        name: The package's file name, one of `PACKAGES`.

    Returns:
        The package's files by path, without a leading ``./``.

    Raises:
        ValueError: The file's SHA-256 is not the one in `PACKAGES`.
    """
    data = (folder / name).read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != PACKAGES[name]:
        raise ValueError(f"{name}: sha256 is {found}, expected {PACKAGES[name]}")
    if name.endswith(".deb"):
        data = next(body for member, body in read_ar(data) if member.startswith("data.tar"))
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        return {
            member.name.removeprefix("./"): reader.read()
            for member in archive
            if member.isfile() and (reader := archive.extractfile(member)) is not None
        }


def read_ar(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Read the members of an ``ar`` archive, which is what a Debian package is (deb(5)).

    Args:
        archive: The whole file: an 8-byte signature, then members. Each has a header of 60
            bytes with its name in bytes 0-15 and its size, in decimal, in bytes 48-57, and
            begins at an even offset.

    Yields:
        Each member's name and contents.
    """
    offset = len(b"!<arch>\n")
    while offset < len(archive):
        header = archive[offset : offset + 60]
        size = int(header[48:58])
        start = offset + len(header)
        yield header[:16].decode().rstrip(" /"), archive[start : start + size]
        offset = start + size + size % 2


def take_libertine(package: Files) -> Files:
    """Take Linux Libertine as Debian builds it, and its licence.

    The bytes stay as they are: the name is reserved (OFL 1.1, condition 3), so a changed
    font would need another name.
    """
    faces = {
        f"linux-libertine/LinLibertine_{face}.otf": package[
            f"usr/share/fonts/opentype/linux-libertine/LinLibertine_{face}.otf"
        ]
        for face in LIBERTINE_FACES
    }
    copyright_file = package["usr/share/doc/fonts-linuxlibertine/copyright"]
    return faces | {"linux-libertine/LICENSE.txt": copyright_file}


def merge_face(face: MergedFace, package: Files) -> bytes:
    """Merge the subsets of a face into one TrueType font.

    Each subset says of the whole face what weight and slope it has, and how tall its lines are.

    Returns:
        The finished font file.
    """
    slope = "italic" if face.is_italic else "normal"
    stems = [f"{face.folder}-{subset}-{face.weight}-{slope}" for subset in face.subsets]
    subsets = [TTFont(io.BytesIO(package[f"package/files/{stem}.woff2"])) for stem in stems]
    encode_once(subsets)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{stem}.ttf" for stem in stems]
        for path, subset in zip(paths, subsets, strict=True):
            subset.flavor = None
            subset.save(path)
        # STAT describes the variable family that the subsets are cut from.
        font = Merger(Options(drop_tables=["STAT"])).merge([str(path) for path in paths])
    name_face(font, face)
    add_hyphen(font)
    # Otherwise HarfBuzz, where it is installed, would pack tables into other bytes.
    font.cfg["fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"] = False
    font["head"].created = subsets[0]["head"].created
    font["head"].modified = SOURCE_DATE_EPOCH - epoch_diff
    font.recalcTimestamp = False
    result = io.BytesIO()
    font.save(result)
    return result.getvalue()


def encode_once(subsets: Sequence[TTFont]) -> None:
    """Leave each character to the first subset that has it, and take it from the others.

    Every subset has ``A``, for one. With two of them `fontTools.merge` writes a substitution
    (``locl``) of the second for the first; it prints the same letter, but kerns it with
    nothing outside the second subset: ``AV`` would stand apart.
    """
    seen: set[int] = set()
    for subset in subsets:
        for table in subset["cmap"].tables:
            table.cmap = {code: glyph for code, glyph in table.cmap.items() if code not in seen}
        seen |= subset.getBestCmap().keys()


def add_hyphen(font: TTFont) -> None:
    """Give a merged font U+2010, the hyphen that WeasyPrint sets where it breaks a word.

    No subset has it, and another family's hyphen would be printed. It is the glyph of U+002D
    under a name of its own, so that the two stay different characters in a PDF's text.
    """
    source, name = font.getBestCmap()[0x2D], "uni2010"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    pen = TTGlyphPen(font["glyf"])
    pen.addComponent(source, (1, 0, 0, 1, 0, 0))
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = font["hmtx"][source]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x2010] = name


def name_face(font: TTFont, face: MergedFace) -> None:
    """Give a merged font its names (OpenType, ``name`` table).

    The subsets are cut from a variable font and still bear the name of its default, so all
    of Libre Franklin is called "Libre Franklin Thin". Names 1 and 2 know four styles only;
    any other weight becomes a family of its own there, and says its true one in 16 and 17.
    """
    table = font["name"]
    version = table.getDebugName(5).removeprefix("Version ")
    vendor = font["OS/2"].achVendID.strip()
    kept = {record.nameID: str(record) for record in table.names if record.nameID in (0, 5, 14)}
    weight_name = face.style.removesuffix("Italic").strip()
    names = kept | {
        1: face.family,
        2: face.style,
        3: f"{version};{vendor};{face.postscript_name}",
        4: f"{face.family} {face.style}",
        6: face.postscript_name,
    }
    if weight_name not in ("", "Regular", "Bold"):
        names |= {
            1: f"{face.family} {weight_name}",
            2: "Italic" if face.is_italic else "Regular",
            16: face.family,
            17: face.style,
        }
    table.names = []
    for name_id, text in sorted(names.items()):
        table.setName(text, name_id, 3, 1, 0x409)


def make_fonts(packages: Path) -> Files:
    """Make every font and licence of this folder, by path, from the folder of packages."""
    contents = {name: read_package(packages, name) for name in PACKAGES}
    made = take_libertine(contents[LIBERTINE])
    for face in MERGED_FACES:
        package = contents[face.package]
        made[f"{face.folder}/{face.postscript_name}.ttf"] = merge_face(face, package)
        made[f"{face.folder}/OFL.txt"] = package["package/LICENSE"]
    return dict(sorted(made.items()))


def main() -> None:
    """Make the fonts, write them, and print size and checksum of each."""
    parser = argparse.ArgumentParser(description="Make the fonts in this folder.")
    parser.add_argument("packages", type=Path, help="folder with the three packages")
    parser.add_argument("--to", type=Path, default=HERE, help="where to write (default: here)")
    arguments = parser.parse_args()
    made = make_fonts(arguments.packages)
    for name, data in made.items():
        path = arguments.to / name
        path.parent.mkdir(parents=True, exist_ok=True)
        state = "same" if path.exists() and path.read_bytes() == data else "written"
        path.write_bytes(data)
        sys.stdout.write(f"{hashlib.sha256(data).hexdigest()} {len(data):8} {state:8} {name}\n")
    sys.stdout.write(f"{len(made)} files, {sum(map(len, made.values()))} bytes\n")


if __name__ == "__main__":
    main()
