"""Fills a database as months of service would leave it, to measure pages and to try them out."""

from service.evaluation.seeding.filling import fill

__all__ = ["fill"]
