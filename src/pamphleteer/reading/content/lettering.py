"""Text objects (ISO 32000-2, 9.4): where letters stand, how large they are, what they say."""

from dataclasses import dataclass
from math import hypot, sqrt

from pamphleteer.reading.content.faces import Face
from pamphleteer.reading.content.marks import Letters
from pamphleteer.reading.content.objects import IDENTITY, floats, map_rect, read_matrix
from pamphleteer.reading.content.operators import Operand
from pamphleteer.reading.content.state import State
from pamphleteer.reading.drawings import Matrix, multiply

DESCENT, ASCENT = -0.2, 0.7
"""How far letters reach below and above their baseline, in terms of the size."""

UNSEEN = (3, 7)
"""Rendering modes that paint nothing (9.3.6)."""

STROKED = (1, 5)


TEXT_STATE = {"Tc": "spacing", "Tw": "word_spacing", "Tz": "stretch", "TL": "leading",
              "Ts": "rise", "Tr": "rendering"}  # fmt: skip

SHOWING = frozenset((*TEXT_STATE, "BT", "Tm", "Td", "TD", "T*", "Tj", "TJ", "'", '"'))


@dataclass(slots=True)
class Composing:
    """The text matrix, and that of the line's beginning."""

    matrix: Matrix = IDENTITY
    line: Matrix = IDENTITY

    def take(self, operator: str, operands: list[Operand], state: State) -> tuple[Letters, ...]:
        """Do what an operator of text says; what is shown is returned."""
        if operator in TEXT_STATE:
            _set(state, operator, floats(operands)[0])
        elif operator in ("BT", "Tm"):
            self.begin(read_matrix(operands) if operator == "Tm" else IDENTITY)
        elif operator in ("Td", "TD"):
            x, y = floats(operands)[:2]
            state.leading = -y if operator == "TD" else state.leading
            self.move(x, y)
        else:
            return self._print(operator, operands, state)
        return ()

    def _print(self, operator: str, operands: list[Operand], state: State) -> tuple[Letters, ...]:
        """Go to the next line, show strings, or do both (9.4.3)."""
        if operator == '"':
            state.word_spacing, state.spacing = floats(operands)[:2]
        if operator in ("T*", "'", '"'):
            self.move(0.0, -state.leading)
        if operator == "T*":
            return ()
        last = operands[-1]
        found = self.show(state, last if isinstance(last, list) else [last])
        return () if found is None else (found,)

    def begin(self, matrix: Matrix = IDENTITY) -> None:
        """Begin anew at a matrix."""
        self.matrix = self.line = matrix

    def move(self, x: float, y: float) -> None:
        """Go to another line, counted from the beginning of this one."""
        self.line = multiply((1.0, 0.0, 0.0, 1.0, x, y), self.line)
        self.matrix = self.line

    def show(self, state: State, parts: list[Operand]) -> Letters | None:
        """Show strings, with numbers between them that move back; None if nothing is to be seen."""
        face = state.face
        if face is None:
            return None
        run, x = _Run(face), 0.0
        for part in parts:
            if isinstance(part, float):
                x -= part / 1000 * state.size * state.stretch
            elif isinstance(part, bytes):
                x = run.add(state, part, x)
        placed = multiply(self.matrix, state.matrix)
        self.matrix = multiply((1.0, 0.0, 0.0, 1.0, x, 0.0), self.matrix)
        return run.letters(state, placed) if run.text.strip() else None


@dataclass(slots=True)
class _Run:
    face: Face
    text: str = ""
    left: float | None = None
    right: float = 0.0
    missing: int = 0

    def add(self, state: State, string: bytes, x: float) -> float:
        """Add a string that begins at ``x``, and say where it ends."""
        face = self.face
        single = face.code_lengths == (1,)
        for code in face.codes(string):
            meant = face.means(code)
            advance = face.width(code) * state.size
            if not meant.isspace() and meant:
                self.left = x if self.left is None else self.left
                self.right = x + advance * state.stretch
                self.missing += face.is_missing(code)
            spaces = state.spacing + (state.word_spacing if single and code == 32 else 0.0)
            x += (advance + spaces) * state.stretch
            self.text += meant
        return x

    def letters(self, state: State, placed: Matrix) -> Letters:
        """The mark of what was shown, its text matrix and the page's multiplied."""
        face, size = self.face, state.size
        stroked = state.rendering in STROKED
        foot, head = state.rise + DESCENT * size, state.rise + ASCENT * size
        left = self.left or 0.0
        return Letters(
            box=map_rect((left, min(foot, head), self.right, max(foot, head)), placed),
            clip=state.clip,
            tint=state.stroke if stroked else state.fill,
            overprint=state.stroke_overprint if stroked else state.fill_overprint,
            alpha=state.stroke_alpha if stroked else state.fill_alpha,
            text=self.text,
            font=face.name,
            size=_true_size(size, placed) * face.height,
            visible=state.rendering not in UNSEEN,
            missing=self.missing,
        )


def _set(state: State, operator: str, value: float) -> None:
    if operator == "Tr":
        state.rendering = int(value)
    else:
        setattr(state, TEXT_STATE[operator], value / 100 if operator == "Tz" else value)


def _true_size(size: float, placed: Matrix) -> float:
    """The size of letters as they stand: by the height of an upright one, or by area if slanted."""
    a, b, c, d = placed[:4]
    return abs(size) * min(hypot(c, d), sqrt(abs(a * d - b * c)) or hypot(c, d))
