"""Settings: what a ticket says of paper and printer, of marks, and of creep."""

from typing import cast

from pamphleteer.imposition.creep import ROUND_FOLD, Mode, Stock
from pamphleteer.imposition.creeping import Creeping
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.steps import Stocks
from pamphleteer.ticket.marks import read_marks
from pamphleteer.ticket.table import Ticket
from pamphleteer.ticket.values import (
    read_creep,
    read_length,
    read_number,
    read_paper,
    read_scale,
    read_weight,
)


def setting_of(ticket: Ticket) -> Setting:
    """The paper, the printer's flip, what is left between pages, the scale and the marks."""
    return Setting(
        paper=read_paper(ticket.paper),
        flip="long-edge" if ticket.flip == "long-edge" else "short-edge",
        gutter=read_length(ticket.gutter),
        milling=read_length(ticket.milling),
        gripper=read_length(ticket.gripper),
        margin=read_length(ticket.margin),
        scale=read_scale(ticket.scale),
        links=ticket.links == "yes",
        marks=read_marks(ticket.marks),
        slug=ticket.slug,
    )


def creeping_of(ticket: Ticket) -> Creeping | None:
    """The paper and what is done about creep, if its weight or thickness is given."""
    asked, stock = read_creep(ticket.creep), _stock(ticket)
    if stock is None or asked.way == "none":
        return None
    cover = None
    if ticket.cover_weight:
        cover = Stock.of_weight(
            grammage=read_weight(ticket.cover_weight), bulk=read_number(ticket.bulk)
        )
    kappa = min(ROUND_FOLD, read_number(ticket.fold_factor))
    return Creeping(stock=stock, cover=cover, kappa=kappa, mode=cast(Mode, asked.way))


def _stock(ticket: Ticket) -> Stock | None:
    asked = read_creep(ticket.creep)
    caliper = asked.caliper or (read_number(ticket.caliper) if ticket.caliper else None)
    weight = asked.weight or (read_weight(ticket.weight) if ticket.weight else None)
    if caliper and not asked.weight:
        return Stock(caliper_mm=caliper)
    return Stock.of_weight(grammage=weight, bulk=read_number(ticket.bulk)) if weight else None


def stocks_of(ticket: Ticket) -> Stocks:
    """How heavy the papers are."""
    sheets, cover = (
        read_weight(text) if text else None for text in (ticket.weight, ticket.cover_weight)
    )
    return Stocks(sheets=sheets or read_creep(ticket.creep).weight, cover=cover)
