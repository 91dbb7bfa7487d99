"""A new file has what was written, and what that refers to in the source, as it was."""

import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from pamphleteer.objects import read_document
from pamphleteer.press.file import NewFile
from pamphleteer.press.written import write_array, write_entries
from tests.imposition.pages import numbered_pdf, write_objects

TREE = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>",
]
FIRST = len(TREE) + 1


def begin(*objects: str) -> NewFile:
    """A file of a source with these objects, numbered from `FIRST`; it has no pages yet."""
    file = NewFile(read_document(write_objects([*TREE, *objects])))
    file.root["/Pages"] = file.add(b"<</Type /Pages /Kids [] /Count 0>>")
    return file


def read(file: NewFile) -> Any:
    """The catalog of a written file."""
    return PdfReader(BytesIO(file.write())).root_object


def numbers(file: NewFile) -> set[int]:
    """The numbers of all objects in a written file."""
    reader = PdfReader(BytesIO(file.write()))
    return set(reader.xref[0])


@st.composite
def graphs(draw: st.DrawFn) -> list[list[int]]:
    """To which others each object refers, itself perhaps, in circles too."""
    count = draw(st.integers(1, 12))
    return draw(st.lists(st.lists(st.integers(0, count - 1)), min_size=count, max_size=count))


@given(graphs(), st.data())
def test_all_that_is_referred_to_is_kept_and_nothing_else(
    graph: list[list[int]], data: st.DataObject
) -> None:
    refs = [" ".join(f"{FIRST + other} 0 R" for other in others) for others in graph]
    file = begin(*(f"<</Number {at}/To[{to}]>>" for at, to in enumerate(refs)))
    start = data.draw(st.integers(0, len(graph) - 1))
    file.root["/Start"] = file.keep(b"%d 0 R" % (FIRST + start))
    reached, pending = set[int](), [start]
    while pending:
        at = pending.pop()
        if at not in reached:
            reached.add(at)
            pending += graph[at]
    assert {number - FIRST for number in numbers(file)} >= reached
    assert len(numbers(file)) == len(reached) + 3  # the catalog, the information, no pages
    found = read(file)["/Start"]
    assert found["/Number"] == start
    assert [each.get_object()["/Number"] for each in found["/To"]] == graph[start]


@given(st.binary(max_size=200))
def test_streams_are_kept_to_the_byte(data: bytes) -> None:
    source = read_document(write_objects(TREE))
    file = NewFile(source, whole=True)
    file.root["/Pages"] = file.keep(source.written(source.root, "/Pages"))
    file.root["/Own"] = file.add_stream(b"/Said (of it)", data)
    first = file.write()
    again = NewFile(read_document(first), whole=True)
    again.root["/Pages"] = again.keep(again.source.written(again.source.root, "/Pages"))
    again.root["/Own"] = again.keep(again.source.written(again.source.root, "/Own"))
    for written in (first, again.write()):
        own = PdfReader(BytesIO(written)).root_object["/Own"]
        assert (own.get_data(), own["/Said"]) == (data, "of it")  # type: ignore[attr-defined, index]


def test_texts_that_look_like_references_are_texts() -> None:
    file = begin("(of 5 0 R)", "(another)")
    file.root["/Said"] = file.keep(b"4 0 R")
    assert read(file)["/Said"] == "of 5 0 R"


def test_references_to_pages_refer_to_nothing() -> None:
    file = begin("<</Page 3 0 R /Lost 99 0 R>>")
    file.root["/Kept"] = file.keep(b"4 0 R")
    kept = read(file)["/Kept"]
    assert 3 not in numbers(file)
    assert kept.raw_get("/Page").get_object() is None
    assert "/Lost" not in kept


def test_a_whole_document_keeps_its_pages() -> None:
    source = read_document(numbered_pdf(3))
    file = NewFile(source, whole=True)
    file.root["/Pages"] = file.keep(source.written(source.root, "/Pages"))
    pages = PdfReader(BytesIO(file.write())).pages
    assert [f"({number})" in page.get_contents().get_data().decode()  # type: ignore[union-attr]
            for number, page in enumerate(pages, start=1)] == [True] * 3  # fmt: skip


def test_what_is_reserved_may_be_referred_to_before_it_is_written() -> None:
    file = begin()
    one, other = file.reserve(), file.reserve()
    file.put(other, write_entries({"/Other": one}))
    file.put(one, b"<< /Other ", other, b" >>")
    file.root["/One"] = one
    found = read(file)["/One"]
    assert found["/Other"]["/Other"] == found


def test_a_generation_is_kept() -> None:
    """Numbers were used anew in old files, which then count generations (7.5.4)."""
    pdf = write_objects([*TREE, "(first)"])
    pdf = pdf.replace(b"4 0 obj", b"4 7 obj")
    at = pdf.index(b"4 7 obj")
    pdf = pdf.replace(b"%010d 00000 n" % at, b"%010d 00007 n" % at)
    file = NewFile(read_document(pdf))
    file.root["/Pages"] = file.add(b"<</Type /Pages /Kids [] /Count 0>>")
    file.root["/Said"] = file.keep(b"4 7 R")
    assert read(file)["/Said"] == "first"


def test_qpdf_finds_nothing_wrong_and_the_bytes_are_the_same(tmp_path: Path) -> None:
    def write() -> bytes:
        file = begin("<</To 5 0 R>>", "<</Length 1>>stream\nq\nendstream", "(left out)")
        file.root["/Kept"] = write_array([file.keep(b"4 0 R")])
        file.info["/Title"] = b"(Nuts)"
        return file.write()

    path = tmp_path / "new.pdf"
    path.write_bytes(write())
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    assert path.read_bytes() == write()
