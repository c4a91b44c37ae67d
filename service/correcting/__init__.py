"""Putting right what is answered: written by one, approved by another, with every version kept."""

from service.correcting.attention import attention, causes_of
from service.correcting.bodies import from_json, kind_of, to_json
from service.correcting.checking import Check
from service.correcting.decisions import Decisions
from service.correcting.difference import Change, Line, difference
from service.correcting.drafts import Drafts
from service.correcting.entered import Entered, body_of, entered_of
from service.correcting.faults import Fault, FaultCode
from service.correcting.grounds import Grounds
from service.correcting.live import LiveCorrections
from service.correcting.neighbours import shared
from service.correcting.proof import Proofs, Standing
from service.correcting.register import Register, Wanted
from service.correcting.states import Step, VersionState, allowed_steps
from service.correcting.versions import Corrected, Version

__all__ = [
    "Change",
    "Check",
    "Corrected",
    "Decisions",
    "Drafts",
    "Entered",
    "Fault",
    "FaultCode",
    "Grounds",
    "Line",
    "LiveCorrections",
    "Proofs",
    "Register",
    "Standing",
    "Step",
    "Version",
    "VersionState",
    "Wanted",
    "allowed_steps",
    "attention",
    "body_of",
    "causes_of",
    "difference",
    "entered_of",
    "from_json",
    "kind_of",
    "shared",
    "to_json",
]
