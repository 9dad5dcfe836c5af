"""The catalogue of decisions is complete (MODEL.md section 9), says the truth, and can be read from files."""

import inspect
import json
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from pydantic import TypeAdapter, ValidationError

from wargame.model import decisions
from wargame.model.decisions import CATALOGUE, KINDS, Decision, page
from wargame.model.decisions.catalogue import GROUPS, ROLES
from wargame.model.fields import Pattern, Span, Tagged

DOCUMENT = Path(__file__).parents[2] / "docs" / "decisions.md"

SECTION_9 = {
    "nation": """
        call_consultation table_measure amend_measure take_position lobby side_payment
        offer_force withdraw_offer move_force ready_force grant_access grant_transit
        seek_mandate hasten_mandate
        task_collection request_information release_report sanitise_report publish_report attribute_attack
        commit_publicly assure open_back_channel make_offer refuse_offer sanction defend_networks repair
        build_resilience send_relief set_rules_of_engagement state_probability
        commit_force evacuate cease_fire
        open_talks answer_talks sign_agreement ratify_agreement suspend_agreement withdraw_from_agreement
        pledge pay_contribution audit_contributions hold_exercise transfer_technology invest
        adopt_adjustment amend_adjustment drop_adjustment
    """,
    "hq": """
        convene_council set_silence narrow_measure change_venue spend_common_fund mediate hold_review
    """,
    "commander": """
        issue_activation_warning state_requirements order_activation set_lift_priority set_port_priority
        order_delegated_measure counter_attack
    """,
    "red": """
        hold climb back_down attack hybrid_attack feint red_offer answer_offer wedge_ally
    """,
    "excon": """
        fire_inject hold_inject edit_inject add_inject override_adjudication extend_turn end_exercise
        note reseed
    """,
}
"""Who can take what, written by hand from MODEL.md; what follows an attack is from its section 7."""

COSTS = {
    "call_consultation": 1,
    "lobby": 1,
    "side_payment": 1,
    "publish_report": 2,
    "make_offer": 2,
    "accept_offer": 2,
    "commit_publicly": 3,
    "hasten_mandate": 3,
}
"""Every decision that costs political capital: a side payment is lobbying, both sorts of offer concede."""

BUILT = """
    call_consultation table_measure take_position set_silence offer_force withdraw_offer ready_force
    seek_mandate order_activation release_report state_probability commit_publicly reseed end_exercise note
"""

adapter: TypeAdapter[Any] = TypeAdapter(Decision)


def sample(hint: Any, *, full: bool) -> Any:
    """A legal value of a type; with `full`, optional things are there, numbers are as large as may be."""
    base, *markers = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    if get_origin(base) in (Union, UnionType):
        choices = [choice for choice in get_args(base) if choice is not NoneType]
        optional = len(choices) < len(get_args(base))
        return None if optional and not full else sample(choices[-1 if full else 0], full=full)
    if get_origin(base) is Literal:
        return get_args(base)[-1 if full else 0]
    if get_origin(base) is tuple:
        inner = get_args(base)
        return tuple(sample(each, full=full) for each in (inner if Ellipsis not in inner else inner[:1] * 3))
    if is_dataclass(base):
        return instance(base, full=full)
    for marker in markers:
        if isinstance(marker, Span):
            return base(marker.high if full else marker.low)
        if isinstance(marker, Pattern):
            return "D+3T06:00" if marker.longest == 12 else "an-id"
    assert base is bool, f"no sample for {hint}"
    return full


def instance(cls: Any, *, full: bool) -> Any:
    hints = get_type_hints(cls, include_extras=True)
    asked = [each.name for each in fields(cls) if each.name != "kind" and (full or each.default is MISSING)]
    kind = {"kind": sample(hints["kind"], full=full)} if "kind" in hints and cls not in CATALOGUE else {}
    return cls(**kind, **{name: sample(hints[name], full=full) for name in asked})


@pytest.mark.parametrize("full", [False, True], ids=["least", "most"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_decision_survives_a_file(kind: str, full: bool) -> None:
    made = instance(KINDS[kind], full=full)
    written = adapter.dump_json(made)
    assert json.loads(written)["kind"] == kind
    assert adapter.validate_json(written) == made


@pytest.mark.parametrize("kind", KINDS)
def test_no_decision_takes_a_field_it_does_not_know(kind: str) -> None:
    written = {**json.loads(adapter.dump_json(instance(KINDS[kind], full=True))), "surplus": 1}
    with pytest.raises(ValidationError, match="surplus"):
        adapter.validate_json(json.dumps(written))


def test_bounds_and_kinds_are_kept() -> None:
    for wrong in (
        {"kind": "hybrid_attack", "adversary": "a", "means": "cyber", "nation": "n", "intensity": 0.51},
        {"kind": "make_offer", "adversary": "a", "objective": "o", "share": 0.0, "deadline": 24.0},
        {"kind": "set_rules_of_engagement", "rules": "none"},
        {"kind": "nuclear_use"},
    ):
        with pytest.raises(ValidationError):
            adapter.validate_json(json.dumps(wrong))


@pytest.mark.parametrize("role", SECTION_9)
def test_9_every_seat_has_its_decisions(role: str) -> None:
    """MODEL.md 9: the list of decisions a seat can take."""
    listed = SECTION_9[role].split()
    assert [kind for kind in listed if kind not in KINDS] == []
    assert [kind for kind in listed if role not in CATALOGUE[KINDS[kind]].roles] == []


def test_9_nothing_else_is_in_the_catalogue() -> None:
    """Besides section 9 there are accepting an offer and asking a mediator, from the talks of section 4."""
    listed = {kind for kinds in SECTION_9.values() for kind in kinds.split()}
    assert set(KINDS) - listed == {"accept_offer", "ask_mediator"}


def test_9_costs() -> None:
    """MODEL.md 9: consultation 1, lobby 1 a nation, publish 2, concede 2, commitment 3, hasten mandate 3."""
    assert {kind: CATALOGUE[cls].cost for kind, cls in KINDS.items() if CATALOGUE[cls].cost} == COSTS


def test_9_breaking_silence_costs_2_and_so_does_fighting_after_all() -> None:
    extra = {entry.kind: entry.extra_cost for entry in CATALOGUE.values() if entry.extra_cost}
    assert extra == {
        "take_position": "2 to break silence",
        "commit_force": "2 if the government's first reflex was to stand aside",
    }


def test_9_only_nations_pay() -> None:
    assert {entry.roles for entry in CATALOGUE.values() if entry.cost} == {("nation",)}


def test_kinds_are_unique_and_in_the_order_of_the_groups() -> None:
    assert len(KINDS) == len(CATALOGUE) == len(get_args(get_args(Decision)[0]))
    assert set(KINDS.values()) == set(CATALOGUE)
    assert all(CATALOGUE[cls].kind == kind for kind, cls in KINDS.items())
    places = [GROUPS.index(CATALOGUE[cls].group) for cls in KINDS.values()]
    assert places == sorted(places)
    assert set(places) == set(range(len(GROUPS)))


def test_every_class_is_exported() -> None:
    for cls in CATALOGUE:
        assert getattr(decisions, cls.__name__) is cls
        assert cls.__name__ in decisions.__all__


@pytest.mark.parametrize("kind", KINDS)
def test_every_decision_is_documented(kind: str) -> None:
    cls = KINDS[kind]
    entry = CATALOGUE[cls]
    first = inspect.cleandoc(cls.__doc__ or "").partition("\n")[0]
    assert first.endswith(".")
    assert not first.startswith(f"{cls.__name__}(")  # what dataclass writes where nobody wrote anything
    assert entry.roles
    assert set(entry.roles) <= set(ROLES)
    for said in (entry.needs, entry.delay, entry.effect, entry.seen_by, entry.undo):
        assert said
        assert not said.endswith(".")


def test_what_is_not_built_says_why() -> None:
    built = {entry.kind for entry in CATALOGUE.values() if not entry.missing}
    assert built >= set(BUILT.split())
    for entry in CATALOGUE.values():
        if entry.missing:
            assert len(entry.missing.split()) >= 4, entry.kind
            assert not entry.missing.endswith(".")


def test_undo_names_decisions_that_exist() -> None:
    for entry in CATALOGUE.values():
        named = {word.strip(",;") for word in entry.undo.split() if "_" in word}
        assert named <= set(KINDS), entry.kind


def test_the_document_is_up_to_date() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == page.markdown(), (
        f"docs/decisions.md is out of date; renew it with: {page.COMMAND} > docs/decisions.md"
    )


def test_the_document_names_every_decision_and_what_it_lacks() -> None:
    shown = page.markdown()
    for entry in CATALOGUE.values():
        assert shown.count(f"\n`{entry.kind}`: ") == 1
        section = shown.split(f"\n`{entry.kind}`: ")[1].split("\n##")[0]
        assert ("**Not built yet: " + entry.missing in section) == bool(entry.missing)
        assert f"| Needs | {entry.needs} |" in section


def test_the_page_shows_bounds_units_and_what_a_field_means() -> None:
    shown = page.markdown()
    assert "| `hours` | number from 6 to 72 h | |" in shown
    assert "| `terms` | record; optional | Terms asked for instead; a counter-proposal needs them. |" in shown
    assert "| `lines.by` | text | Needed there, capable, by this instant, such as D+3T06:00. |" in shown
    assert "| `forces` | list of id | First to last. |" in shown
    assert "| `inject` | record of kind message or indication or incident or aggression or support | |" in shown
    assert "| Cost | no political capital, 2 to break silence |" in shown


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_terminal_page_fits_and_marks_what_is_not_built(width: int) -> None:
    shown = page.text(width)
    lines = shown.splitlines()
    assert shown.isascii()
    assert max(map(len, lines)) <= width
    for entry in CATALOGUE.values():
        mark = "-" if entry.missing else "+"
        assert sum(line.startswith(f"{mark} {entry.kind} (") for line in lines) == 1
    assert [line for line in lines if line.isupper()] == [group.upper() for group in GROUPS]


def test_the_plain_page_is_json_in_the_same_order() -> None:
    shown = json.loads(json.dumps(page.plain()))
    assert [entry["kind"] for entry in shown] == list(KINDS)
    silence = next(entry for entry in shown if entry["kind"] == "set_silence")
    assert silence["roles"] == ["hq"]
    assert silence["missing"] == ""
    assert [(each["name"], each["low"], each["high"], each["unit"]) for each in silence["fields"]] == [
        ("measure", None, None, ""),
        ("hours", 6, 72, "h"),
    ]


def test_fields_are_those_of_the_record() -> None:
    for cls in CATALOGUE:
        outer = [each.name for each in page.fields_of(cls) if "." not in each.name]
        assert outer == [each.name for each in fields(cls) if each.name != "kind"]


def test_a_tagged_union_is_read_by_its_kind() -> None:
    assert isinstance(get_args(Decision)[1], Tagged)
    assert adapter.validate_json('{"kind": "note", "text": "well done"}') == decisions.Note(text="well done")
