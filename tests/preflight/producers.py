"""Sound documents from other programs: what people send to printers, made by scripts."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import fpdf
import pypdfium2
import segno
import typst
import weasyprint
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pamphleteer.resources import resource_folder
from tests.preflight.documents import Document, sound, sound_page, text, write

FONT = resource_folder("fonts") / "libre-franklin/LibreFranklin-Regular.ttf"
PROSE = "The boiler is back on after eleven weeks, forty letters and one repair. " * 3
ADDRESS = "https://example.org/rent"


def photograph(columns: int = 600, rows: int = 400, mode: str = "RGB") -> Image.Image:
    """A picture with soft shades."""
    return Image.linear_gradient("L").resize((columns, rows)).convert(mode)


def code_picture() -> Image.Image:
    out = BytesIO()
    segno.make(ADDRESS, error="m", micro=False).save(out, kind="png", scale=10, border=4)
    return Image.open(out).convert("L")


def reportlab(draw: Callable[[Canvas], None], size: tuple[float, float] = A5) -> bytes:
    """Four pages on which ReportLab sets text and draws what is given."""
    pdfmetrics.registerFont(TTFont("Franklin", str(FONT)))
    out = BytesIO()
    canvas = Canvas(out, pagesize=size)
    for number in range(4):
        canvas.setFont("Franklin", 10)
        for line in range(12):
            canvas.drawString(60, size[1] - 80 - 14 * line, f"{number + 1}. {PROSE[:48]}")
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def reportlab_columns(canvas: Canvas) -> None:
    canvas.setLineWidth(0.5)
    canvas.line(60, 120, 300, 120)
    canvas.setFillGray(0.85)
    canvas.roundRect(60, 130, 150, 60, 8, stroke=1, fill=1)


def reportlab_picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(photograph()), 60, 100, 180, 120)


def reportlab_code(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(code_picture()), 60, 100, 80, 80)


def reportlab_turned(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(200, 120)
    canvas.rotate(30)
    canvas.setFillColorCMYK(0, 0.4, 0.8, 0)
    canvas.rect(0, 0, 60, 30, stroke=0, fill=1)
    canvas.restoreState()


def reportlab_gradient(canvas: Canvas) -> None:
    from reportlab.lib.colors import grey, white

    canvas.linearGradient(60, 100, 200, 100, (white, grey), extend=False)


def fpdf2(draw: Callable[[fpdf.FPDF], object], size: tuple[float, float] = (148, 210)) -> bytes:
    """Four pages by fpdf2."""
    pdf = fpdf.FPDF(format=size)
    pdf.add_font("Franklin", fname=FONT)
    pdf.set_font("Franklin", size=11)
    for _ in range(4):
        pdf.add_page()
        pdf.multi_cell(0, 6, PROSE)
        draw(pdf)
    return bytes(pdf.output())


def fpdf2_table(pdf: fpdf.FPDF) -> None:
    with pdf.table(first_row_as_headings=False) as table:
        for row in (("Flat", "Rent"), ("1", "400"), ("2", "420")):
            table.row(row)


def fpdf2_picture(pdf: fpdf.FPDF) -> None:
    pdf.image(photograph(), x=20, w=60)


def fpdf2_code(pdf: fpdf.FPDF) -> None:
    pdf.image(code_picture(), x=20, w=30)


def typeset(source: str) -> bytes:
    """Four pages by Typst."""
    pages = "#pagebreak()\n".join([source] * 4)
    head = '#set page("a5", margin: 15mm)\n#set text(10pt)\n'
    return bytes(typst.compile((head + pages).encode()))


def typst_code() -> str:
    """A code of squares, each of which is a shape of its own."""
    rows = segno.make(ADDRESS, error="m", micro=False).matrix
    cells = "\n".join(
        f"#place(dx: {x * 2}pt, dy: {y * 2}pt, rect(width: 2pt, height: 2pt, fill: black))"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    return f"{PROSE}\n\n#v(20pt)\n#block[{cells}]\n"


def by_weasyprint(body: str) -> bytes:
    css = "@page { size: A5; margin: 15mm } p + p { break-before: page }"
    html = f"<style>{css}</style>" + f"<p>{PROSE}{body}</p>" * 4
    return bytes(weasyprint.HTML(string=html).write_pdf())


def by_pillow() -> bytes:
    """Scans: pages that are pictures."""
    out = BytesIO()
    first, *others = (photograph(1240, 1748, "L") for _ in range(4))
    first.save(out, "PDF", resolution=212.6, save_all=True, append_images=others)
    return out.getvalue()


def by_program(pdf: bytes, *command: str) -> bytes:
    """What a program makes of a PDF: ``IN`` and ``OUT`` stand for the files."""
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.pdf", Path(folder) / "out.pdf"
        source.write_bytes(pdf)
        names = {"IN": str(source), "OUT": str(target), "OUT=": f"-sOutputFile={target}"}
        subprocess.run([names.get(word, word) for word in command], check=True, capture_output=True)
        return target.read_bytes()


def by_ghostscript(pdf: bytes, *options: str) -> bytes:
    return by_program(pdf, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", *options,
                      "OUT=", "IN")  # fmt: skip


def by_cairo(pdf: bytes) -> bytes:
    return by_program(pdf, "pdftocairo", "-pdf", "IN", "OUT")


def by_qpdf(pdf: bytes, *options: str) -> bytes:
    return by_program(pdf, "qpdf", *options, "IN", "OUT")


def by_pdfium(pdf: bytes) -> bytes:
    out = BytesIO()
    with pypdfium2.PdfDocument(pdf) as document:
        document.save(out)
    return out.getvalue()


def by_pypdf(pdf: bytes, turn: int = 0) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    for page in writer.pages:
        page.rotate(turn)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def grey_pages(more: str = "") -> Document:
    plain = text("No heat, no rent", colour="0 g") + "0.5 g 80 300 200 60 re f\n" + more
    page = sound_page()
    return Document(pages=(type(page)(content=plain),) * 4)


def drawing() -> bytes:
    return reportlab(reportlab_columns)


CLEAN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "by hand, sheetfed": ("sheetfed", lambda: write(sound())),
    "by hand, newsprint": ("newsprint", lambda: write(sound())),
    "by hand, Risograph": ("riso", lambda: write(grey_pages())),
    "by hand, Risograph with a line": ("riso", lambda: write(grey_pages("50 50 m 90 90 l S"))),
    "ReportLab, text and panels": ("office", drawing),
    "ReportLab, newspaper": ("office", lambda: reportlab(reportlab_columns, A4)),
    "ReportLab, picture": ("office", lambda: reportlab(reportlab_picture)),
    "ReportLab, code": ("office", lambda: reportlab(reportlab_code)),
    "ReportLab, turned": ("office", lambda: reportlab(reportlab_turned)),
    "ReportLab, gradient": ("office", lambda: reportlab(reportlab_gradient)),
    "ReportLab, landscape": ("office", lambda: reportlab(reportlab_columns, landscape(A4))),
    "fpdf2, text": ("office", lambda: fpdf2(fpdf.FPDF.ln)),
    "fpdf2, table": ("office", lambda: fpdf2(fpdf2_table)),
    "fpdf2, picture": ("office", lambda: fpdf2(fpdf2_picture)),
    "fpdf2, code": ("office", lambda: fpdf2(fpdf2_code, (210, 297))),
    "Typst, text": ("office", lambda: typeset(f"= Rent\n{PROSE}\n")),
    "Typst, mathematics": ("office", lambda: typeset("$ sum_(k=1)^n k $\n" + PROSE)),
    "Typst, table": ("office", lambda: typeset("#table(columns: 2, [a], [b], [1], [2])\n")),
    "Typst, columns": ("office", lambda: typeset(f"#columns(2)[{PROSE * 3}]\n")),
    "Typst, shapes": ("office", lambda: typeset(
        "#circle(radius: 20pt, fill: gradient.linear(red, blue))\n"
        "#rotate(20deg, rect(width: 40pt, height: 20pt, fill: luma(80%)))\n" + PROSE)),
    "Typst, code of squares": ("office", lambda: typeset(typst_code())),
    "WeasyPrint, text": ("office", lambda: by_weasyprint("")),
    "WeasyPrint, borders": ("office", lambda: by_weasyprint(
        "<span style='border: 1pt dashed; border-radius: 4pt; padding: 3pt'>here</span>")),
    "WeasyPrint, opacity": ("office", lambda: by_weasyprint(
        "<b style='opacity: .5; background: linear-gradient(red, blue)'>here</b>")),
    "Pillow, scans": ("office", by_pillow),
    "Ghostscript": ("office", lambda: by_ghostscript(drawing())),
    "Ghostscript, in grey": ("riso", lambda: by_ghostscript(
        write(grey_pages()), "-sColorConversionStrategy=Gray")),
    "Ghostscript, old": ("office", lambda: by_ghostscript(
        reportlab(reportlab_picture), "-dCompatibilityLevel=1.3")),
    "Cairo": ("office", lambda: by_cairo(drawing())),
    "Cairo, picture": ("office", lambda: by_cairo(reportlab(reportlab_picture))),
    "Cairo, code": ("office", lambda: by_cairo(reportlab(reportlab_code))),
    "qpdf, for the web": ("office", lambda: by_qpdf(drawing(), "--linearize")),
    "qpdf, object streams": ("sheetfed", lambda: by_qpdf(
        write(sound()), "--object-streams=generate")),
    "PDFium": ("office", lambda: by_pdfium(drawing())),
    "pypdf, turned": ("office", lambda: by_pypdf(drawing(), 90)),
}  # fmt: skip
"""By what each is, the way of printing that it is clean for, and how it is made."""

LIBREOFFICE = ("soffice", "libreoffice")


def by_libreoffice(program: str, folder: Path) -> bytes:
    """A letter by LibreOffice, which is only at hand on some machines."""
    source = folder / "letter.html"
    paragraphs = "".join(f"<p style='page-break-after: always'>{PROSE}</p>" for _ in range(3))
    source.write_text(f"<html><body>{paragraphs}<p>{PROSE}</p></body></html>")
    command = [program, "--headless", f"-env:UserInstallation=file://{folder}/profile",
               "--convert-to", "pdf", "--outdir", str(folder), str(source)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(".pdf").read_bytes()
