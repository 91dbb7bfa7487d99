"""What findings about pages, type, lines and pictures mean, and what to do about them."""

from pamphleteer.preflight.model import Advice
from pamphleteer.problems import Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

AGAIN = "Export the PDF again from the program that made it."

ON_PAGES: dict[str, Advice] = {
    "pages-multiple": Advice(
        ERROR,
        "Sheets that are folded have four pages each, so that some places would stay empty.",
        "Add or drop pages, or leave blank ones before the last.",
    ),
    "page-sizes": Advice(
        ERROR,
        "The pages are cut to one size: others would lose an edge or stand in white.",
        "Give all pages one size, and export the PDF again.",
    ),
    "trim-missing": Advice(
        ERROR,
        "The printer is not told where the paper is cut, and would have to guess.",
        "Export with a TrimBox: most programs write one when bleed or crop marks are asked for.",
    ),
    "box-nesting": Advice(
        ERROR,
        "The boxes contradict each other, so that pages may be cut in the wrong place.",
        AGAIN,
    ),
    "bleed-missing": Advice(
        ERROR,
        "Paper is never cut quite exactly: what should reach its edge will show a white line.",
        "Export with the bleed that is asked for, and let colours run into it.",
    ),
    "bleed-short": Advice(
        ERROR,
        "It ends at the cut: where the knife is a little off, a white line is left.",
        "Let it run over the edge into the bleed, or keep well away from the edge.",
    ),
    "page-turned": Advice(
        NOTE,
        "Some printing programs turn such pages another way.",
        "Look at the printer's proof; if pages lie on their side, export without turning.",
    ),
    "page-unit": Advice(
        WARNING,
        "The page is scaled by a key that many printing programs do not know.",
        "Export the PDF in its true size.",
    ),
    "page-blank": Advice(
        NOTE,
        "Nothing is printed on this page.",
        "If it should not be blank, look at it in the program that made it.",
    ),
    "page-damaged": Advice(
        ERROR,
        "A part of the page is lost: it will be missing in print.",
        "Get the file again, or export it again from the program that made it.",
    ),
    "page-too-full": Advice(
        ERROR,
        "The page draws more than a printer would get through, so not all of it was checked.",
        "Turn its drawing into a picture, and place that.",
    ),
    "font-embedded": Advice(
        ERROR,
        "The letters are not in the file: the printer will use others, and lines may break anew.",
        "Export with all fonts embedded.",
    ),
    "font-drawn": Advice(
        NOTE,
        "Letters that are drawn one by one may look coarse in small sizes.",
        "Look at them in a proof, or use an ordinary font.",
    ),
    "glyph-missing": Advice(
        ERROR,
        "The font does not have these letters: boxes or nothing will be printed in their place.",
        "Use a font that has them, or other letters.",
    ),
    "text-unmapped": Advice(
        NOTE,
        "It prints, but it can neither be searched nor read aloud.",
        AGAIN,
    ),
    "text-size": Advice(
        WARNING,
        "Type as small as this fills in or breaks up in print, and few can read it.",
        "Set it larger.",
    ),
    "text-rich-black": Advice(
        WARNING,
        "Small black type in several inks gets coloured edges where the plates do not quite meet.",
        "Set text in black ink alone.",
    ),
    "text-multi-ink": Advice(
        WARNING,
        "Small type in three or more inks gets blurred where the plates do not quite meet.",
        "Set it in one or two inks, or larger.",
    ),
    "text-trimmed": Advice(
        ERROR,
        "It is cut through, or cut off, with the edge of the paper.",
        "Move it into the page, away from the edge.",
    ),
    "safe-area": Advice(
        WARNING,
        "It may be cut into where the knife or the fold is a little off, or the printer may not "
        "reach it.",
        "Move it further into the page.",
    ),
    "edge-ink": Advice(
        WARNING,
        "The machine cannot print so near to the edge of the sheet: this would be missing.",
        "Keep everything inside of the margin, or print on larger paper and cut it.",
    ),
    "text-clipped": Advice(
        ERROR,
        "A part of the text lies outside of its frame, and is not printed.",
        "Make the frame larger or the text shorter.",
    ),
    "text-hidden": Advice(
        WARNING,
        "The text is there, but cannot be told from what is around it.",
        "See whether it is white on white, or lies under a picture; else take it out.",
    ),
    "line-thin": Advice(
        ERROR,
        "A line as thin as this prints broken, or not at all.",
        "Draw it thicker.",
    ),
    "image-ppi": Advice(
        WARNING,
        "It will look soft, with edges that are not sharp.",
        "Place it smaller, or find a larger original; enlarging it in a program does not help.",
    ),
    "image-line-art": Advice(
        WARNING,
        "Drawings in pure black and white show steps in their edges below this resolution.",
        "Scan it finer, or place it smaller.",
    ),
    "image-heavy": Advice(
        NOTE,
        "It has far more detail than can be printed, which only makes the file large.",
        "It prints well; scale it down if the file is too large to send.",
    ),
    "image-aspect": Advice(
        WARNING,
        "It is squeezed or stretched: faces and circles look wrong.",
        "Place it with its own proportions.",
    ),
    "image-data": Advice(
        ERROR,
        "A part of the picture is missing or damaged, and prints grey or not at all.",
        "Place the picture anew, from its original, and export again.",
    ),
    "image-deep": Advice(
        WARNING,
        "Many printers' programs do not read pictures with more than 8 bits a colour.",
        "Save it with 8 bits a colour, and place it anew.",
    ),
}
