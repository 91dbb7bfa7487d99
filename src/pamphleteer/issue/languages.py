"""How each language quotes and spaces its punctuation.

Sources: Unicode CLDR ``delimiters``; for French the Imprimerie nationale's *Lexique des règles
typographiques* (a narrow space inside guillemets and before ``; ! ?``, a full one before ``:``).
"""

from dataclasses import dataclass

NARROW = "\u202f"
"""Narrow no-break space."""

NO_BREAK = "\u00a0"
"""No-break space, as wide as the other spaces of its line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """Quotes of the first and second order, and what stands before high punctuation."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    space_before: tuple[tuple[str, str], ...] = ()

    @property
    def is_spaced(self) -> bool:
        """Whether guillemets have spaces inside."""
        return self.closing.startswith(NARROW)


def _quotes(marks: str, space_before: tuple[tuple[str, str], ...] = ()) -> Convention:
    opening, closing, inner_opening, inner_closing = marks.split(" ")
    return Convention(
        opening=opening,
        closing=closing,
        inner_opening=inner_opening,
        inner_closing=inner_closing,
        space_before=space_before,
    )


ENGLISH = _quotes("“ ” ‘ ’")
LOW_HIGH = _quotes("„ “ ‚ ‘")
LOW_RIGHT = _quotes("„ ” ‚ ’")
GUILLEMETS = _quotes("« » “ ”")
SWISS = _quotes("« » ‹ ›")
RIGHT = _quotes("” ” ’ ’")
FRENCH_QUOTES = f"«{NARROW} {NARROW}» “ ”"
FRENCH = _quotes(FRENCH_QUOTES, ((";", NARROW), ("!", NARROW), ("?", NARROW), (":", NO_BREAK)))

CONVENTIONS = {
    "bg": LOW_HIGH,
    "ca": GUILLEMETS,
    "cs": LOW_HIGH,
    "da": _quotes("» « › ‹"),
    "de": LOW_HIGH,
    "de-ch": SWISS,
    "de-li": SWISS,
    "el": GUILLEMETS,
    "en": ENGLISH,
    "es": GUILLEMETS,
    "es-419": ENGLISH,
    "es-ar": ENGLISH,
    "es-cl": ENGLISH,
    "es-co": ENGLISH,
    "es-mx": ENGLISH,
    "es-pe": ENGLISH,
    "es-us": ENGLISH,
    "et": _quotes("„ “ « »"),
    "eu": GUILLEMETS,
    "fi": RIGHT,
    "fr": FRENCH,
    "fr-ca": _quotes(FRENCH_QUOTES, ((":", NO_BREAK),)),
    "fr-ch": _quotes(f"«{NARROW} {NARROW}» ‹ ›", FRENCH.space_before),
    "gl": GUILLEMETS,
    "hr": LOW_RIGHT,
    "hu": _quotes("„ ” » «"),
    "is": LOW_HIGH,
    "it": GUILLEMETS,
    "it-ch": SWISS,
    "lt": LOW_HIGH,
    "lv": _quotes("„ ” ‚ ’"),
    "nb": _quotes("« » ‘ ’"),
    "nl": ENGLISH,
    "nn": _quotes("« » ‘ ’"),
    "no": _quotes("« » ‘ ’"),
    "pl": _quotes("„ ” « »"),
    "pt": GUILLEMETS,
    "pt-br": ENGLISH,
    "ro": _quotes("„ ” « »"),
    "ru": _quotes("« » „ “"),
    "sk": LOW_HIGH,
    "sl": LOW_HIGH,
    "sr": LOW_RIGHT,
    "sv": RIGHT,
    "tr": ENGLISH,
    "uk": _quotes("« » „ “"),
}


def convention_for(language: str) -> Convention:
    """Find the convention of a BCP 47 language, by region or else by language; else English."""
    parts = language.lower().split("-")
    region = next((part for part in parts[1:] if len(part) == 2 or part.isdigit()), "")
    return CONVENTIONS.get(f"{parts[0]}-{region}") or CONVENTIONS.get(parts[0], ENGLISH)
