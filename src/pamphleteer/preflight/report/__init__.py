"""The report of a preflight: one page of HTML that has everything in it, for a browser or paper.

    Preflight with shots ─values─▶ leaves: cards of pages, kinds of findings ─page.html.j2─▶ HTML

`circles` says where on a page a finding is circled and where its number stands; `values` arranges
what the template shows. The page runs no script, fetches nothing and is told so by a policy; all
text from the PDF is escaped. The same findings give the same bytes.
"""

import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from pamphleteer.preflight.model import Preflight
from pamphleteer.preflight.report.values import (
    BOXES,
    SAFE,
    data_uri,
    make_leaf,
    number,
)
from pamphleteer.preflight.shots import MOST_PICTURES, MOST_SHOWN
from pamphleteer.preflight.view import millimetres, points, several
from pamphleteer.reading.soundness import list_pages

FOLDER = Path(__file__).parent

UNFIT_FOR_HTML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that an HTML file may not have (HTML Standard, 13.2.3.5)."""


def render_report(files: Sequence[Preflight], *, strict: bool = False) -> bytes:
    """Write what was found in one or more files as an HTML page, in UTF-8.

    Args:
        files: With their shots, if pictures are to be shown.
        strict: Whether warnings make a file unfit.
    """
    styles = (FOLDER / "report.css").read_text(encoding="utf-8")
    html = _template().render(
        leaves=[make_leaf(each, index, strict=strict) for index, each in enumerate(files)],
        styles=Markup(styles),  # noqa: S704  # our own file
        styles_hash=b64encode(sha256(styles.encode()).digest()).decode(),
        boxes=[(kind, label) for kind, _, label in BOXES] + [SAFE],
        most_shown=MOST_SHOWN,
        most_pictures=MOST_PICTURES,
    )
    return UNFIT_FOR_HTML.sub("\N{REPLACEMENT CHARACTER}", html.lstrip()).encode()


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    filters = (data_uri, number, millimetres, points, several, list_pages)
    environment.filters.update({each.__name__: each for each in filters})
    return environment.from_string((FOLDER / "page.html.j2").read_text(encoding="utf-8"))
