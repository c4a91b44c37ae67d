"""What the service saw when it answered, as a record that is kept beside the message.

`Trace.of(turn)` makes it, `packed` and `unpacked` take it to the store and back.
"""

from service.answering.trace.candidates import CandidateTrace, Fate, LegTrace
from service.answering.trace.packing import packed, unpacked
from service.answering.trace.reading import ApprovedTrace, FollowUpTrace, ReadingTrace
from service.answering.trace.trace import SideTrace, Trace

__all__ = [
    "ApprovedTrace",
    "CandidateTrace",
    "Fate",
    "FollowUpTrace",
    "LegTrace",
    "ReadingTrace",
    "SideTrace",
    "Trace",
    "packed",
    "unpacked",
]
