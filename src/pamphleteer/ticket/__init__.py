"""The job ticket: all that can be asked of a booklet, in one table.

Printers write on a ticket what is wanted of a job, and it goes with the job through the shop. Ours
is filled in twice: by an editor, under ``printing:`` in a manifest, and by whoever types options of
``pamphleteer impose``. `table` has the names, allowed values, defaults and help; `values` reads a
single value, `marks` knows the sets of printers' marks, and `clashes` what does not go together.
All speak the same words to both.

Values stay as written, each checked by itself. What comes of them is `imposition.orders`' matter,
and what cannot be done with so many pages is told there. Not done here: no file is opened.
"""

from pamphleteer.ticket.clashes import Clash, find_clashes
from pamphleteer.ticket.table import KEYS, OPTIONS, Ticket
from pamphleteer.ticket.values import BadValueError, Key

__all__ = ["KEYS", "OPTIONS", "BadValueError", "Clash", "Key", "Ticket", "find_clashes"]
