"""Bodies of events, one record type a kind of happening, a file a family.

Each family lists its records in `__all__` and joins those that are bodies of events in one union; whoever adds a kind
of happening does so in its family's file alone.
"""

from typing import Annotated, get_args

from wargame.model.fields import Tagged
from wargame.model.happenings.bonds import *
from wargame.model.happenings.combat import *
from wargame.model.happenings.consultation import *
from wargame.model.happenings.deployment import *
from wargame.model.happenings.disruption import *
from wargame.model.happenings.excon import *
from wargame.model.happenings.home_front import *
from wargame.model.happenings.intelligence import *
from wargame.model.happenings.measures import *
from wargame.model.happenings.society import *
from wargame.model.happenings.talks import *
from wargame.model.happenings.threat import *
from wargame.model.happenings.umpire import *

Body = Annotated[
    UmpireBody
    | ThreatBody
    | TalksBody
    | CombatBody
    | IntelligenceBody
    | ConsultationBody
    | MeasuresBody
    | BondsBody
    | DeploymentBody
    | HomeFrontBody
    | DisruptionBody
    | SocietyBody
    | ExconBody,
    Tagged(),
]
BODIES: tuple[type, ...] = get_args(get_args(Body)[0])

EXOGENOUS: frozenset[type] = frozenset(
    {ExerciseStarted, TurnBegan, HorizonReached, InjectFired, AdversaryPrepared, FalseAlarmArose, AccidentHappened}
)
"""Kinds that come from outside the world and name no cause; every other event names one."""

SEALED: frozenset[type] = frozenset(
    {
        AdversaryChose,
        AdversaryPrepared,
        RungChanged,
        IndicatorShown,
        HybridAttackMade,
        AccidentHappened,
        InjectFired,
        AdjudicationOverridden,
        ReportLeaked,
        FeintBegan,
        BackChannelOpened,
    }
)
"""Kinds through which no seat's causes are traced that may not see them: what moved the adversary is its own
secret; a true report must not be told from a false alarm, nor an attack from an accident, by what stands behind it;
what exercise control did must not show in what an inject follows, nor how a report came to be released in its leak;
and talks that leak say nothing of why they began."""

FLASH: frozenset[type] = frozenset({AttackBegan, ClashHappened})
"""Kinds that stop the clock before the turn's end. Everyone sees them, so that the stop tells nobody anything."""
