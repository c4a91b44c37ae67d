"""An optional language model may put an answer's evidence into other words; off by default.

What it writes is shown only where every sentence is held by the evidence it cites; else the
composed answer stays, and `PhrasingOutcome` says why. The step is `phrase.Phrase`.
"""
