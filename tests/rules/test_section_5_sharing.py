"""docs/model.md section 5: what is written on a report, who may have it and how soon."""

from dataclasses import replace
from typing import Any

import pytest

from tests.worlds import INDICATORS, doctrine, report_received
from wargame.model.happenings import ReportReceived
from wargame.model.reports import PUBLIC
from wargame.model.scenario import Agreement, Rates
from wargame.model.situation import Picture, ReportState
from wargame.rules.sharing import (
    Way,
    answers,
    cleared,
    consent_chance,
    marks,
    needs_consent,
    obstacle,
    partners,
    precedence,
    precedence_hours,
    sanitised,
    telling,
    tier_between,
    version,
    way,
)

INTELLIGENCE = doctrine().intelligence
SHARING = (
    Agreement(id="ears", kind="intelligence_sharing", parties=("north", "south", "east"), tier="inner_circle"),
    Agreement(id="watch", kind="intelligence_sharing", parties=("north", "west"), tier="bilateral"),
    Agreement(
        id="digest", kind="intelligence_sharing", parties=("north", "south", "west", "isle"), tier="alliance_wide"
    ),
    Agreement(id="guard", kind="mutual_defence", parties=("north", "far")),
)
NATIONS = ("north", "south", "west", "east", "isle", "far")


def a_report(**changes: Any) -> ReportReceived:
    marks: dict[str, Any] = {"control": "rel_to", "rel_to": ("south", "west"), "classification": "secret"}
    return replace(report_received(indicator="blood"), **marks | changes)


def holds(**changes: Any) -> ReportState:
    return ReportState(event=1, received=0, body=a_report(**changes))


# --- 5.5 precedence ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limited", "trusted", "name"),
    [
        (1.0, 1.0, "flash"),
        (1.0, 0.5, "priority"),
        (0.4, 1.0, "immediate"),
        (0.15, 1.0, "routine"),
        (0.02, 1.0, "routine"),
    ],
)
def test_5_5_a_report_is_as_urgent_as_it_speaks_for_an_attack(limited: float, trusted: float, name: str) -> None:
    """`w ln(rate_attack / rate_routine)` from 2 is FLASH, from 1.2 IMMEDIATE, from .5 PRIORITY; below it is ROUTINE."""
    rates = Rates(routine=0.1, exercise=0.1, coercion=0.1, limited_attack=limited, major_attack=0.1)
    assert precedence(INTELLIGENCE, trusted * telling(rates)) == name


def test_5_5_what_speaks_against_an_attack_can_wait() -> None:
    rates = Rates(routine=0.1, exercise=5.0, coercion=0.1, limited_attack=0.01, major_attack=0.01)
    assert precedence(INTELLIGENCE, telling(rates)) == "routine"


def test_5_5_each_precedence_has_its_time_of_service() -> None:
    """10 minutes, 1 hour, 3 hours; routine reports wait for the summary."""
    hours = [precedence_hours(INTELLIGENCE, name) for name in ("flash", "immediate", "priority", "routine")]
    assert hours == pytest.approx([1 / 6, 1.0, 3.0, 0.0], abs=1e-4)


# --- 5.15 marks ----------------------------------------------------------------------------------------------


def test_5_15_open_sources_are_restricted_and_for_every_ally() -> None:
    for u in (0.01, 0.5, 0.99):
        made = marks(INTELLIGENCE, "open_source", ("south",), u, u)
        assert (made.classification, made.control, made.rel_to) == ("restricted", "releasable", ())


def test_5_15_how_secret_a_source_is_tells_how_often_its_reports_are() -> None:
    """Of human sources (.8): .32 top secret, .48 secret, .2 restricted; .12 NOFORN, .24 ORCON."""
    shares: dict[str, int] = {}
    for step in range(1000):
        u = (step + 0.5) / 1000
        made = marks(INTELLIGENCE, "human", ("south",), u, 0.99)
        control = marks(INTELLIGENCE, "human", ("south",), 0.5, u)
        for name in (made.classification, control.control):
            shares[name] = shares.get(name, 0) + 1
    assert shares == {"top_secret": 320, "secret": 480, "restricted": 200, "noforn": 120, "orcon": 240, "rel_to": 640}


def test_5_15_what_is_not_for_the_nation_alone_names_its_close_partners() -> None:
    assert partners(SHARING, "north", NATIONS) == ("south", "west", "east")
    assert partners(SHARING, "isle", NATIONS) == ()
    assert marks(INTELLIGENCE, "human", ("south", "west"), 0.5, 0.99).rel_to == ("south", "west")
    assert marks(INTELLIGENCE, "human", ("south", "west"), 0.5, 0.2).control == "orcon"
    assert marks(INTELLIGENCE, "human", ("south", "west"), 0.5, 0.01).rel_to == ()


# --- 5.10 tiers and delays -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "tier"),
    [
        ("north", "south", "inner_circle"),
        ("west", "north", "bilateral"),
        ("isle", "south", "alliance_wide"),
        ("north", "far", None),
        ("far", "hq", "alliance_wide"),
        ("north", "commander", "alliance_wide"),
    ],
)
def test_5_10_the_closest_agreement_that_binds_both_counts(one: str, other: str, tier: str | None) -> None:
    assert tier_between(SHARING, one, other) == tier


@pytest.mark.parametrize(
    ("tier", "to", "hours"),
    [
        ("inner_circle", "south", 5.0),
        ("bilateral", "west", 24.0),
        ("alliance_wide", "isle", 65.0),
        (None, "far", 230.0),
    ],
)
def test_5_10_release_takes_as_long_as_the_tier_says(tier: Any, to: str, hours: float) -> None:
    goes = way(INTELLIGENCE, tier, a_report(), to, sanitised=False, how="priority")
    assert goes == Way(hours, 0.4 if tier is None else 0.0)


def test_5_10_what_needs_no_sanitising_goes_one_tier_faster() -> None:
    """To an ally at arm's length in a day instead of days, without an agreement in days and for sure."""
    open_to_all = a_report(control="releasable", rel_to=())
    for body, ready in ((open_to_all, False), (a_report(), True)):
        assert way(INTELLIGENCE, "alliance_wide", body, "isle", sanitised=ready, how="priority") == Way(24.0, 0.0)
        assert way(INTELLIGENCE, None, body, "far", sanitised=ready, how="priority") == Way(65.0, 0.0)


def test_5_10_what_is_not_meant_for_a_partner_is_sanitised_for_it() -> None:
    noted = a_report(rel_to=("west",))
    assert way(INTELLIGENCE, "inner_circle", noted, "south", sanitised=False, how="flash") == Way(65.0, 0.0)


@pytest.mark.parametrize(("how", "at_once"), [("flash", True), ("immediate", True), ("priority", False)])
def test_5_10_urgent_reports_go_at_once_to_whom_they_are_cleared_for(how: Any, at_once: bool) -> None:
    assert (way(INTELLIGENCE, "bilateral", a_report(), "west", sanitised=False, how=how).median == 0.0) is at_once
    assert way(INTELLIGENCE, "alliance_wide", a_report(), "isle", sanitised=False, how=how).median == 65.0
    assert (way(INTELLIGENCE, "alliance_wide", a_report(), "isle", sanitised=True, how=how).median == 0.0) is at_once
    assert way(INTELLIGENCE, None, a_report(), "far", sanitised=True, how=how).median > 0.0


# --- 5.15, 5.17 who may have it ------------------------------------------------------------------------------


def test_5_15_noforn_goes_to_nobody_until_it_is_sanitised() -> None:
    held = holds(control="noforn", rel_to=())
    assert "NOFORN" in (obstacle(held, "north", "south") or "")
    held.sanitised = "begun"
    assert obstacle(held, "north", "south") is not None
    held.sanitised = "ready"
    assert obstacle(held, "north", "south") is None
    assert cleared(held.body, "south", sanitised=True)
    assert obstacle(holds(control="noforn", rel_to=()), "north", PUBLIC) is None  # a government may tell the world


def test_5_15_what_is_marked_for_a_nation_reaches_it_as_it_is_and_others_sanitised() -> None:
    held = holds()
    held.sanitised = "ready"
    assert not version(held, "south")
    assert version(held, "isle")


def test_5_19_a_sanitised_version_hides_its_source_and_is_judged_a_letter_lower() -> None:
    hidden = sanitised(a_report(reliability="A"))
    assert (hidden.reliability, hidden.credibility) == ("B", 2)
    assert (hidden.control, hidden.classification, hidden.sanitised) == ("releasable", "restricted", True)


@pytest.mark.parametrize(
    ("control", "to", "asked"),
    [
        ("rel_to", "west", False),
        ("rel_to", "isle", True),
        ("orcon", "west", True),
        ("orcon", "isle", True),
        ("releasable", "isle", False),
        ("releasable", PUBLIC, True),
        ("rel_to", PUBLIC, True),
    ],
)
def test_5_17_who_passes_on_anothers_report_asks_unless_its_marks_say_so(control: Any, to: str, asked: bool) -> None:
    assert needs_consent(a_report(nation="south", control=control), "south", to) is asked
    assert not needs_consent(a_report(control=control), "north", to)  # one's own


def test_5_17_an_originator_consents_as_its_agreement_with_the_recipient_is_close() -> None:
    """.9, .8, .6, .3; six tenths of that under originator control; .15 for publication."""
    tiers: tuple[Any, ...] = ("inner_circle", "bilateral", "alliance_wide", None)
    plain = [consent_chance(INTELLIGENCE, tier, a_report(), "isle") for tier in tiers]
    assert plain == [0.9, 0.8, 0.6, 0.3]
    controlled = [consent_chance(INTELLIGENCE, tier, a_report(control="orcon"), "isle") for tier in tiers]
    assert controlled == pytest.approx([0.54, 0.48, 0.36, 0.18])
    assert consent_chance(INTELLIGENCE, None, a_report(), PUBLIC) == 0.15


def test_5_17_a_report_does_not_go_back_to_its_originator_nor_to_whom_it_refused() -> None:
    held = holds(nation="south")
    assert obstacle(held, "south", "north") == "its originator has it"
    held.consents["isle"] = "asked"
    assert "has not answered" in (obstacle(held, "south", "isle") or "")
    held.consents["isle"] = "refused"
    assert "does not consent" in (obstacle(held, "south", "isle") or "")
    held.consents["isle"] = "granted"
    assert obstacle(held, "south", "isle") is None


def test_5_10_what_is_public_or_disproved_is_not_passed_on() -> None:
    assert obstacle(holds(originator="media"), "north", "south") == "everyone can read it"
    told, wrong = holds(), holds()
    told.published, wrong.disproved = True, 5
    assert obstacle(told, "north", "south") == "everyone can read it"
    assert obstacle(wrong, "north", "south") == "it has been disproved"


# --- 5.20 what a staff answers by itself ---------------------------------------------------------------------


def test_5_20_a_staff_answers_with_its_newest_own_report_that_the_asker_is_cleared_for() -> None:
    categories = {each.id: each.category for each in INDICATORS}
    picture = Picture()
    kinds: tuple[dict[str, Any], ...] = (
        {"observed": 10},
        {"observed": 20},
        {"observed": 30, "control": "noforn", "rel_to": ()},
        {"observed": 40, "originator": "west"},
        {"observed": 50, "indicator": "columns"},
        {"observed": 60, "rel_to": ("west",)},
    )
    for number, changes in enumerate(kinds):
        picture.file(ReportState(event=number, received=0, body=a_report(report=f"r{number}", **changes)))
    held = answers(picture, categories, "north", "south", "logistics")
    assert held is picture.reports["r1"]
    held.released_to = ("south",)
    assert answers(picture, categories, "north", "south", "logistics") is picture.reports["r0"]
    assert answers(picture, categories, "north", "isle", "logistics") is None
