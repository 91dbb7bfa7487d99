"""The words by which newsletters name their standing parts, in seven languages.

Tables, so that a language or a network is a line here and nowhere else.
"""

import re

from pamphleteer.importing.words import plain

ABOUT_HEADS = frozenset(
    (
        *("who we are", "who are we", "about us", "about", "about the group", "our group"),
        *("qui sommes-nous", "qui sommes nous", "à propos", "à propos de nous"),
        *("wer wir sind", "wer sind wir", "über uns"),
        *("quiénes somos", "quienes somos", "sobre nosotros", "acerca de nosotros"),
        *("chi siamo", "quem somos", "quem somos nós", "sobre nós"),
        *("wie wij zijn", "wie zijn wij", "over ons"),
    )
)

CONTACT_HEAD = re.compile(
    r"\b(contacts?|get in touch|reach us|write to us|imprint|colophon"
    r"|contactez-nous|nous écrire|ours|kontakte?|impressum|contactos?|contáctanos|contatt[io]"
    r"|contatos?|contacteer ons|colofon)\b",
    re.IGNORECASE,
)

FIELD_LABELS = {
    "email": r"e-?mails?|electronic mail|mail|courriel|mél|correo( electrónico)?"
    r"|posta elettronica",
    "web": r"web|web ?sites?|web ?page|home ?page|site|site web|sitio web|página web"
    r"|sito|sito web|internet",
    "phone": r"phone|telephone|tel|call|mobile|téléphone|tél|telefon|teléfono|telefono|telefone",
    "post": r"post|postal address|address|mail to|write to|adresse|anschrift|dirección|indirizzo"
    r"|endereço",
}

LABELLED_FIELDS = tuple(
    (re.compile(pattern, re.IGNORECASE), field) for field, pattern in FIELD_LABELS.items()
)

NETWORKS = {
    "instagram": "https://www.instagram.com/{}",
    "twitter": "https://twitter.com/{}",
    "x": "https://x.com/{}",
    "facebook": "https://www.facebook.com/{}",
    "tiktok": "https://www.tiktok.com/@{}",
    "youtube": "https://www.youtube.com/@{}",
    "telegram": "https://t.me/{}",
    "threads": "https://www.threads.net/@{}",
    "bluesky": "https://bsky.app/profile/{}",
}
"""Where a network keeps an account that is only named (``Instagram: @group``)."""

MONTH_OR_SEASON = re.compile(
    r"jan|ene|gen|feb|fév|fev|mar|mär|mrt|maart|apr|abr|avr|may$|mai$|mag|mei$|mayo$|maio$|jun|jui|giu"
    r"|jul|lug|aug|ago|aoû|sep|set|oct|okt|ott|out|nov|dec|déc|dez|dic"
    r"|winter|spring$|summer|autumn|fall$|hiver|printemps|été|automne|frühling|sommer|herbst"
    r"|invierno|primavera|verano|otoño|inverno|estate|autunno|verão|outono|lente|zomer|herfst",
    re.IGNORECASE,
)
DATE_LINKS = frozenset({"of", "de", "du", "del", "and", "und", "et", "y", "e", "en", "to", "bis"})

VOLUME = r"volume|vol|jahrgang|jg|band|tome|tomo|année|anno|año|ano|jaargang"
NUMBER = (
    r"(?:issue|number|no\.?|nr\.?)\s*#|numbers?|no|nr|nº|n°|№|num|numéro|número|numero|issue"
    r"|ausgabe|heft|nummer|edition|#"
)
PUBLISHED_BY = re.compile(
    r"(?P<spoken>published by|publishers?:|herausgegeben von|herausgeber:|publié par"
    r"|édité par|publicado por|pubblicato da|edito da|uitgegeven door|uitgave van)"
    r"\s+(?P<name>.+?)\.?",
    re.IGNORECASE,
)
BYLINE_WORDS = r"by|von|par|por|di|door"
NAME_LINKS = frozenset(
    (
        *("and", "und", "et", "y", "e", "en", "&"),
        *("de", "du", "da", "di", "van", "von", "der", "den", "la", "le", "del"),
    )
)
"""Small words inside a name or between two."""

STOP_WORDS = {
    "en": "the of and to in is that it for with are was on as this by be",
    "fr": "le la les des et est que dans pour une du en qui sur pas au par",
    "de": "der die das und ist nicht den von zu mit ein eine sich auf für dem des",
    "es": "el la los las y que de en un una por con para del se es no",
    "it": "il di che la e un una per non è con del della sono gli le si",
    "pt": "o a os as que e do da em um uma para não com por dos das",
    "nl": "de het een en van is dat niet te zijn op voor met die in we",
}
"""A language's commonest words, to guess the language from."""

CONJUNCTIONS = {
    "en": "and or to",
    "fr": "et ou",
    "de": "und oder bis",
    "es": "y e o u",
    "it": "e o",
    "pt": "e ou",
    "nl": "en of",
}
"""Words after which the other half of "pre- and post-war" comes."""

DANGLING = {
    "en": "the a an of and or their our its your my into",
    "fr": "le la les de du des un une et ou à au aux dans",
    "de": "der das dem den des ein eine einen einem einer und oder von für im am zum zur beim",
    "es": "el la los las de del al un una y o con por para",
    "it": "il la lo le gli di del della dei delle un una nel nella e o con per",
    "pt": "o a os as de do da dos das em um uma e ou com por para",
    "nl": "de het een van en of voor",
}
"""Words with which no sentence ends: articles, conjunctions, prepositions that go before."""


def is_about_head(text: str) -> bool:
    """Whether a head names the standing text about the group."""
    return plain(text).casefold().strip(" ?.:!¿") in ABOUT_HEADS


def names_contact(text: str) -> bool:
    """Whether a head of at most six words speaks of contact."""
    printed = plain(text)
    return len(printed.split()) <= 6 and bool(CONTACT_HEAD.search(printed))


def field_of_label(label: str) -> str | None:
    """The contact field that a label such as ``E-mail`` names, if it is a known one."""
    bare_label = label.strip().rstrip(".")
    for pattern, field in LABELLED_FIELDS:
        if pattern.fullmatch(bare_label):
            return field
    return None
