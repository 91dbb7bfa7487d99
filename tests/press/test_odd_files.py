"""Files that are odd, and right all the same, or damaged where it does no harm to their pages.

Each is imposed and proved, and qpdf finds nothing wrong with the sheets.
"""

import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.schemes import saddle_stitch
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.reading.sheets import prove
from tests.imposition.pages import LETTER, numbered_pdf, write_objects
from tests.press.linked import read_bookmarks, read_labels

PLAN, SETTING = saddle_stitch(4), Setting(paper=LETTER, links=True)
MANY = "1" * 100_000
ODD_STATE = "/Resources <</ExtGState <</G {}>> /Font <</F1 3 0 R>>>>"


def with_state(entries: str) -> bytes:
    """Four pages with an odd entry among their resources."""
    tree = ODD_STATE.format(f"<</Type/ExtGState {entries}>>")
    return numbered_pdf(4, tree=tree)


def with_link(entries: str) -> bytes:
    """Four pages with a link; pages are objects 6, 8, 10 and 12."""
    page = f"/MediaBox [0 0 396 612] /Annots [<</Subtype/Link {entries}>>]"
    return numbered_pdf(4, page=page)


def with_outline(entries: str, catalog: str = "") -> bytes:
    return numbered_pdf(4, catalog=f"/Outlines <</First <</Title(Goal) {entries}>>>> {catalog}")


def with_stream(entries: str, content: str) -> bytes:
    """Pages whose content is an odd stream and a plain one."""
    stream = f"<</Length {len(content)} {entries}>>stream\n{content}\nendstream"
    return small("", stream, "<</Length 3>>stream\nq Q\nendstream", page="/Contents[7 0 R 8 0 R]")


def shared_kids(levels: int) -> bytes:
    """A name tree in which each node has the next one twice; a bookmark names what is in it."""
    nodes = [f"<</Kids[{at} 0 R {at} 0 R]>>" for at in range(8, 8 + levels)]
    leaf = "<</Names[(Goal) [4 0 R /Fit]]>>"
    outline = "/Outlines <</First <</Title(Goal)/Dest(Goal)>>>>"
    return small(f"{outline} /Names <</Dests 7 0 R>>", *nodes, leaf)


def small(catalog: str, *others: str, page: str = "") -> bytes:
    """Four pages, which are objects 3 to 6, and other objects from 7 on."""
    tree = "<</Type/Pages/Count 4/Kids[3 0 R 4 0 R 5 0 R 6 0 R]>>"
    boxes = (f"/MediaBox[0 0 396 {612 - number}]" for number in range(4))
    pages = (f"<</Type/Page/Parent 2 0 R/Resources<<>>{box}{page}>>" for box in boxes)
    return write_objects([f"<</Type/Catalog/Pages 2 0 R{catalog}>>", tree, *pages, *others])


ODD: dict[str, bytes] = {
    "a number that begins with a plus": with_state("/LW +1.5"),
    "numbers with needless zeros": with_state("/LW -007.5 /ML 00.5 /D [[-00.5 +.5] -01]"),
    "a hundred thousand digits in a string": with_state(f"/Said ({MANY})"),
    "what looks like a reference in a string": with_state("/Said (of 99999999999 0 R and 5 0 R)"),
    "parentheses in a string": with_state(r"/Said (one \( of 7 0 R \) \\ and (two))"),
    "a name that is no UTF-8": with_state("/Odd#E9 /Name#FF"),
    "a string that is no UTF-8 and says it is": with_state("/Said <EFBBBFFF>"),
    "resources that refer to a page": with_state("/Page 8 0 R"),
    "resources that refer to all pages": with_state("/Pages 2 0 R"),
    "an address with what looks like a reference": with_link(
        "/Rect [9 9 99 99] /A <</S/URI/URI(http://x?q=4915112345678 0 R)>>"
    ),
    "a link without a place": with_link("/A <</S/URI/URI(http://x)>>"),
    "a link with half a place": with_link("/Rect [1 2 3] /A <</S/URI/URI(http://x)>>"),
    "a goal that is a dictionary": with_outline("/Dest [<<>> /Fit]"),
    "a goal that is an array": with_outline("/Dest [[8 0 R] /Fit]"),
    "content in a rare coding": with_stream("/Filter/RunLengthDecode", "\x02q Q\x80"),
    "a stream with an odd key": with_stream("/Odd#E9 1", "q Q"),
    "labels in circles": numbered_pdf(4, catalog="/PageLabels <</Kids [2 0 R 1 0 R]>>"),
    "labels of nothing": numbered_pdf(4, catalog="/PageLabels <</Nums [0 (x) /y <<>>]>>"),
    "a name tree whose nodes have many parents": shared_kids(40),
}


def impose(pdf: bytes) -> bytes:
    imposed = impose_pdf(pdf, PLAN, SETTING)
    prove(pdf, imposed, PLAN, SETTING)
    return imposed


@pytest.mark.parametrize("pdf", ODD.values(), ids=ODD)
def test_an_odd_file_is_imposed(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "sheets.pdf"
    path.write_bytes(impose(pdf))
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


@pytest.mark.parametrize(
    ("entries", "catalog"),
    [
        ("/Dest /a#E9b", "/Dests <</a#E9b [8 0 R /Fit]>>"),
        ("/A <</S/GoTo/D /a#E9b>>", "/Dests <</a#E9b <</D [8 0 R /Fit]>>>>"),
        ("/Dest <E9>", "/Names <</Dests <</Names [<E9> [8 0 R /Fit]]>>>>"),
        ("/Dest [8 0 R /XYZ 0 +420.5 0]", ""),
    ],
)
def test_a_bookmark_finds_its_page_by_any_name(entries: str, catalog: str) -> None:
    assert read_bookmarks(impose(with_outline(entries, catalog))) == [("Goal", 1)]


def test_a_bookmark_finds_its_page_in_a_tree_with_many_ways() -> None:
    assert read_bookmarks(impose(shared_kids(40))) == [("Goal", 1)]


def test_bookmarks_far_below_one_another_are_kept_as_deep_as_anybody_reads() -> None:
    nested = "/Title(Deep)"
    for _ in range(300):
        nested = f"/Title(Deep)/First <<{nested}/Dest[8 0 R/Fit]>>"
    found = read_bookmarks(impose(numbered_pdf(4, catalog=f"/Outlines <</First <<{nested}>>>>")))
    assert len(found) == 100


def test_odd_texts_of_the_document_are_kept() -> None:
    pdf = numbered_pdf(4)
    said = "<</Title <EFBBBFC3BC> /Author <EFBBBFFF> /K#FF (x) /Keywords <FC>>>"
    at = len(pdf)
    table = f"{at:010} 00000 n \n"
    pdf += f"14 0 obj\n{said}\nendobj\n".encode()
    start = len(pdf)
    previous = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    trailer = f"<</Size 15/Root 1 0 R/Info 14 0 R/Prev {previous}>>"
    pdf += f"xref\n14 1\n{table}trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode()
    info: Any = PdfReader(BytesIO(impose(pdf))).metadata
    assert (info["/Title"], info["/Keywords"]) == ("ü", "ü")
    assert "\N{REPLACEMENT CHARACTER}" in info["/Author"]
    assert "x" in info.values()


def test_each_style_of_labels_is_told() -> None:
    nums = "0 <</S/R/St 1999>> 1 <</S/a/St 27>> 2 <</S/A>> 3 <</P(Back)>>"
    labels = read_labels(impose(numbered_pdf(4, catalog=f"/PageLabels <</Nums [{nums}]>>")))
    assert labels == ["Sheet 1 front: Back, MCMXCIX", "Sheet 1 back: aa, A"]


def test_pages_without_a_label_have_their_number() -> None:
    labels = read_labels(impose(numbered_pdf(4, catalog="/PageLabels <</Nums [0 <<>>]>>")))
    assert labels == ["Sheet 1 front: 4, 1", "Sheet 1 back: 2, 3"]
