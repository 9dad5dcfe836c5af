"""Commands that list what can be done and who can do it."""

from textwrap import wrap
from typing import Annotated

import typer

from wargame.cli.output import Json, print_json


def decisions(
    json: Json = False,
    built: Annotated[bool, typer.Option("--built", help="Only those that can be taken already.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print the page docs/decisions.md.")] = False,
) -> None:
    """List every decision with its cost, precondition, delay, effect and who sees it."""
    from wargame.model.decisions import page

    if json:
        print_json(page.plain())
    elif markdown:
        print(page.markdown(), end="")
    else:
        print(page.text(built=built))


def players(json: Json = False) -> None:
    """List every computer player."""
    from wargame.players import PLAYERS

    scripted = ("scripted:FILE", "Gives the orders that a decision file has for its seat.")
    listed = [(entry.name, entry.about) for entry in PLAYERS.values()] + [scripted]
    if json:
        print_json([{"name": name, "about": about} for name, about in listed])
        return
    column = max(len(name) for name, _ in listed) + 2
    for name, about in listed:
        first, *rest = wrap(about, 78 - column)
        print(f"{name:<{column}}{first}")
        for more in rest:
            print(" " * column + more)
