"""Figures of a ranking by ir_measures, the front to trec_eval's own code.

It was chosen over ranx: the same figures from the reference implementation, imported in hundredths
of a second and without numba, pandas and a plotting library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import ir_measures
from ir_measures import RR, R, Success, nDCG

# Everything is measured within the first ten places: nobody reads on.
DEPTH = 10

MEASURES = {
    "nDCG@10": nDCG @ DEPTH,
    "Recall@10": R @ DEPTH,
    "MRR@10": RR @ DEPTH,
    "Hit@1": Success @ 1,
    "Hit@3": Success @ 3,
    "Hit@10": Success @ DEPTH,
}


def figures(
    relevant: Mapping[str, Mapping[str, int]], rankings: Iterable[tuple[str, Sequence[str]]]
) -> dict[str, float]:
    """Means over the judged questions, by name; `rankings` are ids of documents, best first.

    trec_eval orders equal scores by id, so each place is handed over as a score of its own.
    """
    run = {
        question: {document: float(-place) for place, document in enumerate(ranking)}
        for question, ranking in rankings
    }
    judged = {question: dict(grades) for question, grades in relevant.items()}
    found = ir_measures.calc_aggregate(list(MEASURES.values()), judged, run)
    return {name: float(found[measure]) for name, measure in MEASURES.items()}
