"""`/review/corrections`: what staff put right, from the first draft to its undoing."""
