"""Hold a reply against the evidence it cites, one idea a file; `verifier.verify` runs them all."""
