"""What people call the things of a scene."""

from wargame.model.decisions.consultation import MeasureText
from wargame.model.scenario import COMMANDER, EXCON, HQ, RED, Scenario
from wargame.replay.wording import plain_words
from wargame.rules.economy import nation_of

SEATS = {
    HQ: "the Secretary-General",
    COMMANDER: "the commander",
    RED: "the adversary",
    EXCON: "exercise control",
    "media": "the media",
    "all": "everyone",
    "allies": "the allies",
}


def who(scenario: Scenario, name: str) -> str:
    """A nation, another seat, a third party, the alliance or the media."""
    nation = nation_of(scenario, name)
    if nation is not None:
        return nation.name
    third = next((each.name for each in scenario.third_parties if each.id == name), None)
    if third is not None:
        return third
    return scenario.alliance.name if name == scenario.alliance.id else SEATS.get(name, name)


def place(scenario: Scenario, name: str) -> str:
    """A location."""
    return next((each.name for each in scenario.theatre.locations if each.id == name), name)


def force(scenario: Scenario, name: str) -> str:
    """An allied force."""
    return next((each.name for nation in scenario.nations for each in nation.forces if each.id == name), name)


def measure(scenario: Scenario, text: MeasureText) -> str:
    """What a measure asks for."""
    words = plain_words(text.kind)
    if text.strength is not None:
        words += f" {text.strength:g} BE"
    return words if text.place is None else f"{words} to {place(scenario, text.place)}"
