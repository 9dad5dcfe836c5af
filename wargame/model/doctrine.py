"""The model's parameters. Values, units, ranges, sources and status stand in `wargame/data/doctrine.yaml`.

This module holds their names and types only: loading refuses a doctrine file that lacks one or has one too many.
The zeros here are what a seat is told of parameters it may not know; the engine never runs on them.
"""

from typing import Annotated

from wargame.model.fields import Known, record


@record
class ThreatParameters:
    """`docs/model.md` section 4."""

    choice_precision: float = 0.0
    """lambda of the quantal response, per unit of utility."""
    tempo: float = 0.0
    """Median days between the adversary's own decisions."""
    tempo_sd: float = 0.0
    """Log standard deviation of that."""
    wake_hours: float = 0.0
    """An alliance act wakes the adversary at most this often."""
    days_up: float = 0.0
    """tau of climbing a rung."""
    days_down: float = 0.0
    """tau of stepping down."""
    days_attack: float = 0.0
    """tau of attacking."""
    horizon_days: float = 0.0
    """H, the adversary's planning horizon."""
    discount_days: float = 0.0
    """tau_d."""
    mobilise_days: float = 0.0
    """T_mob."""
    demobilise_days: float = 0.0
    """T_demob."""
    mobilised_enough: float = 0.0
    """M_min, the least mobilisation to attack with."""
    fait_accompli_days: float = 0.0
    """T_fait, how long a land grab takes."""
    contest_exponent: float = 0.0
    """m."""
    integration_loss: float = 0.0
    """phi, what forces lose that do not work together."""
    leverage_rate: float = 0.0
    """h_lev, per day at rung 5."""
    leverage_days: float = 0.0
    """tau_lev, habituation."""
    running_cost: float = 0.0
    """run, per day at rung 5."""
    back_down_fear: float = 0.0
    """f_bd, how fear weighs on standing down."""
    cost_climb: float = 0.0
    """k_climb."""
    cost_violence: float = 0.0
    """k_viol, of rungs 6 and 7."""
    cost_serious: float = 0.0
    """k_ser, of rung 7."""
    days_hybrid: float = 0.0
    """tau of a hybrid attack, at full appetite."""
    cost_hybrid: float = 0.0
    """k_hyb."""
    hybrid_step: float = 0.0
    """Most that one hybrid attack adds to the hybrid level y."""
    hybrid_half_life: float = 0.0
    """Half-life of y, days."""
    hybrid_leverage: float = 0.0
    """How y raises the chance that the target gives in."""
    days_feint: float = 0.0
    """tau of a feint, at full appetite for deception."""
    feint_days: float = 0.0
    """How long a feint shows."""
    days_demand: float = 0.0
    """tau of a demand."""
    cost_demand: float = 0.0
    demand_leverage: float = 0.0
    """Share of the leverage of rung and resolve that a demand adds."""
    demand_days: float = 0.0
    """How long a demand stands."""
    days_wedge: float = 0.0
    """tau of wedging an ally."""
    cost_wedge: float = 0.0
    incident_rate: float = 0.0
    """h_acc, a day."""
    spiral_rate: float = 0.0
    """h_esc, from 6 to 7 a day."""
    mediation_rate: float = 0.0
    """h_med, from 6 and above back to 3 a day."""
    mediation_calm_days: float = 0.0
    """After mediation it does not climb for so long."""
    rules_tight: float = 0.0
    """Factor on the incident rate under tight rules of engagement."""
    rules_loose: float = 0.0
    """Factor on it under loose ones."""
    hotline: float = 0.0
    """Factor on it while a back channel is open."""
    observers: float = 0.0
    """Factor on it once observers have been promised."""
    moral_hazard: float = 0.0
    """By how much it rises as r rises from r0 to 1: who feels protected takes risks."""
    calm_days: float = 0.0
    """A crisis is over after so many days at rung 1 or below."""
    type_sd: float = 0.0
    """Log standard deviation of each parameter of a type around its mean."""
    prior_resolve: float = 0.0
    """r0, belief that the allies fight."""
    tie_weight: float = 0.0
    """L_tie, of a public commitment, in logits."""
    force_weight: float = 0.0
    """kappa, of forces in theatre, in logits."""
    cohesion_weight: float = 0.0
    """Of the alliance's cohesion over its whole range, in logits."""
    cohesion_middle: float = 0.0
    """Cohesion at which it adds nothing."""
    prejudice_sd: float = 0.0
    """Standard deviation of b at STARTEX, logits."""
    word_half_life: float = 0.0
    """Half-life of words, days."""
    word_statement: float = 0.0
    """Jump of b at a first statement."""
    word_unanimous: float = 0.0
    """Jump of b at a unanimous activation."""
    word_unanswered: float = 0.0
    """Jump of b at a climb met with nothing."""
    answer_days: float = 0.0
    """Within so many days forces must answer a climb."""
    word_violence: float = 0.0
    """Jump of b when it chooses violence: it expects the allies to close ranks."""
    word_empty: float = 0.0
    """Change of an ally's b a day while it is committed with no forces behind its word, from rung 4 on."""
    pledge_days: float = 0.0
    """After so many such days the commitment counts as left unfulfilled."""
    word_broken: float = 0.0
    """Jump of b at a broken silence, a failed pledge, an unfulfilled commitment."""
    word_concession: float = 0.0
    """Jump of b when a concession is offered or a demand accepted."""
    word_absent: float = 0.0
    """Jump of an ally's b when the others act in a smaller circle without it."""
    word_wedge: float = 0.0
    """Jump of an ally's b when the adversary wedges it; each further attempt half of the last."""
    honour_base: float = 0.0
    """Logit of honouring when attack comes."""
    honour_tie: float = 0.0
    honour_force: float = 0.0
    honour_sd: float = 0.0


@record
class TypeParameters:
    """One hidden type of adversary (`docs/model.md` 4.5), in units of the objective's value."""

    waiting: float = 0.0
    """g, cost of waiting a day."""
    war_cost: float = 0.0
    """c, of war against the target alone."""
    alliance_cost: float = 0.0
    """k, on top against the alliance."""
    empty_handed: float = 0.0
    """G, lost when it must go home with nothing."""
    audience: float = 0.0
    """a, cost of each rung given up."""
    fear: float = 0.0
    """chi."""
    concession: float = 0.0
    """Q, worth of a coerced concession."""
    offer: float = 0.0
    """omega, worth of what an offer gives."""
    relief: float = 0.0
    """psi, how far an offer saves it from going home with nothing."""


@record
class Types:
    """The parameters of each hidden type."""

    opportunist: TypeParameters = TypeParameters()
    coercer: TypeParameters = TypeParameters()
    determined: TypeParameters = TypeParameters()
    desperate: TypeParameters = TypeParameters()


@record
class TalksParameters:
    """Offers, assurances, back channels and mediators (`docs/model.md` section 4)."""

    credibility: float = 0.0
    """Share of an offer that the adversary believes it will get, through a back channel."""
    without_channel: float = 0.0
    """Factor on that without one."""
    not_the_owner: float = 0.0
    """Factor on the offer of a nation that gives what is not its own."""
    credible: float = 0.0
    """Worth from which an offer lets the adversary step down two rungs at once."""
    assurance: float = 0.0
    """Worth of a first assurance; each further one counts half of the last, and all fade as words do."""
    firm_hours: float = 0.0
    """A public commitment and an assurance within this time are firm but flexible."""
    firm: float = 0.0
    """Factor on an assurance that is."""
    refuse: float = 0.0
    """The adversary refuses an offer when holding is better by so much."""
    leak: float = 0.0
    """Probability a day that a back channel leaks."""
    leak_trust: float = 0.0
    """Trust that each member not told loses in the one that talked."""
    mediator_days: float = 0.0
    """Median days in which a mediator answers."""
    mediator_sd: float = 0.0
    mediator: float = 0.0
    """Factor on the rate of mediation while a mediator is at work."""


@record
class IntelligenceParameters:
    """`docs/model.md` section 5."""

    sensitivity: float = 0.0
    """d' of detection, at middling technology."""
    surveillance_gain: float = 0.0
    """Added to d' by surveillance technology, per unit above the middle."""
    deception_loss: float = 0.0
    """Taken from d' by the adversary's deception."""
    criterion: float = 0.0
    """c of detection, of a watch that has not cried wolf."""
    cry_wolf: float = 0.0
    """Added to c when reports of a nation's own sensors are disproved."""
    cry_wolf_warning: float = 0.0
    """Added to c when a warning is proven false."""
    cry_wolf_days: float = 0.0
    """Half-life of what false alarms add to c."""
    false_alarm_rate: float = 0.0
    """Occasions for a false alarm a day and discipline, anywhere in the theatre."""
    disproof_days: float = 0.0
    """Median days until it comes out that reports were false."""
    disproof_sd: float = 0.0
    task_gain: float = 0.0
    """Share of what a discipline did not look at that it does when tasked with it."""
    task_loss: float = 0.0
    """Share of the coverage of its other indicators that a tasked discipline gives up."""
    report_hours: float = 0.0
    """Median hours from an observation to the written report."""
    report_sd: float = 0.0
    flash_hours: float = 0.0
    """On the way with FLASH precedence."""
    immediate_hours: float = 0.0
    """On the way with IMMEDIATE precedence."""
    priority_hours: float = 0.0
    """On the way with PRIORITY precedence."""
    summary_hours: float = 0.0
    """Between two summaries; routine reports wait for the next."""
    command_gain: float = 0.0
    """How command technology shortens every delay of a report."""
    flash_evidence: float = 0.0
    """Evidence for an attack from which a report is FLASH."""
    immediate_evidence: float = 0.0
    """The same for IMMEDIATE."""
    priority_evidence: float = 0.0
    """The same for PRIORITY."""
    secrecy_imagery: float = 0.0
    """How secret the sources of a discipline are."""
    secrecy_signals: float = 0.0
    secrecy_human: float = 0.0
    secrecy_open_source: float = 0.0
    secrecy_maritime: float = 0.0
    secrecy_cyber: float = 0.0
    top_secret_share: float = 0.0
    """Of a wholly secret source: share of its reports that are top secret."""
    noforn_share: float = 0.0
    """Of a wholly secret source: share of its reports that are for the nation alone."""
    orcon_share: float = 0.0
    """Of a wholly secret source: share of its reports under originator control."""
    memory_days: float = 0.0
    """Half-life of the log-odds of a hypothesis."""
    service_favour: float = 0.0
    """How much more a service makes of the disciplines that it trusts, and less of the others."""
    service_lean: float = 0.0
    """How far the services' first readings of an attack lie to either side of the base rate."""
    prior_exercise: float = 0.0
    prior_coercion: float = 0.0
    prior_limited: float = 0.0
    prior_major: float = 0.0
    warning_calm: float = 0.0
    """A warning can come again once the probability has fallen below this share of the threshold."""
    warning_proof_days: float = 0.0
    """Least days from a warning until it can be said to have come to nothing."""
    state_every: float = 0.0
    """Turns from one stated probability that is due to the next."""
    release_inner_hours: float = 0.0
    """Median release procedure with a partner of the inner circle."""
    release_bilateral_hours: float = 0.0
    """The same with a bilateral agreement."""
    release_alliance_hours: float = 0.0
    """The same where only the alliance shares, sanitised."""
    release_none_hours: float = 0.0
    """The same without an agreement."""
    release_sd: float = 0.0
    """Log standard deviation of these delays."""
    release_never: float = 0.0
    """Chance that a release without an agreement is stopped."""
    sanitise_days: float = 0.0
    """Median days to prepare a version that hides its source."""
    request_hours: float = 0.0
    """Deadline of a request for information."""
    consent_hours: float = 0.0
    """Median hours until an originator answers."""
    consent_inner: float = 0.0
    """Chance of consent when originator and recipient are in an inner circle."""
    consent_bilateral: float = 0.0
    """The same with a bilateral agreement."""
    consent_alliance: float = 0.0
    """The same where only the alliance shares."""
    consent_none: float = 0.0
    """The same without an agreement."""
    consent_publish: float = 0.0
    """The same for publication."""
    consent_orcon: float = 0.0
    """What is left of the chance for reports under originator control."""
    leak_chance: float = 0.0
    """Chance that a release leaks, for each recipient."""
    leak_read_days: float = 0.0
    """Median days until the adversary reads it."""
    leak_found_days: float = 0.0
    """Median days from there until the originator finds out."""
    leak_cut: float = 0.0
    """Coverage that a leak costs the source's discipline."""
    leak_days: float = 0.0
    """How long."""
    publish_cut: float = 0.0
    """Coverage that publishing costs the source's discipline."""
    publish_days: float = 0.0
    """How long."""
    media_capitals: float = 0.0
    """Nations that must hold a report for the media to hear of it."""
    media_hours: float = 0.0
    """From then until they report it."""


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


@record
class BondParameters:
    """`docs/model.md` section 2: trust and cohesion."""

    prior_weight: float = 0.0
    """Promises that trust at STARTEX weighs as much as: alpha + beta of the prior."""
    half_life_days: float = 0.0
    """In which what moved trust fades by half."""
    gain_days: float = 0.0
    """Least days between two gains of one nation with another."""
    broken_factor: float = 0.0
    """How many times as much a broken promise weighs as a kept one."""
    weight_obligation: float = 0.0
    """Weight of each kind of promise, .1 to 1: fighting, or sending forces, for an ally under attack."""
    weight_force: float = 0.0
    """A force that comes when offered."""
    weight_position: float = 0.0
    """A position held to."""
    weight_taken_back: float = 0.0
    """A position taken back."""
    weight_report: float = 0.0
    """A report shared."""
    weight_payment: float = 0.0
    """A side payment, and the position it was made for."""
    dissent: float = 0.0
    """Cohesion lost by each open dissent, and by a dispute as bitter as can be."""
    joint_act: float = 0.0
    """Cohesion gained by each joint act."""
    smaller_venue: float = 0.0
    """Cohesion lost when a measure is decided in a smaller circle."""
    memory_days: float = 0.0
    """How long a decided measure counts as a dissent or joint act."""
    mediation_month: float = 0.0
    """By how much a mediated dispute falls in 30 days."""


@record
class DeploymentParameters:
    """`docs/model.md` section 7."""

    load_air_hours: float = 0.0
    """Hours until the first aircraft have left, however few."""
    load_sea_hours: float = 0.0
    """Hours that a ship lies at a berth to load."""
    load_land_hours: float = 0.0
    load_forward: float = 0.0
    """Share of the loading time that a force takes which is based forward, on another nation's soil."""
    speed_air: float = 0.0
    """km/h, door to door."""
    cruise_air: float = 0.0
    """km/h in the air; aircraft come back at this speed."""
    speed_sea: float = 0.0
    """km/h."""
    speed_rail: float = 0.0
    """km a day."""
    speed_road: float = 0.0
    """km a day."""
    ground_hours: float = 0.0
    """Hours an aircraft is on the ground to load or unload."""
    ground_efficiency: float = 0.0
    """Share of an airfield's parking that is in use when there is a queue."""
    unload_sea_hours: float = 0.0
    """Hours that a ship lies at a berth to unload."""
    person_tonnes: float = 0.0
    """Tonnes of one person with equipment, of a force that draws prepositioned stocks."""
    access_agreed_least: float = 0.0
    """Days until a host grants access: with a standing arrangement or under an adopted measure, at the least."""
    access_agreed_most: float = 0.0
    access_least: float = 0.0
    """Days until a host grants access in peacetime and without an arrangement, at the least."""
    access_most: float = 0.0
    border_emergency_least: float = 0.0
    """Days until leave to cross a border: under emergency rules, at the least."""
    border_emergency_most: float = 0.0
    border_peace_days: float = 0.0
    """Days until leave to cross a border in peacetime."""
    integration_days: float = 0.0
    """Median days from arrival to capable at full interoperability, of one unit."""
    integration_stocks_days: float = 0.0
    """The same for a force that draws prepositioned stocks."""
    integration_sea_days: float = 0.0
    """The same for each brigade equivalent of a heavy force that comes by sea."""
    integration_sd: float = 0.0
    spread: float = 0.0
    """Log standard deviation of each leg."""
    round_hours: float = 0.0
    """Hours between rounds of force generation."""
    detected: float = 0.0
    """Chance that the adversary detects a movement under national command when it departs."""
    hybrid_stretch: float = 0.0
    """By how much a hybrid level of 1 stretches movement."""


@record
class HomeFrontParameters:
    """`docs/model.md` 7.20 to 7.23: domestic support, full alert, false alarms."""

    support_half_life: float = 0.0
    """Days in which domestic support goes half the way back to its base."""
    support_attributed: float = 0.0
    """Jump when the nation names the author of an attack on it."""
    support_false_alarm: float = 0.0
    """Jump when an alarm that the nation acted on is proven false."""
    support_commitment: float = 0.0
    """Jump when the nation leaves a public commitment unfulfilled."""
    support_disproved: float = 0.0
    """Jump when it comes out that the nation accused the wrong author."""
    support_blackout: float = 0.0
    """Jump on each day of blackout."""
    support_disinformation: float = 0.0
    """Jump on each day of disinformation, times 1 - resilience."""
    false_alarm_days: float = 0.0
    """Days after an activation at which it is judged whether the alarm was false."""
    commitment_hours: float = 0.0
    """Hours after an attack by which a committed nation must fight."""
    alert_cost: float = 0.0
    """Share of its daily defence spending that full alert costs a member on top."""
    alert_days: float = 0.0
    """Days of full alert that forces bear without tiring."""
    alert_fatigue: float = 0.0
    """Readiness lost a day of full alert after that."""
    alert_recovery: float = 0.0
    """Days in which readiness comes back after standing down."""


@record
class DisruptionParameters:
    """`docs/model.md` 4.20 to 4.26: hybrid attacks' effects, repair and attribution."""

    accident_rate: float = 0.0
    """Accidents a day and nation that look like a hybrid attack."""
    accident_intensity: float = 0.0
    """Mean intensity of an accident; it is even between 0 and twice that."""
    cyber_shield: float = 0.0
    """Share of a cyber attack that technology at its best keeps off."""
    team_shield: float = 0.0
    """Share of what is left that a cyber team keeps off."""
    warned_shield: float = 0.0
    """Share of disinformation and pressure that a public keeps off once an author has been named."""
    foiled: float = 0.0
    """Share of sabotage that parties to a counter-terrorism agreement foil."""
    resilience_shield: float = 0.0
    """Share of sabotage, energy and election pressure that full resilience keeps off."""
    cyber_days: float = 0.0
    """Days that networks are slowed by the hardest cyber attack."""
    cyber_slow: float = 0.0
    """By how much the hardest cyber attack stretches communications."""
    team_repair: float = 0.0
    """Factor on repair of networks where a cyber team is at work."""
    agreement_repair: float = 0.0
    """Factor on repair of networks under a cyber-defence agreement."""
    agreement_attribution: float = 0.0
    """Factor on the time to attribute under a cyber-defence agreement."""
    sabotage_damage: float = 0.0
    """Share of a place's throughput lost by the hardest sabotage."""
    civil_repair_days: float = 0.0
    """Days in which contractors make good a place that is wholly lost; less for less."""
    engineer_repair_days: float = 0.0
    """Days in which engineers do."""
    disinformation_days: float = 0.0
    """Days of the hardest campaign of disinformation."""
    blackout_days: float = 0.0
    """Blackout days of the hardest attack on energy."""
    election_days: float = 0.0
    """Days that the hardest pressure on an election bears."""
    election_delay: float = 0.0
    """By how much the hardest pressure stretches mandates."""
    attribution_days: float = 0.0
    """Median days in which services with full coverage find an author."""
    attribution_sd: float = 0.0
    """Log standard deviation of that."""
    attribution_blind: float = 0.0
    """Factor on that without any coverage."""
    attribution_low: float = 0.0
    """Least confidence of a finding; it is even between the two and right that often."""
    attribution_high: float = 0.0
    """Greatest confidence of a finding."""
    disproof_days: float = 0.0
    """Median days in which a wrong accusation comes out."""
    resilience_cost: float = 0.0
    """Spending, as a share of GDP, that closes two thirds of what is missing."""
    resilience_days: float = 0.0
    """Days in which half of what is bought bears."""


@record
class CombatParameters:
    """`docs/model.md` 7.30 to 7.35: honouring and fighting."""

    losses_day: float = 0.0
    """Share of engaged forces lost a day."""
    least_hours: float = 0.0
    """Fighting is not decided sooner."""
    tight_loss: float = 0.0
    """Share of a force under tight rules of engagement that does not count at first."""
    tight_hours: float = 0.0
    """Hours after the attack for which that holds."""
    counter_weight: float = 0.0
    """Factor on the strength of forces that counter-attack."""
    counter_losses: float = 0.0
    """Factor on their daily losses."""
    fight_cost: float = 0.0
    """What the adversary gives for an end of the fighting."""
    honour_stake: float = 0.0
    """Weight of stakes in honouring."""
    honour_clarity: float = 0.0
    """Weight of the obligation's clarity."""
    honour_trust: float = 0.0
    """Weight of trust in the ally under attack."""
    honour_support: float = 0.0
    """Weight of domestic support."""
    honour_held: float = 0.0
    """Weight of how much the adversary holds already."""


@record
class SanctionParameters:
    """`docs/model.md` 7.24: what sanctions do, and what they cost."""

    half_life: float = 0.0
    """Days in which half of what was stopped is felt."""
    cost: float = 0.0
    """What stopping all trade with the adversary costs, as a share of that trade."""
    pooled: float = 0.0
    """Factor on the cost with a trade and investment agreement with another member."""
    undermined: float = 0.0
    """Share of the bite that a wholly devoted patron of the adversary takes away."""


@record
class ReliefParameters:
    """`docs/model.md` 7.25 to 7.27: displaced people and relief."""

    displaced_day: float = 0.0
    """People displaced a day at full contest."""
    hosts: float = 0.0
    """How many of the nearest nations take them in."""
    support_refugees: float = 0.0
    """Jump of domestic support for each 100,000 taken in."""
    needed: float = 0.0
    """People taken in at which a nation asks for relief."""
    refuse_hours: float = 0.0
    """Hours after which an ally that could help has refused."""
    refusal: float = 0.0
    """By how much the host's trust in who refuses falls."""
    eased: float = 0.0
    """Factor on the strain for each force that brings relief."""
    days: float = 0.0
    """Days that relief stays."""
    agreement_hours: float = 0.0
    """Hours that a humanitarian agreement saves."""
    cost_day: float = 0.0
    """What relief costs its sender a day."""


@record
class ThirdPartyParameters:
    """`docs/model.md` 7.28: neutrals, patrons, the United Nations."""

    un_days: float = 0.0
    """Median days until the United Nations vote or offer to mediate."""
    un_sd: float = 0.0
    """Log standard deviation of that."""
    resolution_support: float = 0.0
    """Jump of every member's support when the adversary is condemned."""
    backing: float = 0.0
    """Strength that a wholly devoted patron adds to an adversary that fights."""
    restraint: float = 0.0
    """What a patron that restrains it adds to what the adversary gives for an end of the fighting."""
    aid: float = 0.0
    """What a wholly devoted patron of the alliance pays the nation attacked."""


@record
class PlayParameters:
    """`docs/model.md` sections 8 and 9."""

    capital_start: float = 0.0
    capital_most: float = 0.0
    capital_hours: float = 0.0
    """Hours in which domestic support is added once to political capital."""
    orders: float = 0.0
    """Orders a seat may give in one turn."""
    coerced_day: float = 0.0
    """Share of an objective's value lost a day under coercion."""
    late_half_life: float = 0.0
    """Days late that halve the response score."""
    cost_incident: float = 0.0
    """Points lost an incident."""


@record
class ScoreParameters:
    """`docs/model.md` section 8: weights of the total, and what scores are reckoned with."""

    weight_outcome: float = 0.0
    weight_response: float = 0.0
    weight_alliance: float = 0.0
    weight_calibration: float = 0.0
    weight_national_aims: float = 0.0
    weight_cost: float = 0.0
    adequate_odds: float = 0.0
    """Chance of success of an attack that forces at an objective must bring it down to, to be enough."""
    stated_hours: float = 0.0
    """Hours within which an attack is stated to be so likely."""
    unstated: float = 0.0
    """Probability that a seat is taken to have stated that did not."""
    cost_forces: float = 0.0
    """Points lost when all the members' forces were tied down all the time."""
    cost_money_day: float = 0.0
    """Points lost for money spent, a day of the members' defence spending."""
    cost_false_alarm: float = 0.0
    """Points lost an activation that proved to be a false alarm."""
    cost_fear: float = 0.0
    """Points lost when the adversary was kept in full fear all the time."""


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
