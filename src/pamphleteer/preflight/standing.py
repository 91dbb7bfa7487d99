"""Checks of what stands on a page without being printed: annotations and links."""

from pamphleteer.preflight.view import Fault, Found, PageView, is_empty, several
from pamphleteer.reading.drawings import intersect

HARMLESS = ("TrapNet", "PrinterMark")
"""Annotations that are made for printing (ISO 32000-2, 12.5.6.20 and 12.5.6.21)."""


def check_annotations(view: PageView) -> Found:
    """No comments, stamps or form fields are on the page."""
    notes = [note for note in view.content.notes if note.kind not in (*HARMLESS, "Link", "Popup")]
    if notes:
        kinds = ", ".join(dict.fromkeys(note.kind for note in notes))
        found = f"{several(len(notes), 'annotation')} on the page ({kinds})"
        yield Fault(code="annotation", found=found, where=[note.box for note in notes])


def check_links(view: PageView) -> Found:
    """No links are within the bleed, where a press does not want them."""
    if view.profile.links:
        return
    bleed = view.content.boxes["BleedBox"]
    links = [
        note.box
        for note in view.content.notes
        if note.kind == "Link" and not is_empty(intersect(note.box, bleed))
    ]
    if links:
        found = f"{several(len(links), 'link')} on the page"
        yield Fault(code="link", found=found, where=links)
