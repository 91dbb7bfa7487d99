"""A page loads the assets that were given with it, and nothing else; complaints are errors."""

import socket
from pathlib import Path
from typing import Any, NoReturn

import pytest
from weasyprint.urls import FatalURLFetchingError

from pamphleteer.problems import IssueError
from pamphleteer.typeset.drawing import Graft
from pamphleteer.typeset.fetching import BASE_URL, Asset, AssetFetcher
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.typeset.weasy import listening, weasyprint
from pamphleteer.units import Pt
from tests.typeset.composing import draw, make_thread, typesetter
from tests.typeset.random_documents import ASSETS

ADDRESSES = (
    "http://example.org/dot.png",
    "https://example.org/dot.png",
    "ftp://example.org/dot.png",
    "//example.org/dot.png",
    "file:///etc/hostname",
    "/etc/hostname",
    "../../etc/hostname",
    "other.png",
    "data:image/png;base64,iVBORw0KGgo=",
    f"{BASE_URL}other.png",
    f"{BASE_URL}../dot.png",
    f"{BASE_URL}dot.png?again",
)
MATTERS = (
    '<p><img alt="dot" src="{}"></p>',
    '<p><object data="{}" type="image/png"></object></p>',
    '<p><embed src="{}" type="image/png"></p>',
    '<ul style="list-style-image: url({})"><li>one</li></ul>',
    '<link rel="stylesheet" href="{}"><p>one</p>',
    "<style>@import url({})</style><p>one</p>",
    "<style>p::before {{ content: url({}) }}</style><p>one</p>",
    "<style>@font-face {{ font-family: Own; src: url({}) }}</style><p>one</p>",
)
SHEETS = ("@import url({});", "@font-face {{ font-family: Own; src: url({}) }}")
REFUSED = "is not among the assets"


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be connected to, and no file be opened below /etc."""
    opened = open

    def no_connection(*_: object, **__: object) -> NoReturn:
        raise AssertionError("something was fetched")

    def no_etc(file: Any, *more: Any, **options: Any) -> Any:
        assert "hostname" not in str(file), "a file was read"
        return opened(file, *more, **options)

    monkeypatch.setattr(socket, "create_connection", no_connection)
    monkeypatch.setattr(socket.socket, "connect", no_connection)
    monkeypatch.setattr("builtins.open", no_etc)


@pytest.mark.usefixtures("sealed")
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("matter", MATTERS)
def test_what_is_not_an_asset_is_refused(matter: str, address: str) -> None:
    with pytest.raises(IssueError) as caught:
        make_thread(matter.format(address), "", ASSETS).pour(Pt(100), Pt(100))
    (problem,) = caught.value.problems
    assert problem.code == "typesetting"
    assert REFUSED in problem.message
    assert "story.md" in problem.message


@pytest.mark.usefixtures("sealed")
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_style_sheet_fetches_nothing(sheet: str, address: str) -> None:
    with pytest.raises(IssueError, match=f"the layout's style sheet: .*{REFUSED}"):
        Typesetter(stylesheet=sheet.format(address), assets={})


@pytest.mark.usefixtures("sealed")
@pytest.mark.parametrize("address", ADDRESSES)
def test_backgrounds_are_refused_when_the_frame_is_drawn(address: str) -> None:
    setter = typesetter(f"p {{ background: url({address}) }}")
    frame = setter.thread("<p>one</p>", language="en", path="story.md").pour(Pt(100), Pt(50))
    with pytest.raises(IssueError, match=REFUSED):
        draw(setter, [Graft(page=1, frame=frame, x=Pt(0), y=Pt(0))])


@pytest.mark.usefixtures("sealed")
def test_furniture_and_its_rules_fetch_nothing() -> None:
    setter, matter = typesetter(), '<!doctype html><html lang="en"><p style="{}">.</p>'
    with pytest.raises(IssueError, match=f"the layout's pages: .*{REFUSED}"):
        setter.draw(matter.format("background: url(other.png)"), [], page_rules="")
    with pytest.raises(IssueError, match=f"the layout's page rules: .*{REFUSED}"):
        setter.draw(matter, [], page_rules="@import url(other.css);")


def test_a_drawn_picture_draws_no_other(tmp_path: Path) -> None:
    """What an SVG asset names is asked for when the PDF is written."""
    secret = tmp_path / "secret.png"
    secret.write_bytes(ASSETS["dot.png"].content)
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{secret.as_uri()}"/></svg>'
    code = Asset(content=drawn.encode(), media_type="image/svg+xml")
    setter = typesetter("", {"code.svg": code})
    matter = '<p><img alt="code" src="code.svg"></p>'
    frame = setter.thread(matter, language="en", path="story.md").pour(Pt(100), Pt(50))
    with pytest.raises(IssueError, match="Failed to render SVG image"):
        draw(setter, [Graft(page=1, frame=frame, x=Pt(0), y=Pt(0))]).plain_pdf()


@pytest.mark.parametrize("name", ["dot.png", f"{BASE_URL}dot.png"])
def test_an_asset_is_served_by_name(name: str) -> None:
    frame = make_thread(f'<p><img alt="dot" src="{name}"></p>', "", ASSETS).pour(Pt(90), Pt(50))
    assert frame.finished


def test_an_address_is_told_shortened() -> None:
    with pytest.raises(FatalURLFetchingError) as caught:
        AssetFetcher({}).fetch("data:," + "x" * 5000)
    assert len(str(caught.value)) < 200


def test_an_asset_keeps_its_media_type() -> None:
    content = Asset(content=b"<svg/>", media_type="image/svg+xml")
    response = AssetFetcher({"code.svg": content}).fetch(f"{BASE_URL}code.svg")
    assert (response.content_type, response.read()) == ("image/svg+xml", b"<svg/>")


def test_links_are_not_followed() -> None:
    assert not make_thread('<p><a href="https://example.org/">one</a></p>').done


def test_a_broken_picture_is_an_error() -> None:
    broken = {"dot.png": Asset(content=b"no picture", media_type="image/png")}
    with pytest.raises(IssueError, match="Failed to load image"):
        make_thread('<p><img alt="dot" src="dot.png"></p>', "", broken)


def test_a_picture_that_is_cut_off_is_never_drawn() -> None:
    """WeasyPrint tells Pillow to let it pass. Prepared pictures are whole; this stands behind."""
    cut = Asset(content=ASSETS["dot.png"].content[:50], media_type="image/png")
    setter = typesetter("", {"dot.png": cut})
    matter = '<p><img alt="dot" src="dot.png"></p>'
    frame = setter.thread(matter, language="en", path="story.md").pour(Pt(90), Pt(50))
    drawing = draw(setter, [Graft(page=1, frame=frame, x=Pt(0), y=Pt(0))])
    with pytest.raises(OSError, match="truncated"):
        drawing.plain_pdf()


@pytest.mark.parametrize("rule", ["p { colour: red }", "p { margin: 3 }", "p:hoover { margin: 0 }"])
def test_a_slip_in_a_style_sheet_is_an_error(rule: str) -> None:
    with pytest.raises(IssueError) as caught:
        typesetter(rule)
    (problem,) = caught.value.problems
    assert problem.code == "typesetting"
    assert problem.message.startswith("the layout's style sheet: ")


def test_every_slip_is_told_once() -> None:
    with pytest.raises(IssueError) as caught:
        typesetter("p { colour: red } p { margin: 3 } p { margin: 3 }")
    assert len(caught.value.problems) >= 2


def test_a_slip_while_pouring_is_an_error() -> None:
    """A row with more cells than its table has columns would lose them with a mere warning."""
    css = "table { table-layout: fixed; width: 100% }"
    table = "<table><tr><td>one</td></tr><tr><td>two</td><td>three</td></tr></table>"
    with pytest.raises(IssueError, match=r"story\.md: This row has more columns"):
        make_thread(table, css).pour(Pt(100), Pt(100))


def test_listening_leaves_the_log_as_it_was(caplog: pytest.LogCaptureFixture) -> None:
    before = list(weasyprint.LOGGER.handlers)
    with pytest.raises(IssueError), listening("this"):
        weasyprint.LOGGER.warning("heard")
    weasyprint.LOGGER.warning("not heard")
    assert weasyprint.LOGGER.handlers == before
    assert [record.getMessage() for record in caplog.records] == ["not heard"]


def test_what_goes_wrong_otherwise_is_not_hidden() -> None:
    def go_wrong() -> None:
        with listening("this"):
            weasyprint.LOGGER.warning("heard")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        go_wrong()
