"""The tables as SQLAlchemy knows them. Every change of them is a file in `migrations/versions`.

`service.store` imports every one: what it does not name, no migration is held to.
"""
