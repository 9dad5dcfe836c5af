"""The road to crisis: forming, paying for, training and reviewing an alliance."""

from typing import Annotated, Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.decisions.terms import AgreementTerms, Money, Strength, Technology
from wargame.model.fields import Days, Identifier, Probability, Span
from wargame.model.scenario import AgreementKind

TALKS = "negotiations are not simulated yet"
TREATIES = "signature and ratification are not simulated yet"
BURDENS = "contributions and burden sharing are not simulated yet"
REVIEWS = "periodic reviews are not simulated yet"


@decision(
    group="road to crisis",
    roles=("nation",),
    needs="another nation, and no talks on the same agreement that are under way",
    delay="each round lasts days to weeks",
    effect="the parties negotiate common objectives, terms, obligations, then formalisation",
    seen_by="the parties",
    undo="answer_talks with leave",
    missing=TALKS,
)
class OpenTalks:
    """Open talks on an agreement, or on widening one."""

    kind: Literal["open_talks"] = "open_talks"
    parties: tuple[Identifier, ...]
    """Nations that are invited."""
    agreement: AgreementKind
    terms: AgreementTerms
    """Opening position."""
    widens: Identifier | None = None
    """Agreement in force that the parties would accede to, or that a protocol would be added to."""


@decision(
    group="road to crisis",
    roles=("nation",),
    needs="talks that the nation was invited to and that wait for its answer",
    delay="at once; it counts in the next round",
    effect="talks go on, settle when all accept the same terms, or fail when patience runs out",
    seen_by="the parties",
    undo="answer otherwise in the next round",
    missing=TALKS,
)
class AnswerTalks:
    """Answer in talks on an agreement."""

    kind: Literal["answer_talks"] = "answer_talks"
    talks: Identifier
    answer: Literal["accept", "counter", "leave"]
    terms: AgreementTerms | None = None
    """Terms asked for instead; a counter-proposal needs them."""


@decision(
    group="road to crisis",
    roles=("nation",),
    needs="settled talks that the nation took part in",
    delay="at once; in force when the last party has ratified",
    effect="the agreement goes to ratification",
    seen_by="everyone",
    undo="none; an agreement that is not ratified never comes into force",
    missing=TREATIES,
)
class SignAgreement:
    """Sign an agreement."""

    kind: Literal["sign_agreement"] = "sign_agreement"
    talks: Identifier


@decision(
    group="road to crisis",
    roles=("nation",),
    needs="an agreement that the nation has signed and not yet ratified",
    delay="a median of 11 days; some 400 days for the 7 % of parties that hold out with demands of their own",
    effect="the agreement is in force once the last party has ratified",
    seen_by="everyone",
    undo="suspend_agreement, withdraw_from_agreement",
    missing=TREATIES,
)
class RatifyAgreement:
    """Bring an agreement before parliament for ratification."""

    kind: Literal["ratify_agreement"] = "ratify_agreement"
    agreement: Identifier


@decision(
    group="road to crisis",
    roles=("nation",),
    needs="an agreement in force that the nation is a party to",
    delay="at once",
    effect="the nation neither owes nor receives what the agreement promises; trust falls",
    seen_by="everyone",
    undo="none",
    missing="leaving agreements is not simulated yet",
)
class SuspendAgreement:
    """Suspend the nation's part in an agreement."""

    kind: Literal["suspend_agreement"] = "suspend_agreement"
    agreement: Identifier


@decision(
    group="road to crisis",
    roles=("nation",),
    needs="an agreement in force that the nation is a party to",
    delay="at once",
    effect="the nation is no longer a party; a bilateral agreement ends; trust falls",
    seen_by="everyone",
    undo="none; new talks and a new ratification",
    missing="leaving agreements is not simulated yet",
)
class WithdrawFromAgreement:
    """Withdraw from an agreement."""

    kind: Literal["withdraw_from_agreement"] = "withdraw_from_agreement"
    agreement: Identifier


@decision(
    group="road to crisis",
    roles=("nation",),
    needs="membership of the alliance",
    delay="at once; delivery is seen at the next audit",
    effect="a promise the nation is measured by: kept it raises trust, broken it costs twice as much",
    seen_by="the alliance",
    undo="pledge anew; the broken promise stays",
    missing=BURDENS,
)
class Pledge:
    """Pledge a level of defence spending."""

    kind: Literal["pledge"] = "pledge"
    spending: Annotated[float, Span(0, 20, "% of GDP")]
    equipment: Probability
    """Share of it that is spent on equipment."""


@decision(
    group="road to crisis",
    roles=("nation",),
    needs="a common fund",
    delay="at once",
    effect="the common fund grows; the contribution counts towards the nation's fair share",
    seen_by="the alliance",
    undo="none",
    missing=BURDENS,
)
class PayContribution:
    """Pay into the common fund."""

    kind: Literal["pay_contribution"] = "pay_contribution"
    amount: Money


@decision(
    group="road to crisis",
    roles=("nation", "hq"),
    needs="a member that declares contributions",
    delay="at the next audit of the cycle",
    effect="compares declared with delivered contributions, publishes the gap and moves trust",
    seen_by="the alliance",
    undo="none",
    missing=BURDENS,
)
class AuditContributions:
    """Have a member's declared contributions audited."""

    kind: Literal["audit_contributions"] = "audit_contributions"
    nation: Identifier


@decision(
    group="road to crisis",
    roles=("nation",),
    needs="forces of each participant that are free, and access to the place",
    delay="from its first day until its last",
    effect="raises readiness and the interoperability of each pair; costs money, ties forces down, signals",
    seen_by="everyone",
    undo="none",
    missing="joint exercises are not simulated yet",
)
class HoldExercise:
    """Hold a joint exercise."""

    kind: Literal["hold_exercise"] = "hold_exercise"
    exercise: Literal["command_post", "live", "cyber", "logistics", "humanitarian"]
    participants: tuple[Identifier, ...]
    """Nations."""
    at: Identifier
    """Location."""
    strength: Strength
    """Forces that take part."""
    days: Annotated[float, Span(1, 60, "d")]
    observed: bool = False
    """Notified and open to observers, which halves the adversary's fear of it."""


@decision(
    group="road to crisis",
    roles=("nation",),
    needs="a technology-transfer agreement with the receiver, and no caveat against it",
    delay="the receiver's level climbs towards the giver's with a half-life of 18 months",
    effect="raises the receiver's technology and binds it to the giver; may leak (0.02 a year)",
    seen_by="the giver and the receiver",
    undo="none",
    missing="technology stays as it is at STARTEX; its transfer is not simulated yet",
)
class TransferTechnology:
    """Transfer technology to an ally."""

    kind: Literal["transfer_technology"] = "transfer_technology"
    to: Identifier
    """Nation."""
    technology: Technology


@decision(
    group="road to crisis",
    roles=("nation",),
    needs="money",
    delay="months",
    effect="raises a technology level, a place's throughput, or the stocks that forces find there",
    seen_by="the alliance",
    undo="none",
    missing="investment in technology, infrastructure and stocks is not simulated yet",
)
class Invest:
    """Invest in the nation's technology, infrastructure or prepositioned stocks."""

    kind: Literal["invest"] = "invest"
    purpose: Literal["command", "surveillance", "cyber", "weapons", "infrastructure", "prepositioned_stocks"]
    amount: Money
    at: Identifier | None = None
    """Location; infrastructure and stocks need one."""


@decision(
    group="road to crisis",
    roles=("nation", "hq"),
    needs="an adjustment that a review proposed",
    delay="by the adjustment's deadline",
    effect="its lever is pulled; the next review shows whether it worked",
    seen_by="the alliance",
    undo="drop_adjustment until the deadline",
    missing=REVIEWS,
)
class AdoptAdjustment:
    """Adopt an adjustment that a review proposed."""

    kind: Literal["adopt_adjustment"] = "adopt_adjustment"
    adjustment: Identifier


@decision(
    group="road to crisis",
    roles=("nation", "hq"),
    needs="an adjustment that a review proposed and that is not yet carried out",
    delay="at once",
    effect="another owner or another deadline; the predicted change is reckoned anew",
    seen_by="the alliance",
    undo="amend it again",
    missing=REVIEWS,
)
class AmendAdjustment:
    """Amend an adjustment that a review proposed."""

    kind: Literal["amend_adjustment"] = "amend_adjustment"
    adjustment: Identifier
    owner: Identifier | None = None
    """Seat that is to carry it out; without it the owner stays."""
    deadline: Days | None = None
    """From now; without it the deadline stays."""


@decision(
    group="road to crisis",
    roles=("nation", "hq"),
    needs="an adjustment that a review proposed and that is not yet carried out",
    delay="at once",
    effect="the shortfall is left as it is until the next review",
    seen_by="the alliance",
    undo="adopt_adjustment until the next review",
    missing=REVIEWS,
)
class DropAdjustment:
    """Drop an adjustment that a review proposed."""

    kind: Literal["drop_adjustment"] = "drop_adjustment"
    adjustment: Identifier


@decision(
    group="road to crisis",
    roles=("hq",),
    needs="enough money in the common fund",
    delay="at once",
    effect="pays for what all need, so that no operation stops for want of a poor member's share",
    seen_by="the alliance",
    undo="none",
    missing=BURDENS,
)
class SpendCommonFund:
    """Spend from the common fund."""

    kind: Literal["spend_common_fund"] = "spend_common_fund"
    purpose: Literal["exercises", "infrastructure", "intelligence", "operations"]
    amount: Money


@decision(
    group="road to crisis",
    roles=("hq",),
    needs="no review in progress",
    delay="at once, ahead of the cycle",
    effect="key indicators, their trend, the three largest shortfalls and an adjustment for each",
    seen_by="the alliance",
    undo="none",
    missing=REVIEWS,
)
class HoldReview:
    """Take stock of the alliance ahead of the usual cycle."""

    kind: Literal["hold_review"] = "hold_review"
