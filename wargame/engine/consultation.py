"""The council, from the call to the decision and what it does (`docs/model.md` section 6)."""

from wargame.engine.convening import Convening
from wargame.engine.guidance import Guidance
from wargame.engine.measures import Measures
from wargame.engine.positions import Positions
from wargame.engine.silence import Silence
from wargame.engine.world import World


class Consultation:
    """All processes of the council. Silence comes before guidance: what decides a measure makes waiting idle."""

    def __init__(self, world: World) -> None:
        Convening(world)
        Silence(world)
        Guidance(world)
        Positions(world)
        Measures(world)
