"""What staff put right, on the way of a question."""
