"""The model's parameters, a file a family.

Values, units, ranges, sources and status stand in `wargame/data/doctrine.yaml`. This package holds their names and
types only: loading refuses a doctrine file that lacks one or has one too many. The zeros here are what a seat is told
of parameters it may not know; the engine never runs on them.
"""

from typing import Annotated

from wargame.model.doctrine.bonds import BondParameters
from wargame.model.doctrine.combat import CombatParameters
from wargame.model.doctrine.consultation import ConsultationParameters, PositionParameters
from wargame.model.doctrine.deployment import DeploymentParameters
from wargame.model.doctrine.disruption import DisruptionParameters
from wargame.model.doctrine.home_front import HomeFrontParameters
from wargame.model.doctrine.intelligence import IntelligenceParameters
from wargame.model.doctrine.play import PlayParameters, ScoreParameters
from wargame.model.doctrine.society import ReliefParameters, SanctionParameters, ThirdPartyParameters
from wargame.model.doctrine.talks import TalksParameters
from wargame.model.doctrine.threat import ThreatParameters, TypeParameters, Types
from wargame.model.fields import Known, record

__all__ = [
    "BondParameters",
    "CombatParameters",
    "ConsultationParameters",
    "DeploymentParameters",
    "DisruptionParameters",
    "Doctrine",
    "HomeFrontParameters",
    "IntelligenceParameters",
    "PlayParameters",
    "PositionParameters",
    "ReliefParameters",
    "SanctionParameters",
    "ScoreParameters",
    "TalksParameters",
    "ThirdPartyParameters",
    "ThreatParameters",
    "TypeParameters",
    "Types",
]


@record
class Doctrine:
    """Every parameter of the model."""

    threat: Annotated[ThreatParameters, Known.OWNER] = ThreatParameters()
    types: Annotated[Types, Known.UMPIRE] = Types()
    talks: Annotated[TalksParameters, Known.UMPIRE] = TalksParameters()
    intelligence: IntelligenceParameters = IntelligenceParameters()
    consultation: ConsultationParameters = ConsultationParameters()
    positions: PositionParameters = PositionParameters()
    bonds: BondParameters = BondParameters()
    deployment: DeploymentParameters = DeploymentParameters()
    home_front: HomeFrontParameters = HomeFrontParameters()
    disruption: DisruptionParameters = DisruptionParameters()
    combat: CombatParameters = CombatParameters()
    sanctions: SanctionParameters = SanctionParameters()
    relief: ReliefParameters = ReliefParameters()
    third_parties: ThirdPartyParameters = ThirdPartyParameters()
    play: PlayParameters = PlayParameters()
    scores: ScoreParameters = ScoreParameters()
