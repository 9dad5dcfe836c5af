"""Words and deals: commitments, assurances, offers."""

from typing import Literal

from wargame.model.decisions.catalogue import decision


@decision(
    group="diplomacy",
    roles=("nation",),
    cost=3,
    needs="no public commitment of this nation yet",
    delay="at once",
    effect="the adversary believes more firmly that this nation fights",
    seen_by="everyone",
    undo="none; a commitment left unfulfilled costs belief and support",
)
class CommitPublicly:
    """Commit the nation in public to defend the threatened ally."""

    kind: Literal["commit_publicly"] = "commit_publicly"
