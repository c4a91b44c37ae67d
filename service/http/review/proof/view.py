"""A proof as the templates of `review/proof/` read it."""

from __future__ import annotations

from dataclasses import dataclass

from service.accounts import Role, Staff
from service.evaluation.judging import Outcome
from service.http.api.conversations import out_of_line
from service.http.parts import Parts
from service.proving import Proof

# In the order in which they are told: right ones first.
OUTCOMES = tuple(
    outcome.value
    for outcome in (Outcome.CORRECT, Outcome.REFUSED, Outcome.ABSTAINED, Outcome.WRONG)
)


@dataclass(frozen=True, slots=True)
class ProofView:
    """The part of a version's page that tells how its proof stands.

    version   address of the version's page; `address`: of the proof's own
    proof     the newest one, None for none yet
    outcomes  in the order in which they are told
    may_start    the reader may begin one
    is_fragment  it takes the place of a part of a page that is open already
    """

    version: str
    address: str
    proof: Proof | None
    may_start: bool
    is_fragment: bool = False
    outcomes: tuple[str, ...] = OUTCOMES


async def proof_view(
    parts: Parts, staff: Staff, correction_id: str, number: int, *, is_fragment: bool = False
) -> ProofView:
    """What the page of a version gives `review/proof/part.html` as `proof_view`.

    Raises NotReadyError, and UnknownCorrectionError for a version that is not there.
    """

    def read() -> ProofView:
        proofs = parts.proofs
        city = proofs.city(correction_id, number)
        version = f"/review/corrections/{correction_id}/versions/{number}"
        may_start = proofs.is_open(correction_id, number) and staff.may(Role.APPROVER, city)
        newest = proofs.newest(correction_id, number)
        return ProofView(version, f"{version}/proof", newest, may_start, is_fragment)

    return await out_of_line(read)
