"""Every fault that is planted is found, on its page, and nothing else is."""

import pytest

from pamphleteer.preflight.advice import ADVICE
from tests.preflight.documents import check, findings, sound, write
from tests.preflight.faults import PLANTED, Planted

ELSEWHERE = {
    "page-turned", "page-blank", "font-drawn", "text-unmapped", "image-heavy", "transparency",
    "encryption", "qr-wrong", "sheet-mark",
}  # fmt: skip
"""Codes of notes, and of what is not planted on a page: other tests plant those."""


@pytest.mark.parametrize("way", ["office", "sheetfed", "newsprint"])
def test_the_sound_document_is_sound(way: str) -> None:
    assert findings(check(write(sound()), way)) == []


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.name)
def test_a_fault_is_found_on_its_page(planted: Planted) -> None:
    found = check(write(planted.document()), planted.way)

    assert findings(found) == [(planted.code, planted.page)]
    assert [str(each.severity) for each in found.findings if each.code == planted.code] == [
        planted.severity
    ]


def test_each_check_has_a_fault() -> None:
    assert {planted.code for planted in PLANTED} == ADVICE.keys() - ELSEWHERE
    assert len(PLANTED) >= 40
