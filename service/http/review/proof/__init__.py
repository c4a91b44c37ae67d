"""Pages on the proofs of corrections."""
