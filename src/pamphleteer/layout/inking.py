"""Reads the inks of a ``layout.yaml``: what each must be, and what is derived if it is not said."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pamphleteer.issue.yaml_tree import Mapping as Tree
from pamphleteer.layout.inks import (
    BLACK_PLATE,
    Cmyk,
    Ink,
    Rgb,
    Spot,
    black_of,
    in_name,
    press_of,
    stand_in,
)
from pamphleteer.layout.keys import InkKeys
from pamphleteer.layout.places import place_of
from pamphleteer.layout.raw_colours import check_colours
from pamphleteer.problems import Problem, error, nearest

INK_USED = re.compile(r"\binks\.([A-Za-z_]\w*)")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
PROCESS = re.compile(r"(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})", re.ASCII)
SPOT = re.compile(r"([^\W_][^%/]*?)(?:\s+(\d{1,3}) ?%)?")
MOST_INK = 300
"""Of the four inks of a press together, in percent: what coated paper bears (ISO 12647-2)."""
MOST_INKS = 64
DRAWN = {"ink": "QR codes", "accent": "drop caps"}
"""What is drawn in inks beside what templates and style sheets say."""

Keys = Mapping[str, InkKeys]


def check_inks(keys: Keys, tree: Tree, folder: Path) -> Iterator[Problem]:
    """Inks that are no colours, that style sheets miss, and colours that are no inks."""
    wrong = [*_check_each(keys, tree), *_check_spots(keys, tree)]
    if len(keys) > MOST_INKS:
        message = f"{len(keys)} inks are too many to be told apart"
        wrong.append(_wrong(tree, (), message, f"{MOST_INKS} are the most."))
    yield from wrong
    yield from _check_names(keys, tree, folder)
    if not wrong:
        yield from check_colours(folder, {name: ink.screen for name, ink in keys.items()})


def _wrong(tree: Tree, path: tuple[str, ...], message: str, hint: str) -> Problem:
    return error("out-of-range", message, hint=hint, pos=place_of(tree, "inks", *path))


def _check_each(keys: Keys, tree: Tree) -> Iterator[Problem]:
    for name, ink in keys.items():
        if not COLOUR.fullmatch(ink.screen):
            message, hint = f'"{ink.screen}" is no colour', 'Write it as in "#b01722".'
            yield _wrong(tree, (name, "screen"), message, hint)
        parts = _percents(ink.press) if ink.press is not None else ()
        if parts is None:
            message = f'"{ink.press}" is not what a press prints'
            hint = "Write cyan, magenta, yellow and black in percent, as in: 0 100 90 10."
            yield _wrong(tree, (name, "press"), message, hint)
        elif sum(parts) > MOST_INK:
            message = f"{sum(parts):g}% of ink are more than paper bears"
            hint = f"Together they are {MOST_INK} at most; print what is grey in black alone."
            yield _wrong(tree, (name, "press"), message, hint)
        if ink.spot is not None and not _is_spot(ink.spot):
            message = f'"{ink.spot}" is no ink of its own'
            hint = "Write its name, and perhaps how much of it, as in: Bright Red 30%."
            yield _wrong(tree, (name, "spot"), message, hint)


def _percents(text: str) -> tuple[int, ...] | None:
    found = PROCESS.fullmatch(text.strip())
    parts = tuple(int(part) for part in found.groups()) if found else ()
    return parts if parts and max(parts) <= 100 else None


def _is_spot(text: str) -> bool:
    found = SPOT.fullmatch(text.strip())
    return found is not None and int(found[2] or 100) <= 100


def _read_spot(text: str) -> tuple[str, float]:
    found = SPOT.fullmatch(text.strip())
    if found is None:
        raise ValueError(f'"{text}" was to be checked before')
    return found[1], int(found[2] or 100) / 100


def _check_spots(keys: Keys, tree: Tree) -> Iterator[Problem]:
    """Of each plate, some ink must be solid: it says what the others are tints of."""
    spots = {
        name: _read_spot(ink.spot) for name, ink in keys.items() if ink.spot and _is_spot(ink.spot)
    }
    solid = {plate for plate, tint in spots.values() if tint == 1}
    for name, (plate, _) in spots.items():
        if plate not in solid and plate != BLACK_PLATE:
            message = f'no ink is solid "{plate}", of which "{name}" is a tint'
            yield _wrong(tree, (name, "spot"), message, f"Give one ink: spot: {plate}")
    named: dict[str, str] = {in_name(BLACK_PLATE): BLACK_PLATE}
    for name, (plate, _) in spots.items():
        if (other := named.setdefault(in_name(plate), plate)) != plate:
            message = f'the plates "{other}" and "{plate}" would be the same file'
            yield _wrong(tree, (name, "spot"), message, f"Write both as {other}, or name one anew.")


def _check_names(keys: Keys, tree: Tree, folder: Path) -> Iterator[Problem]:
    """Inks that templates and style sheets name must be given, and those of drawings of ours."""
    for name, drawing in DRAWN.items():
        if name not in keys:
            message = f'the ink "{name}" is missing, in which {drawing} are drawn'
            hint = nearest(name, keys) or f'Give it a colour: {name}: "#111111".'
            yield error("missing-ink", message, hint=hint, pos=place_of(tree, "inks"))
    for path in sorted(folder.glob("*.j2")):
        used = INK_USED.findall(path.read_text(encoding="utf-8", errors="replace"))
        for name in dict.fromkeys(used):
            if name not in keys and name not in DRAWN:
                message = f'the ink "{name}" is missing, which {path.name} uses'
                hint = nearest(name, keys) or f'Give it a colour: {name}: "#111111".'
                yield error("missing-ink", message, hint=hint, pos=place_of(tree, "inks"))


def make_inks(keys: Keys) -> dict[str, Ink]:
    """The inks of a layout that was checked."""
    made = {name: _make_ink(name, ink, index) for index, (name, ink) in enumerate(keys.items())}
    solid: dict[str, Cmyk] = {BLACK_PLATE: Cmyk(0, 0, 0, 1)}
    for ink in made.values():
        if ink.spot and ink.spot.tint == 1:
            solid[ink.spot.plate] = ink.press
    return {
        name: replace(ink, spot=replace(ink.spot, solid=solid[ink.spot.plate])) if ink.spot else ink
        for name, ink in made.items()
    }


def _make_ink(name: str, keys: InkKeys, index: int) -> Ink:
    red, green, blue = (int(keys.screen[at : at + 2], 16) / 255 for at in (1, 3, 5))
    screen = Rgb(red, green, blue)
    parts = _percents(keys.press) if keys.press is not None else None
    press = Cmyk(*(part / 100 for part in parts)) if parts else press_of(screen)
    spot = Spot(*_read_spot(keys.spot), solid=press) if keys.spot is not None else None
    black = black_of(screen) if keys.black is None else keys.black
    return Ink(
        name=name,
        stand_in=stand_in(index),
        screen=screen,
        press=press,
        black=black,
        spot=spot,
    )
