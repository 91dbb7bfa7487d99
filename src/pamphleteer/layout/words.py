"""Fixed words that pages print of themselves, by language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedWords:
    """The words of one language: ``volume`` and ``number`` stand before what they count.

    ``{page}`` stands for the number of a page. ``contents`` is the heading of the list of contents,
    ``stamp`` stands where a stamp is put.
    """

    volume: str
    number: str
    email: str
    web: str
    phone: str
    post: str
    qr: str
    continued: str
    from_page: str
    contents: str
    stamp: str


WORDS = {
    "en": FixedWords(
        volume="Volume", number="Number", email="E-mail", web="Web", phone="Phone", post="Post",
        qr="QR code that opens",
        continued="Continued on page {page}", from_page="From page {page}",
        contents="In this issue", stamp="Place stamp here",
    ),
    "de": FixedWords(
        volume="Jahrgang", number="Nummer", email="E-Mail", web="Web", phone="Telefon",
        post="Post", qr="QR-Code, er öffnet",
        continued="Fortsetzung auf Seite {page}", from_page="Fortsetzung von Seite {page}",
        contents="In dieser Ausgabe", stamp="Bitte freimachen",
    ),
    "fr": FixedWords(
        volume="Volume", number="Numéro", email="Courriel", web="Site", phone="Téléphone",
        post="Adresse", qr="Code QR qui ouvre",
        continued="Suite page {page}", from_page="Suite de la page {page}",
        contents="Dans ce numéro", stamp="Affranchir ici",
    ),
    "es": FixedWords(
        volume="Volumen", number="Número", email="Correo", web="Web", phone="Teléfono",
        post="Dirección", qr="Código QR que abre",
        continued="Continúa en la página {page}", from_page="Viene de la página {page}",
        contents="En este número", stamp="Franquear aquí",
    ),
    "it": FixedWords(
        volume="Volume", number="Numero", email="E-mail", web="Web", phone="Telefono",
        post="Posta", qr="Codice QR che apre",
        continued="Continua a pagina {page}", from_page="Segue da pagina {page}",
        contents="In questo numero", stamp="Affrancare qui",
    ),
    "pt": FixedWords(
        volume="Volume", number="Número", email="E-mail", web="Web", phone="Telefone",
        post="Correio", qr="Código QR que abre",
        continued="Continua na página {page}", from_page="Continuação da página {page}",
        contents="Nesta edição", stamp="Cole o selo aqui",
    ),
}  # fmt: skip


def fixed_words(language: str) -> FixedWords:
    """The words of a BCP 47 language; English where we have none of its own."""
    return WORDS.get(language.lower().split("-")[0], WORDS["en"])
