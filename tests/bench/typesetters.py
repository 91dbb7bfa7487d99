"""Sets one text with one of the typesetters that are compared, and says what it cost.

Usage: python tests/bench/typesetters.py stock|typst|ours TEXT.json MEASURE OUT.pdf

TEXT.json is a list of paragraphs. They are set one below another in one justified column of so many
points: Linux Libertine 9/12, the first line of each indented by 9 points, hyphenation for English
with at least 5 letters, 2 before and 3 after a hyphen where that can be said. Ours may widen and
narrow letters by 2 %, as a layout may ask for in narrow columns.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import Any

SIZE, LEADING, INDENT, MARGIN, DEPTH = 9, 12, 9, 36, 1000
FACE = "Linux Libertine O"
CSS = f"""
html {{ font: {SIZE}pt/{LEADING}pt "{FACE}"; hyphens: auto; hyphenate-limit-chars: 5 2 3 }}
body, p {{ margin: 0 }}
p {{ text-align: justify; text-indent: {INDENT}pt; orphans: 1; widows: 1 }}
"""


def page_rules(measure: float) -> str:
    """A page that is as wide as the column with its margins."""
    return f"@page {{ size: {measure + 2 * MARGIN}pt {DEPTH}pt; margin: {MARGIN}pt }}"


def matter(paragraphs: Sequence[str]) -> str:
    """The text in HTML."""
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)


def stock(paragraphs: Sequence[str], measure: float) -> Callable[[], bytes]:
    """Bare WeasyPrint: nothing of ours may be imported with it."""
    from weasyprint import HTML

    style = f"<style>{page_rules(measure)} {CSS}</style>"
    html = f'<!doctype html><html lang="en"><title>.</title>{style}{matter(paragraphs)}'

    def work() -> bytes:
        pdf: bytes = HTML(string=html).write_pdf()
        return pdf

    return work


def ours(paragraphs: Sequence[str], measure: float) -> Callable[[], bytes]:
    """One thread, poured into frames as deep as the pages."""
    from pamphleteer.layout.house_style import Justification
    from pamphleteer.typeset.drawing import Graft
    from pamphleteer.typeset.paragraph.rules import Told
    from pamphleteer.typeset.typesetter import Typesetter
    from pamphleteer.units import Pt

    depth = Pt(DEPTH - 2 * MARGIN)
    told = Told(justification=Justification(scaling=0.02, narrow_scaling=0.02))

    def work() -> bytes:
        setter = Typesetter(stylesheet=CSS, assets={}, told=told)
        thread = setter.thread(matter(paragraphs), language="en", path="text")
        frames = []
        while not thread.done:
            frames.append(thread.pour(Pt(measure), depth))
        grafts = [
            Graft(page=page, frame=frame, x=Pt(MARGIN), y=Pt(MARGIN))
            for page, frame in enumerate(frames, start=1)
        ]
        blank = '<p style="break-after: page">.</p>'
        style = f"<style>p {{ color: white }} {CSS}</style>"
        pages = f'<html lang="en"><title>.</title>{style}{blank * len(grafts)}'
        return setter.draw(pages, grafts, page_rules=page_rules(measure)).plain_pdf()

    return work


def typst(paragraphs: Sequence[str], measure: float) -> Callable[[], bytes]:
    """Typst, its paragraphs optimised (it does so where text is justified)."""
    import typst as typst_package

    from pamphleteer.resources import resource_folder

    gap = f"leading: {LEADING}pt - 0.66em, spacing: {LEADING}pt - 0.66em"
    indent = f"first-line-indent: (amount: {INDENT}pt, all: true)"
    source = f"""#set page(width: {measure + 2 * MARGIN}pt, height: {DEPTH}pt, margin: {MARGIN}pt)
#set text(font: "{FACE}", size: {SIZE}pt, lang: "en", hyphenate: true)
#set par(justify: true, {indent}, {gap})
#set smartquote(enabled: false)
"""
    text = "\n\n".join(f"#{json.dumps(each, ensure_ascii=False)}" for each in paragraphs)
    folder = resource_folder("fonts") / "linux-libertine"

    compiler: Any = typst_package

    def work() -> bytes:
        pdf: bytes = compiler.compile((source + text).encode(), font_paths=[str(folder)])
        return pdf

    return work


SETTERS = {"stock": stock, "typst": typst, "ours": ours}


def main(arguments: Sequence[str]) -> None:
    """Set a text, write it, and print the CPU seconds without the imports."""
    name, text, measure, out = arguments
    work = SETTERS[name](json.loads(Path(text).read_text(encoding="utf-8")), float(measure))
    start = time.process_time()
    pdf = work()
    print(time.process_time() - start)
    Path(out).write_bytes(pdf)


if __name__ == "__main__":
    main(sys.argv[1:])
