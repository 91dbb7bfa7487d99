"""Form fields and annotations made part of their pages, as they would be printed.

Each has an appearance, a form XObject of its own, which is drawn after the page's content in its
place (ISO 32000-2, 12.5.5). The page's own content streams are not touched: one before them saves
the graphics state, one after them restores it and draws. Whatever else annotations do (links,
pop-up windows, filling in) means nothing on paper and goes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from pamphleteer.problems import IssueError, Problem, Severity, SourcePos, error, warning
from pamphleteer.reading.annotations import Drawable, Marks, read_marks, resolve
from pamphleteer.reading.caution import attempt, collect_messages, report_messages
from pamphleteer.reading.first_look import has_annotations
from pamphleteer.reading.opening import Opened, opened_by
from pamphleteer.reading.soundness import examine_document, list_pages

STATES = re.compile(
    rb"\((?:\\.|[^\\()])*\)|%[^\r\n]*|/[^\s()<>\[\]{}/%]*"
    rb"|(?<![^\s\])>])BI\s.*?\sEI(?!\S)|(?<![^\s\])>])([qQ])(?![^\s\[(</%])",
    re.DOTALL,
)
"""q and Q, and what may hold these letters and is none: strings, comments, names, images."""


def flatten_pages(opened: Opened) -> Opened:
    """Draw form fields and annotations into the content of their pages.

    Returns:
        The same document if nothing is to be drawn, or else a new one without a form, and without
        annotations but links; either with notices ``annotations-flattened``,
        ``annotations-without-look`` and ``annotations-for-screens`` if there is something to say.

    Raises:
        IssueError: ``annotations-damaged``.
    """
    if not has_annotations(opened.document):
        return opened
    pos = SourcePos(path=opened.name)
    with collect_messages() as said:
        marks = attempt(lambda: _list_marks(opened.reader))
        if marks is None:
            raise IssueError([_refuse(pos)])
        reader: PdfReader | None = opened.reader
        if any(each.drawn for each in marks.values()):
            reader = attempt(lambda: _write_flat(opened.reader, pos))
        if reader is None:
            raise IssueError([_refuse(pos)])
    notices = (*report_messages(said, pos), *_tell(marks, pos))
    notices = (*opened.notices, *notices)
    if reader is opened.reader:
        return replace(opened, notices=notices)
    return opened_by(reader, name=opened.name, notices=notices)


def _list_marks(reader: PdfReader) -> dict[int, Marks]:
    pages = enumerate(reader.pages, start=1)
    return {number: read_marks(page) for number, page in pages if "/Annots" in page}


def _write_flat(reader: PdfReader, pos: SourcePos) -> PdfReader | None:
    """Copy the document, draw what is to be drawn, and take the form and annotations away."""
    writer = PdfWriter(clone_from=reader)
    for page in writer.pages:
        if "/Annots" in page:
            if drawn := read_marks(page).drawn:
                _draw(writer, page, drawn)
            _keep_links(page)
    writer.root_object.pop("/AcroForm", None)
    flat = BytesIO()
    writer.write(flat)
    result = PdfReader(flat)
    problems = examine_document(result, pos)
    is_sound = all(problem.severity is not Severity.ERROR for problem in problems)
    return result if is_sound and len(result.pages) == len(reader.pages) else None


def _keep_links(page: PageObject) -> None:
    """Take all annotations away but links, which are moved with pages for reading on a screen."""
    listed = resolve(page["/Annots"])
    items = listed if isinstance(listed, ArrayObject) else ()
    links = [item for item in items if _is_link(item)]
    if links:
        page[NameObject("/Annots")] = ArrayObject(links)
    else:
        del page["/Annots"]


def _is_link(item: PdfObject) -> bool:
    found = resolve(item)
    return isinstance(found, DictionaryObject) and resolve(found.get("/Subtype")) == "/Link"


def _draw(writer: PdfWriter, page: PageObject, drawn: Sequence[Drawable]) -> None:
    contents = page.raw_get("/Contents") if "/Contents" in page else ArrayObject()
    resolved = resolve(contents)
    own = list(resolved) if isinstance(resolved, ArrayObject) else [contents]
    own = [part for part in own if isinstance(resolve(part), StreamObject)]
    saved, restored = _count_states(
        [stream for part in own if isinstance(stream := resolve(part), StreamObject)]
    )
    resources = DictionaryObject(page.get_inherited("/Resources", DictionaryObject()))
    lines = [
        _write_drawing(writer, resources, drawable, f"Flat{index}")
        for index, drawable in enumerate(drawn, start=1)
    ]
    before = _add_stream(writer, "q\n" * saved)
    after = _add_stream(writer, "\n" + "Q\n" * restored + "\n".join(lines))
    page[NameObject("/Resources")] = resources
    page[NameObject("/Contents")] = ArrayObject([before, *own, after])


def _write_drawing(
    writer: PdfWriter, resources: DictionaryObject, drawable: Drawable, name: str
) -> str:
    """Name the appearance among the page's resources and write the operators that draw it."""
    appearance = drawable.appearance
    appearance[NameObject("/Type")] = NameObject("/XObject")
    appearance[NameObject("/Subtype")] = NameObject("/Form")
    reference = appearance.indirect_reference or writer._add_object(appearance)
    form = _add_resource(resources, "/XObject", name, reference)
    numbers = " ".join(f"{value:.6f}".rstrip("0").rstrip(".") for value in drawable.matrix)
    drawing = f"q {numbers} cm {form} Do Q"
    if drawable.layer is None:
        return drawing
    layer = _add_resource(resources, "/Properties", name, drawable.layer)
    return f"/OC {layer} BDC {drawing} EMC"


def _add_resource(
    resources: DictionaryObject, category: str, name: str, resource: PdfObject
) -> str:
    """Add a resource under a free name, to a copy of the category, which pages may share."""
    found = resolve(resources.get(category))
    held = DictionaryObject(found if isinstance(found, DictionaryObject) else {})
    key = f"/{name}"
    while key in held:
        key += "x"
    held[NameObject(key)] = resource
    resources[NameObject(category)] = held
    return key


def _add_stream(writer: PdfWriter, text: str) -> PdfObject:
    stream = DecodedStreamObject()
    stream.set_data(text.encode())
    return writer._add_object(stream)


def _count_states(streams: Iterable[StreamObject]) -> tuple[int, int]:
    """Count the q to put before a page's content and the Q after it.

    One of each, and more where the page restores more than it saved or does not restore all. What
    cannot be read is taken to be in order.
    """
    joined = attempt(lambda: b"\n".join(stream.get_data() for stream in streams)) or b""
    depth = lowest = 0
    for match in STATES.finditer(joined):
        depth += {b"q": 1, b"Q": -1}.get(match[1] or b"", 0)
        lowest = min(lowest, depth)
    return 1 - lowest, 1 - lowest + depth


def _tell(marks: dict[int, Marks], pos: SourcePos) -> Iterator[Problem]:
    pages = [number for number, each in marks.items() if each.drawn]
    if pages:
        count = sum(len(each.drawn) for each in marks.values())
        message = f"{list_pages(pages)}: form fields and annotations are printed as part of the"
        message += f" page ({count} in all)"
        yield _note("annotations-flattened", message, pos)
    pages = [number for number, each in marks.items() if each.without_look]
    if pages:
        count = sum(each.without_look for each in marks.values())
        message = f"{list_pages(pages)}: form fields or annotations have no appearance and are"
        message += f" left out ({count} in all)"
        hint = "Open the file in a PDF viewer and save or print it to a PDF anew."
        yield warning("annotations-without-look", message, hint=hint, pos=pos)
    pages = [number for number, each in marks.items() if each.for_screens]
    if pages:
        count = sum(each.for_screens for each in marks.values())
        message = f"{list_pages(pages)}: annotations are meant for the screen alone and are left"
        message += f" out ({count} in all)"
        yield _note("annotations-for-screens", message, pos)


def _note(code: str, message: str, pos: SourcePos) -> Problem:
    return Problem(severity=Severity.NOTE, code=code, message=message, pos=pos)


def _refuse(pos: SourcePos) -> Problem:
    message = "form fields or annotations are damaged and cannot be drawn into their pages"
    hint = "Print the file to a PDF from a PDF viewer, and use that."
    return error("annotations-damaged", message, hint=hint, pos=pos)
