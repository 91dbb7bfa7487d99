"""The one door to WeasyPrint: what must be set before it is imported, and what it says.

Importing WeasyPrint loads a fontconfig configuration, searches the machine for libraries, and makes
Pillow accept cut-off pictures; it writes what it dislikes to a log and goes on. Here fontconfig is
pointed at our fonts first, what is not needed is left out (`lean_import`), Pillow's setting is put
back, paragraphs are set here (`paragraph`), one fault of what WeasyPrint still sets is mended
(`full_lines`) and one of how its PDFs are written (`stream_ends`), hidden text is written
(`unseen`), tags tell their language (`languages`), and the log becomes problems. What only saves
time can be switched off (`levers`).
"""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from PIL import ImageFile

from pamphleteer.levers import is_on
from pamphleteer.problems import IssueError, error
from pamphleteer.resources import resource_folder
from pamphleteer.typeset.fontconfig import see_only_fonts_in
from pamphleteer.typeset.lean_import import font_tools_when_called, libraries_by_name

see_only_fonts_in([resource_folder("fonts")])

# Only now, or it would look through the machine's fonts:
with ExitStack() as lean:
    if is_on("libraries"):
        lean.enter_context(libraries_by_name())
    if is_on("fonttools"):
        lean.enter_context(font_tools_when_called())
    import weasyprint
from weasyprint.text.ffi import ffi  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402
from weasyprint.urls import FatalURLFetchingError  # noqa: E402

from pamphleteer.typeset.c_types import declare_what_is_named  # noqa: E402
from pamphleteer.typeset.full_lines import mend_full_lines  # noqa: E402
from pamphleteer.typeset.languages import tell_languages  # noqa: E402
from pamphleteer.typeset.paragraph.composing import compose_paragraphs  # noqa: E402
from pamphleteer.typeset.patterns import parse_patterns_when_asked  # noqa: E402
from pamphleteer.typeset.stream_ends import end_streams_clearly  # noqa: E402
from pamphleteer.typeset.unseen import write_unseen_text  # noqa: E402

ImageFile.LOAD_TRUNCATED_IMAGES = False
if is_on("c-types"):
    declare_what_is_named(ffi)
if is_on("patterns"):
    parse_patterns_when_asked()
mend_full_lines()
write_unseen_text()
tell_languages()
end_streams_clearly()
compose_paragraphs()

__all__ = ["FontConfiguration", "listening", "weasyprint"]


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def listening(doing: str) -> Iterator[None]:
    """Turn whatever WeasyPrint logs at warning or above into errors; ``doing`` names the work.

    Raises:
        IssueError: ``typesetting``, one problem for each different message.
    """
    listener = _Listener()
    logger = weasyprint.LOGGER
    before, logger.handlers = logger.handlers, [listener]
    propagates, logger.propagate = logger.propagate, False
    try:
        yield
    except FatalURLFetchingError as refusal:
        listener.heard.append(str(refusal))
    finally:
        logger.handlers, logger.propagate = before, propagates
    if listener.heard:
        messages = dict.fromkeys(listener.heard)
        raise IssueError(error("typesetting", f"{doing}: {message}") for message in messages)


def pango_version() -> tuple[int, int, int]:
    """The version of Pango that sets the type."""
    from weasyprint.text.ffi import pango

    number = pango.pango_version()
    return number // 10000, number // 100 % 100, number % 100
