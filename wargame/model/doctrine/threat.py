"""What the adversary goes by, and what moves it."""

from wargame.model.fields import record


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
    mobilised_least: float = 0.0
    """Share of its strength that the adversary can attack with without any mobilisation."""
    rung_days: float = 0.0
    """Days that it reckons with for each rung below mobilisation."""
    cover_until: float = 0.0
    """Mobilisation from which no cover story holds, and an attack that shows looks like a major one."""
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
    fear_from: float = 0.0
    """Heavy forces facing it, as a share of its own strength, from which it fears them."""
    fear_span: float = 0.0
    """What must come on top, as a share of its strength, for fear to be full."""
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
    hybrid_start: float = 0.0
    """y at STARTEX, at full appetite."""
    hybrid_owner: float = 0.0
    """Share of hybrid attacks whose victim is the owner of the objective; else it is any other member."""
    hybrid_cyber: float = 0.0
    """Share of cyber attacks among hybrid attacks; what the four shares leave is attacks on energy."""
    hybrid_sabotage: float = 0.0
    hybrid_disinformation: float = 0.0
    hybrid_election: float = 0.0
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
    force_light: float = 0.0
    """What a light force counts in that, beside a heavy one."""
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
