"""What an earlier build made in other inks goes in the same step as the new files come."""

from collections.abc import Iterable
from pathlib import Path

import pypdfium2
import pytest

from pamphleteer.build import Output, build_issue
from pamphleteer.imposition.printer import Manual, Printer
from tests.build.publications import Publication, article, manifest, prose

PRINT_AND_BOOKLET: tuple[Output, ...] = ("print", "booklet")

# What is written under ``printing`` and beside it, and what is made of it besides the screen's PDF.
KINDS = {
    "plain": ("", "", {"print", "booklet"}),
    "told": ("instructions: yes, preview: yes", "",
             {"print", "booklet", "instructions", "preview"}),
    "riso": ("inks: riso", "",
             {"riso-BLACK", "riso-RED", "riso-preview", "booklet-BLACK", "booklet-RED"}),
    "pink": ("inks: riso, cover: yes, preview: yes", "plates: {Red: Fluo Pink}",
             {"riso-BLACK", "riso-FLUO-PINK", "riso-preview", "preview",
              *(f"booklet-{drum}-{part}" for drum in ("BLACK", "FLUO-PINK")
                for part in ("cover", "inside"))}),
}  # fmt: skip
MINE = ("booklet-FINAL", "riso-notes", "booklet-RED-copy", "notes")


def write_kind(publication: Publication, kind: str) -> set[str]:
    printing, more, made = KINDS[kind]
    keys = [f"printing: {{{printing}}}", *([more] if more else [])]
    text = article("News", prose(1100 if "cover" in printing else 20))
    order = manifest(["{banner: One}", "articles/news.md", "contact"], *keys)
    publication.write({"winter/issue.yaml": order, "winter/articles/news.md": text})
    return {f"winter-{name}.pdf" for name in made}


def names(paths: Iterable[Path]) -> set[str]:
    return {path.name for path in paths}


@pytest.mark.parametrize(
    ("before", "after"), [("told", "riso"), ("riso", "pink"), ("pink", "plain"), ("told", "plain")]
)
def test_outputs_of_other_inks_are_replaced(
    publication: Publication, before: str, after: str
) -> None:
    earlier = write_kind(publication, before)
    first = build_issue(publication.issue, only=PRINT_AND_BOOKLET)
    assert names(first.outputs) == earlier
    copy = sorted(first.outputs)[0].read_bytes()
    mine = {f"winter-{name}.pdf": copy for name in MINE}
    for name, content in mine.items():
        (publication.out / name).write_bytes(content)
    now = write_kind(publication, after)
    second = build_issue(publication.issue, only=PRINT_AND_BOOKLET)
    assert names(second.removed) == earlier - now
    assert set(publication.files()) == now | set(mine)


def test_only_outputs_that_are_made_are_replaced(publication: Publication) -> None:
    earlier = write_kind(publication, "riso")
    build_issue(publication.issue, only=PRINT_AND_BOOKLET)
    write_kind(publication, "plain")
    built = build_issue(publication.issue, only=("print",))
    assert names(built.removed) == {name for name in earlier if "-riso-" in name}
    assert build_issue(publication.issue, only=("screen",)).removed == ()


def test_drums_of_a_printer_fed_by_hand_are_replaced(publication: Publication) -> None:
    printer = Printer(name="attic", duplex="manual", manual=Manual(order="same", turned=False))
    write_kind(publication, "riso")
    made = build_issue(publication.issue, only=("booklet",), printer=printer).outputs
    assert len(made) == 6
    built = build_issue(publication.issue, only=("booklet",))
    assert names(built.removed) == names(made)


def test_the_preview_shows_all_drums_over_one_another(publication: Publication) -> None:
    write_kind(publication, "pink")
    build_issue(publication.issue, only=("booklet",))
    with pypdfium2.PdfDocument(publication.out / "winter-preview.pdf") as document:
        image = document[0].render(scale=0.5).to_pil().convert("RGB")
    colours = {colour for _, colour in image.getcolors(image.width * image.height) or ()}
    assert any(max(colour) < 90 for colour in colours), "black"
    assert any(red > 120 > green + 60 for red, green, _ in colours), "red"
