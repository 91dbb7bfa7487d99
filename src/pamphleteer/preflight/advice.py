"""What findings mean and what to do about them, by code: for people who are no printers."""

from pamphleteer.preflight.advice_on_inks import ON_INKS
from pamphleteer.preflight.advice_on_pages import ON_PAGES

ADVICE = {**ON_PAGES, **ON_INKS}
"""All codes."""
