"""`/review`: the pages where staff see what was asked and put right what went wrong."""
