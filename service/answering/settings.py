"""Every number the answering rests on, with its unit and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logistic:
    """Bias and weights of a logistic regression; the weights are in log odds a unit."""

    bias: float
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class AnsweringSettings:
    """Limits and thresholds of the answering.

    quote_chars       characters of a quote, white space collapsed; api.md promises at most 300
    citations         places cited at most; more than a person reads
    answer_chars      characters of an answer; api.md promises about 400
    notes_chars       characters of the notes of staff told with an answer: one of the longest with
                      its frame; the answer keeps the rest
    told_chars        characters of the plan's own words in an answer, tried from the longest until
                      answer and frame together keep to answer_chars: the frame is never cut
    easy_glosses      terms glossed in one answer in やさしい日本語; more would bury the answer
    candidates        hits looked at closely; below the tenth the right place hardly ever stands
    help_lines        telephone numbers in a reply to danger; more would hide 119 and 110
    beside_margin     score by which the entry told beside the first may lie below it
    beside_depth      candidates after the first among which it is looked for
    beside_likeness   two answers alike from here on say the same, 0..1
    related           related questions offered to tap
    min_confidence    probability from which we answer; below it the plans are said not to tell.
                      One half: likelier to be the answer than not
    side_confidence   the same for each side of a comparison, one side of which has min_confidence:
                      the question is known to be one that plans answer
    clarify_confidence  probability from which we ask which city is meant, where several could be
    kind_weight, mismatch_weight, years_weight, coverage_weight, wanted_weight, numbers_weight,
    compounds_weight
                      what each agreement (-1..1) adds to a fused score, in its standard deviations;
                      fitted together with those of the fusion by `madoguchi fit ranking`
    confidence, confidence_without_entries
                      the logistics of `confidence.Signals`, in their order; fitted, see there
    speaking_margin   coverage by which a candidate may lie below the best covering one and still
                      count as speaking of the matter, 0..1
    candidates_without_city  hits looked at when no city is known: ten for each of four cities
    candidates_followed  hits among which the passages of the matter of a conversation are looked
                      for; the plan's own words on it often rank far below the question's form
    matter_weight     what a passage of the matter a conversation is about gains where a question
                      leans on it, in standard deviations of the fused score
    same_plan_weight  what a passage of the plan that answered before gains then, likewise
    approved_closeness  matcher's cosine from which a question that agrees with a form of an
                      approved answer in all else gets that answer, -1..1; measured: with every FAQ
                      entry of ours put up as an approved answer, not one of 2,882 questions got a
                      wrong one from here on, at 0.86 the first did
    approved_closeness_unsure  the same for a question without content words, which nothing else
                      tells from its neighbours, and for one that was written anew from kana
    approved_words    share of content words that question and form have in common, either way, 0..1
    clarify_margin    score by which another city's candidate may lie below the best one's and
                      still answer a question, asked without a city, as well
    """

    quote_chars: int = 290
    citations: int = 5
    answer_chars: int = 400
    notes_chars: int = 250
    told_chars: tuple[int, ...] = (400, 300, 260, 220, 180, 140, 110, 80, 60)
    easy_glosses: int = 3
    candidates: int = 10
    help_lines: int = 5
    beside_margin: float = 4.0
    beside_depth: int = 2
    beside_likeness: float = 0.6
    related: int = 3
    min_confidence: float = 0.5
    side_confidence: float = 0.3
    clarify_confidence: float = 0.1
    clarify_margin: float = 3.0
    approved_closeness: float = 0.87
    approved_closeness_unsure: float = 0.96
    approved_words: float = 0.5
    candidates_followed: int = 60
    matter_weight: float = 3.0
    same_plan_weight: float = 1.5
    kind_weight: float = 0.43
    mismatch_weight: float = 1.53
    years_weight: float = 0.96
    coverage_weight: float = 1.64
    wanted_weight: float = 1.96
    numbers_weight: float = 2.08
    compounds_weight: float = 0.38
    confidence: Logistic = Logistic(
        -12.20,
        (
            0.96,  # askable
            7.14,  # form
            7.15,  # form_fit
            2.25,  # coverage
            -2.98,  # particular_missing
            -2.60,  # fact_missing
            -1.88,  # number_missing
            -2.05,  # year_missing
            1.11,  # years
        ),
    )
    confidence_without_entries: Logistic = Logistic(
        -6.07,
        (
            0.83,  # askable
            4.99,  # text
            0.29,  # lead
            2.11,  # coverage
            -2.83,  # particular_missing
            -2.26,  # fact_missing
            -1.89,  # number_missing
            -1.67,  # year_missing
            0.69,  # years
        ),
    )
    speaking_margin: float = 0.4
    candidates_without_city: int = 40
