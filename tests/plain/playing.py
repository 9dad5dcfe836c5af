"""Playing in plain lines from a list of commands, in this process."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from wargame.desk.desk import Desk
from wargame.desk.wish import Wish
from wargame.plain.play import converse, obey
from wargame.plain.table import Table
from wargame.session.remote import RemoteExercise

SEED = 41


@contextmanager
def table(path, commands: Iterable[str], **wish) -> Iterator[tuple[Table, list[str]]]:
    """A table at which the tutorial is played, and what is written there."""
    lines: list[str] = []
    coming = iter(commands)
    exercise = RemoteExercise()
    wanted = replace(Wish("tutorial", seed=SEED, path=str(path)), **wish)

    def read(prompt: str) -> str | None:
        command = next(coming, None)
        lines.append(prompt + (command or ""))
        return command

    try:
        yield Table(Desk.open(exercise, wanted), read, lines.append), lines
    finally:
        exercise.close()


def played(path, *commands: str, **wish) -> str:
    """What is written when these commands come in, one after the other."""
    with table(path, commands, **wish) as (seated, lines):
        converse(seated)
    return "\n".join(lines)


class Answers:
    """Asks one table what it says to a command; what was staged is taken back after each."""

    def __init__(self, seated: Table, lines: list[str]) -> None:
        self.seated, self.lines = seated, lines

    def __call__(self, *commands: str) -> str:
        """What is written after the last of these commands."""
        for command in commands:
            self.lines.clear()
            obey(self.seated, command)
        self.seated.desk.exercise.withdraw(self.seated.desk.seat)
        self.seated.listed = ()
        return "\n".join(self.lines)
