"""The parts in which a job is written, and the names of their files beside that of the job.

A cover apart makes two of a job; a printer that is fed by hand makes three of each: fronts, backs,
and a page that shows how the stack is put back.
"""

from pathlib import Path

PART_KEY = "/PamphleteerPart"
"""Where a file says which part it is: in its document information (ISO 32000-2, 14.3.3)."""

DRUM_KEY = "/PamphleteerDrum"
"""Where it says for which drum of a Risograph it is, as its own name has it: ``BRIGHT-RED``."""

WHOLE = "whole"
COVER_PARTS = ("cover", "inside")
PRINTER_PARTS = ("fronts", "backs", "put-back")


def beside(output: Path, part: str) -> Path:
    """The name of one part of an output: ``OUT-fronts.pdf`` of ``OUT.pdf``."""
    return output if part == WHOLE else output.with_name(f"{output.stem}-{part}{output.suffix}")


def within(job: str, part: str) -> str:
    """Name a part of a part: ``cover-fronts``; of the whole it is the part itself."""
    return part if job == WHOLE else f"{job}-{part}"


ALL_PARTS = (
    WHOLE,
    *PRINTER_PARTS,
    *COVER_PARTS,
    *(within(job, part) for job in COVER_PARTS for part in PRINTER_PARTS),
)
"""All parts that a job may have, whatever is asked for."""
