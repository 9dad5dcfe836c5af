"""Makes `great-alliance.yaml`: an alliance of 31 members, for scale, from the tables below.

Coordinates and distances are those of real cities and sea lanes; nations, names, borders and forces are invented, the
borders cut across the real ones, and no nation stands for a real one. Nothing here is drawn at random: the same tables
give the same file. To change the scenario, change the tables and run, in the project's environment,

    python scenarios/make_great_alliance.py
"""

import heapq
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wargame.model.theatre import Location, great_circle_km

FILE = Path(__file__).with_name("great-alliance.yaml")
WIDTH = 119

HOST, STRAITS, GREAT = "arvena", "bosmara", "columbra"
OBJECTIVE, HOST_PORT = "galmouth", "arvena-port"
NEUTRAL, NEUTRAL_CITY = "timora", "timora-city"
ADVERSARY = "korvania"
HEADQUARTERS = "scaldia"

Spot = tuple[str, float, float]
"""Name of a town, degrees north, degrees east."""


@dataclass(frozen=True)
class Member:
    """One line of the table of members."""

    id: str
    name: str
    adjective: str
    size: int
    """1 hardly any forces, 2 small, 3 middling, 4 big, 5 a great power."""
    capital: Spot
    base: Spot
    port: Spot | None
    mandate: str
    stake: float
    support: float
    trade: float
    known_for: str
    """What its brief says it is, after 'You are the government of …,'."""


# fmt: off
MEMBERS = (
    Member("arvena", "Arvena", "Arvenan", 2, ("Damba", 44.43, 26.10), ("Milcova", 45.70, 27.18),
           ("Port Arda", 44.17, 28.65), "none", 0.95, 0.85, 0.12, "the member that is threatened"),
    Member("tolvia", "Tolvia", "Tolvian", 2, ("Marica", 42.14, 24.75), ("Rusa", 43.85, 25.95),
           ("Atanas", 42.50, 27.47), "cabinet", 0.75, 0.70, 0.08, "Arvena's southern neighbour and the next in line"),
    Member("bosmara", "Bosmara", "Bosmaran", 4, ("Halya", 39.93, 32.86), ("Porsuk Field", 39.78, 30.52),
           ("Meandra", 38.42, 27.14), "cabinet", 0.50, 0.55, 0.12, "keeper of the straits that every ship must pass"),
    Member("ellara", "Ellara", "Ellaran", 3, ("Peneia", 39.64, 22.42), ("Strymona", 41.09, 23.55),
           ("Vardaris", 40.64, 22.94), "parliament", 0.50, 0.58, 0.05, "a seafaring nation with an old quarrel"),
    Member("skoria", "Skoria", "Skorian", 1, ("Treska", 42.00, 21.43), ("Sharra", 42.01, 20.97),
           ("Erzen Roads", 41.32, 19.45), "none", 0.50, 0.70, 0.03, "a small country on the road from the Adriatic"),
    Member("morova", "Morova", "Morovan", 2, ("Lepena", 44.01, 20.91), ("Nishava Camp", 43.32, 21.90),
           None, "parliament", 0.45, 0.56, 0.18, "the country through which the southern railway runs"),
    Member("illora", "Illora", "Illoran", 2, ("Milyaka", 43.86, 18.41), ("Vrbasa", 44.77, 17.19),
           ("Marjana", 43.51, 16.44), "cabinet", 0.45, 0.60, 0.04, "a mountain country with a long coast"),
    Member("alpera", "Alpera", "Alperan", 2, ("Worther", 46.62, 14.31), ("Murau Camp", 47.07, 15.44),
           ("Karsthaven", 45.65, 13.77), "parliament", 0.40, 0.52, 0.06, "a country of passes and tunnels"),
    Member("pannora", "Pannora", "Pannoran", 2, ("Dunahid", 47.50, 19.04), ("Mecheka", 46.07, 18.23),
           None, "cabinet", 0.35, 0.48, 0.22, "a neighbour of Korvania that trades with it"),
    Member("tatrena", "Tatrena", "Tatrenan", 2, ("Vahana", 49.22, 18.74), ("Hornada", 48.72, 21.26),
           None, "parliament", 0.60, 0.60, 0.09, "a neighbour of Korvania that fears it"),
    Member("merovia", "Merovia", "Merovian", 3, ("Svratka", 49.20, 16.61), ("Radbuza", 49.75, 13.38),
           None, "parliament", 0.55, 0.62, 0.05, "an inland country with good trains"),
    Member("wislara", "Wislara", "Wislaran", 4, ("Wawelin", 50.06, 19.94), ("Wislokin", 50.04, 22.00),
           None, "cabinet", 0.75, 0.72, 0.05, "armed for the worst, and near it"),
    Member("lodmark", "Lodmark", "Lodmarkish", 3, ("Bzura", 51.76, 19.46), ("Brdana", 53.12, 18.01),
           ("Odrahaven", 53.43, 14.55), "cabinet", 0.60, 0.66, 0.05, "the plain that trains from the north-west cross"),
    Member("ulmark", "Ulmark", "Ulmarkish", 4, ("Isarstadt", 48.14, 11.58), ("Blauheim", 48.40, 9.99),
           None, "parliament", 0.55, 0.52, 0.07, "rich, heavily armed on paper, and careful"),
    Member("hansmark", "Hansmark", "Hansmarkish", 4, ("Leinau", 52.38, 9.73), ("Munsta", 52.99, 10.09),
           ("Weserhaven", 53.54, 8.58), "parliament", 0.50, 0.54, 0.06, "the alliance's marshalling yard and quay"),
    Member("jordmark", "Jordmark", "Jordish", 2, ("Odenby", 55.40, 10.39), ("Viborg Heath", 56.45, 9.40),
           ("Esby", 55.47, 8.45), "parliament", 0.50, 0.66, 0.02, "small, loyal and used to going far"),
    Member("nordra", "Nordra", "Nordran", 2, ("Akerby", 59.91, 10.75), ("Rena Camp", 60.80, 11.10),
           ("Vagen", 60.39, 5.32), "cabinet", 0.40, 0.64, 0.02, "a rich coast that looks north"),
    Member("vennmark", "Vennmark", "Vennish", 3, ("Svarta Field", 59.27, 15.21), ("Billing", 58.39, 13.85),
           ("Gotaport", 57.71, 11.97), "parliament", 0.45, 0.62, 0.03, "a maker of good aircraft"),
    Member("saimara", "Saimara", "Saimaran", 3, ("Pyynik", 61.50, 23.76), ("Kankan", 61.84, 22.45),
           ("Kokema", 61.49, 21.80), "cabinet", 0.40, 0.64, 0.06, "a country that keeps its forces for its own border"),
    Member("tarvia", "Tarvia", "Tarvian", 1, ("Emajo", 58.38, 26.72), ("Munamae Camp", 57.84, 27.02),
           ("Viimsa", 59.44, 24.75), "none", 0.80, 0.80, 0.05, "tiny, wired, and the best listener of all"),
    Member("nemora", "Nemora", "Nemoran", 2, ("Nerisa", 54.90, 23.90), ("Sventa Camp", 55.05, 24.39),
           ("Curonhaven", 55.71, 21.13), "none", 0.75, 0.76, 0.05, "a member that knows what being small means"),
    Member("waalmark", "Waalmark", "Waalish", 3, ("Domstad", 52.09, 5.12), ("Kempen Heath", 51.50, 5.31),
           ("Maasport", 51.95, 4.14), "parliament", 0.50, 0.62, 0.04, "a trading nation with air defence to lend"),
    Member("scaldia", "Scaldia", "Scaldian", 2, ("Perronville", 50.63, 5.57), ("Famenne", 50.23, 5.34),
           ("Scheldport", 51.26, 4.40), "parliament", 0.45, 0.56, 0.03, "the seat of the alliance's headquarters"),
    Member("rodania", "Rodania", "Rodanian", 4, ("Confluence", 45.76, 4.84), ("Dombes Camp", 45.84, 5.11),
           ("Faron Roads", 43.12, 5.93), "cabinet", 0.50, 0.58, 0.04, "a power of its own mind that can move fast"),
    Member("lusora", "Lusora", "Lusoran", 2, ("Mondega", 40.21, -8.43), ("Zezera Camp", 39.48, -8.36),
           ("Leixona", 41.15, -8.61), "parliament", 0.30, 0.58, 0.01, "far from the danger, and dutiful"),
    Member("ebrania", "Ebrania", "Ebranian", 3, ("Ebrona", 41.65, -0.89), ("Turia Camp", 40.34, -1.11),
           ("Menora Roads", 37.60, -0.99), "parliament", 0.35, 0.54, 0.02, "big in ships and slow in parliament"),
    Member("tyrrena", "Tyrrena", "Tyrrenan", 4, ("Savena", 44.49, 11.34), ("Taro Camp", 44.80, 10.33),
           ("Mar Piccola", 40.47, 17.23), "parliament", 0.50, 0.55, 0.06, "the nearest big army by sea"),
    Member("albara", "Albara", "Albaran", 4, ("Tameford", 52.48, -1.90), ("Avon Plain", 51.18, -1.83),
           ("Itchen Water", 50.90, -1.40), "cabinet", 0.55, 0.60, 0.02, "an island power with good ears"),
    Member("thulia", "Thulia", "Thulian", 1, ("Smoke Bay", 64.15, -21.94), ("Skaga", 63.98, -22.60),
           ("Fjardar", 64.07, -21.95), "none", 0.40, 0.66, 0.01, "an island without an army"),
    Member("columbra", "Columbra", "Columbran", 5, ("Three Rivers", 40.44, -80.00), ("Fort Camden", 36.66, -87.47),
           ("Cape Hope", 36.93, -76.33), "cabinet", 0.50, 0.55, 0.01, "the great power across the ocean"),
    Member("laurenta", "Laurenta", "Laurentan", 3, ("Kingsmere", 44.23, -76.48), ("Algona Camp", 45.90, -77.28),
           ("Bedford Basin", 44.65, -63.57), "cabinet", 0.45, 0.60, 0.01, "a reliable contributor from very far away"),
)
# fmt: on

OTHERS: tuple[tuple[str, str, float, float, tuple[str, ...], str], ...] = (
    (OBJECTIVE, "Galmouth", 45.44, 28.05, ("objective", "port", "railhead", "airfield"), HOST),
    ("korva", "Korva", 46.77, 23.59, ("capital", "base", "airfield", "railhead"), ADVERSARY),
    ("yasha", "Yasha", 47.16, 27.59, ("base", "railhead"), ADVERSARY),
    ("chernov", "Chernov", 48.29, 25.93, ("base", "airfield"), ADVERSARY),
    ("pruth", "Pruth Crossing", 46.24, 27.67, ("border",), HOST),
    (NEUTRAL_CITY, "Timora", 45.75, 21.23, ("capital", "railhead"), NEUTRAL),
)
"""Locations that belong to no row above: id, name, coordinates, kinds, owner."""

NEIGHBOURS = (
    ("arvena", "tolvia"), ("arvena", "morova"), ("tolvia", "bosmara"), ("tolvia", "ellara"), ("tolvia", "morova"),
    ("ellara", "skoria"), ("skoria", "morova"), ("morova", "illora"), ("morova", "pannora"), ("illora", "alpera"),
    ("alpera", "pannora"), ("alpera", "ulmark"), ("alpera", "tyrrena"), ("pannora", "tatrena"), ("pannora", "merovia"),
    ("tatrena", "merovia"), ("tatrena", "wislara"), ("merovia", "ulmark"), ("merovia", "lodmark"),
    ("wislara", "lodmark"),
    ("lodmark", "hansmark"), ("lodmark", "nemora"), ("nemora", "tarvia"), ("ulmark", "hansmark"), ("ulmark", "rodania"),
    ("hansmark", "waalmark"), ("hansmark", "jordmark"), ("waalmark", "scaldia"), ("scaldia", "rodania"),
    ("rodania", "ebrania"), ("rodania", "tyrrena"), ("ebrania", "lusora"), ("jordmark", "vennmark"),
    ("vennmark", "nordra"),
)  # fmt: skip
"""Members whose capitals a railway and a road join across one border."""

LANES = {
    "black": (43.3, 29.5), "bosporus": (41.2, 29.1), "marmara": (40.7, 27.9), "dardanelles": (40.0, 26.1),
    "aegean": (37.8, 24.9), "matapan": (36.2, 22.7), "otranto": (39.9, 18.9), "adriatic": (43.2, 15.0),
    "sicily": (37.0, 11.3), "malta": (35.9, 15.2), "sardinia": (38.6, 8.2), "alboran": (36.0, -3.0),
    "gibraltar": (35.9, -5.7), "vincent": (36.8, -9.3), "finisterre": (43.3, -9.8), "ushant": (48.7, -5.9),
    "dover": (51.0, 1.4), "bight": (54.1, 6.8), "skaw": (58.0, 10.7), "sound": (56.0, 12.6), "baltic": (55.2, 15.5),
    "gotland": (57.9, 20.2), "gulf": (59.6, 23.5), "bothnia": (61.0, 19.8), "utsira": (59.5, 4.5),
    "faroe": (60.5, -9.0), "banks": (42.0, -50.0),
}  # fmt: skip
"""Points on the sea lanes: degrees north and east."""
LEGS = (
    "black bosporus", "bosporus marmara", "marmara dardanelles", "dardanelles aegean", "aegean matapan",
    "matapan otranto", "otranto adriatic", "matapan malta", "malta sicily", "sicily sardinia", "sardinia alboran",
    "sicily alboran", "alboran gibraltar", "gibraltar vincent", "vincent finisterre", "finisterre ushant",
    "ushant dover", "dover bight", "bight skaw", "skaw sound", "sound baltic", "baltic gotland", "gotland gulf",
    "gotland bothnia", "dover utsira", "bight utsira", "utsira faroe", "faroe ushant", "banks vincent",
)  # fmt: skip
HARBOURS = {
    "arvena": "black", "tolvia": "black", "bosmara": "aegean", "ellara": "aegean", "skoria": "otranto",
    "illora": "adriatic", "alpera": "adriatic", "lodmark": "baltic", "hansmark": "bight", "jordmark": "bight",
    "nordra": "utsira", "vennmark": "skaw", "saimara": "bothnia", "tarvia": "gulf", "nemora": "gotland",
    "waalmark": "dover", "scaldia": "dover", "rodania": "sardinia", "lusora": "finisterre", "ebrania": "alboran",
    "tyrrena": "otranto", "albara": "ushant", "thulia": "faroe", "columbra": "banks", "laurenta": "banks",
}  # fmt: skip
"""The point of the sea lanes that each port's approaches reach."""

RAIL_DETOUR, ROAD_DETOUR = 1.28, 1.25
"""Length of a railway or road over the great circle."""

# Kind, name, brigade equivalents, tonnes, personnel, notice in hours, where: c capital, b base, p port.
HEAVY_DIVISION = ("heavy", "1st Armoured Division", 4.0, 80_000, 15_000, 240, "p")
HEAVY_BRIGADE = ("heavy", "1st Armoured Brigade", 1.6, 24_000, 4_500, 168, "b")
MECHANISED = ("mechanised", "Mechanised Brigade", 1.0, 12_000, 4_200, 96, "b")
BATTLEGROUP = ("mechanised", "Battle Group", 0.4, 4_500, 1_500, 72, "b")
LIGHT = ("light", "Rapid Reaction Battalion", 0.3, 900, 900, 48, "c")
AIRBORNE = ("airborne", "Airborne Brigade", 0.8, 2_700, 3_000, 36, "c")
SHIELD = ("air_defence", "Air Defence Regiment", 0.5, 3_000, 900, 72, "b")
FIGHTERS = ("fighter", "Fighter Squadron", 0.4, 450, 350, 24, "c")
FRIGATES = ("naval", "Frigate Group", 0.4, 6_000, 600, 36, "p")
ENGINEERS = ("engineers", "Engineer Company", 0.1, 900, 250, 72, "b")
CYBER = ("cyber", "Cyber Defence Team", 0.1, 20, 80, 24, "c")
Formation = tuple[str, str, float, int, int, int, str]

BY_SIZE: dict[int, tuple[Formation, ...]] = {
    1: (CYBER, ENGINEERS),
    2: (LIGHT, BATTLEGROUP),
    3: (MECHANISED, FIGHTERS),
    4: (HEAVY_BRIGADE, AIRBORNE, SHIELD),
    5: (HEAVY_DIVISION, AIRBORNE, FIGHTERS),
}
EXTRA: dict[str, tuple[Formation, ...]] = {
    "ellara": (FRIGATES,), "ebrania": (FRIGATES,), "vennmark": (SHIELD,), "waalmark": (SHIELD,),
    "saimara": (ENGINEERS,), "merovia": (ENGINEERS,), "laurenta": (LIGHT,),
    "arvena": (MECHANISED,), "nordra": (FRIGATES,), "lodmark": (LIGHT,),
}  # fmt: skip
LIFT = {
    "columbra": (("air", "air mobility wing", 30, 45), ("sea", "sealift ships", 6, 14_000)),
    "albara": (("air", "transport wing", 8, 40), ("sea", "ro-ro ships", 3, 8_000)),
    "hansmark": (("sea", "chartered ro-ro ships", 3, 8_000), ("rail", "military trains", 18, 1_000)),
    "ulmark": (("air", "transport wing", 10, 25), ("rail", "military trains", 20, 1_000)),
    "rodania": (("air", "transport wing", 10, 25), ("sea", "landing ships", 3, 5_000)),
    "tyrrena": (("sea", "ferries and landing ships", 4, 6_000), ("air", "transport squadron", 5, 18)),
    "ellara": (("sea", "merchant ferries", 5, 5_000),),
    "bosmara": (("sea", "merchant ferries", 3, 5_000), ("rail", "military trains", 8, 800)),
    "wislara": (("rail", "military trains", 16, 1_000),),
    "merovia": (("rail", "military trains", 12, 1_000),),
    "pannora": (("rail", "military trains", 6, 800),),
    "laurenta": (("air", "transport wing", 5, 45),),
    "ebrania": (("air", "transport squadron", 5, 25),),
    "jordmark": (("sea", "ro-ro ships", 3, 8_000),),
}
DISCIPLINES = ("open_source", "signals", "human", "imagery", "cyber", "maritime")
COVERAGE = {
    1: (0.5, 0.25, 0.15, 0.0, 0.3, 0.0),
    2: (0.5, 0.35, 0.3, 0.0, 0.2, 0.2),
    3: (0.55, 0.4, 0.3, 0.2, 0.3, 0.25),
    4: (0.6, 0.5, 0.35, 0.45, 0.4, 0.3),
    5: (0.5, 0.65, 0.3, 0.85, 0.55, 0.4),
}
"""By size: how well the disciplines cover Korvania."""
BETTER = {"arvena": (0.7, 0.4, 0.6, 0.0, 0.3, 0.5), "tarvia": (0.7, 0.8, 0.5, 0.0, 0.85, 0.0),
          "albara": (0.6, 0.65, 0.4, 0.4, 0.5, 0.4), "pannora": (0.6, 0.35, 0.55, 0.0, 0.2, 0.0)}  # fmt: skip

INDICATORS = (
    ("columns-east", "Columns leave the garrisons at Korva and Yasha with all their vehicles.",
     "troop_movement", "imagery", (0.2, 1.0, 0.5, 1.1, 1.3)),
    ("bridging-forward", "Bridging equipment is brought up to the river above Pruth Crossing.",
     "troop_movement", "imagery", (0.02, 0.1, 0.05, 0.45, 0.5)),
    ("border-flights", "Korvanian fighters fly along the border.",
     "troop_movement", "signals", (0.5, 0.9, 0.9, 0.7, 0.9)),
    ("ammunition-trains", "Trains with live ammunition reach the depots at Yasha.",
     "logistics", "human", (0.05, 0.12, 0.1, 0.55, 0.8)),
    ("field-hospital", "A field hospital is set up near Yasha, and blood is sent to it.",
     "logistics", "human", (0.015, 0.05, 0.025, 0.35, 0.5)),
    ("forward-command", "A new command post near the border comes on the air, then falls silent.",
     "leadership", "signals", (0.06, 0.35, 0.15, 0.6, 0.7)),
    ("leave-cancelled", "Leave is cancelled in the ministries at Korva.",
     "leadership", "human", (0.02, 0.05, 0.06, 0.25, 0.4)),
    ("network-probes", "Port, railway and ministry networks of members are probed.",
     "cyber", "cyber", (0.5, 0.5, 1.0, 0.9, 1.1)),
    ("hostile-broadcasts", "State broadcasts speak of Korvania's right to the river's mouth.",
     "information", "open_source", (0.5, 0.5, 1.4, 0.8, 0.8)),
    ("new-demand", "Korvania makes a new demand about the river, or calls its ambassador home.",
     "diplomatic", "open_source", (0.1, 0.1, 0.5, 0.2, 0.2)),
    ("observers-invited", "Korvania shows its manoeuvres to attachés or to the press, or announces their end.",
     "diplomatic", "open_source", (0.08, 0.4, 0.08, 0.05, 0.02)),
    ("barges-stopped", "Korvania holds back barges bound for Galmouth.",
     "economic", "open_source", (0.15, 0.12, 0.6, 0.3, 0.3)),
    ("ships-leave", "Ships of Korvanian owners leave Galmouth early, half loaded.",
     "economic", "maritime", (0.03, 0.04, 0.1, 0.3, 0.4)),
)  # fmt: skip
SHOWN = {
    "columns-east": ("kor-guards", "kor-fourth", "kor-seventh"),
    "bridging-forward": ("kor-bridges",),
    "border-flights": ("kor-fighters",),
}
"""By indicator: the formations that its text is about."""

SYNOPSIS = """Thirty-one members, from the mouth of a great river to the far side of an ocean, have promised to
defend one another. Now one of the smallest needs it: Korvania, upstream, claims the river port of Galmouth, holds
exercises within a day's march of it and stops the barges. Almost everything that could defend Galmouth is somewhere
else, much of it behind parliaments, and every one of the thirty-one can stop the council by breaking silence. The
scenario is made for scale: to see how an alliance decides when most of its members can neither see the danger nor
feel it."""

RED_BRIEF = """You are the leadership of Korvania. You want Galmouth, where your river meets the sea, by pressure if
you can and by force if you must. A third of your strength is mobilised; an attack needs seven tenths, and mobilising
takes days and is seen. Against you stand thirty-one governments, which sounds like many and may be none: each of
them must agree, and most of what they own is weeks away. Each step up the ladder costs you at home when you come
down again. Watch Pannora and Morova, who trade with you, and Ulmark, whose parliament is split. What lands at Port
Arda counts; what is said at Scaldia fades. In most sessions the computer plays your seat by a character that is
drawn anew each time; read this to know how your adversary thinks."""
HQ_BRIEF = """You are the Secretary-General of the Great Alliance. You command nothing and own the procedure.
Thirty-one delegations sit at your table, and under consensus any one of them can end a measure; but size alone need
not make you slow: what takes days is a text that is not ready, a member that has not been asked, and a capital
without instructions. Standing plans exist for statements, readiness and deployments, and make guidance come sooner.
First turn: find the three or four members on whom it depends, for the rest follow them; Ulmark and Ebrania for their
parliaments, Pannora and Morova for their trade. When the council has met, table one text at a time. Set silence
short when most have instructions and long when they have not; a break costs more than a day. If the whole council
cannot decide, a smaller circle can, at the price of cohesion. You hold the common fund, and disputes can be
mediated: Ellara and Bosmara have an old one, and ships need them both."""
COMMANDER_BRIEF = """You are the commander of the Great Alliance's forces. When a deployment is adopted, nations
offer forces to it and your activation order sets them moving; who has not offered by then stays out of that measure.
Thirty-one nations will offer you thirty-one small things unless you say what you need: air defence and something
heavy at Galmouth, soon, and few kinds of everything. Light forces fly to Damba and go on by road; trains come
through Morova or, if it lets them, through neutral Timora, which is shorter; ships come through the straits to Port
Arda, which has few berths. Lift is scarce and carries one force at a time. First turn: work out who can be at
Galmouth within ten days, who within three weeks, and who only in the next war, and ask for the first two. By
standing order you may raise readiness without the council. Heavy forces count most with Korvania, frighten it most,
and bring accidents where armies face each other."""
EXCON_BRIEF = """You are exercise control. You see the truth: which leadership Korvania has this time, where it
stands on the ladder, and what each of thirty-one nations believes. The scenario is made for scale: for exercises
with many cells, and to study how decisions change when members are many. Computer players do well in most seats;
people are best placed at Arvena, Ulmark, Columbra, Pannora and in the two seats of the alliance. The master events
list is short on purpose, since thirty-one governments make enough events of their own. Play ends on D+30 and is
judged on D+45. Watch who decided and who followed, how many reports ever reached the members without sensors, and
what was at Galmouth on the day that Korvania could first have attacked. Each nation has two private aims, some of
them opposed: reveal them in the hot wash."""


def make() -> str:
    """The whole file."""
    blocks = [
        _head(),
        _theatre(),
        "nations:\n" + "".join(_nation(number, each) for number, each in enumerate(MEMBERS)),
        _alliance(),
        _agreements(),
        _adversary(),
        _indicators(),
        _briefs(),
        _exercise(),
    ]
    return "\n".join(blocks)


# --- writing -------------------------------------------------------------------------------------------------


def _text(indent: int, key: str, words: str) -> str:
    """A folded text under its key."""
    body = textwrap.fill(
        " ".join(words.split()),
        width=WIDTH,
        initial_indent=" " * (indent + 2),
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return f"{' ' * indent}{key}: >-\n{body}\n"


def _entry(indent: int, **fields: object) -> str:
    """A record on one line of a list, or on two when it is long."""
    parts = [f"{key.rstrip('_')}: {value}" for key, value in fields.items()]
    lines, line = [], " " * indent + "- {" + parts[0]
    for part in parts[1:]:
        if len(line) + len(part) + 3 > WIDTH:
            lines.append(line + ",")
            line = " " * (indent + 3) + part
        else:
            line += f", {part}"
    return "\n".join([*lines, line]) + "}\n"


def _listed(names: Iterable[str], indent: int = 0) -> str:
    """A list of names in brackets, over as many lines as it takes."""
    whole = f"[{', '.join(names)}]"
    return f"\n{' ' * indent}".join(textwrap.wrap(whole, WIDTH - indent - 30, break_on_hyphens=False))


# --- the map -------------------------------------------------------------------------------------------------


def _head() -> str:
    words = [
        "# The Great Alliance: thirty-one members, for scale.",
        "#",
        "# Made by scenarios/make_great_alliance.py: change that, not this. Coordinates and distances are those of",
        "# real cities and sea lanes; nations, names, borders and forces are invented, and no nation stands for a real",
        "# one.",
        "",
        "format: wargame-scenario",
        "version: 1",
        "id: great-alliance",
        "title: The Great Alliance",
    ]
    rest = [
        'startex: "2027-09-06T06:00Z"',
        "last_day: 30.0",
        "horizon: 45.0",
        "pace: {normal: 48.0, guarded: 24.0, high: 12.0, full: 12.0}",
    ]
    return "\n".join(words) + "\n" + _text(0, "synopsis", SYNOPSIS) + "\n".join(rest) + "\n"


def _locations() -> dict[str, tuple[str, float, float, tuple[str, ...], str, int]]:
    """By id: name, coordinates, kinds, owner, and how big its owner is."""
    found: dict[str, tuple[str, float, float, tuple[str, ...], str, int]] = {}
    for each in MEMBERS:
        headquarters = ("headquarters",) if each.id == HEADQUARTERS else ()
        capital = ("capital", *headquarters, "base", "airfield", "railhead")
        found[f"{each.id}-capital"] = (*each.capital, capital, each.id, each.size)
        found[f"{each.id}-base"] = (*each.base, ("base", "railhead"), each.id, each.size)
        if each.port:
            found[f"{each.id}-port"] = (*each.port, ("port", "base", "railhead"), each.id, each.size)
    for name, title, lat, lon, kinds, owner in OTHERS:
        found[name] = (title, lat, lon, kinds, owner, 3)
    return found


def _theatre() -> str:
    places = _locations()
    text = "theatre:\n  name: From the river to the ocean\n  locations:\n"
    for name, (title, lat, lon, kinds, owner, size) in places.items():
        throughput = {
            "parking": 3 + 3 * size if "airfield" in kinds else None,
            "berths": 1 + size if "port" in kinds else None,
            "trains": 6 + 4 * size if "railhead" in kinds else None,
        }
        given = {key: value for key, value in throughput.items() if value}
        text += _entry(4, id=name, name=title, lat=lat, lon=lon, kinds=f"[{', '.join(kinds)}]", **given, owner=owner)
    return text + "  routes:\n" + "".join(_routes(places))


def _routes(places: dict[str, tuple[str, float, float, tuple[str, ...], str, int]]) -> Iterable[str]:
    """Roads and railways within members and between neighbours, the way to Galmouth, sea lanes and air bridges."""

    def land(one: str, other: str, borders: int, *modes: str) -> Iterable[str]:
        for mode in modes:
            detour = RAIL_DETOUR if mode == "rail" else ROAD_DETOUR
            km = float(round(_km(places[one][1:3], places[other][1:3]) * detour))
            crossing = {"borders": borders} if borders else {}
            yield _entry(4, mode=mode, ends=f"[{one}, {other}]", km=km, **crossing)

    for each in MEMBERS:
        yield from land(f"{each.id}-capital", f"{each.id}-base", 0, "road", "rail")
        if each.port:
            yield from land(f"{each.id}-capital", f"{each.id}-port", 0, "road", "rail")
    for one, other in NEIGHBOURS:
        yield from land(f"{one}-capital", f"{other}-capital", 1, "road", "rail")
    yield from land(f"{HOST}-capital", OBJECTIVE, 0, "road", "rail")
    yield from land(f"{HOST}-base", OBJECTIVE, 0, "road", "rail")
    yield from land(HOST_PORT, OBJECTIVE, 0, "road", "rail")
    yield from land("pannora-capital", NEUTRAL_CITY, 1, "road", "rail")
    yield from land(NEUTRAL_CITY, f"{HOST}-capital", 1, "road", "rail")
    yield from land("korva", "yasha", 0, "road", "rail")
    yield from land("chernov", "yasha", 0, "road")
    yield from land("yasha", "pruth", 1, "road")
    yield from land("pruth", OBJECTIVE, 0, "road")
    for each in MEMBERS:
        if each.port and each.id != HOST:
            km = float(round(sea_km(each.id, HOST)))
            passed = {} if HARBOURS[each.id] == "black" or each.id == STRAITS else {"through": f"[{STRAITS}]"}
            yield _entry(4, mode="sea", ends=f"[{each.id}-port, {HOST_PORT}]", km=km, **passed)
    for each in MEMBERS:
        if each.id != HOST:
            yield _entry(4, mode="air", ends=f"[{each.id}-capital, {HOST}-capital]")
    yield _entry(4, mode="air", ends=f"[{HOST}-capital, {OBJECTIVE}]")


def _km(one: Sequence[float | str], other: Sequence[float | str]) -> float:
    spots = [Location(id="spot", name="-", lat=float(at[0]), lon=float(at[1]), kinds=()) for at in (one, other)]
    return great_circle_km(*spots)


def sea_km(start: str, end: str) -> float:
    """Kilometres from one member's port to another's along the sea lanes."""
    ports = {each.id: each.port[1:] for each in MEMBERS if each.port}
    legs: dict[str, list[tuple[str, float]]] = {}
    for leg in LEGS:
        one, other = leg.split()
        km = _km(LANES[one], LANES[other])
        legs.setdefault(one, []).append((other, km))
        legs.setdefault(other, []).append((one, km))
    queue = [(_km(ports[start], LANES[HARBOURS[start]]), HARBOURS[start])]
    reached: dict[str, float] = {}
    while queue:
        km, point = heapq.heappop(queue)
        if point not in reached:
            reached[point] = km
            for other, more in legs[point]:
                heapq.heappush(queue, (km + more, other))
    return reached[HARBOURS[end]] + _km(LANES[HARBOURS[end]], ports[end])


# --- the sides -----------------------------------------------------------------------------------------------


def _forces(each: Member) -> tuple[Formation, ...]:
    return (*BY_SIZE[each.size], *EXTRA.get(each.id, ()))


def _nation(number: int, each: Member) -> str:
    coverage = BETTER.get(each.id, COVERAGE[each.size])
    great = each.size / 5
    text = "".join(
        f"{'  - ' if key == 'id' else '    '}{key}: {value}\n"
        for key, value in {
            "id": each.id,
            "name": each.name,
            "adjective": each.adjective,
            "capital": f"{each.id}-capital",
            "interoperability": round(0.55 + 0.04 * each.size + 0.01 * (number % 5), 2),
            "population": round((0.8, 7.0, 15.0, 55.0, 300.0)[each.size - 1] * (1 + 0.1 * (number % 4)), 1),
            "gdp": round((25.0, 160.0, 650.0, 2400.0, 20000.0)[each.size - 1] * (1 + 0.1 * (number % 3)), 1),
            "defence_share": round(0.015 + 0.025 * each.stake, 3),
            "openness": 0.65 if each.id in ("bosmara", "pannora", "morova") else 0.85,
            "trade": each.trade,
            "technology": f"{{command: {0.4 + 0.4 * great:.2f}, surveillance: {0.35 + 0.5 * great:.2f}, "
            f"cyber: {0.9 if each.id == 'tarvia' else 0.4 + 0.35 * great:.2f}, weapons: {0.4 + 0.4 * great:.2f}}}",
            "resilience": round(0.45 + 0.05 * (number % 6), 2),
            "support": each.support,
            "mandate": each.mandate,
            "stake": each.stake,
            "sensitivity": round(0.3 + 0.35 * each.stake, 2),
            "threshold": round(0.45 - 0.22 * each.stake, 2),
        }.items()
    )
    text += "    collection:\n"
    for discipline, share in zip(DISCIPLINES, coverage, strict=True):
        if share:
            text += _entry(6, discipline=discipline, coverage=share)
    text += "    forces:\n"
    places = {"c": "capital", "b": "base", "p": "port"}
    for kind, title, strength, tonnes, people, notice, where in _forces(each):
        place = places[where] if each.port or where != "p" else "base"
        text += _entry(
            6,
            id=f"{each.id}-{title.lower().replace(' ', '-')}",
            name=f"{each.adjective} {title}",
            kind=kind,
            strength=strength,
            tonnes=float(tonnes),
            personnel=people,
            notice=float(notice),
            at=f"{each.id}-{place}",
        )
    if each.id in LIFT:
        text += "    lift:\n"
        for mode, title, carriers, payload in LIFT[each.id]:
            text += _entry(
                6, id=f"{each.id}-{mode}", name=f"{each.adjective} {title}", mode=mode, carriers=carriers,
                payload=float(payload),
            )  # fmt: skip
    text += "    aims:\n" + "".join(_entry(6, **aim) for aim in _aims(number, each))
    return text + "\n"


def _aims(number: int, each: Member) -> list[dict[str, object]]:
    """Two private aims: one that goes with how much it has at stake, one that goes with what it is."""

    def aim(kind: str, words: str, **terms: object) -> dict[str, object]:
        return {"kind": kind, "id": f"{each.id}-{kind.replace('_', '-')}", "text": words, **terms}

    most = round(0.5 * sum(formation[2] for formation in _forces(each)), 1)
    first = (
        aim("measure_adopted", "The council adopts a deployment.", measure="deploy")
        if each.stake >= 0.6
        else aim("keep_forces_home", f"No more than {most:g} brigades of ours are sent away.", most=most)
    )
    if each.trade >= 0.12 and each.id != HOST:
        return [first, aim("measure_avoided", "There are no sanctions.", measure="sanctions")]
    others = (
        aim("support_at_least", "Our people are still behind us at the end.", level=round(each.support - 0.05, 2)),
        aim("no_concession", "Nothing of Galmouth is given away."),
        aim("no_commitment", "We are bound by no public commitment."),
        aim("share_reports_at_least", "Our allies know a third of what we know.", share=0.33),
        aim("alert_at_most", "The alliance stays below high alert.", level=1),
    )
    if each.id == HOST:
        return [first, others[1]]
    return [first, others[number % len(others)]]


def _alliance() -> str:
    members = _listed([each.id for each in MEMBERS], 12)
    return (
        "alliance:\n  id: great-alliance\n  name: The Great Alliance\n"
        f"  members: {members}\n"
        f"  headquarters: {HEADQUARTERS}-capital\n"
        "  decision_rule: consensus\n  silence: 24.0\n"
        "  plans: [statement, monitor, heighten_readiness, activate_forces, deploy]\n"
        "  delegated: [heighten_readiness]\n  fund: 2000.0\n"
    )


def _agreements() -> str:
    everyone = [each.id for each in MEMBERS]
    north = ["jordmark", "nordra", "vennmark", "saimara", "tarvia", "nemora"]
    treaties: tuple[tuple[str, str, list[str], dict[str, object]], ...] = (
        ("great-treaty", "mutual_defence", everyone, {"clarity": 0.6}),
        ("great-consultations", "consultation", everyone, {}),
        ("great-digest", "intelligence_sharing", everyone, {"tier": "alliance_wide"}),
        ("five-ears", "intelligence_sharing", ["columbra", "albara", "laurenta", "tarvia"], {"tier": "inner_circle"}),
        ("river-watch", "intelligence_sharing", ["arvena", "tolvia"], {"tier": "bilateral"}),
        ("great-movement", "logistics", [name for name in everyone if name not in ("pannora", "thulia")], {}),
        ("northern-cyber", "cyber_defence", north, {}),
        ("great-fund", "common_funding", everyone, {}),
        ("plain-training", "joint_training", ["wislara", "lodmark", "merovia", "hansmark", "columbra"], {}),
    )
    text = "agreements:\n"
    for name, kind, parties, terms in treaties:
        text += _entry(2, id=name, kind=kind, **terms, parties=_listed(parties, 5))
    relations = (
        ("ellara", "bosmara", 0.4, 0.5),
        ("pannora", "tatrena", 0.45, 0.2),
        ("skoria", "morova", 0.45, 0.3),
        ("arvena", "tolvia", 0.75, 0.0),
        ("wislara", "columbra", 0.75, 0.0),
        ("hansmark", "ulmark", 0.75, 0.0),
    )
    text += "\nrelations:\n"
    for one, other, trust, dispute in relations:
        text += _entry(2, parties=f"[{one}, {other}]", trust=trust, dispute=dispute)
    text += "\nthird_parties:\n"
    text += _entry(2, id=NEUTRAL, name="The Republic of Timora", kind="neutral", leaning=0.0)
    text += _entry(2, id="tamar", name="Great Tamar", kind="patron", leaning=-0.6)
    return text + _entry(2, id="united-nations", name="The United Nations", kind="united_nations", leaning=0.0)


def _adversary() -> str:
    text = (
        f"adversaries:\n  - id: {ADVERSARY}\n    name: Korvania\n    adjective: Korvanian\n    capital: korva\n"
        "    aim: river-mouth\n    value: 1.0\n    rung: 3\n    mobilisation: 0.3\n    hybrid: 0.5\n"
        "    deception: 0.4\n    types:\n"
    )
    for name, probability in (("opportunist", 0.25), ("coercer", 0.3), ("determined", 0.25), ("desperate", 0.2)):
        text += _entry(6, type=name, probability=probability)
    text += "    forces:\n"
    for name, title, kind, strength, at in (
        ("kor-guards", "Korvanian Guards Armoured Division", "heavy", 2.6, "yasha"),
        ("kor-fourth", "Korvanian 4th Mechanised Division", "mechanised", 2.2, "korva"),
        ("kor-seventh", "Korvanian 7th Mechanised Brigade", "mechanised", 1.0, "yasha"),
        ("kor-airborne", "Korvanian Airborne Brigade", "airborne", 0.8, "chernov"),
        ("kor-fighters", "Korvanian Fighter Regiment", "fighter", 0.9, "korva"),
        ("kor-bridges", "Korvanian Bridging Regiment", "engineers", 0.5, "yasha"),
    ):
        text += _entry(6, id=name, name=title, kind=kind, strength=strength, at=at)
    text += "\nobjectives:\n"
    return text + _entry(
        2, id="river-mouth", name="Galmouth and the river's mouth", at=OBJECTIVE, owner=HOST, weight=1.0, defence=1.5
    )


def _indicators() -> str:
    text = "indicators:\n"
    for name, words, category, discipline, rates in INDICATORS:
        often = ", ".join(
            f"{hypothesis}: {rate}"
            for hypothesis, rate in zip(
                ("routine", "exercise", "coercion", "limited_attack", "major_attack"), rates, strict=True
            )
        )
        text += f"  - id: {name}\n    text: {words}\n    category: {category}\n    discipline: {discipline}\n"
        text += f"    rates: {{{often}}}\n"
        text += f"    forces: {_listed(SHOWN[name])}\n" if name in SHOWN else ""
    return text


# --- the exercise --------------------------------------------------------------------------------------------


def _briefs() -> str:
    written = {"hq": HQ_BRIEF, "commander": COMMANDER_BRIEF, "red": RED_BRIEF, "excon": EXCON_BRIEF}
    text = "briefs:\n"
    for number, each in enumerate(MEMBERS):
        text += f"  - seat: {each.id}\n" + _text(4, "text", _brief(number, each))
    for seat, words in written.items():
        text += f"  - seat: {seat}\n" + _text(4, "text", words)
    return text


def _brief(number: int, each: Member) -> str:
    """What the government wants, has and fears, and what it might do in the first turn."""
    aims = " ".join(str(aim["text"]) for aim in _aims(number, each))
    return " ".join((_who(each), _has(each), _fears(each), f"Your private aims: {aims}", _first_turn(each)))


def _who(each: Member) -> str:
    if each.id == HOST:
        return (
            f"You are the government of {each.name}, {each.known_for}. Korvania wants Galmouth, where its river meets "
            "the sea, and the garrison there is worth one and a half brigades against seven or eight."
        )
    feels = "very much" if each.stake >= 0.7 else "a good deal" if each.stake >= 0.5 else "less than others"
    return (
        f"You are the government of {each.name}, {each.known_for}. Korvania wants Galmouth, a river port of Arvena, "
        f"and the treaty says that this concerns you; to your own people it means {feels}."
    )


def _has(each: Member) -> str:
    forces = [f"the {title} ({strength:g})" for _, title, strength, *_ in _forces(each)]
    text = f"You have, in brigades, {', '.join(forces[:-1])} and {forces[-1]}."
    lift = [f"{carriers} {mode} carriers" for mode, _, carriers, _ in LIFT.get(each.id, ())]
    if lift:
        text += f" With {' and '.join(lift)} you carry others as well as yourself."
    mandate = {
        "none": "Your government decides about them by itself.",
        "cabinet": "Your cabinet must agree before they move, and takes about a day.",
        "parliament": "Your parliament must agree before they move; it takes days, and it can refuse.",
    }[each.mandate]
    coverage = BETTER.get(each.id, COVERAGE[each.size])
    sees = max(coverage)
    eyes = "you see much by yourself" if sees >= 0.65 else "most of what you know, others must tell you"
    return f"{text} {mandate} As to Korvania, {eyes}."


def _fears(each: Member) -> str:
    if each.id == HOST:
        return "You fear a council that waits for proof, and friends who offer Korvania a part of what is yours."
    if each.trade >= 0.12:
        return (
            f"You fear sanctions, for {each.trade:.0%} of your trade is with Korvania, and you fear being blamed for a "
            "break of silence as much as being dragged along."
        )
    if each.id == STRAITS:
        return "You fear that every warship in the straits makes you a party."
    if each.support <= 0.55:
        return "You fear your own public: support is thin, and a false alarm would make it thinner."
    if each.stake >= 0.6:
        return "You fear being next, and an alliance that shows itself to be words."
    return "You fear being asked for forces that you need at home, and having said yes too early or no too late."


def _first_turn(each: Member) -> str:
    if each.id == HOST:
        return (
            "First turn: read your reports, state your probability, call a consultation and ready your own brigades. "
            "Share what tells an attack from an exercise with those who doubt."
        )
    if each.mandate == "parliament":
        return (
            "First turn: state your probability honestly. Seek your mandate as soon as a deployment is tabled, not "
            "when it is adopted: the two can run side by side."
        )
    if each.size == 1:
        return (
            "First turn: you have a voice, not an army. Read, ask for what you cannot see, and take a position early: "
            "members who are sure make others sure."
        )
    return (
        "First turn: state your probability, ready what you could send first, and ask your nearest ally what it knows. "
        "What is offered after the activation order stays behind."
    )


def _exercise() -> str:
    text = "mel:\n"
    injects: tuple[tuple[dict[str, str], str], ...] = (
        (
            {"kind": "indication", "id": "columns-filmed", "at": '"D+0T00:00"', "indicator": "columns-east"},
            "Columns of tanks are filmed on the road from Korva to Yasha. Korvania speaks of an autumn exercise.",
        ),
        (
            {"kind": "message", "id": "barges-wait", "at": '"D+1T06:00"', "to": "[allies]"},
            "Forty barges wait above the border for papers that nobody had to show before.",
        ),
        (
            {"kind": "indication", "id": "right-to-the-sea", "at": '"D+3T06:00"', "indicator": "hostile-broadcasts"},
            "All Korvanian stations carry a speech on the river that belongs to those who live along it.",
        ),
        (
            {"kind": "message", "id": "timora-note", "at": '"D+5T06:00"', "to": "[hq, commander, pannora, arvena]"},
            "Timora would let military trains pass, its foreign minister says, if it were asked, and asked politely.",
        ),
        (
            {"kind": "message", "id": "straits-note", "at": '"D+8T06:00"', "to": "[bosmara, hq, commander]"},
            "The harbour pilots of the straits ask how many warships are coming, and who pays when one of them sinks.",
        ),
        (
            {"kind": "indication", "id": "exercise-over", "at": '"D+14T06:00"', "indicator": "observers-invited"},
            "Korvania declares its exercise over and shows journalists a train full of tanks. It is a short train.",
        ),
        (
            {"kind": "message", "id": "what-does-it-cost", "at": '"D+20T06:00"', "to": "[allies]"},
            "In a dozen parliaments the question is what it costs a day. In the others it is what it would have cost.",
        ),
    )
    for fields, words in injects:
        lines = [f"{key}: {value}" for key, value in fields.items()]
        text += f"  - {lines[0]}\n" + "".join(f"    {line}\n" for line in lines[1:]) + _text(4, "text", words)
    text += "\ntraining:\n"
    for name, words, seats, actions in (
        (
            "decide-in-time",
            "The council decides on a deployment within ten days of the first indication.",
            "[allies]",
            ("{does: {event: measure_adopted, measure: deploy}, by_when: {hours: 240}}",),
        ),
        (
            "share-what-tells",
            "Members that see share with members that do not.",
            "[allies]",
            ("{does: {event: report_released, count: 10}, by_when: {hours: 168}}",),
        ),
        (
            "move-at-once",
            "Forces move within two days of the decision.",
            "[commander]",
            (
                (
                    "{does: {event: activation_ordered}, "
                    "by_when: {hours: 48, after: {event: measure_adopted, measure: deploy}}}"
                ),
            ),
        ),
    ):
        text += f"  - id: {name}\n    text: {words}\n    seats: {seats}\n    actions:\n"
        text += "".join(f"      - {action}\n" for action in actions)
    return text


if __name__ == "__main__":
    FILE.write_text(make(), encoding="utf-8")
