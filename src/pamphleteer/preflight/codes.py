"""Checks of QR codes, read back from the page as it is printed, and as it is photocopied."""

from pamphleteer.preflight.model import CodeFacts
from pamphleteer.preflight.view import Fault, Found, PageView, millimetres
from pamphleteer.reading.codes import looks_like_code
from pamphleteer.reading.rasters import Code
from pamphleteer.units import Box, Pt


def check_codes(view: PageView) -> Found:
    """What looks like a code is one, from a photocopy too, and large enough."""
    read = [code for code in view.codes if code.text is not None]
    copied = {code.text for code in view.copied_codes} if read else set()
    for code in read:
        if code.text not in copied:
            found = f"the QR code “{code.text}” cannot be read from a photocopy (150 dpi, blurred)"
            yield Fault(code="qr-copy", found=found, boxes=[code.place], text=code.text or "")
        if code.side < view.profile.qr - 0.5:
            found = (
                f"the QR code “{code.text}” is {millimetres(code.side)} wide; "
                f"{millimetres(view.profile.qr)} is the smallest"
            )
            yield Fault(code="qr-small", found=found, boxes=[code.place])
    for place in _unread(view, view.codes) if view.is_drawable else ():
        yield Fault(code="qr-unreadable", found="a QR code that cannot be read", boxes=[place])


def _unread(view: PageView, codes: tuple[Code, ...]) -> list[Box]:
    """Places of what looks like a code, where none was read; each once."""
    read = [code.place for code in codes if code.text is not None]
    broken = [code.place for code in codes if code.text is None]
    for rect in view.code_places:
        place = view.place(rect)
        if place.width and looks_like_code(view.fine_raster.cut(place)):
            broken.append(place)
    unread: list[Box] = []
    for place in broken:
        if not any(_meet(place, other) for other in (*read, *unread)):
            unread.append(place)
    return unread


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def code_facts(view: PageView) -> tuple[CodeFacts, ...]:
    """The codes that can be read."""
    return tuple(
        CodeFacts(text=code.text, side=Pt(code.side), place=code.place)
        for code in view.codes
        if code.text is not None
    )
