"""Proof before a correction goes live: a city's evaluation set, asked without it and with it."""

from service.proving.comparing import Changed, Difference, Replied
from service.proving.evaluation_set import EvaluationSets
from service.proving.proof import Proof
from service.proving.proofs import Proofs
from service.proving.prover import Draft, Prover
from service.proving.running import Runs, Waiting
from service.proving.states import Fault, ProofState, Standing
from service.proving.stored import StoredDrafts
from service.proving.trial import Trial

__all__ = [
    "Changed",
    "Difference",
    "Draft",
    "EvaluationSets",
    "Fault",
    "Proof",
    "ProofState",
    "Proofs",
    "Prover",
    "Replied",
    "Runs",
    "Standing",
    "StoredDrafts",
    "Trial",
    "Waiting",
]
