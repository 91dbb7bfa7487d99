"""Links are no annotations that are drawn: they stay beside those that are."""

from pypdf import PageObject, PdfWriter
from pypdf.generic import NameObject

from pamphleteer.reading.first_look import has_annotations
from tests.reading.foreign import annotate, write_pdf
from tests.reading.test_flattening import RECT, flatten, look


def test_links_stay_where_something_else_is_drawn() -> None:
    """Whoever reads the sheets on a screen asks for them."""

    def change(writer: PdfWriter, pages: list[PageObject]) -> None:
        seen = writer._add_object(look())
        annotate(writer, pages[0], rect=RECT, look=seen)
        annotate(writer, pages[0], rect=RECT, look=None, Subtype=NameObject("/Link"))
        annotate(writer, pages[1], rect=RECT, look=seen)

    flat = flatten(write_pdf(change=change))
    kinds = [[each.get_object()["/Subtype"] for each in page.get("/Annots", ())]
             for page in flat.reader.pages]  # fmt: skip
    assert kinds == [["/Link"], [], []]
    assert not has_annotations(flat.document)
