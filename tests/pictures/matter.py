"""Words and pictures for reference pages: readable, and always the same."""

from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from tests.build.publications import PUBLICATION, article, manifest

Files = dict[str, str | bytes]

SENTENCES = (
    "The boiler went cold in the first week of November.",
    "Forty letters were written, and one was answered.",
    "We met in the stairwell, because the hall was locked.",
    "Somebody brought a ladder and somebody else brought soup.",
    "The landlord said that a part was on order.",
    "A part can be on order for eleven weeks, as it turned out.",
    "Then the second floor stopped paying, and the third followed.",
    "On Friday a van stood at the corner with its lights on.",
    "Two men carried a pump down to the cellar and asked for the key.",
    "By evening the pipes knocked, and the children laid their hands on them.",
    "Nobody has thanked us, and nobody needs to.",
    "Keep your letters, keep your receipts, and keep a spare key to the cellar.",
)


def text(sentences: int, *, seed: int = 0, paragraph: int = 4) -> str:
    """Paragraphs of so many sentences in all."""
    chance = Random(seed)
    chosen = [chance.choice(SENTENCES) for _ in range(sentences)]
    rows = (chosen[at : at + paragraph] for at in range(0, sentences, paragraph))
    return "\n\n".join(map(" ".join, rows))


def picture(width: int, depth: int) -> bytes:
    """A drawing in which a cut or a squeeze would be seen: an edge, a diagonal and a disc."""
    image = Image.new("L", (width, depth), 215)
    draw = ImageDraw.Draw(image)
    draw.line((0, depth, width, 0), fill=120, width=width // 40)
    reach = min(width, depth) * 0.32
    box = (width / 2 - reach, depth / 2 - reach, width / 2 + reach, depth / 2 + reach)
    draw.ellipse(box, fill=60)
    draw.rectangle((0, 0, width - 1, depth - 1), outline=0, width=width // 60)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def story(body: str, *head: str, headline: str = "The boiler is back on") -> str:
    """An article's file; most have no drop cap, so that other features stand out."""
    return article(headline, body, "drop_cap: no", *head)


def issue(order: list[str], files: Files, shared: str = "") -> Files:
    """The files of an issue."""
    pictures: Files = {
        "winter/wide.png": picture(1200, 500),
        "winter/square.png": picture(800, 700),
        "winter/tall.png": picture(500, 900),
    }
    named = {f"winter/{name}": content for name, content in files.items()}
    return {
        **pictures,
        **named,
        "publication.yaml": PUBLICATION + shared,
        "winter/issue.yaml": manifest(order),
        "winter/articles/news.md": "",
    }
