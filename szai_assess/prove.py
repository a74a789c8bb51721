"""The whole proof of a pack: every statement that its author may rely on, and every fault that keeps it from being one."""

from szai_assess import exceptions, monotony, outcomes, reach, uniqueness
from szai_assess.errors import Fault
from szai_assess.galley import Galley
from szai_assess.proof import Claim, Proof

CHECKS = (
    *outcomes.CHECKS,
    monotony.claims,
    uniqueness.claims,
    reach.gaps,
    reach.rows,
    reach.outputs,
    reach.questions,
    reach.papers,
    reach.obligations,
)


def prove(galley: Galley) -> Proof:
    """What holds of a pack whatever is answered, and what does not."""
    found = [each for check in CHECKS for each in check(galley)]
    faults = [each for each in found if isinstance(each, Fault)]
    found = [
        *(each for each in found if isinstance(each, Claim)),
        *exceptions.exempted(galley, [*faults, *monotony.monotony(galley)]),
    ]
    stale = [each for each in found if isinstance(each, Fault)]
    claims = tuple(each for each in found if isinstance(each, Claim))
    return Proof(
        claims,
        tuple(sorted((*exceptions.remaining(galley, faults), *stale), key=lambda fault: (fault.place, fault.code))),
    )
