"""The explanation of one assessment: what its verdict rests on, what would change it, and what would settle it."""

from typing import NamedTuple

from szai_assess.argument import Judged, argument
from szai_assess.assessment import Assessment
from szai_assess.counterfactual import DESIGN, LOWERS, Counterfactual, counterfactuals
from szai_assess.deciding import Deciding, deciding
from szai_assess.explain import main_reasons
from szai_assess.judgement import Judgement, judgements
from szai_assess.nearest import NearMiss, near_misses
from szai_assess.ripple import Ripple


class Explanation(NamedTuple):
    """An assessment with everything there is to say about why."""

    assessment: Assessment
    argument: tuple[Judged, ...]
    misses: tuple[NearMiss, ...]
    judgements: tuple[Judgement, ...]
    counterfactuals: tuple[Counterfactual, ...]
    deciding: Deciding

    def lowering(self, kind: str) -> tuple[Counterfactual, ...]:
        """The counterfactuals of a kind that lower the outcome."""
        return tuple(each for each in self.counterfactuals if each.effect == LOWERS and each.kind == kind)

    @property
    def held_by(self) -> tuple[str, ...]:
        """The rows that hold the outcome up where no design of one or two changes lowers it; else none."""
        assessment = self.assessment
        if self.lowering(DESIGN):
            return ()
        pack, verdict = assessment.pack, assessment.verdict
        apart = {pack.table_name(number) for _, number in pack.goals.results}
        return tuple(why.row for why in main_reasons(pack, verdict, assessment.reasons) if why.table not in apart)


def explanation(assessment: Assessment) -> Explanation:
    """Everything there is to say about why."""
    pack, values, verdict = assessment.pack, assessment.answers.values, assessment.verdict
    tree = argument(pack, values, verdict, assessment.reasons)
    ripple = Ripple(pack, values, pack.goals.outcome_tables, verdict.state)
    return Explanation(
        assessment,
        tree,
        near_misses(pack, values),
        judgements(pack, ripple, tree),
        counterfactuals(pack, values, assessment.words.can_change()),
        deciding(pack, values, verdict),
    )
