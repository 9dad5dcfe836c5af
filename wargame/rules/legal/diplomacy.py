"""What must be the case before a nation binds itself or deals with the adversary."""

from wargame.model.decisions.diplomacy import CommitPublicly
from wargame.model.view import View
from wargame.rules.legal.table import check


@check(CommitPublicly)
def may_commit(view: View, decision: CommitPublicly) -> str | None:
    return "the nation is already committed" if view.seat in view.situation.committed else None
