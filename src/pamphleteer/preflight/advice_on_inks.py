"""What findings about inks, codes and the whole file mean, and what to do about them."""

from pamphleteer.preflight.model import Advice
from pamphleteer.problems import Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

AGAIN = "Export the PDF again from the program that made it."

ON_INKS: dict[str, Advice] = {
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
