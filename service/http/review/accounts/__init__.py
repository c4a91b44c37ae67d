"""Signing in, one's own account, the users, and the log of changes, as pages."""
