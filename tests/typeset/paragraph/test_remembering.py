"""What is remembered of paragraphs goes when nobody needs it any more."""

import gc
import weakref
from typing import Any

from pamphleteer.units import Pt
from tests.typeset.paragraph.printing import make_thread, make_typesetter

MATTER = "<p>A paragraph of some words, enough of them to fill a narrow line or two.</p>"


def test_paragraphs_go_with_the_fonts_they_were_shaped_with() -> None:
    setter = make_typesetter()
    make_thread(setter, MATTER).pour(Pt(120), Pt(900))
    fonts: weakref.ref[Any] = weakref.ref(setter._fonts.configuration)
    assert fonts() is not None
    del setter
    gc.collect()
    assert fonts() is None
