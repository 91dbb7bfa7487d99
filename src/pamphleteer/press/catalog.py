"""What an imposed PDF says of itself: its pages, title, printing, layers and inks."""

from collections.abc import Mapping, Sequence
from html import escape

from pamphleteer.imposition.parts import PART_KEY, WHOLE
from pamphleteer.objects import Document, read_text
from pamphleteer.press.file import NewFile
from pamphleteer.press.written import write_array, write_entries, write_text

KEPT_IN_CATALOG = ("/Lang", "/OutputIntents", "/OCProperties")
KEPT_IN_PREFERENCES = ("/DisplayDocTitle", "/NumCopies")
PREFERENCES = "/ViewerPreferences"


def write_tree(file: NewFile, tree: bytes, pages: Sequence[bytes]) -> None:
    """Make these the document's pages; ``tree`` is the reference to the root of their tree."""
    kids = write_array(pages)
    file.put(tree, b"<< /Type /Pages /Kids %b /Count %d >>" % (kids, len(pages)))
    file.root["/Pages"] = tree


def write_catalog(file: NewFile) -> None:
    """Keep title and other texts, language, output intents and layers."""
    source = file.source
    file.info |= read_info(source) | {PART_KEY: write_text(WHOLE)}
    keep_in_catalog(file, KEPT_IN_CATALOG)
    if "/Metadata" in source.catalog:
        xmp = _xmp(source.texts, read_text(source.resolve(source.catalog.get("/Lang"))) or "")
        file.root["/Metadata"] = file.add_stream(b"/Type /Metadata /Subtype /XML", xmp.encode())


def read_info(source: Document) -> dict[str, bytes]:
    """The texts of the document information, as they are written."""
    return {key: write_text(text) for key, text in source.texts.items()}


def keep_in_catalog(file: NewFile, keys: Sequence[str]) -> None:
    """Keep entries of the source's catalog as they are."""
    source = file.source
    for key in keys:
        if key in source.catalog and key.startswith("/"):
            file.root[key] = file.keep(source.written(source.root, key))


def _xmp(texts: Mapping[str, str], language: str) -> str:
    """The title and other texts in XMP (ISO 16684-1).

    What the source's own says of PDF/A or PDF/UA is not true of its sheets, and is left out.
    """
    one = '<{0}><rdf:Alt><rdf:li xml:lang="x-default">{1}</rdf:li></rdf:Alt></{0}>'
    each = "<{0}><rdf:{2}><rdf:li>{1}</rdf:li></rdf:{2}></{0}>"
    found = [
        (one, "dc:title", texts.get("/Title"), ""),
        (each, "dc:creator", texts.get("/Author"), "Seq"),
        (one, "dc:description", texts.get("/Subject"), ""),
        (each, "dc:language", language, "Bag"),
        ("<{0}>{1}</{0}>", "pdf:Keywords", texts.get("/Keywords"), ""),
    ]
    properties = "".join(
        form.format(name, escape(text), kind) for form, name, text, kind in found if text
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:pdf="http://ns.adobe.com/pdf/1.3/">{properties}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )


def write_preferences(file: NewFile, duplex: str | None, *, kept: Sequence[str] | None) -> None:
    """Ask for actual size and the right flip (ISO 32000-2, 12.2).

    Args:
        file: To be printed.
        duplex: How it asks to be printed; None leaves that to whoever prints it.
        kept: Which other wishes of the source are kept; None for all.
    """
    source = file.source
    wishes = source.entries(source.catalog.get(PREFERENCES))
    keys = [key for key in wishes if key.startswith("/") and (kept is None or key in kept)]
    preferences = {key: file.keep(source.written(source.root, PREFERENCES, key)) for key in keys}
    preferences.pop("/Duplex", None)
    preferences["/PrintScaling"] = b"/None"
    if duplex:
        preferences["/Duplex"] = duplex.encode()
    file.root[PREFERENCES] = write_entries(preferences)
