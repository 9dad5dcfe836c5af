"""What the tabs of the main screen say, a module each: from what a seat knows to paragraphs.

Plain lines say the same, so panels name no keys: what is pressed or written is told by those who show them.
"""

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
    Tab(
        "inbox",
        "Inbox",
        inbox.paras,
        "what waits for your answer, with how long it can wait and the order that answers it (+ an answer is staged, "
        "! it runs out within a day); then what is new, flash (!!) and weighty (!) first; then what you read before",
    ),
    Tab(
        "council",
        "Council",
        council.paras,
        "every text: its silence clock, filling up; a mark a member: + accepts, ~ accepts with a caveat, o abstains, x "
        "breaks silence, . is silent; who stands where and why; what speaks for it and against it to you",
    ),
    Tab(
        "forces",
        "Forces",
        forces.paras,
        "what is asked for against what is offered, activated and capable, in brigade equivalents (BE); your forces "
        "with the staff's estimate of when they could be there; those of allies; passage and priorities",
    ),
    Tab(
        "allies",
        "Allies",
        allies.paras,
        "each ally: how far you trust it and it trusts you, what binds you, what it has done, said and kept; then "
        "talks, third parties, pressure and relief",
    ),
    Tab(
        "indicators",
        "Indicators",
        indicators.paras,
        "the estimate and its history turn by turn; what makes each hypothesis more and less likely (x4 four times "
        "likelier, x1/4 four times less likely than under the others); the warning list; reports; contacts",
    ),
    Tab(
        "reviews",
        "Reviews",
        reviews.paras,
        "key indicators and their history turn by turn; what falls short; your own aims; the situation; incidents",
    ),
)
