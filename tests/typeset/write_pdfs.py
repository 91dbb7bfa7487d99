"""Write a random document as PDF, tagged and plain; run in two processes to compare their bytes.

``python -m tests.typeset.write_pdfs FOLDER``
"""

import sys
from itertools import count
from pathlib import Path

from pamphleteer.typeset.drawing import Graft
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import Pt
from tests.typeset.composing import draw
from tests.typeset.random_documents import ASSETS, write_document

SEED = 3


def main(folder: Path) -> None:
    """Write ``tagged.pdf`` and ``plain.pdf`` into a folder."""
    document = write_document(SEED)
    setter = Typesetter(stylesheet=document.css, assets=ASSETS)
    thread = setter.thread(document.html, language="en", path="story.md")
    grafts: list[Graft] = []
    for page in count(1):
        if thread.done:
            break
        frame = thread.pour(Pt(180), Pt(276))
        grafts.append(Graft(page=page, frame=frame, x=Pt(10), y=Pt(12)))
    drawing = draw(setter, grafts, pages=len(grafts))
    (folder / "tagged.pdf").write_bytes(drawing.tagged_pdf())
    (folder / "plain.pdf").write_bytes(drawing.plain_pdf())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
