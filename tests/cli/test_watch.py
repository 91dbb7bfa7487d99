"""``build --watch``: builds again on a change, goes on after a fault, and ends with Ctrl-C."""

import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Queue

from tests.build.pdf import plain, plain_letters, read_letters
from tests.build.publications import COMMAND, PUBLICATION, TIMEOUT, Publication, article


@dataclass(frozen=True, kw_only=True)
class Watching:
    """A running command, and the lines that it says, on either of its outputs."""

    process: subprocess.Popen[str]
    lines: "Queue[str]" = field(default_factory=Queue)

    def wait_for(self, words: str) -> list[str]:
        """The lines up to the one with these words; queue.Empty if it hangs instead."""
        said = [self.lines.get(timeout=TIMEOUT)]
        while words not in said[-1]:
            said.append(self.lines.get(timeout=TIMEOUT))
        return said

    def read(self) -> None:
        for line in self.process.stdout or ():
            self.lines.put(line)


@contextmanager
def watching(publication: Publication) -> Iterator[Watching]:
    process = subprocess.Popen(
        [COMMAND, "build", "issues/winter", "--only", "screen", "--watch"],
        cwd=publication.root, text=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    watch = Watching(process=process)
    reader = threading.Thread(target=watch.read)
    reader.start()
    try:
        yield watch
    finally:
        process.kill()
        process.wait()
        reader.join()
        assert process.stdout
        process.stdout.close()


def printed(publication: Publication) -> str:
    return plain_letters(read_letters(publication.screen))[0]


def test_it_builds_again_on_a_change_and_survives_a_fault(publication: Publication) -> None:
    news = "winter/articles/news.md"
    with watching(publication) as watch:
        watch.wait_for("Watching issues")
        assert plain("A few words") in printed(publication)

        publication.write({news: article("News", "Quite other words.")})
        watch.wait_for("Changed: winter/articles/news.md")
        watch.wait_for("✔ issues/winter/out/winter-screen.pdf")
        assert plain("Quite other words") in printed(publication)

        before = publication.files()
        publication.write({news: article("News", "Words <b>")})
        said = watch.wait_for("1 problem; no file was changed.")
        assert any("issues/winter/articles/news.md:4: error[raw-html]" in line for line in said)
        assert publication.files() == before

        publication.write({news: article("News", "Mended words.")})
        watch.wait_for("✔ issues/winter/out/winter-screen.pdf")
        assert plain("Mended words") in printed(publication)

        shared = PUBLICATION.replace("Our News", "Their News")
        publication.write({"publication.yaml": shared})
        watch.wait_for("Changed: publication.yaml")
        watch.wait_for("✔ issues/winter/out/winter-screen.pdf")
        assert plain("Their News") in printed(publication)

        watch.process.send_signal(signal.SIGINT)
        assert watch.process.wait(TIMEOUT) == 0
