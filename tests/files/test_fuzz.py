"""Whatever a file holds, its loader gives a result or faults that can be shown, and never another exception.

Random bytes are refused at once; so most inputs here are real files with a few things changed: characters, lines,
values of any type in any place, and, for replays, with checksums that fit again.
"""

import json
from copy import deepcopy
from typing import Any

import hypothesis
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.files.surgery import ORDERS, SOUND, put_together, small_session, take_apart
from wargame.files.bundled import DOCTRINE
from wargame.files.doctrines import load_doctrine
from wargame.files.faults import FileFaults
from wargame.files.replays import load_replay
from wargame.files.scenarios import load_scenario
from wargame.files.scripts import load_script
from wargame.files.strict_yaml import read
from wargame.files.text import read_text
from wargame.replay.verify import verify

SCENARIO_TEXT = SOUND.read_text(encoding="utf-8")
SCENARIO = read(read_text(SOUND)).data
DOCTRINE_TEXT = DOCTRINE.read_text(encoding="utf-8")
DOCTRINE_DATA = read(read_text(DOCTRINE)).data

# --- what is put into files ----------------------------------------------------------------------------------

TOKENS = [
    ": ",
    "- ",
    "\n",
    "  ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!!int ",
    "<<: ",
    "---\n",
    "|\n",
    "\t",
    "#",
    "'",
]
TOKENS += [
    '"',
    ",",
    "null",
    "true",
    ".nan",
    "1e999",
    "9" * 30,
    "-1",
    "0.5",
    "\x00",
    "\x1b",
    "\ufeff",
    "\u2028",
    "é",
    "\\ud800",
]
WORDS = [
    "dalvora",
    "tevara",
    "zelmar",
    "call-up",
    "red",
    "excon",
    "all",
    "D+0T00:00",
    "D+99T99:99",
    "indication",
    "message",
]
ATOMS = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(WORDS)
    | st.text(st.characters(codec="utf-8"), max_size=6)
)
VALUES = st.recursive(
    ATOMS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=3),
    max_leaves=6,
)
PLACES = st.floats(0, 1, exclude_max=True)
CUTS = st.tuples(PLACES, st.integers(0, 40), st.sampled_from(TOKENS) | st.text(max_size=5))
"""Where in a text, how many characters are taken out, and what is put in."""
DOINGS = st.tuples(st.sampled_from(["replace", "delete", "double", "rename", "reverse"]), PLACES, VALUES)
"""What is done to a value of a document, which one it is, and with what."""


def cut(text: str, cuts: list[tuple[float, int, str]]) -> str:
    for place, count, new in cuts:
        at = int(place * (len(text) + 1))
        text = text[:at] + new + text[at + count :]
    return text


def cut_bytes(content: bytes, cuts: list[tuple[float, int, str]]) -> bytes:
    for place, count, new in cuts:
        at = int(place * (len(content) + 1))
        content = content[:at] + new.encode("utf-8", "surrogatepass") + content[at + count :]
    return content


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every list or record within a value, with each of its keys."""
    found: list[tuple[Any, Any]] = []
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        found.append((value, key))
        found += places(value[key])
    return found


def changed(document: Any, doings: list[tuple[str, float, Any]]) -> Any:
    """A copy of a document in which things have been done to some of its values."""
    document = deepcopy(document)
    for doing, place, value in doings:
        within = places(document)
        holder, key = within[int(place * len(within))] if within else ([None], 0)
        if doing == "replace":
            holder[key] = deepcopy(value)
        elif doing == "delete":
            del holder[key]
        elif doing == "reverse" and isinstance(holder[key], list):
            holder[key].reverse()
        elif doing == "double" and isinstance(holder, list):
            holder.insert(key, deepcopy(holder[key]))
        elif doing == "rename" and isinstance(holder, dict):
            holder[str(value)] = holder.pop(key)
    return document


def as_yaml(document: Any) -> str:
    """JSON is YAML, as far as loaders here are concerned."""
    return json.dumps(document, indent=1, ensure_ascii=False)


SCENARIOS = (
    st.lists(CUTS, max_size=6).map(lambda cuts: cut(SCENARIO_TEXT, cuts))
    | st.lists(DOINGS, max_size=6).map(lambda doings: as_yaml(changed(SCENARIO, doings)))
    | st.lists(DOINGS, min_size=30, max_size=60).map(lambda doings: as_yaml(changed(SCENARIO, doings)))
    | st.text()
)
DOCTRINES = (
    st.lists(CUTS, max_size=4).map(lambda cuts: cut(DOCTRINE_TEXT, cuts))
    | st.lists(DOINGS, max_size=4).map(lambda doings: as_yaml(changed(DOCTRINE_DATA, doings)))
    | st.text()
)
SCRIPTS = (
    st.lists(CUTS, max_size=4).map(lambda cuts: cut(ORDERS, cuts).encode("utf-8", "surrogatepass"))
    | st.lists(DOINGS, max_size=4).map(
        lambda doings: "\n".join(
            json.dumps(line) for line in changed([json.loads(line) for line in ORDERS.splitlines()], doings)
        )
    )
    | st.binary()
)
REPLAYS = (
    st.lists(CUTS, min_size=1, max_size=4).map(lambda cuts: cut_bytes(small_session(), cuts))
    | st.binary(max_size=200).map(lambda more: small_session()[: len(small_session()) // 2] + more)
    | st.binary()
)


def after_header(doings: list[tuple[str, float, Any]]) -> Any:
    header, *others = take_apart(small_session())
    return [header, *changed(others, doings)]


def in_header(doings: list[tuple[str, float, Any]]) -> Any:
    header, *others = take_apart(small_session())
    return [changed(header, doings), *others]


SOME_DOINGS = st.lists(DOINGS, min_size=1, max_size=3)
RESEALED = SOME_DOINGS.map(after_header) | SOME_DOINGS.map(in_header)

# --- what becomes of it --------------------------------------------------------------------------------------


def settled(load, path, content):
    """A file's content -> what its loader makes of it, or None when it says what is wrong."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    try:
        return load(path)
    except FileFaults as told:
        return show(told)


def show(told):
    assert str(told)
    assert json.dumps(told.to_plain())


def scenario(path, text):
    settled(lambda file: load_scenario(str(file)), path, text)


def doctrine(path, text):
    settled(load_doctrine.__wrapped__, path, text)


def decision_file(path, content):
    settled(lambda file: load_script(str(file), load_scenario(str(SOUND))), path, content)


def damaged_replay(path, content):
    replay = settled(load_replay, path, content)
    if replay is not None:
        verdict = verify(replay)
        assert (verdict.fault is None) == (content == small_session())


def resealed_replay(path, blocks):
    """Whatever it says, it is refused, damaged or differs, unless it says what was played."""
    try:
        content = put_together(blocks)
    except (ValueError, TypeError, AttributeError, LookupError):
        return  # no file can be made of this
    replay = settled(load_replay, path, content)
    if replay is not None:
        assert len(verify(replay).fault or "") < 1_000


LOADERS = {
    "scenario": (SCENARIOS, scenario),
    "doctrine": (DOCTRINES, doctrine),
    "decision file": (SCRIPTS, decision_file),
    "damaged replay": (REPLAYS, damaged_replay),
    "resealed replay": (RESEALED, resealed_replay),
}


def try_many(name, folder, count, seed):
    inputs, settle = LOADERS[name]

    @hypothesis.seed(seed)
    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(inputs)
    def it_is_settled(made):
        settle(folder / "fuzz.any", made)

    it_is_settled()


@pytest.mark.parametrize("name", LOADERS)
def test_whatever_a_file_holds_its_loader_gives_a_result_or_faults(name, tmp_path):
    try_many(name, tmp_path, count=200, seed=0)


@pytest.mark.long
@pytest.mark.parametrize("part", range(1, 11))
@pytest.mark.parametrize("name", LOADERS)
def test_twenty_thousand_files_give_a_result_or_faults(name, part, tmp_path):
    try_many(name, tmp_path, count=2_000, seed=part)
