"""What findings mean and what to do about them, by code: for people who are no printers."""

from dataclasses import dataclass

from pamphleteer.problems import Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Advice:
    """The severity that a finding has unless the profile sets another, and what is said of it."""

    severity: Severity
    means: str
    action: str


AGAIN = "Export the PDF again from the program that made it."

ADVICE: dict[str, Advice] = {
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
    "image-rgb": Advice(
        ERROR,
        "It is in the colours of screens; the press would turn them into inks in its own way.",
        "Convert it to CMYK, or to grey, and place it anew.",
    ),
    "colour-rgb": Advice(
        ERROR,
        "It is in the colours of screens; black would be printed in four inks.",
        "Use CMYK or grey: text in black ink alone.",
    ),
    "colour-lab": Advice(
        WARNING,
        "The press turns such colours into inks in its own way.",
        "Use CMYK, grey or a named spot colour.",
    ),
    "colour-not-grey": Advice(
        ERROR,
        "Each drum has its own file in grey: colours would be guessed at.",
        "Make one PDF in grey for each drum.",
    ),
    "colour-registration": Advice(
        ERROR,
        "It is in the colour of registration marks, which prints on all plates at once.",
        "Set it in black.",
    ),
    "spot-colours": Advice(
        ERROR,
        "Each spot colour is a plate and an ink of its own, which has to be paid for.",
        "Turn those that are not meant to be printed into CMYK, or ask the printer.",
    ),
    "shading-broken": Advice(
        ERROR,
        "The gradient is written wrongly: some machines leave it out, some stop.",
        "Use plain colours there, or place a picture of the gradient.",
    ),
    "white-overprint": Advice(
        ERROR,
        "White that overprints leaves no trace: it will vanish in print.",
        "Switch overprinting off for it.",
    ),
    "transparency": Advice(
        NOTE,
        "Old machines cannot print what is transparent.",
        "Ask the printer whether PDF/X-4 or transparency is welcome.",
    ),
    "ink-total": Advice(
        ERROR,
        "So much ink does not dry: sheets stick together and smear.",
        "Use lighter colours there, or convert pictures with a profile for this paper.",
    ),
    "ink-solid": Advice(
        WARNING,
        "Large solid areas smear, stick to the drum and show the rollers' traces.",
        "Screen the area down, or make it smaller.",
    ),
    "qr-unreadable": Advice(
        ERROR,
        "Telephones will not read it.",
        "Make the code anew: dark on white, with white all around it, and nothing over it.",
    ),
    "qr-wrong": Advice(
        ERROR,
        "Whoever scans it gets somewhere else, or nowhere.",
        "Build again; if that does not help, report it, with the issue.",
    ),
    "qr-copy": Advice(
        WARNING,
        "Telephones read it as it is, but not from a photocopy or a cheap print.",
        "Make it larger, or its address shorter.",
    ),
    "qr-small": Advice(
        WARNING,
        "Many telephones cannot read a code as small as this.",
        "Make it larger.",
    ),
    "annotation": Advice(
        ERROR,
        "Comments and form fields do not belong on a page that is printed: they may show or not.",
        "Take them out, or let them be drawn into the page (print the file to a PDF).",
    ),
    "link": Advice(
        WARNING,
        "Links do nothing on paper, and some presses refuse files that have any.",
        "Export for print, without links.",
    ),
    "interactive": Advice(
        ERROR,
        "A file that can be filled in or runs scripts may print otherwise than it looks.",
        "Print the file to a new PDF, and send that.",
    ),
    "encryption": Advice(
        ERROR,
        "Print shops' programs refuse protected files.",
        "Save it without a password.",
    ),
    "layers": Advice(
        WARNING,
        "Layers can be on for the screen and off in print, or the other way.",
        "Export without layers.",
    ),
    "attachment": Advice(
        WARNING,
        "Files inside the file are sent to the printer with it.",
        "Export without attachments.",
    ),
    "x-intent": Advice(
        ERROR,
        "The file does not say for which paper and inks its colours are meant.",
        "Export as PDF/X-4 with the output intent that the printer names.",
    ),
    "x-version": Advice(
        WARNING,
        "The file does not say that it was made for print as PDF/X asks.",
        "Export as PDF/X-4.",
    ),
    "x-id": Advice(
        ERROR,
        "The file has no identifier, which PDF/X asks for.",
        AGAIN,
    ),
    "x-trapped": Advice(
        WARNING,
        "The file does not say whether its colours overlap a little, which the printer must know.",
        "Export as PDF/X-4, which sets this.",
    ),
    "x-title": Advice(
        WARNING,
        "The printer sees no title, and files are mixed up.",
        "Give the document a title, and export again.",
    ),
    "sheet-mark": Advice(
        ERROR,
        "Something of the sheet's own is printed across a page.",
        "Impose again, with fewer marks or on larger paper.",
    ),
}
"""All codes."""
