"""Inks as pages are drawn: paints of each output, letters printed over, plates, strange colours."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from pamphleteer.layout.inks import Cmyk, Grey, Inking, Paint, Rgb, Spot, press_of
from pamphleteer.problems import IssueError
from pamphleteer.typeset.drawing import Drawing, Graft
from pamphleteer.typeset.fetching import Asset
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import Pt
from tests.build.plates import has_ink, separate
from tests.typeset.composing import MEASURE, PAGE_RULES, TEXT

INK, RED, PAPER = "#fd0200", "#fd0201", "#fd0202"
SOLID = Cmyk(0, 0, 0, 1)
NONE: frozenset[str] = frozenset()


def inking(
    paints: Mapping[str, Paint], *, over: frozenset[str] = NONE, left_out: frozenset[str] = NONE
) -> Inking:
    return Inking(paints=paints, over=over, left_out=left_out, derive=press_of)


PRESS = inking(
    {INK: SOLID, RED: Cmyk(0, 1, 0.9, 0), PAPER: Cmyk(0, 0, 0, 0)}, over=frozenset({INK})
)
PANEL = (44, 92, 236, 112)
"""Within the panel of the matter below, in pixels at 144 dpi."""
MATTER = (
    '<p>one <u>two</u></p><h2>three</h2><div class="panel"><p>four</p></div>'
    '<p class="faint"><img src="picture.png" alt="five"></p>'
)


def style(ink: str, red: str, paper: str) -> str:
    return (
        f"html {{ color: {ink} }} h2 {{ color: {red}; border-bottom: 2pt double {red} }}"
        f" .panel {{ background: {ink}; color: {paper} }} .faint {{ opacity: 0.5 }}"
        " img { width: 9pt }"
    )


def photograph(mode: str = "RGB", kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.linear_gradient("L").resize((8, 8)).convert(mode).save(out, kind)
    return out.getvalue()


def drawn(
    colours: tuple[str, str, str] = (INK, RED, PAPER),
    *,
    more: str = "",
    bleed: float = 0,
    setter: Typesetter | None = None,
) -> Drawing:
    assets = {"picture.png": Asset(content=photograph(), media_type="image/png")}
    setter = setter or Typesetter(stylesheet=TEXT + style(*colours) + more, assets=assets)
    frame = setter.thread(MATTER, language="en", path="story.md").pour(MEASURE, Pt(200))
    furniture = '<!doctype html><html lang="en"><title>Drawn</title><body><div></div></body></html>'
    graft = Graft(page=1, frame=frame, x=Pt(20), y=Pt(20))
    rules = f"{PAGE_RULES} @page {{ background: {colours[-1]} }}"
    return setter.draw(furniture, [graft], page_rules=rules, bleed=Pt(bleed))


def as_inks(_: bytes) -> bytes:
    return photograph("CMYK", "TIFF")


def contents(pdf: bytes) -> str:
    """The operators of page one and of its groups."""
    page: Any = PdfReader(BytesIO(pdf)).pages[0]
    found = [page.get_contents().get_data(), *forms_in(page)]
    return b"\n".join(found).decode("latin-1")


def forms_in(drawn: Any) -> Iterator[bytes]:
    """The operators of the groups that something draws, and of those in them."""
    for each in drawn["/Resources"].get("/XObject", {}).values():
        form = each.get_object()
        if form["/Subtype"] == "/Form":
            yield form.get_data()
            yield from forms_in(form)


def test_one_layout_is_drawn_as_if_it_had_been_laid_out_in_each_colours() -> None:
    """To the byte, as a screen's colours and as a press's inks would have it."""
    paints = {INK: Rgb(17 / 255, 17 / 255, 17 / 255), RED: Rgb(1, 0, 0), PAPER: Rgb(1, 1, 1)}
    plain = drawn(("#111111", "#ff0000", "#ffffff"))
    inked = drawn()
    assert inked.tagged_pdf(inking(paints)) == plain.tagged_pdf()
    assert inked.plain_pdf(inking(paints)) == plain.plain_pdf()


def test_drawn_again_the_bytes_are_the_same() -> None:
    drawing = drawn()
    first = drawing.press_pdf(PRESS, convert=as_inks)
    drawing.tagged_pdf(inking({each: Grey(0) for each in PRESS.paints}))
    assert drawing.press_pdf(PRESS, convert=as_inks) == first


def test_a_press_gets_its_inks_and_nothing_else() -> None:
    pdf = drawn().press_pdf(PRESS, convert=as_inks)
    text = contents(pdf)
    assert " rg" not in text
    assert " RG" not in text
    assert {"0 0 0 1 k", "0 1 0.9 0 k", "0 0 0 0 k"} <= set(text.splitlines())
    page: Any = PdfReader(BytesIO(pdf)).pages[0]
    objects = [each.get_object() for each in page["/Resources"]["/XObject"].values()]
    groups = [each for each in objects if "/Group" in each]
    assert {each["/Group"]["/CS"] for each in groups} == {"/DeviceCMYK"}
    (picture,) = (
        each.get_object() for group in groups for each in group["/Resources"]["/XObject"].values()
    )
    assert picture["/ColorSpace"] == "/DeviceCMYK"
    with Image.open(BytesIO(as_inks(b""))) as image:
        assert picture.get_data() == image.tobytes()


def painted(text: str) -> set[tuple[str, str, str]]:
    """What is filled or set: the operator, its paint, and the graphics state of overprinting."""
    fill, state, saved, found = "", "/knocked-out gs", [], set()
    for line in text.splitlines():
        match line.split(" ")[-1]:
            case "k":
                fill = line
            case "gs" if line.startswith(("/printed-over", "/knocked-out")):
                state = line
            case "q":
                saved.append((fill, state))
            case "Q":
                fill, state = saved.pop()
            case "BT" | "f" | "f*":
                found.add((line[:2], fill, state))
    return found


def test_black_letters_alone_are_printed_over() -> None:
    """With the line below them; not their panel, nor letters in other inks."""
    found = painted(contents(drawn().press_pdf(PRESS, convert=as_inks)))
    over = {(what, fill) for what, fill, state in found if state == "/printed-over gs"}
    knocked = {(what, fill) for what, fill, state in found if state == "/knocked-out gs"}
    assert over == {("BT", "0 0 0 1 k")}
    assert {("f", "0 0 0 1 k"), ("BT", "0 1 0.9 0 k"), ("BT", "0 0 0 0 k")} <= knocked
    assert ("BT", "0 0 0 1 k") not in knocked


def test_colour_goes_on_below_black_letters(tmp_path: Path) -> None:
    """Ghostscript's plates of a red panel: no letter is cut out of it, and white ones are."""
    css = ".panel { background: #fd0201; padding: 0 }"
    for name, color in (("over", INK), ("out", PAPER)):
        pdf = drawn(more=f"{css} .panel p {{ color: {color} }}").press_pdf(PRESS, convert=as_inks)
        (tmp_path / name).write_bytes(pdf)
    over, out = (separate(tmp_path / name, dpi=144) for name in ("over", "out"))
    panel = over["Magenta"].crop(PANEL)
    assert panel.getextrema() == (255, 255)
    assert has_ink(over["Black"].crop(PANEL))
    assert out["Magenta"].crop(PANEL).getextrema() == (0, 255)
    assert not has_ink(out["Black"].crop(PANEL))


def test_an_ink_of_its_own_has_a_plate() -> None:
    spot = Spot("Bright Red", 0.5, Cmyk(0, 1, 0.9, 0))
    pdf = drawn().press_pdf(inking({**PRESS.paints, RED: spot}), convert=as_inks)
    assert "/Plate0 cs 0.5 scn" in contents(pdf)
    page: Any = PdfReader(BytesIO(pdf)).pages[0]
    kind, name, other, tint = page["/Resources"]["/ColorSpace"]["/Plate0"]
    assert (kind, name, other) == ("/Separation", "/Bright Red", "/DeviceCMYK")
    assert tint["/C1"] == [0, 1, 0.9, 0]


def test_letters_of_another_plate_are_left_out() -> None:
    red = inking({INK: Grey(1), RED: Grey(0), PAPER: Grey(1)}, left_out=frozenset({INK}))
    text = contents(drawn().press_pdf(red, convert=lambda _: photograph("L")))
    before, _, after = text.partition("3 Tr")
    assert after
    assert "BT" not in before
    assert " k" not in text


def test_a_press_gets_its_bleed_and_a_screen_does_not() -> None:
    drawing = drawn(bleed=9)
    page = PdfReader(BytesIO(drawing.press_pdf(PRESS, convert=as_inks))).pages[0]
    assert list(page.mediabox) == [-9, -9, 209, 309]
    assert list(page.trimbox) == [0, 0, 200, 300]
    assert "-12 -12 290.66" in contents(drawing.press_pdf(PRESS, convert=as_inks)), "background"
    screen = drawing.tagged_pdf(inking({each: Grey(0) for each in PRESS.paints}))
    assert PdfReader(BytesIO(screen)).pages[0].mediabox == [0, 0, 200, 300]


def test_a_drawings_own_colours_become_inks_too() -> None:
    """What stands for an ink in it is that ink; the rest is derived, and nothing is strange."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g opacity="0.5">'
        f'<rect width="9" height="4" fill="#00ffff"/><rect width="3" height="9" fill="{RED}"/>'
        "</g><path d='M0 0H9' stroke='#808080'/></svg>"
    )
    asset = Asset(content=svg.encode(), media_type="image/svg+xml")
    setter = Typesetter(stylesheet=TEXT + style(INK, RED, PAPER), assets={"picture.png": asset})
    text = contents(drawn(setter=setter).press_pdf(PRESS, convert=as_inks))
    assert {"1 0 0 0 k", "0 1 0.9 0 k", "0 0 0 0.5 K"} <= set(text.splitlines())
    assert " rg" not in text


@pytest.mark.parametrize(
    ("css", "said"),
    [
        ("p { color: #0000ee }", "the colour #0000ee"),
        ("p { background: linear-gradient(#fd0200, #fd0201) }", "a gradient"),
    ],
)
def test_what_is_no_ink_is_refused(css: str, said: str) -> None:
    drawing = drawn(more=css)
    with pytest.raises(IssueError) as caught:
        drawing.press_pdf(PRESS, convert=as_inks)
    assert {problem.code for problem in caught.value.problems} == {"raw-colour"}
    assert any(said in problem.message for problem in caught.value.problems)
    assert drawing.plain_pdf()


@pytest.mark.parametrize(("mode", "kind"), [("CMYK", "JPEG"), ("L", "JPEG"), ("L", "PNG")])
def test_a_picture_is_written_as_it_was_given(mode: str, kind: str) -> None:
    given = photograph(mode, kind)
    pdf = drawn(more=".faint { opacity: 1 }").press_pdf(PRESS, convert=lambda _: given)
    page: Any = PdfReader(BytesIO(pdf)).pages[0]
    (picture,) = (each.get_object() for each in page["/Resources"]["/XObject"].values())
    assert picture["/ColorSpace"] == {"CMYK": "/DeviceCMYK", "L": "/DeviceGray"}[mode]
    with Image.open(BytesIO(given)) as image:
        wanted = given if kind == "JPEG" else image.tobytes()
    assert (picture._data if kind == "JPEG" else picture.get_data()) == wanted
