"""Words by chance, numbered so that each can be found again on the pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

Choice = TypeVar("Choice")

FIRST, LAST = 1000, 9999
"""The numbers of words: of four digits, which nothing else in an issue has."""

NUMBERED = 0.5
"""The part of words that bear a number; the others are such as the language has."""

VOCABULARIES: Mapping[str, str] = {
    "en": "paper street meeting rent boiler landlord neighbor printer evening staple window notice "
    "union letter garden council hallway candle ladder we the and to of in that it not all",
    "de": "Straße Miete Heizung Nachbarin Drucker Abend Fenster Größe Gewerkschaft Brief Flur "
    "Küche übermorgen wir der die und zu von in das nicht alle für müssen",
    "fr": "rue loyer chaudière voisine soirée fenêtre syndicat lettre jardin été escalier où nous "
    "le la et de en qui ne pas tous élève",
    "es": "calle reunión alquiler caldera vecina tarde ventana sindicato carta jardín pasillo año "
    "nosotros el la y de en que no todos después",
    "pl": "ulica czynsz sąsiadka drukarka wieczór okno związek gazeta ogród schody źródło my ten i "
    "do z w że nie wszyscy łóżko",
}

Strand = list[int]
"""Numbers of words that must follow one another in this order, each once."""


@dataclass(slots=True, kw_only=True)
class Pen:
    """Writes with one source of chance; keeps the numbers that it gave away.

    ``strands`` have the numbers that stand on the pages once, ``repeated`` those that may stand
    there more than once: in contents, quotes of the text, heads of tables; ``spare`` those of
    fillers, that stand there once at most; ``loose`` those of running heads.
    """

    chance: Random
    strands: list[Strand] = field(default_factory=list)
    repeated: Strand = field(default_factory=list)
    spare: Strand = field(default_factory=list)
    loose: Strand = field(default_factory=list)
    number: int = FIRST

    def strand(self) -> Strand:
        """Begin a new strand."""
        strand: Strand = []
        self.strands.append(strand)
        return strand

    def happens(self, part: float) -> bool:
        """Whether something happens that happens in such a part of cases."""
        return self.chance.random() < part

    def pick(self, weights: Mapping[Choice, float]) -> Choice:
        """One of several things, by their weights."""
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self.chance.randint(least, most)

    def words(self, count: int, voice: "Voice", strand: Strand) -> str:
        """So many words without marks between them."""
        return " ".join(self._word(voice, strand) for _ in range(count))

    def sentence(self, count: int, voice: "Voice", strand: Strand) -> str:
        """So many words with a capital letter, now and then a comma, and a full stop."""
        made = [self._word(voice, strand) for _ in range(count)]
        made = [f"{word}," if self.happens(0.08) else word for word in made[:-1]] + made[-1:]
        if count > 4 and self.happens(0.1):
            made[1], made[2] = f'"{made[1]}', f'{made[2]}"'
        text = " ".join(made)
        return f"{text[0].upper()}{text[1:]}{self.pick({'.': 8, '?': 1, '!': 1})}"

    def _word(self, voice: "Voice", strand: Strand) -> str:
        word = self.chance.choice(voice.vocabulary)
        if not self.happens(NUMBERED) or self.number > LAST:
            return word
        strand.append(self.number)
        self.number += 1
        return f"{word}{strand[-1]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A language, and the letters of its longest word: narrow columns have short words."""

    language: str = "en"
    longest: int = 12

    @property
    def vocabulary(self) -> Sequence[str]:
        """Its words."""
        words = VOCABULARIES[self.language.partition("-")[0]].split()
        return [word for word in words if len(word) <= self.longest]
