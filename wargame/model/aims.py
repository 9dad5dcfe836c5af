"""National aims: what a government wants for itself. Private, partly opposed to what its allies want.

Each is judged from events, with credit for what was reached in part (`docs/model.md` 8.6).
"""

from typing import Annotated, Literal

from wargame.model.fields import Identifier, Probability, Span, Tagged, Words, record

Strength = Annotated[float, Span(0, 100, "BE")]


@record
class AnyAim:
    """What all aims have in common."""

    id: Identifier
    text: Words
    """The aim as the government would put it, for its own seat."""


@record
class KeepForcesHome(AnyAim):
    """Not to have more than so much sent away at a time."""

    kind: Literal["keep_forces_home"] = "keep_forces_home"
    most: Strength


@record
class SendForces(AnyAim):
    """To have so much capable in the field."""

    kind: Literal["send_forces"] = "send_forces"
    least: Strength


@record
class BeRecognised(AnyAim):
    """To stand for so large a share of the forces that the alliance has capable in the field."""

    kind: Literal["be_recognised"] = "be_recognised"
    share: Probability


@record
class Lead(AnyAim):
    """To be the first member to do something."""

    kind: Literal["lead"] = "lead"
    act: Literal["call", "table", "offer", "commit"]
    """Call a consultation, table a measure, offer a force, commit itself in public."""


@record
class MeasureWanted(AnyAim):
    """To have the alliance adopt a measure of a kind."""

    kind: Literal["measure_adopted"] = "measure_adopted"
    measure: Identifier
    """Kind of measure: `deploy`, `sanctions` …"""


@record
class MeasureUnwanted(AnyAim):
    """To have the alliance adopt no measure of a kind."""

    kind: Literal["measure_avoided"] = "measure_avoided"
    measure: Identifier


@record
class AlertAtMost(AnyAim):
    """To have the alliance declare no higher alert level."""

    kind: Literal["alert_at_most"] = "alert_at_most"
    level: Annotated[int, Span(0, 2)]


@record
class RungAtMost(AnyAim):
    """To have the adversary climb no higher."""

    kind: Literal["rung_at_most"] = "rung_at_most"
    rung: Annotated[int, Span(0, 8)]


@record
class NoConcession(AnyAim):
    """To have nothing of an objective conceded; without one, of any."""

    kind: Literal["no_concession"] = "no_concession"
    objective: Identifier | None = None


@record
class ObjectiveHeld(AnyAim):
    """To keep an objective out of the adversary's hands, by force or by concession."""

    kind: Literal["objective_held"] = "objective_held"
    objective: Identifier


@record
class SupportAtLeast(AnyAim):
    """To have as much domestic support at the end."""

    kind: Literal["support_at_least"] = "support_at_least"
    level: Probability


@record
class CapitalAtLeast(AnyAim):
    """To have as much political capital left at ENDEX."""

    kind: Literal["capital_at_least"] = "capital_at_least"
    amount: Annotated[float, Span(0, 20, "political capital")]


@record
class SpendAtMost(AnyAim):
    """To spend no more on the crisis."""

    kind: Literal["spend_at_most"] = "spend_at_most"
    amount: Annotated[float, Span(0, 1_000_000, "million")]


@record
class HostNoForces(AnyAim):
    """To have no more of its allies' forces on its own soil."""

    kind: Literal["host_no_forces"] = "host_no_forces"
    most: Strength = 0.0


@record
class ShareReports(AnyAim):
    """To release so large a share of its own reports to allies."""

    kind: Literal["share_reports_at_least"] = "share_reports_at_least"
    share: Probability


@record
class KeepSources(AnyAim):
    """To release no larger a share of its own reports."""

    kind: Literal["share_reports_at_most"] = "share_reports_at_most"
    share: Probability


@record
class NoCommitment(AnyAim):
    """Not to be bound by a public commitment."""

    kind: Literal["no_commitment"] = "no_commitment"


Aim = Annotated[
    KeepForcesHome
    | SendForces
    | BeRecognised
    | Lead
    | MeasureWanted
    | MeasureUnwanted
    | AlertAtMost
    | RungAtMost
    | NoConcession
    | ObjectiveHeld
    | SupportAtLeast
    | CapitalAtLeast
    | SpendAtMost
    | HostNoForces
    | ShareReports
    | KeepSources
    | NoCommitment,
    Tagged(),
]
