"""What a command line asks ``pamphleteer impose`` for: the ticket's keys as options."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from pamphleteer.problems import IssueError
from pamphleteer.ticket import OPTIONS, BadValueError, Key, Ticket, find_clashes
from pamphleteer.ticket.table import BY_NAME

if TYPE_CHECKING:
    from pamphleteer.impose import Wish
    from pamphleteer.imposition.placing import Setting
    from pamphleteer.imposition.printer import Printer

FILE = click.Path(path_type=Path, dir_okay=False)

NOTHING = {"", "."}
"""What is written for an option that is given nothing: a variable of the shell that is not set."""

Command = Callable[..., None]


class Value(click.ParamType[str]):
    """A value of the ticket, which stays as it is written."""

    name = "text"

    def __init__(self, key: Key) -> None:
        self.key = key

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check a value; without one there is nothing to check."""
        try:
            if value:
                self.key.read(value)
        except BadValueError as fault:
            raise click.BadParameter(str(fault), ctx, param, self.key.option) from None
        return str(value)


def with_options(command: Command) -> Command:
    """Give a command an option for each key of the ticket, in the ticket's order."""
    for key in reversed(OPTIONS):
        command = _option(key)(command)
    return command


def _option(key: Key) -> Callable[[Command], Command]:
    if key.kind == "yes-no":
        return click.option(key.option, key.name, is_flag=True, help=key.help)
    if key.kind in {"read", "written"}:
        return click.option(key.option, key.name, type=FILE, metavar=key.form, help=key.help)
    return click.option(
        key.option,
        key.name,
        type=Value(key),
        default=key.default,
        show_default=bool(key.default),
        metavar=key.form or f"[{'|'.join(key.choices)}]",
        help=key.help,
    )


def read_ticket(context: click.Context) -> Ticket:
    """The ticket of a command line's options; what does not go together is wrong usage."""
    texts = {key.name: _as_written(context.params[key.name]) for key in OPTIONS}
    given = {
        name: text
        for name, text in texts.items()
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    }
    for name, text in given.items():
        if text in NOTHING:
            option = BY_NAME[name].option
            raise click.BadParameter(
                "it has no value. Leave it out, or give one", param_hint=option
            )
    for clash in find_clashes(given, lambda name: BY_NAME[name].option):
        raise click.UsageError(f"{clash.message}. {clash.hint}")
    return Ticket(**texts)


def _as_written(value: object) -> Any:
    """An option's value as a manifest has it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def read_wish(ticket: Ticket) -> tuple[Setting, Wish]:
    """What is made besides the sheets, and the setting for the printer."""
    from pamphleteer.impose import Wish
    from pamphleteer.imposition.duplex import check_flip, flip_for
    from pamphleteer.imposition.settings import creeping_of, setting_of, stocks_of

    printer, setting = _printer(ticket.printer), setting_of(ticket)
    if printer:
        if problems := list(check_flip(ticket.flip, printer)):
            raise IssueError(problems)
        setting = replace(setting, flip=flip_for(printer, setting.flip))
    return setting, Wish(
        copies=int(ticket.copies),
        printer=printer,
        filler=_path(ticket.filler),
        creep=creeping_of(ticket),
        stocks=stocks_of(ticket),
        instructions=_path(ticket.instructions),
        preview=_path(ticket.preview),
    )


def _printer(name: str) -> Printer | None:
    if not name:
        return None
    from pamphleteer.desk.printers import read_printer  # what reads YAML takes 0.1 s to import

    return read_printer(name)


def _path(text: str) -> Path | None:
    return Path(text) if text else None
