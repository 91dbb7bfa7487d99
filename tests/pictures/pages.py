"""The pages that are drawn: for each feature a small issue, and one of its pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.pictures.matter import Files, issue, story, text

NONE: Mapping[str, str] = {}
WIDE, SQUARE = "A wide drawing", "A square drawing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An issue's files, and which of its pages is drawn; -1 is the last one."""

    files: Files
    page: int = 1


def one(body: str, *head: str, page: int = 1) -> Reference:
    """An issue of one article."""
    return Reference(files=issue(["a.md"], {"a.md": story(body, *head)}), page=page)


def several(
    order: list[str], more: Mapping[str, str] = NONE, *, page: int = 1, shared: str = ""
) -> Reference:
    """An issue of a running order; ``a.md`` is long, ``b.md`` to ``d.md`` are short."""
    files: dict[str, str | bytes] = {
        "a.md": story(text(60), headline="A winter without heat"),
        "b.md": story(text(10, seed=1), headline="Who has the key"),
        "c.md": story(text(9, seed=2), headline="Soup on Friday"),
        "d.md": story(text(8, seed=3), headline="Keep receipts"),
        "poster.md": "---\nheadline: Strike supper\nkicker: Friday\n---\n\nSoup at six.\n",
        "small.md": "---\nheadline: Wanted\n---\n\nA ladder, and a spare key.\n",
        **more,
    }
    return Reference(files=issue(order, files, shared), page=page)


def figure(attributes: str, name: str = "wide", *, page: int = 1) -> Reference:
    """An article with a figure in its middle."""
    mark = f'![{WIDE}]({name}.png "What one sees here."){{credit="N. N." {attributes}}}'
    return one(f"{text(10)}\n\n{mark}\n\n{text(34, seed=1)}", page=page)


QUOTE = "::: pull-quote{}\nNobody has thanked us, and nobody needs to.\n:::\n\n"
SIDEBAR = '::: sidebar {{title="What to keep" {}}}\n{}\n:::\n\n'
GROUP = f"""::: figures {{columns=2 caption="Before, and after." span=2 place=top}}
![{SQUARE}](square.png)
![{SQUARE}](square.png)
:::

"""
NARROW_TABLE = "| Week | Degrees |\n|---|--:|\n" + "".join(
    f"| {week} | {week * 3 % 17 + 4} |\n" for week in range(1, 8)
)
WIDE_TABLE = "| Floor | Said | Did | Paid |\n|---|---|---|--:|\n" + "".join(
    f"| {floor} | that a part was on order | nothing until Friday | {floor * 40} |\n"
    for floor in range(1, 6)
)
VERSE = """::: verse
The pipes were cold, the stairs were long,
   the letters went unread,
and so we sang the landlord's song, and longer than the line allows, until it turned,
   and banged the pipes instead.

The van has come, the pump is in,
   the kettle sings upstairs.
:::
"""
LETTER = "::: letter\n{}\n\n-- {}\n:::\n\n"
LETTERS = "".join(
    LETTER.format(text(3, seed=at), name)
    for at, name in enumerate(("Ana, second floor", "The cellar", "N. N."))
)
INTERVIEW = """::: interview
**Ana:** Who has the key?

**Caretaker:** Nobody has the key. There was one, and it hung on a nail until October.

**Ana:** And the nail?

**Caretaker:** The nail is still there. We can start with the nail.
:::
"""
NOTED = (
    "Forty letters were written.[^1] One was answered.[^2]\n\n"
    "[^1]: All of them are in a box on the third floor.\n\n"
    "[^2]: It said that a part was on order, and gave no date.\n\n"
)
LISTS = (
    "Keep these:\n\n- letters;\n- receipts, sorted by month and by floor;\n- a spare key.\n\n"
    "In this order:\n\n1. Ask.\n2. Write.\n3. Stop paying.\n\n"
    "> A part can be on order for eleven weeks.\n\n"
    "```\nkey   1\nnail  1\n```\n\n"
)
SHARED_ABOUT = "about: about.md\ncolophon: colophon.md\n"
ABOUT: dict[str, str] = {
    "../about.md": story(text(8, seed=5), headline="Who we are"),
    "../colophon.md": story(
        "Set in Linux Libertine. Printed in the cellar on a borrowed machine, and folded by hand "
        "on a Friday by seven of us, with soup. Two staples each.",
        headline="Colophon",
    ),
}
EARS = "ears: {left: Free of charge, right: Take one and pass it on}\n"
COVER = (
    "{cover: tall.png, alt: A drawing, headline: Whose street?, "
    "standfirst: A report from the block, credit: N. N.}"
)
ADDRESS = "address: |\n      Elm Street Tenants\n      12 Elm Street\n      Springfield"

FIGURES: dict[str, Reference] = {
    "figure-in-column": figure("place=here"),
    "figure-across-top": figure("span=2 place=top"),
    "figure-across-foot": figure("span=2 place=foot"),
    "figure-column-foot": figure("place=column-foot", "square"),
    "figure-bleed-top": figure("span=bleed place=top", page=2),
    "figure-bleed-foot": figure("span=bleed place=foot"),
    "figure-narrow": figure("width=30mm", "tall"),
    "figure-group": one(f"{text(6)}\n\n{GROUP}{text(20, seed=1)}"),
}

MATTER: dict[str, Reference] = {
    "pull-quote": one(f"{text(12)}\n\n{QUOTE.format('')}{text(14, seed=1)}"),
    "pull-quote-across": one(f"{text(12)}\n\n{QUOTE.format(' {span=2}')}{text(14, seed=1)}"),
    "sidebar-column": one(f"{text(8)}\n\n{SIDEBAR.format('', text(4, seed=7))}{text(20, seed=1)}"),
    "sidebar-across": one(
        f"{text(8)}\n\n{SIDEBAR.format('span=2 columns=2 place=foot', text(8, seed=7))}"
        f"{text(24, seed=1)}"
    ),
    "verse": several(["v.md"], {"v.md": story(VERSE)}),
    "letters": one(LETTERS),
    "interview": one(INTERVIEW),
    "table-in-column": one(f"{text(8)}\n\n{NARROW_TABLE}\n{text(14, seed=1)}"),
    "table-across": one(f"{text(8)}\n\n{WIDE_TABLE}{{span=2}}\n\n{text(14, seed=1)}"),
    "footnotes": one(f"{NOTED}{text(24, seed=1)}"),
    "lists-quotes-code": one(f"{LISTS}{text(8, seed=1)}"),
    "crossheads": one("\n\n".join(f"## On floor {at}\n\n{text(6, seed=at)}" for at in range(1, 6))),
    "drop-cap-and-end-mark": Reference(
        files=issue(["a.md"], {"a.md": story(text(24)).replace("drop_cap: no\n", "")})
    ),
}

MAKEUP: dict[str, Reference] = {
    "run-on": several(["b.md", "c.md"]),
    "side-by-side": several(["b.md", "c.md", "{article: d.md, start: beside}"]),
    "new-column": several(["b.md", "{article: d.md, start: new-column}"]),
    **{
        f"columns-{count}": several([f"{{article: b.md, columns: {count}}}"]) for count in (1, 3, 4)
    },
    "columns-5": several(["{article: a.md, columns: 5}"]),
    "jump-front": several(
        [
            "{article: b.md, jump: {after: 8 lines, to: 2}}",
            "{article: c.md, jump: {after: 8 lines, to: 3}}",
            "a.md",
        ]
    ),
    "jump-foot": several(
        ["{article: b.md, jump: {after: 8 lines, to: 2}}", "e.md"],
        {"e.md": story(text(110, seed=9), headline="A long winter")},
        page=2,
    ),
    "jump-below-an-end": several(
        ["{article: b.md, jump: {after: 8 lines, to: 2}}", "e.md"],
        {"e.md": story(text(40, seed=9), headline="A short winter")},
        page=2,
    ),
    "banner-in-column": several(["a.md", "{banner: Bring a ladder, columns: 1}"], page=2),
    "banner": several(["b.md", "banner: Bring a ladder", "c.md"]),
}

FURNITURE: dict[str, Reference] = {
    "contents": several(["contents", "b.md", "c.md", "d.md"]),
    "ears": several(["b.md"], shared=EARS),
    "notices": several(
        ["{notice: small.md, size: 1/4}", "{notice: tall.png, size: 1/4, alt: A drawing}", "a.md"]
    ),
    "notice-half": several(["{notice: poster.md, size: 1/2}", "a.md"]),
    "fillers": several(
        ["b.md", "{article: a.md, start: new-page}"],
        shared="fillers: [{notice: winter/poster.md, size: 1/3}, {banner: Keep receipts}]\n",
    ),
    "back-page": several(
        ["b.md", "banner: Bring a ladder", "box: about", "colophon", "contact"],
        ABOUT,
        page=-1,
        shared=SHARED_ABOUT,
    ),
    "cover": several([COVER, "b.md"]),
    "address-panel": several(["b.md", "contact", ADDRESS], page=-1),
}

REFERENCES: Mapping[str, Reference] = {**FIGURES, **MATTER, **MAKEUP, **FURNITURE}
