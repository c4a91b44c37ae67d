"""Migrations of the database, run by Alembic when the service opens it."""
