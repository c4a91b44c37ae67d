"""What staff look at and what they say of it: the queue, masked words, judgements."""
