"""The commands that open a screen: `wargame` alone, `wargame play` and `wargame replay`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wargame.cli.output import FIRST_SEED, Seed, Stop, note
from wargame.cli.playing import Length, Players, target
from wargame.session.endings import FAILED, INVALID, USAGE

if TYPE_CHECKING:
    from wargame.desk.wish import Wish

Theme = Annotated[str, typer.Option(metavar="NAME", help="dark, light or ansi.")]
Ascii = Annotated[bool, typer.Option("--ascii", help="Draw with ASCII only.")]
NO_TERMINAL = "the screens need a terminal on stdin and stderr; wargame play --plain and wargame run do without"


def play(
    scenario: Annotated[
        str | None, typer.Argument(metavar="[SCENARIO]", help="A file, or the name of a bundled scenario.")
    ] = None,
    seat: Annotated[
        list[str] | None,
        typer.Option("--seat", metavar="SEAT", help="A seat to play; several take turns at the keyboard."),
    ] = None,
    player: Players = None,
    length: Length = None,
    seed: Seed = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Where the replay goes; overwritten.")
    ] = None,
    resume: Annotated[str | None, typer.Option(metavar="FILE", help="Go on with an interrupted session.")] = None,
    theme: Theme = "dark",
    ascii: Ascii = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Commands and plain lines, for screen readers and scripts.")
    ] = False,
) -> None:
    """Play at the terminal, one seat or several."""
    wanted = wish(scenario, seat or [], player or [], length, seed, output, resume)
    if plain:
        in_lines(wanted, ascii)
    else:
        show(wanted, theme, ascii)


def in_lines(wanted: "Wish | None", plain_ascii: bool) -> None:
    """Play in plain lines. Raises Stop for a session that cannot be opened or go on."""
    from wargame.plain.play import play as play_plainly
    from wargame.session.refusal import Refused
    from wargame.session.remote import SessionStopped

    if wanted is None:
        raise Stop("say which SCENARIO to play; wargame scenario list names those that come with it", USAGE)
    try:
        play_plainly(wanted, in_ascii=plain_ascii or None)
    except Refused as refusal:
        raise Stop(str(refusal)) from None
    except SessionStopped as stopped:
        raise Stop(str(stopped), stopped.code) from None


def replay(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A replay.")],
    theme: Theme = "dark",
    ascii: Ascii = False,
) -> None:
    """Watch a session that was played: every event, as it was and as each seat knew it."""
    from wargame.files.glance import glance

    need_a_terminal()
    if not Path(file).exists():
        raise Stop(f"{file}: there is no such file", INVALID)
    glance(Path(file))  # what is no replay is told as every other command tells it
    show(None, theme, ascii, file)


def wish(
    scenario: str | None,
    seats: list[str],
    players: list[str],
    length: str | None,
    seed: int | None,
    output: str | None,
    resume: str | None,
) -> "Wish | None":
    """What the command line settles; None when the first screen is to ask. Raises Stop for what cannot be."""
    from wargame.desk.wish import Wish

    if resume is not None:
        if not Path(resume).exists():
            raise Stop(f"{resume}: there is no such file", INVALID)
        return Wish(path=resume, seats=tuple(seats), resume=True)
    if scenario is None:
        if seats or players or length or output:
            raise Stop("say which SCENARIO to play; wargame scenario list names those that come with it", USAGE)
        return None
    path = str(target(output, scenario))
    return Wish(scenario, tuple(seats), tuple(players), FIRST_SEED if seed is None else seed, length, path)


def home() -> None:
    """Open the first screen."""
    show(None)


def show(wanted: "Wish | None", theme: str = "dark", plain_ascii: bool = False, replay: str | None = None) -> None:
    """Run the screens until they are left. Raises Stop without a terminal, and for a fault."""
    need_a_terminal()
    from wargame.tui.app import Wargame
    from wargame.tui.look import ANSI, DARK, LIGHT

    themes = {"dark": DARK, "light": LIGHT, "ansi": ANSI}
    if theme not in themes:
        raise Stop(f"there is no theme '{theme}'; themes are {', '.join(themes)}", USAGE)
    app = Wargame(wanted, replay=replay, theme=themes[theme], plain_ascii=plain_ascii or None)
    code = app.run()
    if said := app.farewell():
        note(said)
    if app.fault:
        raise Stop(app.fault, code or FAILED)


def need_a_terminal() -> None:
    """Screens cannot be shown elsewhere. Raises Stop."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise Stop(NO_TERMINAL, USAGE)
