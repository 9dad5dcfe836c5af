"""How the council decides, and what moves its members."""

from wargame.model.fields import record


@record
class ConsultationParameters:
    """`docs/model.md` section 6."""

    convene_days: tuple[float, ...] = ()
    """Observed delays, in days, sorted."""
    convene_least_hours: float = 0.0
    parallel_hours: float = 0.0
    """Guidance on what is tabled so soon after the council met counts from the call."""
    guidance_mu: float = 0.0
    """mu of ln days for a non-violent military trigger."""
    guidance_mu_violent: float = 0.0
    guidance_mu_indirect_violent: float = 0.0
    guidance_mu_other_non_violent: float = 0.0
    guidance_mu_political: float = 0.0
    guidance_mu_external: float = 0.0
    guidance_mu_internal: float = 0.0
    guidance_mu_request: float = 0.0
    guidance_base: float = 0.0
    guidance_plan: float = 0.0
    guidance_sd: float = 0.0
    guidance_common: float = 0.0
    """rho, share of the hesitation that all capitals have in common."""
    pivotal_share: float = 0.0
    guidance_contention: float = 0.0
    """By how much ln days grows with contention."""
    guidance_command: float = 0.0
    """By how much ln days falls over the whole range of command and communications."""
    guidance_amended: float = 0.0
    """Share of the days that guidance on an amended text takes."""
    lapse_days: float = 0.0
    """How long a text can be before the capitals until it lapses."""
    guidance_venue: float = 0.0
    """Share of the days that guidance of a smaller circle takes."""
    contention_dissent: float = 0.0
    """Contention that each open dissent makes."""
    contention_most: float = 0.0
    cohesion_calm: float = 0.0
    """Cohesion of an alliance with nothing to quarrel over; below it contention begins."""
    consent_by_silence: float = 0.0
    """Probability that a member without instructions consents; else it asks for more time, once."""
    consent_cohesion: float = 0.0
    """By how much its logit grows over the range of cohesion."""
    silence_edge_hours: float = 0.0
    """How long after the next turn's edge silence lasts at the least."""
    extension_hours: float = 0.0
    extension_force: float = 0.0
    """Times as long when forces are to be used."""
    broken_hours: float = 0.0
    """How long a measure whose silence was broken can still be narrowed or taken elsewhere."""
    venue_legitimacy: float = 0.0
    """Legitimacy lost by deciding in a smaller circle."""
    majority: float = 0.0
    """Share of members that carries a qualified majority."""
    cabinet_days: float = 0.0
    parliament_days: float = 0.0
    mandate_sd: float = 0.0
    mandate_threshold: float = 0.0
    """Support times stake above which a parliament agrees."""
    hasten_hours: float = 0.0
    """How soon a hastened mandate is decided."""
    monitor_days: float = 0.0
    """How long the council's agreement to watch lasts."""
    monitor_coverage: float = 0.0
    """Share by which sensors look at more while it does."""
    weight_threat: float = 0.0
    weight_obligation: float = 0.0
    weight_cost: float = 0.0
    weight_trust: float = 0.0
    """Of trust in the threatened ally, above and below what is usual."""
    weight_cohesion: float = 0.0
    """Of cohesion, above and below what is usual."""
    weight_fear: float = 0.0
    """Of the fear to provoke the adversary."""
    weight_dispute: float = 0.0
    """Of a dispute with whom the measure is about or who tabled it."""
    breaks_below: float = 0.0
    """Utility from which a nation breaks silence rather than abstain."""


@record
class PositionParameters:
    """`docs/model.md` section 6: what measures ask of a nation, and what moves it."""

    strength_that_hurts: float = 0.0
    """Brigade equivalents asked for at which the cost of agreeing is felt in full."""
    cost_alert: float = 0.0
    cost_activate: float = 0.0
    """Share of the cost of deploying as much."""
    cost_defence: float = 0.0
    """Of the collective-defence finding."""
    cost_trade: float = 0.0
    """Of stopping all trade with the adversary, per share of a nation's trade."""
    cost_concession: float = 0.0
    """Of conceding all of an objective, to a nation whose whole stake it is."""
    calm: float = 0.0
    """Probability of an attack below which a nation would stand down."""
    provoke_statement: float = 0.0
    """How much each kind of measure is feared to provoke the adversary; a deployment 1."""
    provoke_alert: float = 0.0
    provoke_activate: float = 0.0
    provoke_defence: float = 0.0
    provoke_sanctions: float = 0.0
    provoke_attribution: float = 0.0
    rules_tight: float = 0.0
    """How many times as much forces provoke under tight rules of engagement."""
    rules_loose: float = 0.0
    caveat_relief: float = 0.0
    """Share of cost and fear that a nation's caveats take away."""
    lobby: float = 0.0
    """What being lobbied for the first time weighs; each repetition half of the last."""
    payment: float = 0.0
    """What a side payment weighs that is as large as can be asked."""
    payment_share: float = 0.0
    """Of the receiver's GDP: the money that weighs in full."""
    payment_kind: float = 0.0
    """Share of the full weight that basing or credit for burdens has."""
