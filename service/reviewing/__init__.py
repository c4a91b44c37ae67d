"""What staff look at every morning, and what they say of it."""
