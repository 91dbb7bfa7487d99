"""Inks: the colours of a layout, by name, and what each becomes in each kind of output.

Style sheets and templates know inks by name alone. What is put in for a name is a colour that
stands for the ink and is never printed; when pages are drawn, each output puts its own paint in its
place. So one layout gives PDFs for the screen and for a press, in black alone, and for each drum.

A layout may give an ink its colour on the screen and nothing else. The rest is then derived:

- for a press, a grey is black alone, solid from `NEARLY_BLACK` on; of any other colour, what is
  grey in it is printed in black and the rest in two inks at most, so that no dirt of a third is in
  it (full grey component replacement: K = 1 - max(R, G, B), C = (1 - R - K) / (1 - K), and so on);
- in black alone, an ink in which text can be read is solid, since a screened letter is ragged: one
  that has a contrast of 4.5 to 1 with white paper (WCAG 2.2, 1.4.3). A lighter one is a grey as
  light as it is.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

NEARLY_BLACK = 0.85
"""From so much black on, a derived grey is solid."""

READABLE = 4.5

DRUM_GROUND = 0.95
"""Of a drum's ink on a large area: more sticks to the drum and shows the rollers' traces."""

BLACK_PLATE = "Black"


@dataclass(frozen=True, slots=True)
class Rgb:
    """A colour of a screen: parts of sRGB, from 0 to 1."""

    red: float
    green: float
    blue: float


@dataclass(frozen=True, slots=True)
class Cmyk:
    """A colour of a press: parts of its four inks, from 0 to 1."""

    cyan: float
    magenta: float
    yellow: float
    black: float


@dataclass(frozen=True, slots=True)
class Grey:
    """A colour of a machine with one ink: 0 is solid, 1 is paper."""

    level: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A tint, from 0 to 1, of an ink with a plate of its own; ``solid`` is what it looks like."""

    plate: str
    tint: float
    solid: Cmyk


Paint = Rgb | Cmyk | Grey | Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """An ink of a layout.

    Attributes:
        name: What style sheets call it.
        stand_in: The colour that is put in for its name, as CSS writes it.
        screen: Its colour on a screen.
        press: Its colour in the four inks of a press.
        black: How much black it is where there is no other ink, from 0 to 1.
        spot: Its own ink, where it is printed with that.
    """

    name: str
    stand_in: str
    screen: Rgb
    press: Cmyk
    black: float
    spot: Spot | None = None

    @property
    def plate(self) -> str:
        """The plate that prints it where each ink has its own; all others are greys of black."""
        return self.spot.plate if self.spot else BLACK_PLATE

    @property
    def tint(self) -> float:
        """How much of its plate's ink it is, from 0 to 1."""
        return self.spot.tint if self.spot else self.black


@dataclass(frozen=True, slots=True, kw_only=True)
class Inking:
    """How one output is printed.

    Attributes:
        paints: What each ink becomes, by what stands for it.
        over: Inks whose letters are printed over what is below them, so that no white edge is left
            where plates do not meet (ISO 32000-2, 8.6.7).
        left_out: Inks whose letters another plate prints over what is here.
        ground: How much ink there is at most on a large area, from 0 to 1.
        derive: What a colour becomes that is no ink, in a drawing that was given as a picture.
    """

    paints: Mapping[str, Paint]
    derive: Callable[[Rgb], Paint]
    over: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    ground: float = 1.0

    def on_ground(self, paint: Paint) -> Paint:
        """A paint as it is on a large area."""
        return (
            Grey(max(paint.level, round(1 - self.ground, 4))) if isinstance(paint, Grey) else paint
        )


def stand_in(index: int) -> str:
    """The colour that stands for the ink of an index: a glaring one, should it ever be seen."""
    return f"#fd02{index:02x}"


def press_of(screen: Rgb) -> Cmyk:
    """Derive a colour's inks on a press."""
    parts = (screen.red, screen.green, screen.blue)
    black = 1 - max(parts)
    if max(parts) - min(parts) < 1 / 128:
        return Cmyk(0, 0, 0, 1.0 if black >= NEARLY_BLACK else round(black, 2))
    cyan, magenta, yellow = (round((1 - part - black) / (1 - black), 2) for part in parts)
    return Cmyk(cyan, magenta, yellow, round(black, 2))


def black_of(screen: Rgb) -> float:
    """Derive how much black a colour is where there is no other ink."""
    light = _luminance(screen)
    return 1.0 if 1.05 / (light + 0.05) >= READABLE else round(1 - _encode(light), 2)


def grey_of(screen: Rgb) -> Grey:
    """The grey that is as light as a colour."""
    return Grey(round(_encode(_luminance(screen)), 4))


def _luminance(colour: Rgb) -> float:
    """Relative luminance (WCAG 2.2, after IEC 61966-2-1)."""
    red, green, blue = map(_decode, (colour.red, colour.green, colour.blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _decode(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _encode(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


Inks = Mapping[str, Ink]


def for_screen(inks: Inks) -> Inking:
    """Colours of a screen."""
    return Inking(paints={ink.stand_in: ink.screen for ink in inks.values()}, derive=_same)


def for_office(inks: Inks) -> Inking:
    """Black alone, as an office printer or a photocopier has it."""
    paints = {ink.stand_in: Grey(round(1 - ink.black, 4)) for ink in inks.values()}
    return Inking(paints=paints, derive=grey_of)


def for_press(inks: Inks) -> Inking:
    """The four inks of a press; solid black letters are printed over all else."""
    return _overprinting({ink.stand_in: ink.press for ink in inks.values()}, press_of)


def for_black_press(inks: Inks) -> Inking:
    """The black of a press alone."""
    paints = {ink.stand_in: Cmyk(0, 0, 0, ink.black) for ink in inks.values()}
    return _overprinting(paints, lambda colour: Cmyk(0, 0, 0, round(1 - grey_of(colour).level, 4)))


def for_spot_press(inks: Inks) -> Inking:
    """Inks of their own, each with its plate, beside those of a press."""
    return _overprinting({ink.stand_in: ink.spot or ink.press for ink in inks.values()}, press_of)


def _same(colour: Rgb) -> Rgb:
    return colour


def _blank(_: Rgb) -> Grey:
    return Grey(1.0)


def _overprinting(paints: Mapping[str, Paint], derive: Callable[[Rgb], Paint]) -> Inking:
    solid = Cmyk(0, 0, 0, 1)
    over = frozenset(each for each, paint in paints.items() if paint == solid)
    return Inking(paints=paints, over=over, derive=derive)


def plates_of(inks: Inks) -> tuple[str, ...]:
    """The plates of an edition in which each ink has its own, black first."""
    others = {ink.spot.plate for ink in inks.values() if ink.spot}
    return (BLACK_PLATE, *sorted(others - {BLACK_PLATE}))


def with_plates(inks: Inks, names: Mapping[str, str]) -> dict[str, Ink]:
    """The inks with other names for their plates."""
    return {name: _on_plate(ink, names) for name, ink in inks.items()}


def _on_plate(ink: Ink, names: Mapping[str, str]) -> Ink:
    if ink.spot is None or ink.plate not in names:
        return ink
    return replace(ink, spot=replace(ink.spot, plate=names[ink.plate]))


def in_name(plate: str) -> str:
    """A plate as it is called in a file's name: ``BRIGHT-RED``."""
    return re.sub(r"[\W_]+", "-", plate.upper()).strip("-")


def plate_colours(inks: Inks) -> dict[str, Rgb]:
    """What the ink of each plate looks like on a screen."""
    solid = {ink.plate: ink.screen for ink in reversed(list(inks.values())) if ink.tint == 1}
    return {plate: solid.get(plate, Rgb(0, 0, 0)) for plate in plates_of(inks)}


def for_plate(inks: Inks, plate: str) -> Inking:
    """What one plate prints, as greys.

    What others print is left free, but where black letters are printed over it. Drawings are on the
    black plate, as pictures are.
    """
    paints = {
        ink.stand_in: Grey(round(1 - ink.tint, 4) if ink.plate == plate else 1.0)
        for ink in inks.values()
    }
    if plate == BLACK_PLATE:
        return Inking(paints=paints, derive=grey_of, ground=DRUM_GROUND)
    solid = (ink for ink in inks.values() if ink.plate == BLACK_PLATE and ink.tint == 1)
    left_out = frozenset(ink.stand_in for ink in solid)
    return Inking(paints=paints, left_out=left_out, derive=_blank, ground=DRUM_GROUND)
