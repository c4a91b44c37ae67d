"""`/review/answers/{id}`: one answer, what the service saw, and what reviewers say of it."""
