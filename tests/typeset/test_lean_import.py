"""What is left out of WeasyPrint's import is there when it is called."""

import subprocess
import sys

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from pamphleteer.resources import resource_folder
from pamphleteer.typeset.lean_import import SELDOM_NEEDED, Later

LABEL = resource_folder("fonts") / "libre-franklin" / "LibreFranklin-Regular.ttf"


def variable_font() -> TTFont:
    """A font with one empty glyph and one axis, from 100 to 900."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": "Variable", "styleName": "Regular"})
    builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    builder.setupGvar({".notdef": []})
    builder.setupOS2()
    builder.setupPost()
    return builder.font


def test_a_variable_font_is_made_static() -> None:
    instancer = Later("fontTools.varLib.instancer")
    static = instancer.instantiateVariableFont(variable_font(), {"wght": 700}, static=True)
    assert "fvar" not in static


def test_a_font_is_subset_without_harfbuzz() -> None:
    subset = Later("fontTools.subset")
    subsetter = subset.Subsetter(subset.Options(retain_gids=True))
    font = TTFont(LABEL)
    subsetter.populate(text="a")
    subsetter.subset(font)
    assert set(map(chr, font.getBestCmap())) == {"a"}


def test_weasyprint_holds_what_it_calls_later() -> None:
    code = "from pamphleteer.typeset.weasy import weasyprint; fonts = weasyprint.pdf.fonts; "
    code += "print(type(fonts.subset).__name__, fonts.instantiateVariableFont.__qualname__)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["Later", "Later.__getattr__.<locals>.call"]


@pytest.mark.parametrize("name", SELDOM_NEEDED)
def test_others_import_the_modules_themselves(name: str) -> None:
    code = f"import sys, pamphleteer.build; assert {name!r} not in sys.modules; import {name}; "
    code += f"print(sys.modules[{name!r}].__file__ is not None)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "True"
