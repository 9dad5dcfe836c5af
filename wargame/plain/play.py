"""Plays a session in plain lines, from its first command to its last."""

import sys
from collections.abc import Callable

from wargame.desk.ascii import ascii_only, to_ascii
from wargame.desk.desk import Desk
from wargame.desk.wish import Wish
from wargame.plain.commands import carry_out
from wargame.plain.table import Table
from wargame.plain.wrong import Wrong
from wargame.replay.wording import sentence
from wargame.session.refusal import Refused
from wargame.session.remote import RemoteExercise

FIRST_WORDS = "wargame in plain lines: help lists the commands, end ends the turn, quit leaves. Everything is saved."


def play(wish: Wish, *, in_ascii: bool | None = None) -> None:
    """Play until the exercise is over, quit, or the end of what comes in. Raises Refused, SessionStopped."""
    write = _writer(ascii_only() if in_ascii is None else in_ascii)
    exercise = RemoteExercise()
    try:
        read, forget = _reader()
        converse(Table(Desk.open(exercise, wish), read, write, forget))
    finally:
        exercise.close()


def converse(table: Table) -> None:
    """Carry out one command after the other. Raises SessionStopped."""
    if table.desk.hot_seat:  # whoever begins the session, or resumes it, may not be whose turn it is
        table.hand_over()
    table.say(FIRST_WORDS)
    table.say("")
    if table.open:
        table.arrive()
    while table.open:
        table.coach()
        line = table.next_command()
        if line is None:
            break
        obey(table, line)
    if table.desk.phase == "over":
        table.write(f"The replay is {table.desk.path}.")
    else:
        table.write(f"Saved. wargame play --plain --resume {table.desk.path} goes on.")


def obey(table: Table, line: str) -> None:
    """Carry out one command, or say in one line why not; comments and empty lines pass. Raises SessionStopped."""
    if not line.strip() or line.lstrip().startswith("#"):
        return
    try:
        carry_out(table, line)
    except (Wrong, Refused) as error:
        table.write(sentence(f"Not done: {error}"))  # in one line, for scripts


def _reader() -> tuple[Callable[[str], str | None], Callable[[], None]]:
    """Lines from stdin, and what makes it forget those that were typed.

    What comes from a file or a pipe is written too, so that the transcript can be followed.
    """
    if sys.stdin.isatty() and sys.stdout.isatty():
        import readline  # gives input() a history and keys to move in the line

        return _asked, readline.clear_history
    return _piped, lambda: None


def _asked(prompt: str) -> str | None:
    try:
        return input(prompt)
    except EOFError:
        print()
        return None


def _piped(prompt: str) -> str | None:
    line = sys.stdin.readline()
    if not line:
        return None
    line = line.rstrip("\r\n")
    print(f"{prompt}{line}", flush=True)
    return line


def _writer(in_ascii: bool) -> Callable[[str], None]:
    if in_ascii:
        return lambda text: print(to_ascii(text), flush=True)
    return lambda text: print(text, flush=True)
