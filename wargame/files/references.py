"""What a scenario's parts say of each other: names that must exist, sums that must fit.

Works on plain data that may still be wrong in shape, so that an author sees every fault at once.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import fsum
from typing import Any, cast

from wargame.files.faults import MOST_FAULTS, Fault, Path, did_you_mean, quoted
from wargame.files.shapes import marker
from wargame.files.text import Document
from wargame.model.clock import DAY, date_time_group, parse_instant, parse_startex
from wargame.model.fields import Identifier, Pattern
from wargame.model.scenario import COMMANDER, EXCON, HQ, RED, Instant, Moment

GROUPS = ("all", "allies")
"""Names that messages can be addressed to beside seats."""
RESERVED = {HQ, COMMANDER, RED, EXCON, *GROUPS, "media", "truth"}
"""Names that no nation, adversary or alliance may have."""
THROUGHPUT = {"airfield": "parking", "port": "berths", "railhead": "trains"}
"""What a location must have at least one of, by its kind."""
LEAST_DIFFERENCE = 1e-6
LONGEST_DAYS = 366
"""No exercise goes on for longer; every moment of it must have a date."""

MOST_LISTED = 12
"""Names listed in a hint."""

Item = tuple[Path, dict[str, Any]]


def reference_faults(document: Document, at: Path = ()) -> list[Fault]:
    """What does not fit together in the scenario at `at` of a document, as much of it as is ever shown.

    What is wrong in shape is left to the check of the shape, so that nothing is said twice.
    """
    data = document.data
    for step in at:
        data = data.get(step) if isinstance(data, dict) else None
    if not isinstance(data, dict):
        return []
    return _References(document, data, at).faults_found()


@dataclass(slots=True)
class _References:
    document: Document
    data: dict[str, Any]
    at: Path
    faults: list[Fault] = field(default_factory=list)

    def faults_found(self) -> list[Fault]:
        places = self.unique("location", self.items("theatre", "locations"))
        nations = self.unique("nation", self.items("nations"))
        self.parties()
        self.unique("force", [*self.under("nations", "forces"), *self.under("adversaries", "forces")])
        self.unique("lift", self.under("nations", "lift"))
        self.unique("agreement", self.items("agreements"))
        self.unique("third party", self.items("third_parties"))
        self.unique("inject", self.items("mel"))
        objectives = self.unique("objective", self.items("objectives"))
        indicators = self.unique("indicator", self.items("indicators"))
        self.needed("nations", "adversaries", "objectives", "indicators")
        self.theatre(places)
        self.sides(nations, places, objectives)
        self.alliance(nations, places)
        self.exercise(nations, indicators)
        return self.faults

    # --- looking ---------------------------------------------------------------------------------------------

    def items(self, *steps: str) -> list[Item]:
        """The records of the list at `steps`, each with its path; whatever is of another shape is passed over."""
        value: Any = self.data
        for step in steps:
            value = value.get(step) if isinstance(value, dict) else None
        listed = value if isinstance(value, list) else []
        return [((*self.at, *steps, index), item) for index, item in enumerate(listed) if isinstance(item, dict)]

    def under(self, outer: str, inner: str) -> list[Item]:
        """The records of the list `inner` of every record of the list `outer`."""
        return [
            ((*path, inner, index), item)
            for path, holder in self.items(outer)
            for index, item in enumerate(holder[inner] if isinstance(holder.get(inner), list) else [])
            if isinstance(item, dict)
        ]

    def say(self, path: Path, message: str, hint: str = "") -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(self.document.fault(path, message, hint))

    def unique(self, what: str, items: Iterable[Item]) -> list[str]:
        """The ids of `items`; an id that comes twice is a fault."""
        seen: dict[str, Path] = {}
        for path, item in items:
            name = item.get("id")
            if not isinstance(name, str):
                continue
            if name in seen:
                self.say((*path, "id"), f"another {what} has the id {quoted(name)} already", "give each its own")
            seen.setdefault(name, path)
        return list(seen)

    def named(self, items: Iterable[Item], key: str, what: str, known: Iterable[str]) -> None:
        """Each record's `key`, one name or a list of them, must be among `known`."""
        choices = dict.fromkeys(known)
        for path, item in items:
            value = item.get(key)
            names = enumerate(value) if isinstance(value, list) else [(None, value)]
            for index, name in names:
                if len(self.faults) < MOST_FAULTS and fits(name, Identifier) and name not in choices:
                    place = (*path, key) if index is None else (*path, key, index)
                    hint = did_you_mean(name, choices) or f"there are: {', '.join([*choices][:MOST_LISTED])}"
                    self.say(place, f"there is no {what} {quoted(name)}", hint if choices else "there is none at all")

    def needed(self, *lists: str) -> None:
        for name in lists:
            if self.data.get(name) == []:
                self.say((*self.at, name), "at least one is needed")

    def number(self, item: dict[str, Any], key: str) -> float | None:
        value = item.get(key)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    def sums_to_one(self, items: list[Item], key: str, place: Path, what: str, default: float | None = None) -> None:
        numbers = [self.number(item, key) if key in item else default for _, item in items]
        present = [number for number in numbers if number is not None]
        if items and len(present) == len(items) and abs(fsum(present) - 1.0) > LEAST_DIFFERENCE:
            self.say(place, f"{what} sum to {fsum(present):g}", "they must sum to 1")

    # --- judging ---------------------------------------------------------------------------------------------

    def theatre(self, places: list[str]) -> None:
        routes = self.items("theatre", "routes")
        self.named(routes, "ends", "location", places)
        for path, route in routes:
            ends = route.get("ends")
            if isinstance(ends, list) and len(ends) == 2 and fits(ends[0], Identifier) and ends[0] == ends[1]:
                self.say((*path, "ends"), "a route must lead from one location to another")
        for path, location in self.items("theatre", "locations"):
            kinds = location.get("kinds")
            for kind, least in THROUGHPUT.items():
                if isinstance(kinds, list) and kind in kinds and location.get(least, 0) == 0:
                    self.say((*path, "kinds"), f"this {kind} has no {least}", f"give it '{least}: 1' or more")

    def sides(self, nations: list[str], places: list[str], objectives: list[str]) -> None:
        countries = [*self.items("nations"), *self.items("adversaries")]
        self.named(countries, "capital", "location", places)
        self.named([*self.under("nations", "forces"), *self.under("adversaries", "forces")], "at", "location", places)
        self.named(self.under("nations", "forces"), "stocks", "location", places)
        owners = [str(item["id"]) for _, item in [*countries, *self.items("third_parties")] if "id" in item]
        self.named(self.items("theatre", "locations"), "owner", "nation, adversary or third party", owners)
        self.named(self.items("theatre", "routes"), "through", "nation or third party", owners)
        self.named(self.items("objectives"), "at", "location", places)
        self.named(self.items("objectives"), "owner", "nation", nations)
        self.named(self.items("adversaries"), "aim", "objective", objectives)
        self.sums_to_one(self.items("objectives"), "weight", (*self.at, "objectives"), "the objectives' weights", 1.0)
        for path, adversary in self.items("adversaries"):
            for key in ("aim", "types", "forces"):
                if key not in adversary or adversary[key] == []:
                    self.say(path, f"the adversary needs '{key}'")
            listed = adversary.get("types")
            types = [(path, each) for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
            self.sums_to_one(types, "probability", (*path, "types"), "the types' probabilities")

    def alliance(self, nations: list[str], places: list[str]) -> None:
        alliance = self.data.get("alliance")
        if not isinstance(alliance, dict):
            return
        whole, members = [((*self.at, "alliance"), alliance)], alliance.get("members")
        self.named(whole, "members", "nation", nations)
        for path, nation in self.items("nations"):
            if isinstance(members, list) and fits(nation.get("id"), Identifier) and nation["id"] not in members:
                hint = "name it in 'members': every nation belongs to the alliance in this version"
                self.say(path, f"the nation {quoted(nation['id'])} is no member of the alliance", hint)
        self.named(whole, "headquarters", "location", places)
        self.named(whole, "lead", "nation", nations)
        if alliance.get("decision_rule") == "lead_nation" and "lead" not in alliance:
            self.say((*self.at, "alliance", "decision_rule"), "no nation leads", "name one in 'lead'")
        self.named(self.items("relations"), "parties", "nation", nations)
        for path, relation in self.items("relations"):
            parties = relation.get("parties")
            if isinstance(parties, list) and len(parties) == 2 and parties[0] == parties[1]:
                self.say((*path, "parties"), "a relation is between two nations")
        self.named(self.items("agreements"), "parties", "nation", nations)
        if members == []:
            self.say((*self.at, "alliance", "members"), "an alliance has at least one member")
        if isinstance(members, list) and len({str(each) for each in members}) != len(members):
            self.say((*self.at, "alliance", "members"), "a member is named twice")

    def parties(self) -> None:
        """Nations, adversaries and the alliance: events name any of them as who did or said something."""
        alliance = self.data.get("alliance")
        whole: list[Item] = [((*self.at, "alliance"), alliance)] if isinstance(alliance, dict) else []
        taken: dict[str, str] = {}
        kinds = {
            "nation": self.items("nations"),
            "adversary": self.items("adversaries"),
            "third party": self.items("third_parties"),
            "alliance": whole,
        }
        for kind, items in kinds.items():
            for path, item in items:
                name = item.get("id")
                if not isinstance(name, str):
                    continue
                if name in RESERVED:
                    self.say((*path, "id"), f"{quoted(name)} is the name of another seat", "choose another id")
                elif name in taken and (kind, taken[name]) != ("nation", "nation"):  # two nations are told already
                    whose = f"{'another' if kind == taken[name] else 'a'} {taken[name]}"
                    self.say((*path, "id"), f"{whose} has the id {quoted(name)} already", "give each its own")
                taken.setdefault(name, kind)

    def exercise(self, nations: list[str], indicators: list[str]) -> None:
        seats = [*nations, HQ, COMMANDER, RED, EXCON]
        injects = self.items("mel")
        self.named(self.items("briefs"), "seat", "seat", seats)
        self.named(injects, "to", "seat", [*seats, *GROUPS])
        self.named(injects, "indicator", "indicator", indicators)
        for path, inject in injects:
            to = inject.get("to")
            if isinstance(to, list) and len(to) > 1 and any(group in to for group in GROUPS):
                self.say((*path, "to"), "'all' and 'allies' stand alone")
        self.times(injects)

    def times(self, injects: list[Item]) -> None:
        self.startex(self.data.get("startex"))
        last, horizon = self.number(self.data, "last_day"), self.number(self.data, "horizon")
        if last == 0:
            self.say((*self.at, "last_day"), "play lasts longer than no time")
        if last is not None and horizon is not None and 0 <= horizon < last:
            self.say((*self.at, "horizon"), f"comes before the last day, {last:g}", "give it the last day or later")
        timed = list(self.timed(injects))
        for path, _, time in timed:
            if horizon is not None and time > horizon * DAY:
                self.say((*path, "at"), "comes after the horizon and would never happen")
        whole = isinstance(self.data.get("mel", []), list) and len(timed) == len(self.data.get("mel", []))
        if whole and not any(time == 0 and inject.get("kind") != "message" for _, inject, time in timed):
            hint = "add an item of kind 'indication' at 'D+0T00:00' to the MEL"
            self.say((*self.at, "mel") if "mel" in self.data else self.at, "there is no opening indication", hint)

    def startex(self, startex: Any) -> None:
        if not fits(startex, Moment):
            return
        place, hint = (*self.at, "startex"), "write it as 2027-03-01T06:00Z"
        try:
            date_time_group(parse_startex(startex), LONGEST_DAYS * DAY)
        except ValueError:
            self.say(place, f"{quoted(startex)} is no moment", hint)
        except OverflowError:
            self.say(place, "the calendar ends before the exercise does", hint)

    def timed(self, injects: list[Item]) -> Iterator[tuple[Path, dict[str, Any], int]]:
        """The injects with an instant that can be read; one that looks right and is not is a fault."""
        for path, inject in injects:
            if not fits(inject.get("at"), Instant):
                continue
            try:
                yield path, inject, parse_instant(inject["at"])
            except ValueError as error:
                self.say((*path, "at"), str(error))


def fits(value: Any, kind: Any) -> bool:
    """Whether a value is text of the pattern that the annotation `kind` asks for."""
    pattern = cast(Pattern, marker(kind, Pattern))
    matched = re.fullmatch(pattern.regex or ".*", value) if isinstance(value, str) else None
    return matched is not None and len(matched[0]) <= pattern.longest
