"""The ticket as a table for readers of the README, in Markdown."""

from collections.abc import Iterator

from pamphleteer.ticket.table import KEYS
from pamphleteer.ticket.values import Key

HEAD = ("| key | value | if not given | what |", "|---|---|---|---|")
MOST_CHOICES = 5
"""So many values are listed; those of a longer list are told elsewhere."""


def reference_table() -> tuple[str, ...]:
    """The lines of a table of all keys, in their order."""
    return (*HEAD, *(f"| {' | '.join(_cells(key))} |" for key in KEYS))


def _cells(key: Key) -> Iterator[str]:
    yield f"`{key.name}`"
    yield _value(key)
    yield _default(key)
    yield f"{_escaped(key.help)}{_condition(key)}"


def _value(key: Key) -> str:
    if key.kind == "written":
        return f"a file; under `printing:` `yes`, and it is `NAME-{key.name}.pdf`"
    if key.choices and len(key.choices) <= MOST_CHOICES:
        return ", ".join(f"`{choice}`" for choice in key.choices)
    return f"`{_escaped(key.form)}`"


def _default(key: Key) -> str:
    shown = f"`{key.default}`" if key.default else ""
    return f"{shown}; of an issue `{key.for_issue}`" if key.for_issue else shown


def _condition(key: Key) -> str:
    """Beside what it means something."""
    parts = [
        "of a manifest alone" if key.manifest_only else "",
        f"for {', '.join(f'`{name}`' for name in key.schemes)}" if key.schemes else "",
        f"with {' or '.join(f'`{name}`' for name in key.beside)}" if key.beside else "",
    ]
    said = ", ".join(part for part in parts if part)
    return f" ({said})" if said else ""


def _escaped(text: str) -> str:
    return text.replace("|", r"\|").replace("*", r"\*")
