"""Finishes a tagged PDF so that it keeps PDF/A-2a and PDF/UA-1 at once.

WeasyPrint writes one variant. It writes PDF/A-2a (ISO 19005-2), whose tags are those of PDF/UA-1
(ISO 14289-1); what says so is put in here, before the file is written: metadata that claim both,
page labels, languages, and pictures whose pixels are not smoothed.
"""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pydyf
from weasyprint import pdf as weasyprint_pdf
from weasyprint.css import ColorProfile

ARCHIVE = {"pdf_variant": "pdf/a-2a", "output_intent": ""}
"""No output intent is named: WeasyPrint would open its profile, and leave it open. It is given."""

PROFILE = "sRGB2014.icc"

ENDING = b"</rdf:RDF>"

UA = (
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    b"<pdfuaid:part>1</pdfuaid:part></rdf:Description>"
    b'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    b' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    b"<pdfaProperty:name>part</pdfaProperty:name>"
    b"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    b"<pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>The part of ISO 14289 that is kept</pdfaProperty:description>"
    b"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
    b"</rdf:Description>"
)
"""What claims PDF/UA-1 (ISO 14289-1 §5), and its schema, which PDF/A does not know and must be told
(ISO 19005-2 §6.6.2.3)."""

PACKET = b"""<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">%s</x:xmpmeta>
<?xpacket end="r"?>"""


def screen_profile() -> Any:
    """The profile of all colours, as which WeasyPrint ships that of the ICC."""
    with (files(weasyprint_pdf) / PROFILE).open("rb") as file:
        return ColorProfile(file, PROFILE, "relative-colorimetric", (["r"], ["g"], ["b"]))


def finish_archive(document: Any, pdf: Any) -> None:
    """Put into a PDF/A-2a what PDF/UA-1 and readers ask for besides, before it is written."""
    pdf.catalog["Metadata"] = _write_metadata(document.metadata, pdf)
    first = pydyf.Dictionary({"S": "/D"})
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, first])})
    for each in pdf.objects:
        extra = getattr(each, "extra", {})
        if "Interpolate" in extra:  # ISO 19005-2 §6.2.8
            extra["Interpolate"] = "false"
    _drop_inherited_languages(pdf)


def _write_metadata(metadata: Any, pdf: Any) -> Any:
    """Write the metadata as they can be read without a PDF reader, uncompressed, in their place."""
    told = metadata.generate_rdf_metadata("a", 2, "A")
    stream = pydyf.Stream(
        [PACKET % told.replace(ENDING, UA + ENDING)], {"Type": "/Metadata", "Subtype": "/XML"}
    )
    number = int(pdf.catalog["Metadata"].split()[0])
    stream.number = number
    pdf.objects[number] = stream
    return stream.reference


def _drop_inherited_languages(pdf: Any) -> None:
    """Take the languages out of the tags that have them from what they stand in."""
    waiting = [(pdf.catalog["StructTreeRoot"], pdf.catalog["Lang"].string)]
    while waiting:
        reference, language = waiting.pop()
        element = pdf.objects[int(reference.split()[0])]
        if "Lang" in element and element["Lang"].string == language:
            del element["Lang"]
        inherited = element["Lang"].string if "Lang" in element else language
        waiting += [(kid, inherited) for kid in _kids(element)]


def _kids(element: Any) -> Iterator[Any]:
    """The references of what stands in a tag: not its marked content, nor its links' places."""
    kids = element.get("K", ())
    yield from (kid for kid in kids if isinstance(kid, bytes | str))
