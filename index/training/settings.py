"""Every number the training rests on, with its unit and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PairSettings:
    """What is paired with a question form.

    answer_share   share of forms paired with the entry's answer; the rest but `passage_share` is
                   paired with another form of the entry, which is what a question is ranked by
    passage_share  share paired with a passage of the plan that holds the entry's evidence: a new
                   plan has passages and no forms
    kana_share     share of forms with kanji that are asked in kana, as children, elderly people and
                   the kiosk's keyboard do
    neighbours     entries in a run of neighbours; entries of one section are the hardest negatives
    """

    answer_share: float = 0.15
    passage_share: float = 0.08
    kana_share: float = 0.2
    neighbours: int = 10


@dataclass(frozen=True, slots=True)
class ObjectiveSettings:
    """What is minimised.

    temperature      by which cosines are divided, as in the training of E5 (0.01) but softer: near
                     twins would otherwise be torn apart
    label_smoothing  share of the probability given to the other pairs of a batch, among which an
                     unnoticed twin may stand
    centre_weight    weight of telling an entry from all others of its city by their centres, beside
                     telling it from the other pairs of the batch
    centre_memory    share of an entry's centre that is kept when a batch brings new vectors of it
    """

    temperature: float = 0.03
    label_smoothing: float = 0.05
    centre_weight: float = 1.0
    centre_memory: float = 0.6


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """All settings of a training.

    seed             of every choice made at random
    steps            batches at most; early stopping may end sooner
    pairs            pairs a batch
    rate             AdamW's learning rate of the last layer at its highest
    rate_decay       rate of a layer over that of the layer after it: lower layers know the language
    warm_up          steps until the rate is highest; from there it falls to zero in a straight line
    weight_decay     AdamW's
    gradient_norm    longest gradient
    longest_pieces   word pieces of a text in training; a form has 20, a passage up to 150
    evaluate_every   steps between two looks at the held-out forms
    patience         looks without a gain after which the training stops
    """

    seed: int = 7
    steps: int = 1500
    pairs: int = 40
    rate: float = 1e-4
    rate_decay: float = 0.9
    warm_up: int = 30
    weight_decay: float = 0.01
    gradient_norm: float = 1.0
    longest_pieces: int = 80
    evaluate_every: int = 500
    patience: int = 1
    pairing: PairSettings = PairSettings()
    objective: ObjectiveSettings = ObjectiveSettings()
