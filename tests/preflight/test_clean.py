"""Sound documents, ours and other programs', are called sound: no error, no warning."""

import shutil
from pathlib import Path

import pytest

from tests.preflight.documents import check, findings
from tests.preflight.producers import CLEAN, LIBREOFFICE, by_libreoffice


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_document_is_clean(name: str) -> None:
    way, make = CLEAN[name]
    found = check(make(), way)

    assert findings(found) == [], [finding.found for finding in found.findings]


def test_there_are_enough() -> None:
    assert len(CLEAN) >= 30


def test_a_letter_by_libreoffice_is_clean(tmp_path: Path) -> None:
    program = next(filter(None, map(shutil.which, LIBREOFFICE)), None)
    if program is None:
        pytest.skip("LibreOffice is not installed: its PDFs were not checked")

    assert findings(check(by_libreoffice(program, tmp_path), "office")) == []
