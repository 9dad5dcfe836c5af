"""What states and bodies outside the alliance do, by the computer (`docs/model.md` 7.28).

Neutrals answer for their territory where forces move; here are the United Nations and patrons of either side.
"""

from wargame.engine.world import World
from wargame.model.clock import DAY
from wargame.model.event import EVERYONE, Event
from wargame.model.happenings import (
    AidGranted,
    AttackBegan,
    ClashHappened,
    MediationOffered,
    PatronBacked,
    PatronRestrained,
    ResolutionPassed,
    ResolutionVetoed,
    SanctionsImposed,
    SanctionsUndermined,
    StatementMade,
)
from wargame.model.scenario import ThirdParty
from wargame.rules.draw import lognormal


class ThirdParties:
    """Answers violence and sanctions."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.third_parties
        third_parties = world.scenario.third_parties
        self.bodies = [each for each in third_parties if each.kind == "united_nations"]
        self.patrons = [each for each in third_parties if each.kind == "patron"]
        self.met: set[str] = set()
        """Adversaries whose violence has been before the United Nations."""
        self.courted: set[str] = set()
        """Adversaries that patrons have helped to bear sanctions, or have declined to."""
        world.when(ClashHappened, self.clash)
        world.when(AttackBegan, self.attack)
        world.when(SanctionsImposed, self.undermine)

    def clash(self, event: Event, body: ClashHappened) -> None:
        self.meet(body.adversary, event)

    def attack(self, event: Event, body: AttackBegan) -> None:
        """An attack brings the United Nations together, and patrons to show where they stand."""
        self.meet(body.adversary, event)
        owner = next(each.owner for each in self.world.scenario.objectives if each.id == body.objective)
        for patron in self.patrons:
            if patron.leaning < 0.0:
                backs = self.world.draw(patron.id, "backs") < -patron.leaning
                stand = PatronBacked if backs else PatronRestrained
                self.world.emit(stand(patron=patron.id, adversary=body.adversary), event, EVERYONE)
            elif patron.leaning > 0.0:
                said = self.world.emit(StatementMade(by=patron.id, commits=False), event, EVERYONE)
                amount = round(self.parameters.aid * patron.leaning, 6)
                self.world.emit(AidGranted(patron=patron.id, nation=owner, amount=amount), said, EVERYONE)

    # --- the United Nations ----------------------------------------------------------------------------------

    def meet(self, adversary: str, violence: Event) -> None:
        """The first violence of an adversary's is taken up within days."""
        if adversary in self.met:
            return
        self.met.add(adversary)
        for body in self.bodies:
            draw = self.world.draw(body.id, "session")
            days = lognormal(draw, self.parameters.un_days, self.parameters.un_sd)
            self.world.call(round(days * DAY), self.vote, body, adversary, violence)

    def vote(self, body: ThirdParty, adversary: str, violence: Event) -> None:
        """It condemns, unless a patron of the adversary's vetoes; either way it offers to mediate."""
        vetoed = None
        for patron in self.patrons:
            drawn = self.world.draw(patron.id, "veto")
            if patron.leaning < 0.0 and drawn < -patron.leaning and vetoed is None:
                vetoed = patron.id
        if vetoed is None:
            self.world.emit(ResolutionPassed(by=body.id, adversary=adversary), violence, EVERYONE)
        else:
            failed = ResolutionVetoed(by=body.id, adversary=adversary, patron=vetoed)
            self.world.emit(failed, violence, EVERYONE)
        self.world.emit(MediationOffered(mediator=body.id, adversary=adversary), violence, EVERYONE)

    # --- patrons of the adversary ----------------------------------------------------------------------------

    def undermine(self, event: Event, body: SanctionsImposed) -> None:
        """The first sanctions show whether a patron of the adversary's helps it to bear them."""
        if body.adversary in self.courted or body.share == 0.0:
            return
        self.courted.add(body.adversary)
        for patron in self.patrons:
            helps = self.world.draw(patron.id, "undermines") < -patron.leaning
            if helps and body.adversary not in self.world.situation.undermined:
                helped = SanctionsUndermined(patron=patron.id, adversary=body.adversary)
                self.world.emit(helped, event, EVERYONE)
