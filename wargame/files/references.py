"""What a scenario's parts say of each other: names that must exist, sums that must fit.

Works on plain data that may still be wrong in shape, so that an author sees every fault at once.
"""

from typing import get_args

from wargame.files.exercises import GROUPS, check_exercise
from wargame.files.faults import Fault, Path, quoted
from wargame.files.geography import check_geography
from wargame.files.looking import Item, Looking, fits
from wargame.files.text import Document
from wargame.model.fields import Identifier
from wargame.model.scenario import COMMANDER, EXCON, HQ, RED, Category

RESERVED = {HQ, COMMANDER, RED, EXCON, *GROUPS, "media", "truth"}
"""Names that no nation, adversary or alliance may have."""
THROUGHPUT = {"airfield": "parking", "port": "berths", "railhead": "trains"}
"""What a location must have at least one of, by its kind."""
NO_MOVEMENT = [category for category in get_args(Category) if category != "troop_movement"]


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


class _References(Looking):
    __slots__ = ()

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
        check_geography(self)
        self.sides(nations, places, objectives)
        self.warning_list()
        self.alliance(nations, places)
        check_exercise(self, nations, indicators)
        return self.faults

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

    def warning_list(self) -> None:
        """What is seen moving are the adversaries' formations."""
        indicators = self.items("indicators")
        formations = [str(force["id"]) for _, force in self.under("adversaries", "forces") if "id" in force]
        self.named(indicators, "forces", "formation of an adversary", formations)
        for path, indicator in indicators:
            if indicator.get("forces") and indicator.get("category") in NO_MOVEMENT:
                self.say((*path, "forces"), "only a movement of troops shows formations")

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
