"""What the tabs of the main screen say, a module each: from what a seat knows to paragraphs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wargame.desk.lines import Para
from wargame.desk.panels import allies, council, forces, inbox, indicators, reviews
from wargame.replay.watch import Scene


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its name on the screen, and what it says of a scene."""

    id: str
    title: str
    paras: Callable[[Scene], Iterable[Para]]
    about: str


TABS = (
    Tab("inbox", "Inbox", inbox.paras, "what happened since the last turn, messages and reports; what waits for you"),
    Tab("council", "Council", council.paras, "every text before the council, who stands where, the silence clock"),
    Tab("forces", "Forces", forces.paras, "readiness, notice, offers, where forces are and when they are capable"),
    Tab("allies", "Allies", allies.paras, "agreements, trust, what each ally has done and said"),
    Tab("indicators", "Indicators", indicators.paras, "what has been seen, and what it says for and against an attack"),
    Tab("reviews", "Reviews", reviews.paras, "key indicators of the alliance and their trends"),
)
