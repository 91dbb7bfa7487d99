"""The table: each field of a ticket is a key of ``printing:``, and most an option of ``impose``."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal, get_args

from pamphleteer.ticket.marks import MARKS, Name, read_marks
from pamphleteer.ticket.schemes import GRIDS, SCHEMES, what_was_meant
from pamphleteer.ticket.values import (
    Key,
    Kind,
    Read,
    as_written,
    check_folds,
    check_side,
    counted,
    measured,
    one_of,
    read_creep,
    read_grid,
    read_length,
    read_paper,
    read_scale,
    read_weight,
)

Flip = Literal["short-edge", "long-edge"]
AskedFlip = Literal["short-edge", "long-edge", "simplex", "manual"]
Edge = Literal["left", "right", "top"]
Pieces = Literal["piles", "sheets", "copies"]
WorkStyle = Literal["sheetwise", "work-and-turn", "work-and-tumble", "perfecting"]
Policy = Literal["end", "before-back", "inside-covers", "centre"]
"""Where blanks stand: at the end, before the last page, behind the first and before the last in
turn, or in the middle."""
CreepMode = Literal["inwards", "outwards", "scaling", "none"]
Inks = Literal["colour", "black", "spot", "riso"]
"""A press's four inks, black alone, inks of their own beside it, or a drum for each."""
YesNo = Literal["yes", "no"]

OWN = ("custom",)


def _key(  # the table below is read across: what it is, then how it is given
    default: str, says: str, read: Read = as_written, *, kind: Kind = "text", **more: Any
) -> Any:
    """A field with what is known of its key."""
    key = Key(default=default, help=says, read=read, kind=kind, **more)
    return field(default=default, metadata={"key": key})


def _choice(default: str, says: str, choices: tuple[str, ...], **more: Any) -> Any:
    """A field that is one of some values."""
    return _key(default, says, one_of(choices), kind="choice", choices=choices, **more)


def _flag(says: str, **more: Any) -> Any:
    """A field that is yes or no."""
    choices = get_args(YesNo)
    read = one_of(choices, lambda text: _YES_NO.get(text.lower(), ""))
    return _key("no", says, read, kind="yes-no", choices=choices, **more)


_YES_NO = {
    **dict.fromkeys(("true", "on", "y", "1"), 'Did you mean "yes"?'),
    **dict.fromkeys(("false", "off", "n", "0"), 'Did you mean "no"?'),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """What is asked for, each value as written; `imposition.orders` makes a job of it.

    The fields' order is that of the command's help. A file that is written is ``no`` or empty where
    it is not wanted; a build writes it under its own name, and its value then is ``yes``.
    """

    scheme: str = _key(
        "saddle-stitch",
        "How sheets are folded and bound.",
        one_of(SCHEMES, what_was_meant),
        kind="choice",
        form="NAME",
        choices=tuple(SCHEMES),
    )
    paper: str = _key("letter", "A name (a4, sra3, tabloid …) or 12x18in.", read_paper, form="SIZE")
    flip: AskedFlip = _choice(
        "short-edge",
        "The edge over which the printer turns sheets; simplex: it prints one side only; manual: "
        "you turn them, as the printer's profile says.",
        get_args(AskedFlip),
    )
    binding: Edge = _choice("left", "Where the spine is.", get_args(Edge))
    head_to_toe: YesNo = _flag("Backs of leaves stand on their heads.")
    cover: YesNo = _flag("Write the outermost sheet as a file of its own, for heavier paper.")
    cover_weight: str = _key(
        "", "Weight of the cover's paper.", read_weight, form="G/M²", beside=("cover",)
    )
    signature: str = _key(
        "4", "Sheets in each signature.", counted(), form="NUMBER", schemes=("perfect-bound",)
    )
    grid: str = _key(
        "",
        "Pages to a side of the sheet, across and down.",
        read_grid,
        form="COLUMNSxROWS",
        schemes=tuple(GRIDS),
    )
    gathered: YesNo = _flag(
        "Sections stand one behind the other, not in one another.",
        schemes=("folded-section", "custom"),
    )
    foot_fold: YesNo = _flag(
        "Let feet, not heads, meet at the level fold.", schemes=("folded-section", "custom")
    )
    order: Pieces = _choice(
        "piles",
        "What becomes of the pieces: copies are books of their own.",
        get_args(Pieces),
        schemes=("perfect-bound", "cut-and-stack", "cards", "calendar", "cut-stack-fold"),
    )
    style: WorkStyle = _choice("sheetwise", "How a press prints both sides.", get_args(WorkStyle))
    blanks: Policy = _choice(
        "end", "Where blank pages stand.", get_args(Policy), for_issue="before-back"
    )
    filler: str = _key(
        "", "A file whose pages stand in blank places.", kind="read", form="FILE.pdf"
    )
    gutter: str = _key(
        "0mm",
        "What is left between pieces that are cut.",
        read_length,
        form="LENGTH",
    )
    milling: str = _key(
        "0mm",
        "What is milled off a glued spine: pages keep away from it.",
        read_length,
        form="LENGTH",
        schemes=("perfect-bound", "folded-section", "custom"),
    )
    gripper: str = _key(
        "0mm",
        "The edge by which a press holds the sheet: at the foot of fronts.",
        read_length,
        form="LENGTH",
    )
    margin: str = _key(
        "0mm",
        "What stays free of pages at the edges of the sheet, as for wire or a printer.",
        read_length,
        form="LENGTH",
    )
    scale: str = _key(
        "1", "How large pages are: 1 is actual size.", read_scale, form="NUMBER | fit"
    )
    front: str = _key(
        "",
        'Your own grid, for example "5* 4* / 8 1".',
        check_side,
        form="PAGES",
        schemes=("custom",),
    )
    back: str = _key(
        "", "The back of your own grid.", check_side, form="PAGES", schemes=("custom",)
    )
    folds: str = _key(
        "", 'Its folds: "top under, left under".', check_folds, form="FOLDS", schemes=("custom",)
    )
    printer: str = _key(
        "", "A printer of which you have a profile: see pamphleteer printer.", form="NAME"
    )
    copies: str = _key(
        "1", "How many are made, for the paper that is needed.", counted(), form="NUMBER"
    )
    weight: str = _key("", "Of the paper: pages are moved for creep.", read_weight, form="G/M²")
    bulk: str = _key(
        "1.25",
        "How thick paper of a weight is.",
        measured(0.5, 3, "cm³/g", "cm3/g"),
        form="CM³/G",
        beside=("weight", "creep"),
    )
    caliper: str = _key(
        "", "The paper's thickness, if it is known.", measured(0.02, 1, "mm"), form="MM"
    )
    fold_factor: str = _key(
        "1",
        "1 for a sharp crease, 1.57 for a round fold.",
        measured(1, 1.571),
        form="NUMBER",
        beside=("weight", "caliper", "creep"),
    )
    creep: str = _key(
        "inwards",
        f"For which paper pages are moved, by weight (80gsm) or thickness (0.1mm), and how: "
        f"{', '.join(get_args(CreepMode))}.",
        read_creep,
        form="PAPER WAY",
    )
    marks: str = _key(
        "none",
        f"A set ({', '.join(MARKS)}), or some of {', '.join(get_args(Name))}.",
        read_marks,
        kind="names",
        form="NAMES",
    )
    slug: str = _key(
        "", "A text beside the sheet; else the title and the date.", form="TEXT", beside=("marks",)
    )
    links: YesNo = _flag("Keep links, for sheets that are read on a screen.")
    instructions: str = _key(
        "",
        "Also write an illustrated page: how to print and fold.",
        kind="written",
        form="FILE.pdf",
    )
    preview: str = _key(
        "",
        "Also write what the reader sees, opening by opening.",
        kind="written",
        form="FILE.pdf",
    )
    inks: Inks = _choice(
        "colour", "In which inks pages are printed.", get_args(Inks), manifest_only=True
    )
    crop_marks: YesNo = _flag(
        "Draw crop marks around the pages for a print shop.", manifest_only=True
    )

    @classmethod
    def of_issue(cls, given: Mapping[str, str]) -> "Ticket":
        """The ticket of an issue, whose manifests give some values, each of them checked."""
        return cls(**{key.name: given.get(key.name, key.default_for_issue) for key in KEYS})  # type: ignore[arg-type]  # checked texts


KEYS: tuple[Key, ...] = tuple(
    replace(each.metadata["key"], name=each.name) for each in fields(Ticket)
)
"""All keys, in their order."""

OPTIONS: tuple[Key, ...] = tuple(key for key in KEYS if not key.manifest_only)
"""Those that ``pamphleteer impose`` knows, too."""

BY_NAME: Mapping[str, Key] = {key.name: key for key in KEYS}
