"""Draws inks: what stands for one in a layout becomes, as pages are drawn, what the output prints.

WeasyPrint writes each page with a stream that is told of every colour just before it is used. Here
its place is taken by one that knows the inks. It also lets letters be printed over what is below
them, or leaves them out where another plate prints them (`Inking`), and gives pictures out as the
output needs them. Whatever was drawn in a colour that is no ink is collected, and refused.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

import pydyf
from weasyprint import draw
from weasyprint import pdf as weasy_pdf
from weasyprint.images import SVGImage
from weasyprint.pdf.stream import Stream

from pamphleteer.layout.inks import Cmyk, Grey, Inking, Paint, Rgb, Spot
from pamphleteer.problems import IssueError, error
from pamphleteer.typeset.given_pictures import GivenPicture, Pictures

LEFT_OUT, FILLED = 3, 0
"""Text rendering modes: neither filled nor stroked, and filled (ISO 32000-2, 9.3.6)."""
COLOUR_SPACES = "lab-d50"
"""A name that only the dictionary of all colour spaces has in what WeasyPrint writes."""
LARGE = (20 / 25.4 * 96) ** 2
"""The square pixels of CSS from which on an area is large: 4 square centimetres."""
STATES = {"printed-over": "true", "knocked-out": "false"}
"""Graphics states with and without overprinting."""


@dataclass(slots=True, kw_only=True)
class PrintJob:
    """One writing of pages: its inks, its pictures, and what was drawn that is no ink.

    While it draws a picture in SVG (``in_drawing``), colours that are no inks are derived; a large
    area (``on_ground``) has no more ink than the job's inking allows there.
    """

    inking: Inking
    pictures: Pictures | None = None
    in_drawing: bool = False
    on_ground: bool = False
    strange: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Number the plates of inks of their own."""
        spots = {each.plate: each for each in self.inking.paints.values() if isinstance(each, Spot)}
        self._plates = {
            plate: (f"Plate{at}", spots[plate]) for at, plate in enumerate(sorted(spots))
        }

    _plates: dict[str, tuple[str, Spot]] = field(init=False)
    _known: dict[tuple[Any, ...], tuple[str, Paint | None]] = field(default_factory=dict)

    def paint_of(self, color: Any) -> tuple[str, Paint | None]:
        """What a colour stands for, and what it becomes; None for one that is no ink."""
        key = (self.in_drawing, self.on_ground, color.space, *color)
        if key not in self._known:
            self._known[key] = self._look_up(color)
        return self._known[key]

    def _look_up(self, color: Any) -> tuple[str, Paint | None]:
        parts = (round(255 * part) for part in color.to("srgb").coordinates)
        name = "#" + "".join(f"{part:02x}" for part in parts)
        paint = self.inking.paints.get(name)
        if paint is None and self.in_drawing:
            paint = self.inking.derive(Rgb(*color.to("srgb").coordinates))
        elif paint is None and color.alpha:
            self.strange[f"the colour {name}"] = None
        return name, self.inking.on_ground(paint) if paint and self.on_ground else paint

    def operators(self, paint: Paint, *, stroke: bool) -> bytes:
        """How a paint is chosen for what is filled, or for lines (ISO 32000-2, 8.6.8)."""
        match paint:
            case Rgb():
                text = f"{_numbers(paint.red, paint.green, paint.blue)} rg"
            case Cmyk():
                parts = (paint.cyan, paint.magenta, paint.yellow, paint.black)
                text = f"{_numbers(*parts)} k"
            case Grey():
                text = f"{_numbers(paint.level)} g"
            case Spot():
                text = f"/{self._plates[paint.plate][0]} cs {_numbers(paint.tint)} scn"
        if stroke:
            text = " ".join(word.upper() if word.islower() else word for word in text.split(" "))
        return text.encode()

    def add_plates(self, _: Any, pdf: Any) -> None:
        """Tell a finished PDF of the inks of their own (ISO 32000-2, 8.6.6.4)."""
        held = (each for each in pdf.objects if isinstance(each, pydyf.Dictionary))
        spaces = next(each for each in held if COLOUR_SPACES in each)
        for name, spot in self._plates.values():
            solid = spot.solid
            tint = {
                "FunctionType": 2,
                "Domain": pydyf.Array([0, 1]),
                "C0": pydyf.Array([0, 0, 0, 0]),
                "C1": pydyf.Array([solid.cyan, solid.magenta, solid.yellow, solid.black]),
                "N": 1,
            }
            parts = ["/Separation", pydyf.name(spot.plate), "/DeviceCMYK", pydyf.Dictionary(tint)]
            spaces[name] = pydyf.Array(parts)


def _numbers(*values: float) -> str:
    return " ".join(f"{value:f}".rstrip("0").rstrip(".") for value in values)


class InkedStream(Stream):  # type: ignore[misc]  # WeasyPrint has no annotations
    """A page's or a group's content, drawn in inks."""

    def __init__(self, *parts: Any, job: PrintJob, **named: Any) -> None:
        super().__init__(*parts, **named)
        self.job = job
        self.in_text = False
        self._states = ["knocked-out"]

    def clone(self, **changed: Any) -> "InkedStream":
        """A stream of the same document, for a group or a pattern."""
        kept = {
            "fonts": self._fonts,
            "page_rectangle": self.page_rectangle,
            "resources": self._resources,
            "images": self._images,
            "tags": self._tags,
            "color_profiles": self._color_profiles,
            "output_intent": self._output_intent,
            "compress": self.compress,
        }
        return InkedStream(**{**kept, **changed}, job=self.job)

    def push_state(self) -> None:
        """Save the graphics state."""
        super().push_state()
        self._states.append(self._states[-1])

    def pop_state(self) -> None:
        """Restore the graphics state."""
        super().pop_state()
        self._states.pop()

    def set_color(self, color: Any, stroke: bool = False) -> None:  # WeasyPrint's signature
        """Choose the paint of the ink that a colour stands for."""
        name, paint = self.job.paint_of(color)
        if paint is None:
            super().set_color(color, stroke)
            return
        self.set_alpha(color.alpha, stroke)
        self._choose_state(name)
        current = "_current_color_stroke" if stroke else "_current_color"
        if getattr(self, current) != paint:
            setattr(self, current, paint)
            self.stream.append(self.job.operators(paint, stroke=stroke))

    def _choose_state(self, name: str) -> None:
        """Let letters in an ink be printed over, or left out; all else is knocked out."""
        wanted = "knocked-out"
        if self.in_text and name in self.job.inking.over:
            wanted = "printed-over"
        elif self.in_text and name in self.job.inking.left_out:
            wanted = "left-out"
        before, self._states[-1] = self._states[-1], wanted
        if wanted == before:
            return
        if "left-out" in (before, wanted):
            self.set_text_rendering(LEFT_OUT if wanted == "left-out" else FILLED)
        if "printed-over" in (before, wanted):
            self._set_overprint("printed-over" if wanted == "printed-over" else "knocked-out")

    def _set_overprint(self, state: str) -> None:
        """Choose whether inks that are not in a paint stay below it (ISO 32000-2, 8.6.7)."""
        states = self._resources["ExtGState"]
        if state not in states:
            over = STATES[state]
            states[state] = pydyf.Dictionary({"OP": over, "op": over, "OPM": 1})
        pydyf.Stream.set_state(self, state)

    def add_image(self, image: Any, interpolate: bool, ratio: float) -> Any:
        """Draw a picture as the output needs it."""
        pictures = self.job.pictures
        given: Any = GivenPicture.of(image, pictures) if pictures else image
        return super().add_image(given, interpolate, ratio)

    def add_shading(self, *parts: Any, **named: Any) -> Any:
        """Draw a gradient, which no ink can print."""
        self.job.strange["a gradient"] = None
        return super().add_shading(*parts, **named)


@contextmanager
def drawn_in_inks(job: PrintJob, layout: str) -> Iterator[None]:
    """Let whatever is written meanwhile be drawn in the inks of a job.

    Raises:
        IssueError: ``raw-colour``, for each thing that was drawn and is no ink.
    """
    stream, text, drawing = weasy_pdf.Stream, draw.draw_text, SVGImage.draw
    background = draw.draw_background

    def inked(*parts: Any, **named: Any) -> InkedStream:
        return InkedStream(*parts, **named, job=job)

    weasy_pdf.Stream, draw.draw_text = inked, _told_of_text(text)
    SVGImage.draw, draw.draw_background = _told_of_drawings(drawing), _told_of_grounds(background)
    try:
        yield
    finally:
        weasy_pdf.Stream, draw.draw_text, SVGImage.draw = stream, text, drawing
        draw.draw_background = background
    if job.strange:
        hint = (
            "What has no colour of its own takes WeasyPrint's: give html and @page a color, and "
            "each element that WeasyPrint colours itself, such as a and hr."
        )
        raise IssueError(
            error("raw-colour", f"{layout}: {what} is drawn, which is no ink", hint=hint)
            for what in job.strange
        )


def _told_of_text(draw_text: Callable[..., None]) -> Callable[..., None]:
    @wraps(draw_text)
    def draw_as_text(stream: InkedStream, *others: Any) -> None:
        stream.in_text = True
        try:
            draw_text(stream, *others)
        finally:
            stream.in_text = False

    return draw_as_text


def _told_of_drawings(draw_image: Callable[..., None]) -> Callable[..., None]:
    @wraps(draw_image)
    def draw_as_drawing(image: Any, stream: InkedStream, *others: Any) -> None:
        job, before = stream.job, stream.job.on_ground
        job.in_drawing, job.on_ground = True, False
        try:
            draw_image(image, stream, *others)
        finally:
            job.in_drawing, job.on_ground = False, before

    return draw_as_drawing


def _told_of_grounds(draw_background: Callable[..., None]) -> Callable[..., None]:
    @wraps(draw_background)
    def draw_as_ground(stream: InkedStream, background: Any, *others: Any, **named: Any) -> None:
        areas = [layer.painting_area for layer in background.layers] if background else []
        stream.job.on_ground = any(width * height >= LARGE for _, _, width, height in areas)
        try:
            draw_background(stream, background, *others, **named)
        finally:
            stream.job.on_ground = False

    return draw_as_ground
