"""The program's door: every command, and one clear line for everything that can go wrong.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 invalid input file, 4 verification failed, 130 interrupted.
"""

import io
import os
import sys
from contextlib import suppress
from typing import Annotated, NoReturn

import typer
import typer.main

from wargame import __version__
from wargame.cli import batches, catalogue, looking, playing, scenarios, terminal
from wargame.session.endings import FAILED, INTERRUPTED, INVALID, USAGE

COMPLETION = "_WARGAME_COMPLETE"
"""The environment variable by which a shell asks for the words that could come next."""

app = typer.Typer(
    name="wargame",
    help="An alliance crisis-response wargame: simulate, play, replay and score.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("play")(terminal.play)
app.command("run")(playing.run)
app.command("batch")(batches.batch)
app.command("replay")(terminal.replay)
app.command("verify")(looking.verify)
app.command("score")(looking.score)
app.command("show")(looking.show)
app.command("export")(looking.export)
app.command("decisions")(catalogue.decisions)
app.command("players")(catalogue.players)
app.add_typer(scenarios.app, name="scenario")


def show_version(wanted: bool) -> None:
    """Print the version and end, when it is asked for."""
    if wanted:
        print(f"wargame {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """An alliance crisis-response wargame: simulate, play, replay and score."""
    if context.invoked_subcommand is None:
        terminal.home()


def main() -> NoReturn:
    """Run a command; nothing that can happen to a user ends in a traceback."""
    from wargame.cli.output import Stop
    from wargame.files.faults import FileFaults

    settle_output()
    code = 0
    try:
        invoke()
        if sys.stdout is not None:  # it may have been closed before the program began
            sys.stdout.flush()
    except typer.Exit as done:
        code = done.exit_code
    except Stop as stop:
        code = complain(str(stop), stop.code)
    except FileFaults as faults:
        code = complain(str(faults), INVALID)
    except (KeyboardInterrupt, typer.Abort):
        code = complain("interrupted; what was written is kept", INTERRUPTED)
    except BrokenPipeError:  # whoever read has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        code = complain(f"{error.filename or 'output'}: {error.strerror or error}", FAILED)
    except Exception as error:  # noqa: BLE001 - typer's own errors of usage know how to show themselves
        code = usage_error(error)
    sys.exit(code)


def settle_output() -> None:
    """A name that the terminal has no letters for, or that is no text at all, is shown as well as it can be."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


def invoke() -> None:
    """Parse the command line and run the command.

    Typer's own way of doing so keeps exit codes and closed pipes to itself; it is left the completion of words.
    """
    if COMPLETION in os.environ:
        app()
    command = typer.main.get_command(app)
    with command.make_context("wargame", sys.argv[1:]) as context:
        command.invoke(context)


def complain(message: str, code: int) -> int:
    """Say on stderr what is wrong; returns the exit code."""
    with suppress(OSError):  # nobody listens
        print(f"wargame: {message}" if "\n" not in message else message, file=sys.stderr)
    return code


def usage_error(error: Exception) -> int:
    """Wrong usage is told by typer itself, with exit code 2; anything else is a fault of the program."""
    show = getattr(error, "show", None)
    if show is None:
        raise error
    show()
    return int(getattr(error, "exit_code", USAGE))
