"""Fills a layout's templates. A name that a template does not find is an error, not nothing.

A variant of a layout lies in its folder, and has the layout's templates beside its own.
"""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from pamphleteer.problems import IssueError, SourcePos, error


@cache
def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader([folder, folder.parent]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def fill(folder: Path, name: str, **values: Any) -> str:
    """Fill the template ``name`` of a layout's folder.

    Raises:
        IssueError: ``bad-template``, with the template's line where Jinja tells it.
    """
    try:
        return _environment(folder).get_template(name).render(**values)
    except TemplateError as fault:
        pos = SourcePos(path=f"{folder.name}/{name}", line=getattr(fault, "lineno", 0) or 0)
        raise IssueError([error("bad-template", f"{fault}", pos=pos)]) from fault
