"""`/review` itself: the queue, and how far reviewers agree."""
