"""Umpire's logs written by hand, event by event, for tests of scores."""

from tests.worlds import report_received
from wargame.model.clock import HOUR
from wargame.model.decisions.consultation import MeasureText
from wargame.model.event import EVERYONE, Event
from wargame.model.happenings import (
    ActivationOrdered,
    AdversaryPrepared,
    Body,
    ConsultationCalled,
    CouncilConvened,
    ExerciseEnded,
    ForceArrived,
    ForceCapable,
    ForceLoaded,
    ForceOffered,
    HorizonReached,
    IndicatorShown,
    MeasureTabled,
    RequirementMet,
    RungChanged,
    TurnBegan,
    WarningIssued,
)

OWNERS = {"n": "north", "s": "south", "w": "west"}
"""Nations by the first letter of their forces, as in `tests/worlds.py`."""
DEPLOY = MeasureText(kind="deploy", place="gate", strength=1.0)


class Log(list[Event]):
    """An umpire's log that grows by `add`; times are in hours."""

    def add(self, hours: float, body: Body, cause: Event | None = None, measure: str | None = None) -> Event:
        event = Event(
            id=len(self) + 1,
            time=round(hours * HOUR),
            cause=cause.id if cause else None,
            measure=measure,
            audience=EVERYONE,
            body=body,
        )
        self.append(event)
        return event

    # --- the chain, a link a call ----------------------------------------------------------------------------

    def report(self, shown: float, received: float, label: str = "r1", nation: str = "north") -> Event:
        """Something showed, and a nation's own sensors had it on its staff's desk some hours later."""
        seen = self.add(shown, IndicatorShown(indicator="columns"))
        return self.add(received, report_received(nation, label, observed=round(shown * HOUR)), seen)

    def warn(self, hours: float, on: Event, *reports: str, nation: str = "north") -> Event:
        return self.add(hours, WarningIssued(nation=nation, probability=0.4, reports=reports), on)

    def meet(self, called: float, convened: float, on: Event | None, nation: str = "north") -> Event:
        call = self.add(called, ConsultationCalled(nation=nation), on)
        return self.add(convened, CouncilConvened(), call)

    def table(self, hours: float, on: Event, measure: str = "m1", text: MeasureText = DEPLOY) -> Event:
        return self.add(hours, MeasureTabled(by="north", text=text), on, measure)

    def activate(self, hours: float, on: Event, *forces: str, measure: str = "m1") -> Event:
        for force in forces:
            self.add(hours, ForceOffered(nation=OWNERS[force[0]], force=force), on, measure)
        return self.add(hours, ActivationOrdered(forces=forces, strength=float(len(forces))), self[-1], measure)

    def bring(
        self, force: str, loaded: float, arrived: float, on: Event, measure: str = "m1", debarked: bool = True
    ) -> Event:
        load = self.add(loaded, ForceLoaded(force=force), on, measure)
        return self.add(arrived, ForceArrived(force=force, place="gate", debarked=debarked), load, measure)

    def able(self, hours: float, force: str, on: Event, measure: str = "m1") -> Event:
        return self.add(hours, ForceCapable(force=force, strength=1.0, effective=0.9), on, measure)

    def met(self, on: Event) -> Event:
        return self.add(on.time / HOUR, RequirementMet(strength=1.0), on, on.measure)

    # --- the adversary, and the end --------------------------------------------------------------------------

    def adversary(self, rung: int = 3, mobilisation: float = 0.3) -> Event:
        body = AdversaryPrepared(
            adversary="redland", type="coercer", objective="gate", rung=rung, mobilisation=mobilisation
        )
        return self.add(0.0, body)

    def rung(self, hours: float, old: int, new: int, mobilisation: float = 0.3) -> Event:
        body = RungChanged(adversary="redland", old=old, new=new, mobilisation=mobilisation)
        return self.add(hours, body, self[0])

    def turn(self, hours: float, number: int) -> Event:
        return self.add(hours, TurnBegan(turn=number))

    def endex(self, hours: float) -> Event:
        return self.add(hours, ExerciseEnded(reason="last_day"), self[0])

    def end(self, hours: float) -> Event:
        return self.add(hours, HorizonReached())


def whole_chain() -> Log:
    """Shown 2 h, received 5, warned 10, called 12, convened 20, activated 50; the force loaded 80, there 90, capable
    130 h after STARTEX.
    """
    log = Log()
    warning = log.warn(10.0, log.report(2.0, 5.0), "r1")
    measure = log.table(24.0, log.meet(12.0, 20.0, warning))
    ordered = log.activate(50.0, measure, "s-para")
    log.met(log.able(130.0, "s-para", log.bring("s-para", 80.0, 90.0, ordered)))
    return log


def endex_before(kind: str) -> Log:
    """The whole chain; play ends just before the first event of that kind."""
    whole, log = whole_chain(), Log()
    at = next(event.id for event in whole if event.body.kind == kind)
    for event in whole:
        if event.id == at:
            log.endex(event.time / HOUR)
        cause = None if event.cause is None else log[event.cause - 1 + (event.cause >= at)]
        log.add(event.time / HOUR, event.body, cause, event.measure)
    return log
