"""The keys of ``printing:`` as a pydantic model, made of the ticket's table."""

from collections.abc import Callable
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, ConfigDict, Discriminator, Field, Tag, create_model
from pydantic_core import PydanticCustomError

from pamphleteer.issue.model import Inks
from pamphleteer.ticket import KEYS, BadValueError, Key
from pamphleteer.ticket.table import YesNo
from pamphleteer.ticket.values import Read, one_of

YES_NO = get_args(YesNo)

OF_INKS: dict[str, Any] = {
    "inks": (Inks, Field(default="colour", description="With what pages are printed.")),
    "crop_marks": (YesNo, Field(default="no", description="Marks at which a shop cuts pages.")),
}
"""Keys of what is printed, which the ticket does not have: it tells how sheets are folded."""


def _checked(read: Read) -> Callable[[str], str]:
    """A check of a text that stays as it is; a fault's code and hint go along."""

    def check(text: str) -> str:
        try:
            read(text)
        except BadValueError as fault:
            said = {"message": fault.message, "hint": fault.hint}
            raise PydanticCustomError(fault.code, "{message}", said) from fault
        return text

    return check


def _type_of(key: Key) -> Any:
    """The type of a key's value: a text that is checked, or of some keys also a list of them."""
    if key.kind == "written":
        return Annotated[str, AfterValidator(_checked(one_of(YES_NO)))]
    check = _checked(key.read)
    name = Annotated[str, AfterValidator(check)]
    if key.kind != "names":
        return name

    def check_together(names: list[str]) -> list[str]:
        check(", ".join(names))
        return names

    names = Annotated[list[name], AfterValidator(check_together)]
    return Annotated[
        Annotated[name, Tag("text")] | Annotated[names, Tag("list")],
        Discriminator(lambda value: "list" if isinstance(value, list) else "text"),
    ]


def _field_of(key: Key) -> Any:
    choices = YES_NO if key.kind == "written" else key.choices
    extra: dict[str, Any] | None = {"enum": list(choices)} if choices else None
    default = key.default_for_issue or None
    return _type_of(key), Field(default=default, description=key.help, json_schema_extra=extra)


PrintingKeys = create_model(
    "PrintingKeys",
    __config__=ConfigDict(extra="forbid", strict=True, frozen=True),
    __doc__="The printer, its paper, and how pages become a booklet.",
    **{key.name: _field_of(key) for key in KEYS},
    **OF_INKS,
)
