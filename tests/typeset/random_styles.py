"""How the random articles of the kernel's fuzz are set."""

import random

LINE = 12.0
"""The leading of all documents' main text, in points."""

BASE_CSS = """
html { font: 9pt/12pt 'Linux Libertine O'; hyphens: auto }
h2 { font: bold 10pt/12pt 'Libre Franklin'; margin: 12pt 0 0; break-after: avoid }
h3 { font: italic 9pt/12pt 'Linux Libertine O'; margin: 0; break-after: avoid }
p { margin: 0; text-indent: 1em; orphans: 2; widows: 2; text-align: justify }
.note { float: footnote; font-size: 7pt; line-height: 8.25pt }
.box { border: .75pt solid; padding: 4.5pt; margin: 6pt 0 }
.whole { break-inside: avoid }
ul, ol { margin: 0; padding-left: 13.5pt }
ul { list-style: disc }
blockquote { margin: 6pt 12pt }
table { border-collapse: collapse; width: 100%; font-size: 7.5pt; line-height: 9pt }
td, th { border: .75pt solid; padding: .75pt }
figure { margin: 6pt 0; break-inside: avoid }
img { width: 100% }
img.inline { width: 7pt; height: 7pt }
.verse { text-align: left; text-indent: 0; margin: 6pt 0 }
pre { font: 7.5pt/12pt 'Libre Franklin'; margin: 0 }
sup { line-height: 0; font-size: 6pt }
.smallcaps { font-variant-caps: all-small-caps; letter-spacing: .03em }
code { font-family: 'Linux Libertine Mono O'; line-height: 0; hyphens: manual }
.lowered { position: relative; top: 1.5pt }
"""


def some_rules(rng: random.Random) -> str:
    """Rules that some documents have: capped note areas, broken long words, wrapped code."""
    notes = rng.choice(("", "max-height: 45pt", "max-height: 150pt"))
    return "".join(
        (
            f"@page {{ @footnote {{ {notes} }} }}" if notes else "",
            rng.choice(("", "html { overflow-wrap: anywhere }")),
            rng.choice(("", "pre { white-space: pre-wrap }")),
        )
    )
