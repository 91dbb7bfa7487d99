"""Draw the README's pictures of an issue that has been built.

    .venv/bin/python tools/draw_pictures.py sheets ISSUE_DIR PICTURE
    .venv/bin/python tools/draw_pictures.py gallery ISSUE_DIR PICTURE

``sheets`` shows some pages, and both sides of the booklet's first sheet; ``gallery`` all pages.
`make pictures` calls both.
"""

import sys
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageOps

DPI = 60
DESK = "#d9d6cf"
GAP = 18
EDGE = 1
GALLERY = 0.72
"""How much smaller the pages of a gallery are."""


def draw(folder: Path) -> Image.Image:
    """Front page, first spread and back page above; a sheet as it leaves the printer below."""
    pages = render(folder / "out" / f"{folder.name}-screen.pdf")
    sheets = render(folder / "out" / f"{folder.name}-booklet.pdf")
    front = side_by_side([pages[0]], GAP)
    spread = side_by_side([side_by_side(pages[1:3], 0)], GAP)
    above = side_by_side([front, spread, pages[-1]], GAP)
    below = side_by_side(sheets[:2], GAP)
    return stacked([above, below.resize(scaled(below, above.width))])


def draw_gallery(folder: Path) -> Image.Image:
    """All pages, four in a row."""
    pages = render(folder / "out" / f"{folder.name}-screen.pdf")
    rows = [side_by_side(pages[at : at + 4], GAP) for at in range(0, len(pages), 4)]
    width = round(rows[0].width * GALLERY)
    return stacked([row.resize(scaled(row, width), Image.Resampling.LANCZOS) for row in rows])


def render(path: Path) -> list[Image.Image]:
    """Every page as a picture with a hairline around it."""
    with pdfium.PdfDocument(path) as document:
        pictures = [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in document]
    return [ImageOps.expand(picture, EDGE, "#b8b4aa") for picture in pictures]


def side_by_side(pictures: list[Image.Image], gap: int) -> Image.Image:
    """Put pictures beside one another on the desk."""
    width = sum(picture.width for picture in pictures) + gap * (len(pictures) - 1)
    desk = Image.new("RGB", (width, max(picture.height for picture in pictures)), DESK)
    left = 0
    for picture in pictures:
        desk.paste(picture, (left, 0))
        left += picture.width + gap
    return desk


def stacked(rows: list[Image.Image]) -> Image.Image:
    """Put rows below one another, with the desk around them."""
    width = max(row.width for row in rows) + 2 * GAP
    desk = Image.new("RGB", (width, sum(row.height + GAP for row in rows) + GAP), DESK)
    top = GAP
    for row in rows:
        desk.paste(row, (GAP, top))
        top += row.height + GAP
    return desk


def scaled(picture: Image.Image, width: int) -> tuple[int, int]:
    """The size of a picture when it is made so wide."""
    return width, round(picture.height * width / picture.width)


if __name__ == "__main__":
    kind, issue, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    picture = draw_gallery(issue) if kind == "gallery" else draw(issue)
    picture.quantize(64, dither=Image.Dither.NONE).save(target, optimize=True)
