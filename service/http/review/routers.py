"""Every router of pages for staff; an area adds its own here."""

from __future__ import annotations

from fastapi import APIRouter

from service.http.review.accounts import signing_in
from service.http.review.answer import judging

REVIEW_ROUTERS: tuple[APIRouter, ...] = (
    signing_in.router,
    judging.router,
)
