"""Makes a printer's profile of what a person sees on three sheets of a trial print.

Each sheet is landscape and has on its front a large number 1 to 3, an arrow towards the head, a
cross in the middle with scales in millimetres to all four edges; on its back the same number and
arrow, and the cross with a line across the sheet. A printer that turns the paper itself gets all
six sides at once. Else the three fronts are printed, the stack is put back as it lies in the output
tray, and the three backs are printed in the same order and upright. From what then came out follows
what has to be done for every back to meet its front.

Why nothing else needs to be asked: putting the stack back as it lies either brings the empty sides
to where the printer prints, and then the order and the arrows are what they are seen to be; or it
does not, and then the stack must be turned over. Turned over with its short edges changing places,
the stack has its order reversed, and the arrows, along the short edges, point where they did.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import atan2, degrees

from pamphleteer.desk.printers import check_name, read_number
from pamphleteer.imposition.printer import BOUNDS, Duplex, Manual, Printer
from pamphleteer.problems import IssueError, Problem, error, nearest

RIGHT_SCALE_MM = 100
"""How far to the right of its middle a trial sheet has a second upright scale."""

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the answers to a question, and what it means."""

    answer: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something to ask the person before the printer.

    Without ``choices`` the answer is free; if it is a number, ``number`` names its bounds in the
    profile. It is asked if each question in ``when`` has one of the answers there.
    """

    key: str
    text: str
    choices: tuple[Choice, ...] = ()
    number: str = ""
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()


def _choices(**texts: str) -> tuple[Choice, ...]:
    return tuple(Choice(answer=answer, text=text) for answer, text in texts.items())


BY_HAND = (("sides", ("hand",)),)
BOTH_SIDES = (("sides", ("itself", "hand")),)
THROUGH_PAPER = (*BOTH_SIDES, ("second", ("", "empty")))
"""What is read against the light needs a back that is on the back."""

AGAINST_LIGHT = "Hold sheet 1 against the light, its front towards you, its arrow upwards. "

QUESTIONS = (
    Question(
        key="name",
        text="What is the printer to be called? Small letters, digits and hyphens.",
    ),
    Question(
        key="sides",
        text="How does the printer print both sides of a sheet?",
        choices=_choices(
            itself="it turns the paper itself",
            hand="I put the printed stack back by hand",
            no="it prints one side only",
        ),
    ),
    Question(
        key="faces",
        text="Three sheets lie in the output tray. Which way do their printed sides face?",
        choices=_choices(up="upwards", down="downwards"),
        when=BY_HAND,
    ),
    Question(
        key="top",
        text="Which number has the sheet on top?",
        choices=(Choice(answer="1", text="number 1"), Choice(answer="3", text="number 3")),
        when=BY_HAND,
    ),
    Question(
        key="second",
        text="Put the stack into the paper tray just as it lies, without turning it over or round, "
        "and print the backs. On which sides do they stand?",
        choices=_choices(empty="on the empty sides", printed="over the fronts"),
        when=BY_HAND,
    ),
    Question(
        key="behind",
        text="Which back is on the sheet with front 1?",
        choices=(Choice(answer="1", text="back 1"), Choice(answer="3", text="back 3")),
        when=BY_HAND,
    ),
    Question(
        key="arrow",
        text="Hold sheet 1 with the front's arrow pointing upwards. If the back is on the other "
        "side, turn the sheet like the page of a book, from right to left. Which way does the "
        "back's arrow point?",
        choices=_choices(same="upwards, as the front's", opposite="downwards"),
        when=BOTH_SIDES,
    ),
    Question(
        key="x",
        text=AGAINST_LIGHT + "Where does the back's cross stand on the level scale? Millimetres to "
        "the right; to the left with a minus.",
        number="offset_x_mm",
        when=THROUGH_PAPER,
    ),
    Question(
        key="y",
        text=AGAINST_LIGHT + "Where does the back's cross stand on the upright scale? Millimetres "
        "upwards; downwards with a minus.",
        number="offset_y_mm",
        when=THROUGH_PAPER,
    ),
    Question(
        key="right",
        text=AGAINST_LIGHT + "Where does the back's long line cross the upright scale at the "
        "right? Millimetres upwards; downwards with a minus.",
        number="offset_y_mm",
        when=THROUGH_PAPER,
    ),
    Question(
        key="edge",
        text="The scales count from the edges of the paper. What is the smallest number of "
        "millimetres that is printed at all four edges?",
        number="margin_mm",
    ),
)


def open_questions(answers: Answers) -> Iterator[Question]:
    """List the questions that are still to be asked, as far as the answers so far tell."""
    for question in QUESTIONS:
        if question.key not in answers and _is_asked(question, answers):
            yield question


def check_answer(question: Question, answer: str) -> Iterator[Problem]:
    """See that an answer is one to this question."""
    if question.key == "name":
        yield from check_name(answer)
    elif question.number:
        try:
            read_number(answer, question.number)
        except ValueError as fault:
            yield error("bad-answer", str(fault), hint=question.text)
    elif answer not in (known := [choice.answer for choice in question.choices]):
        message = f'"{answer}" is no answer to "{question.key}"; expected {" or ".join(known)}'
        yield error("bad-answer", message, hint=nearest(answer, known) or question.text)


def ask(answers: Answers) -> Printer:
    """Make a printer's profile of the answers to `QUESTIONS`, by their keys.

    Where the backs stand over the fronts, nothing is known yet of how well backs meet fronts: the
    offsets are 0 until a trial is printed with this profile.

    Raises:
        IssueError: ``bad-answer``, ``missing-answer`` and ``bad-value`` (the name), all at once.
    """
    if problems := list(_check(answers)):
        raise IssueError(problems)
    x, y, skew = _misfit(answers)
    return Printer(
        name=answers["name"],
        duplex=_duplex(answers),
        manual=_manual(answers) if answers["sides"] == "hand" else None,
        offset_x_mm=x,
        offset_y_mm=y,
        skew_deg=skew,
        margin_mm=_number(answers, "edge", "margin_mm"),
    )


def _check(answers: Answers) -> Iterator[Problem]:
    for question in _asked(answers):
        if question.key in answers:
            yield from check_answer(question, answers[question.key])
        else:
            yield error("missing-answer", f'"{question.key}" has no answer', hint=question.text)
    if not _has_all_numbers(answers):
        return
    least, most = BOUNDS["skew_deg"]
    if not least <= _misfit(answers)[2] <= most:
        message = f'backs are turned by more than {most:g} degrees, "y" and "right" say'
        yield error("bad-answer", message, hint="Measure both once more.")


def _asked(answers: Answers) -> Iterable[Question]:
    return (question for question in QUESTIONS if _is_asked(question, answers))


def _is_asked(question: Question, answers: Answers) -> bool:
    return all(answers.get(key, "") in wanted for key, wanted in question.when)


def _has_all_numbers(answers: Answers) -> bool:
    """Whether what was read against the light can be reckoned with."""
    read = [question for question in _asked(answers) if question.when == THROUGH_PAPER]
    return all(
        question.key in answers and not list(check_answer(question, answers[question.key]))
        for question in read
    )


def _duplex(answers: Answers) -> Duplex:
    if answers["sides"] == "hand":
        return "manual"
    if answers["sides"] == "no":
        return "none"
    return "short-edge" if answers["arrow"] == "same" else "long-edge"


def _manual(answers: Answers) -> Manual:
    turn_over = answers["second"] == "printed"
    met_in_order = answers["behind"] == "1"
    return Manual(
        order="same" if met_in_order != turn_over else "reversed",
        turned=answers["arrow"] == "opposite",
        turn_over=turn_over,
        faces="up" if answers["faces"] == "up" else "down",
        top="first" if answers["top"] == "1" else "last",
    )


def _misfit(answers: Answers) -> tuple[float, float, float]:
    """Where the back stands, in millimetres, and how far it is turned, in degrees."""
    if not any(question.key == "x" for question in _asked(answers)):
        return 0.0, 0.0, 0.0
    x = _number(answers, "x", "offset_x_mm")
    y = _number(answers, "y", "offset_y_mm")
    rise = _number(answers, "right", "offset_y_mm") - y
    return x, y, round(degrees(atan2(rise, RIGHT_SCALE_MM - x)), 3) + 0.0


def _number(answers: Answers, key: str, bounds: str) -> float:
    return round(read_number(answers[key], bounds), 3) + 0.0
