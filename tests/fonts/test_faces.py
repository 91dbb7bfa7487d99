"""The shipped fonts are what they are said to be, whole, and licensed."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

import pytest

from .faces import FACES, FONTS, MERGED_FACES, Face, open_font

WESTERN = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØŒÙÚÛÜÝŸÞàáâãäåæçèéêëìíîïðñòóôõöøœùúûüýÿþß"
CENTRAL = "ĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽĹĽŔŐŰĐĂŞŢĞİĀĒĢĪĶĻŅŪĖĮŲąćęłńśźżčďěňřšťůžĺľŕőűđăşţğıāēģīķļņūėįų"
COMMA_BELOW = "ȘșȚț"
SIGNS = "“”„‘’‚«»‹›–—‐-…•·€£$¥†§¶©®™°×÷±½¿¡&@#%*/()[]0123456789"

MISSING = {
    "LeagueGothic-Regular": "†",
    "LinLibertine_RBI": COMMA_BELOW,
    "LinLibertine_M": COMMA_BELOW,
}
"""What a face does not have; nor has the whole font that it comes from."""


def find_face(name: str) -> Face:
    """Find a face by the name of its file."""
    return next(face for face in FACES if str(face) == name)


def features(font: Any, table: str) -> set[str]:
    """Name the features of a font's GSUB or GPOS table."""
    return {record.FeatureTag for record in font[table].table.FeatureList.FeatureRecord}


def subtables(font: Any, table: str, tags: set[str]) -> Iterator[Any]:
    """Go through the subtables of some features, without the wrapping of extensions."""
    layout = font[table].table
    records = [r for r in layout.FeatureList.FeatureRecord if r.FeatureTag in tags]
    for index in sorted({i for record in records for i in record.Feature.LookupListIndex}):
        for subtable in layout.LookupList.Lookup[index].SubTable:
            yield getattr(subtable, "ExtSubTable", subtable)


def kerning_between(font: Any, left: str, right: str) -> int:
    """Add up by how many units pair kerning moves two characters apart (OpenType, GPOS 2)."""
    first, second = (font.getBestCmap()[ord(text)] for text in (left, right))
    total = 0
    for pairs in subtables(font, "GPOS", {"kern"}):
        if first not in pairs.Coverage.glyphs:
            continue
        if pairs.Format == 2:
            row = pairs.Class1Record[pairs.ClassDef1.classDefs.get(first, 0)].Class2Record
            value = row[pairs.ClassDef2.classDefs.get(second, 0)].Value1
            total += getattr(value, "XAdvance", 0)
        else:
            records = pairs.PairSet[pairs.Coverage.glyphs.index(first)].PairValueRecord
            total += sum(r.Value1.XAdvance for r in records if r.SecondGlyph == second)
    return total


def test_every_font_file_is_a_face() -> None:
    assert {face.file for face in FACES} == {*FONTS.glob("*/*.ttf"), *FONTS.glob("*/*.otf")}


@pytest.mark.parametrize("face", FACES, ids=str)
def test_names_and_weight(face: Face) -> None:
    font = open_font(face.file)
    names, os2 = font["name"], font["OS/2"]
    assert (names.getDebugName(16) or names.getDebugName(1)) == face.family
    assert os2.usWeightClass == face.weight
    assert bool(os2.fsSelection & 1) == (face.style == "italic")
    assert bool(font["head"].macStyle & 2) == (face.style == "italic")


@pytest.mark.parametrize(
    ("name", "family", "style", "postscript"),
    [
        ("LeagueGothic-Regular", "League Gothic", "Regular", "LeagueGothic-Regular"),
        ("LibreFranklin-Regular", "Libre Franklin", "Regular", "LibreFranklin-Regular"),
        ("LibreFranklin-Italic", "Libre Franklin", "Italic", "LibreFranklin-Italic"),
        ("LibreFranklin-SemiBold", "Libre Franklin", "SemiBold", "LibreFranklin-SemiBold"),
        ("LibreFranklin-Bold", "Libre Franklin", "Bold", "LibreFranklin-Bold"),
        ("LibreFranklin-BoldItalic", "Libre Franklin", "Bold Italic", "LibreFranklin-BoldItalic"),
        ("LibreFranklin-ExtraBold", "Libre Franklin", "ExtraBold", "LibreFranklin-ExtraBold"),
    ],
)
def test_merged_faces_bear_their_own_names(
    name: str, family: str, style: str, postscript: str
) -> None:
    font = open_font(find_face(name).file)
    names, bold = font["name"], style.startswith("Bold")
    assert (names.getDebugName(17) or names.getDebugName(2)) == style
    assert names.getDebugName(4) == f"{family} {style}"
    assert names.getDebugName(6) == postscript
    assert not any("Thin" in str(record) for record in names.names)
    assert bool(font["OS/2"].fsSelection & 1 << 5) == bool(font["head"].macStyle & 1) == bold


@pytest.mark.parametrize("face", MERGED_FACES, ids=str)
def test_merged_faces_have_the_metrics_of_their_family(face: Face) -> None:
    font = open_font(face.file)
    hhea, os2 = font["hhea"], font["OS/2"]
    line = (1935, -465, 0) if face.family == "League Gothic" else (966, -246, 0)
    assert (hhea.ascent, hhea.descent, hhea.lineGap) == line
    assert (os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap) == line


@pytest.mark.parametrize("face", FACES, ids=str)
def test_western_and_central_european_letters(face: Face) -> None:
    known = open_font(face.file).getBestCmap()
    wanted = WESTERN + CENTRAL + COMMA_BELOW + SIGNS
    missing = "".join(text for text in wanted if ord(text) not in known)
    assert missing == MISSING.get(str(face), "")


@pytest.mark.parametrize("face", FACES, ids=str)
def test_features(face: Face) -> None:
    font = open_font(face.file)
    is_libertine = face.family == "Linux Libertine O"
    assert features(font, "GPOS") >= {"mark"} | (set() if face.is_mono else {"kern"})
    ligatures = set() if face.is_mono else {"liga"}
    figures = {"smcp", "onum", "lnum"} if is_libertine else set()
    assert features(font, "GSUB") >= ligatures | figures


def test_all_letters_of_the_mono_are_equally_wide() -> None:
    font = open_font(find_face("LinLibertine_M").file)
    letters = (font.getBestCmap()[code] for code in range(0x20, 0x7F))
    assert len({font["hmtx"][name][0] for name in letters}) == 1


@pytest.mark.parametrize("face", [face for face in FACES if not face.is_mono], ids=str)
@pytest.mark.parametrize("pair", ["AV", "To", "Ya"])
def test_pairs_are_kerned(face: Face, pair: str) -> None:
    assert kerning_between(open_font(face.file), *pair) < 0


@pytest.mark.parametrize("face", MERGED_FACES, ids=str)
def test_no_subset_replaces_the_plain_letters_of_another(face: Face) -> None:
    font = open_font(face.file)
    plain = {font.getBestCmap()[code] for code in range(0x21, 0x7F)}
    replaced = {
        name
        for subtable in subtables(font, "GSUB", {"locl"})
        for name, other in getattr(subtable, "mapping", {}).items()
        if other == f"{name}.1"
    }
    assert plain & replaced == set()


def test_checksums_in_origin_are_those_of_the_files() -> None:
    table = re.findall(r"^\| `(\S+/\S+)` \| ([\d,]+) \| `([0-9a-f]{64})` \|$", origin(), re.M)
    files = (path for path in FONTS.glob("*/*") if path.is_file())
    assert sorted(table) == sorted(
        (path.relative_to(FONTS).as_posix(), f"{len(data):,}", hashlib.sha256(data).hexdigest())
        for path, data in ((path, path.read_bytes()) for path in files)
    )


def test_origin_and_script_name_the_same_packages() -> None:
    script = (FONTS / "make_fonts.py").read_text(encoding="utf-8")
    checksums = re.findall(r"[0-9a-f]{64}", script)
    assert len(checksums) == 3
    assert all(checksum in origin() for checksum in checksums)


def origin() -> str:
    """Read the record of where the fonts come from."""
    return (FONTS / "ORIGIN.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("face", FACES, ids=str)
def test_licence_lies_beside_the_font(face: Face) -> None:
    name = "OFL.txt" if face.is_merged else "LICENSE.txt"
    text = " ".join((face.file.parent / name).read_text(encoding="utf-8").split())
    assert "OFL-1.1" in text or "SIL Open Font License, Version 1.1" in text
    assert "Permission is hereby granted, free of charge, to any person obtaining" in text
    assert "must be distributed entirely under this license" in text


def test_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in FONTS.glob("*/*")) < 6_000_000
