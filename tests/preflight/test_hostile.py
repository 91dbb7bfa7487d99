"""Whatever is given to check, there is a clear answer, in a short time and little memory."""

import re
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from pamphleteer.preflight.apart import Limits, check_apart
from pamphleteer.preflight.profiles import read_profile
from pamphleteer.problems import IssueError
from tests.preflight.documents import check, findings, sound, write
from tests.preflight.hostile import HOSTILE, encrypted, fine_pattern, large_picture
from tests.preflight.planting import drawn_font, qr

OFFICE = read_profile("office")


def codes_told(pdf: bytes, way: str = "office") -> set[str]:
    """Codes of what is told, whether the file could be opened or not."""
    try:
        return {code for code, _ in findings(check(pdf, way))}
    except IssueError as fault:
        return {problem.code for problem in fault.problems}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_told_at_once(name: str) -> None:
    make, expected = HOSTILE[name]
    pdf = make()
    begun = time.process_time()

    assert codes_told(pdf) & set(expected) or not expected
    assert time.process_time() - begun < 10


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    assert ended(fine_pattern(), Limits(seconds=1), tmp_path) == "takes too long"


def test_what_takes_too_much_memory_is_ended(tmp_path: Path) -> None:
    picture = large_picture(8_000, 64_000_000)

    assert ended(picture, Limits(memory=250_000_000), tmp_path) == "takes too much memory"


def ended(pdf: bytes, limits: Limits, folder: Path) -> str:
    """Why a process ended that was to check a file."""
    file = folder / "bomb.pdf"
    file.write_bytes(pdf)
    with pytest.raises(IssueError) as fault:
        check_apart(file, OFFICE, limits)
    (problem,) = fault.value.problems
    assert (problem.code, problem.pos and problem.pos.path) == ("pdf-too-costly", str(file))
    return problem.message.removeprefix("it ").split(" to read")[0]


def test_limits_keep_within_twenty_seconds_and_a_gigabyte() -> None:
    from pamphleteer.preflight.apart import PICTURED, WAIT

    limits = Limits()
    assert (limits.seconds + limits.per_page + PICTURED) * WAIT + 1 < 20
    assert limits.memory <= 1_000_000_000


def test_a_sound_file_is_checked_apart_as_here(tmp_path: Path) -> None:
    file = tmp_path / "news.pdf"
    file.write_bytes(write(sound()))

    apart = check_apart(file, OFFICE)

    assert apart.findings == ()
    assert apart.pages == check(write(sound()), "office").pages


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(IssueError) as fault:
        check_apart(tmp_path / "news.pdf", OFFICE)
    assert [problem.code for problem in fault.value.problems] == ["unreadable-file"]


def test_encryption_is_told_to_those_who_send_the_file_to_a_press() -> None:
    found = check(encrypted(""), "sheetfed")

    assert findings(found) == [("encryption", None)]


ODD = (b"null", b"-1", b"99999999999", b"[]", b"<<>>", b"(x)", b"/X", b"true", b"1 0 R", b"1e99")
VALUE = re.compile(rb"/[A-Za-z0-9]+\s*(\[[^\]]{0,80}\]|-?[\d.]+|/[A-Za-z0-9]+|<<|true)")


def spoilt(pdf: bytes, seed: int) -> bytes:
    """A file in which some bytes and some values are others."""
    chance, data = Random(seed), bytearray(pdf)
    for _ in range(chance.choice((1, 2, 5))):
        data[chance.randrange(len(data))] = chance.randrange(256)
        value = chance.choice(list(VALUE.finditer(bytes(data))))
        data[value.start(1) : value.end(1)] = chance.choice(ODD)
    return bytes(data)


@pytest.mark.parametrize("seed", range(50))
def test_whatever_is_spoilt_is_told_and_never_a_crash(seed: int) -> None:
    document = qr() if seed % 2 else drawn_font()
    pdf = write(replace(document, pages=document.pages[2:3]))

    assert isinstance(codes_told(spoilt(pdf, seed)), set)
