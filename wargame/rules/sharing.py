"""Who may have a report, on what terms and how soon (`docs/model.md` 5.5, 5.10, 5.15, 5.17)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wargame.model.doctrine import IntelligenceParameters
from wargame.model.happenings import ReportReceived
from wargame.model.methods import changed
from wargame.model.nation import Discipline
from wargame.model.reports import MEDIA, PRECEDENCES, PUBLIC, Classification, Control, Precedence, Reliability
from wargame.model.scenario import ATTACK_HYPOTHESES, COMMANDER, HQ, HYPOTHESES, Agreement, Rates, Tier
from wargame.model.situation import Picture, ReportState
from wargame.rules.assessment import report

TIERS: tuple[Tier, ...] = ("inner_circle", "bilateral", "alliance_wide")
"""Closest first; without an agreement there is none."""
URGENT: frozenset[str] = frozenset({"flash", "immediate"})
"""Precedences that wait for no release procedure where the recipient is cleared."""
LOWER_LETTER: dict[Reliability, Reliability] = {"A": "B", "B": "C", "C": "D", "D": "E", "E": "E", "F": "F"}
"""A version that hides its source cannot have it judged as well."""
PUBLISHED: tuple[Reliability, int] = ("A", 2)
"""Admiralty grade of what a government vouches for before the world."""
IN_THE_NEWS: tuple[Reliability, int] = ("C", 3)
"""Admiralty grade of what the media report."""


# --- marks ---------------------------------------------------------------------------------------------------


class Marks(NamedTuple):
    """What an originator writes on a report."""

    classification: Classification
    control: Control
    rel_to: tuple[str, ...]


def marks(
    parameters: IntelligenceParameters,
    discipline: Discipline,
    partners: tuple[str, ...],
    u_class: float,
    u_control: float,
) -> Marks:
    """Marks by how secret the discipline's sources are and by two draws, in no relation to whether it is true."""
    secrecy: float = getattr(parameters, f"secrecy_{discipline}")
    top = secrecy * parameters.top_secret_share
    classification: Classification = "restricted"
    if u_class < secrecy:
        classification = "top_secret" if u_class < top else "secret"
    noforn = secrecy * parameters.noforn_share
    if u_control < noforn:
        return Marks(classification, "noforn", ())
    if u_control < noforn + secrecy * parameters.orcon_share:
        return Marks(classification, "orcon", partners)
    if classification == "restricted":
        return Marks(classification, "releasable", ())
    return Marks(classification, "rel_to", partners)


def telling(rates: Rates) -> float:
    """How much a wholly trusted report speaks for an attack and against routine, in nats; limited or major, whichever
    is more.
    """
    said = zip(HYPOTHESES, report(rates), strict=True)
    return max(each for hypothesis, each in said if hypothesis in ATTACK_HYPOTHESES)


def precedence(parameters: IntelligenceParameters, strength: float) -> Precedence:
    """How urgent a report is that speaks for an attack with so many nats."""
    bounds = (parameters.flash_evidence, parameters.immediate_evidence, parameters.priority_evidence)
    return next((name for name, bound in zip(PRECEDENCES, bounds, strict=False) if strength >= bound), "routine")


def precedence_hours(parameters: IntelligenceParameters, name: Precedence) -> float:
    """How long a message of this precedence is on its way; a routine one is gathered for the next summary."""
    hours = {
        "flash": parameters.flash_hours,
        "immediate": parameters.immediate_hours,
        "priority": parameters.priority_hours,
    }
    return hours.get(name, 0.0)


# --- agreements ----------------------------------------------------------------------------------------------


def tier_between(agreements: Iterable[Agreement], one: str, other: str) -> Tier | None:
    """The closest intelligence-sharing agreement that binds both; the alliance's own seats are everybody's partners
    at arm's length.
    """
    found: list[Tier] = [
        each.tier for each in agreements if each.kind == "intelligence_sharing" and {one, other} <= set(each.parties)
    ]
    if {one, other} & {HQ, COMMANDER}:
        found.append("alliance_wide")
    return min(found, key=TIERS.index, default=None)


def partners(agreements: Sequence[Agreement], nation: str, others: Iterable[str]) -> tuple[str, ...]:
    """The nations that a report is marked for (REL TO): those of an inner circle or a bilateral agreement."""
    close = ("inner_circle", "bilateral")
    return tuple(each for each in others if each != nation and tier_between(agreements, nation, each) in close)


# --- releasing -----------------------------------------------------------------------------------------------


def cleared(body: ReportReceived, to: str, sanitised: bool) -> bool:
    """Whether a recipient may have the report as it is, or its sanitised version."""
    return sanitised or body.control == "releasable" or to in body.rel_to


def version(held: ReportState, to: str) -> bool:
    """Whether what goes to `to` is the sanitised version: where there is one and the report is not marked for it."""
    return held.sanitised == "ready" and to not in held.body.rel_to


def sanitised(body: ReportReceived) -> ReportReceived:
    """The version that hides its source, which cannot be judged as well therefore; every ally may have it."""
    letter = LOWER_LETTER[body.reliability]
    return changed(
        body, reliability=letter, classification="restricted", control="releasable", rel_to=(), sanitised=True
    )


def needs_consent(body: ReportReceived, holder: str, to: str) -> bool:
    """Third-party rule: who passes on what another nation's sensors saw asks that nation first, unless its mark names
    the recipient; ORCON always.
    """
    if body.originator == holder or body.control == "releasable":
        return to == PUBLIC and body.originator != holder
    return body.control == "orcon" or to not in body.rel_to


def national(held: ReportState) -> bool:
    """Whether no ally may have it (NOFORN), since there is no version yet that hides its source."""
    return held.body.control == "noforn" and held.sanitised != "ready"


def obstacle(held: ReportState, holder: str, to: str) -> str | None:
    """Why a holder may not pass a report on; None when it may, be it that its originator will be asked first."""
    body = held.body
    if held.disproved is not None:
        return "it has been disproved"
    if body.originator == MEDIA or held.published:
        return "everyone can read it"
    if to == body.originator:
        return "its originator has it"
    if held.consents.get(to) == "asked":
        return "its originator has been asked and has not answered"
    if held.consents.get(to) == "refused":
        return "its originator does not consent"
    if national(held) and to != PUBLIC:
        return "it is for this nation only (NOFORN) until it has been sanitised"
    return None


@dataclass(frozen=True, slots=True)
class Way:
    """How a released report goes."""

    median: float
    """Hours of the release procedure; 0 when it goes at once."""
    never: float
    """Chance that it is stopped on the way."""


def way(
    parameters: IntelligenceParameters,
    tier: Tier | None,
    body: ReportReceived,
    to: str,
    *,
    sanitised: bool,
    how: Precedence,
) -> Way:
    """The way of a report to a recipient with whom there is an agreement of `tier`, or none.

    What needs no sanitising goes one tier faster than to whom it is not marked for; what does need it takes the
    time of the alliance-wide tier at least.
    """
    clear = cleared(body, to, sanitised)
    if clear and tier is not None and how in URGENT:
        return Way(0.0, 0.0)
    step = len(TIERS) if tier is None else TIERS.index(tier)
    if not clear:
        step = max(step, TIERS.index("alliance_wide"))
    elif to not in body.rel_to and step >= TIERS.index("alliance_wide"):
        step -= 1
    hours = (
        parameters.release_inner_hours,
        parameters.release_bilateral_hours,
        parameters.release_alliance_hours,
        parameters.release_none_hours,
    )
    return Way(hours[step], parameters.release_never if step == len(TIERS) else 0.0)


def consent_chance(parameters: IntelligenceParameters, tier: Tier | None, body: ReportReceived, to: str) -> float:
    """Chance that an originator consents, by its own agreement with the recipient."""
    chances = {
        "inner_circle": parameters.consent_inner,
        "bilateral": parameters.consent_bilateral,
        "alliance_wide": parameters.consent_alliance,
    }
    chance = chances.get(tier or "", parameters.consent_none)
    if to == PUBLIC:
        chance = parameters.consent_publish
    return chance * (parameters.consent_orcon if body.control == "orcon" else 1.0)


def answers(picture: Picture, categories: Mapping[str, str], holder: str, to: str, about: str) -> ReportState | None:
    """What a staff answers a request with by itself: its newest own report on the subject that `to` is cleared for."""
    fitting = [
        held
        for held in picture.by_originator.get(holder, ())
        if categories[held.body.indicator] == about
        and to not in held.released_to
        and obstacle(held, holder, to) is None
        and cleared(held.body, to, held.sanitised == "ready")
    ]
    return max(fitting, key=lambda held: (held.body.observed, held.event), default=None)
