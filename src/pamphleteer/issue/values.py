"""Checks of single values in a manifest: languages, addresses, dates, sizes.

Each takes text and gives it back, or raises a `PydanticCustomError` whose type is the problem's
code and whose context holds the hint.
"""

import datetime
import re
from typing import Annotated, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from pamphleteer.issue.matter import Place
from pamphleteer.problems import nearest
from pamphleteer.units import NAMED_SIZES, parse_length, parse_size

BCP_47 = re.compile(
    r"""
    [a-z]{2,3} (-[a-z]{3}){0,3}         # language and extended language (RFC 5646 §2.1)
    (-[a-z]{4})?                        # script
    (-([a-z]{2}|[0-9]{3}))?             # region
    (-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*  # variants
    (-[a-wyz0-9](-[a-z0-9]{2,8})+)*     # extensions
    (-x(-[a-z0-9]{1,8})+)?              # private use
    """,
    re.VERBOSE | re.IGNORECASE,
)

LANGUAGE_NAMES = {
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "español": "es",
    "italian": "it",
    "italiano": "it",
    "portuguese": "pt",
    "português": "pt",
    "dutch": "nl",
    "nederlands": "nl",
    "polish": "pl",
    "polski": "pl",
    "swedish": "sv",
    "svenska": "sv",
}

EMAIL = re.compile(r"[^\s@<>\"(),:;]+@[^\s@<>\"(),:;.]+(\.[^\s@<>\"(),:;.]+)+")

HOST = re.compile(r"([^\W_]([\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]", re.IGNORECASE)

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

MOST_COLUMNS = 5

SPANS = (*map(str, range(1, MOST_COLUMNS + 1)), "page", "bleed")

PLACES: tuple[Place, ...] = get_args(Place)

HYPHENATED = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
AFTER = re.compile(r"([1-9]\d*) (line|paragraph)s?")


def refuse(message: str, hint: str = "") -> PydanticCustomError:
    """Make the error of a value that has the right type but not the right form."""
    return PydanticCustomError("bad-value", "{message}", {"message": message, "hint": hint})


def check_language(text: str) -> str:
    """Check that a language has the shape of a BCP 47 tag."""
    if BCP_47.fullmatch(text):
        return text
    guess = LANGUAGE_NAMES.get(text.lower()) or text.replace("_", "-")
    hint = f'Did you mean "{guess}"?' if BCP_47.fullmatch(guess) else ""
    raise refuse(f'"{text}" is not a language tag; expected one such as en, en-US or fr', hint)


def check_email(text: str) -> str:
    """Check that an e-mail address looks like one."""
    if EMAIL.fullmatch(text):
        return text
    raise refuse(f'"{text}" is not an e-mail address; expected one such as us@example.org')


def check_url(text: str) -> str:
    """Check an address that is opened as a link: http, https or mailto."""
    parts = _split_url(text)
    if parts in (("http", True), ("https", True)):
        return text
    if parts[0] == "mailto" and EMAIL.fullmatch(text.removeprefix("mailto:").split("?")[0]):
        return text
    with_scheme = f"https://{text}"
    hint = f'Did you mean "{with_scheme}"?' if _split_url(with_scheme) == ("https", True) else ""
    raise refuse(
        f'"{text}" is not a web address; expected one with https://, http:// or mailto:',
        hint,
    )


def check_web(text: str) -> str:
    """Check a web address as it is printed: ``leftcom.org``, with or without ``https://``."""
    address = text if "//" in text else f"https://{text}"
    if _split_url(address) in (("http", True), ("https", True)):
        return text
    raise refuse(f'"{text}" is not a web address; expected one such as example.org')


def _split_url(text: str) -> tuple[str, bool]:
    """Give a URL's scheme and whether its host can be one; ("", False) if it is none at all."""
    if re.search(r"[\s<>\"\\]", text):
        return "", False
    try:
        parts = urlsplit(text)
        return parts.scheme.lower(), bool(HOST.fullmatch(parts.hostname or "") and parts.port != 0)
    except ValueError:
        return "", False


def check_date(text: str) -> str:
    """Check an ISO date: ``2026-01-31``."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            datetime.date.fromisoformat(text)
            return text
    except ValueError:
        pass
    raise refuse(f'"{text}" is not a date; expected year-month-day, such as 2026-01-31')


def check_page(text: str) -> str:
    """Check a trim size: a name, or ``W x H``."""
    try:
        parse_size(text)
    except ValueError as failure:
        raise refuse(str(failure), nearest(text.lower(), NAMED_SIZES)) from failure
    return text


def check_layout(text: str) -> str:
    """Check that a layout's name can be the name of a folder."""
    if NAME.fullmatch(text):
        return text
    raise refuse(f'"{text}" is not the name of a layout; expected one such as booklet')


def check_text(text: str) -> str:
    """Check that there is a text at all (in a list: empty values of keys are left out before)."""
    if text:
        return text
    raise refuse("there is nothing here; expected a text")


def check_columns(text: str) -> str:
    """Check a number of columns."""
    if re.fullmatch(rf"[1-{MOST_COLUMNS}]", text):
        return text
    raise refuse(f'"{text}" is not a number of columns; expected 1 to {MOST_COLUMNS}')


def check_span(text: str) -> str:
    """Check how many columns something stands across."""
    if text in SPANS:
        return text
    message = f'"{text}" is no span; expected 1 to {MOST_COLUMNS} columns, page or bleed'
    raise refuse(message, nearest(text, SPANS))


def check_place(text: str) -> str:
    """Check the name of a place on the page."""
    if text in PLACES:
        return text
    hint = nearest(text, PLACES) or "Leave it out, and it stands where it is mentioned."
    raise refuse(f'"{text}" is no place; expected {", ".join(PLACES)}', hint)


def check_width(text: str) -> str:
    """Check the width of something that is narrower than its columns."""
    try:
        parse_length(text)
    except ValueError as failure:
        raise refuse(str(failure)) from failure
    return text


def check_name(text: str) -> str:
    """Check a name that an author gives, by which a figure or an aside can be told from others."""
    if NAME.fullmatch(text):
        return text
    guess = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    hint = f'Did you mean "{guess}"?' if guess else ""
    raise refuse(f'"{text}" is not a name; expected small letters, digits and hyphens', hint)


def check_count(text: str) -> str:
    """Check how many paragraphs stand before something: none or more."""
    if re.fullmatch(r"\d{1,6}", text, re.ASCII):
        return text
    raise refuse(f'"{text}" is not a number of paragraphs; expected 0 (before all), 1, 2 and so on')


def check_hyphenated(text: str) -> str:
    """Check a word that is written with a hyphen wherever it may be broken."""
    if HYPHENATED.fullmatch(text):
        return text
    hint = "Write it with a hyphen wherever it may be broken: news-let-ter; with none: never."
    raise refuse(f'"{text}" is not a word', hint)


def check_after(text: str) -> str:
    """Check where an article jumps: after so many lines or paragraphs."""
    if AFTER.fullmatch(text):
        return text
    raise refuse(f'"{text}" is not where to jump; expected such as 12 lines or 2 paragraphs')


def check_target(text: str) -> str:
    """Check the number of the page to which an article jumps: never the first."""
    if re.fullmatch(r"[1-9]\d{0,4}", text, re.ASCII) and text != "1":
        return text
    message = f'"{text}" is not a page to jump to; expected its number, 2 or more'
    raise refuse(message, "Count the pages as they are printed, the first is 1.")


Text = Annotated[str, AfterValidator(check_text)]
Language = Annotated[str, AfterValidator(check_language)]
Email = Annotated[str, AfterValidator(check_email)]
Url = Annotated[str, AfterValidator(check_url)]
Web = Annotated[str, AfterValidator(check_web)]
IsoDate = Annotated[str, AfterValidator(check_date)]
PageSize = Annotated[str, AfterValidator(check_page)]
LayoutName = Annotated[str, AfterValidator(check_layout)]
Columns = Annotated[str, AfterValidator(check_columns)]
Span = Annotated[str, AfterValidator(check_span)]
PlaceName = Annotated[str, AfterValidator(check_place)]
Width = Annotated[str, AfterValidator(check_width)]
Name = Annotated[str, AfterValidator(check_name)]
Count = Annotated[str, AfterValidator(check_count)]
Hyphenated = Annotated[str, AfterValidator(check_hyphenated)]
After = Annotated[str, AfterValidator(check_after)]
Target = Annotated[str, AfterValidator(check_target)]
