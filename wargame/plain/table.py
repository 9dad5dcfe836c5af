"""The table at which people play in plain lines: what is read and written there, and whose turn it is."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from wargame.desk.bars import EMPTY, FULL, LEVELS
from wargame.desk.coach import coach_paras
from wargame.desk.concern import concerns, headlines, known
from wargame.desk.desk import Desk
from wargame.desk.lines import Para, Part, say, wrap
from wargame.desk.panels import control, status
from wargame.desk.panels.inbox import item
from wargame.desk.reading import brief_paras, report_paras
from wargame.desk.scores import scores
from wargame.model.clock import instant
from wargame.model.decisions import Decision
from wargame.model.scenario import EXCON
from wargame.plain.coaching import how
from wargame.replay import names
from wargame.replay.wording import WIDTH, counted, sentence

_BARS = re.compile(f"[{FULL}{EMPTY}{LEVELS}]+ ?")
"""Bars and histories; the words beside them say the same, and a screen reader would spell them."""
HIDING = 60
"""Empty lines between two seats at one keyboard: more than terminals are high."""


class Table:
    """A session, and the lines that come in and go out."""

    def __init__(
        self,
        desk: Desk,
        read: Callable[[str], str | None],
        write: Callable[[str], None],
        forget: Callable[[], None] = lambda: None,
    ) -> None:
        self.desk = desk
        self.read = read
        """The next line, after a prompt; None when there are no more."""
        self.write = write
        """Writes one line."""
        self.forget = forget
        """Forgets what has been typed so far."""
        self.open = True
        self.listed: tuple[Decision, ...] = ()
        """The ways to give an order that were listed last."""
        self.coached = ""
        """What the coach has said last in this turn."""
        self.waiting: str | None = None
        """A command that came where only Enter was asked for."""

    def show(self, paras: Iterable[Para]) -> None:
        """Write paragraphs."""
        for para in paras:
            for line in wrap(replace(para, parts=tuple(_spoken(para.parts))), WIDTH):
                self.write("".join(text for _, text in line).rstrip())

    def say(self, words: str) -> None:
        """Write a sentence, or an empty line."""
        self.show([say(words, hang=0)])

    def coach(self) -> None:
        """Say what the scenario's guide says next, when that is something new."""
        scene = self.desk.scene()
        told = self.desk.advice(scene)
        if told is not None and told.text != self.coached:
            self.say("")
            self.show(coach_paras(scene, told, how))
            self.coached = told.text

    def prompt(self) -> str:
        """Whose command is waited for, and when."""
        return f"turn {self.desk.turn}, {self.desk.seat}> "

    def next_command(self) -> str | None:
        """What is to be done next; None when there are no more commands."""
        waiting, self.waiting = self.waiting, None
        return self.read(self.prompt()) if waiting is None else waiting

    # --- the clock -------------------------------------------------------------------------------------------

    def arrive(self) -> None:
        """A seat comes to the table: it reads what the last turn brought, in the first turn its brief."""
        desk = self.desk
        self.listed, self.coached = (), ""
        if desk.phase == "over":
            self.finish()
            return
        scene = desk.scene()
        self.show(status.paras(scene))
        self.say("")
        if desk.unread():
            self.show(report_paras(scene))
        elif desk.turn == 1 and desk.reported.get(desk.seat) is None:
            self.show(brief_paras(scene))
        desk.read()

    def end_turn(self) -> None:
        """The seat is done: the next one comes, or the clock runs. Raises SessionStopped."""
        desk = self.desk
        self.say(f"{counted(len(desk.orders()), 'order')} committed; turn {desk.turn} ends for {desk.seat}.")
        if not desk.pass_on():
            desk.end_turn()
        if desk.hot_seat and desk.phase != "over":
            self.hand_over()
        if self.open:
            self.say("")
            self.arrive()

    def run_on(self) -> None:
        """End turns until something needs the seat, and say why it stopped. Raises SessionStopped."""
        desk, reasons = self.desk, list[str]()
        waited = known(desk.scene())
        while not reasons:
            before, turn = len(desk.view().log), desk.turn
            desk.end_turn()
            scene = desk.scene()
            reasons = concerns(scene, before, waited)
            self.say(f"Turn {turn} ended, {instant(scene.time)}.")
            self.show(item(each) for each in headlines(scene, before))
        self.say("Stopped, because:")
        self.show(say(f"- {sentence(reason)}") for reason in reasons)
        self.say("")
        self.arrive()

    def hand_over(self) -> None:
        """Between two seats at one keyboard: nothing of either is in sight."""
        for _ in range(HIDING):
            self.say("")
        who = names.who(self.desk.view().scenario, self.desk.seat)
        self.say(f"The keyboard is for {who} now. Nobody else should look.")
        line = self.read("Press Enter when you sit down> ")
        self.forget()
        if line is None:
            self.open = False
        elif line.strip():
            self.waiting = line

    def finish(self) -> None:
        """ENDEX: how it ended."""
        self.say("ENDEX: how it ended")
        self.say("")
        for line in scores(self.desk.path):
            self.write(line)
        if self.desk.seats == (EXCON,):  # what it wrote is for nobody else
            self.say("")
            self.show(control.paras(self.desk.scene(), self.desk.bookmarks.read()))
        self.open = False


def _spoken(parts: Iterable[Part]) -> Iterator[Part]:
    """Without bars, and without the blanks after them."""
    left_out = False
    for role, text in parts:
        told = _BARS.sub("", text)
        yield role, told.lstrip(" ") if left_out else told
        left_out = told != text and not told
