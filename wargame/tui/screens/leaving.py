"""Leaving a session that is not over: after a question that tells how to go on, and nothing of what a seat knows."""

from wargame.desk.desk import Desk
from wargame.tui.screens.ask import Ask
from wargame.tui.screens.home import Home
from wargame.tui.screens.page import Page, game


def leave_exercise(page: Page, desk: Desk) -> None:
    """Ask, then go back to the first screen of all or, where this is it, out of the program."""
    if isinstance(page.app.screen_stack[1], Home):
        goes_on = "choose Resume on the home screen to go on"
    else:  # begun from the command line, or a branch of a replay that was opened there
        goes_on = f"wargame play --resume {desk.path} goes on"

    def left(yes: bool | None) -> None:
        if yes:
            game(page.app).new_exercise()
            page.to_the_first()

    page.app.push_screen(Ask(f"Leave the exercise? Everything is saved: {goes_on}.", "no"), left)
