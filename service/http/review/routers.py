"""Every router of pages for staff; an area adds its own here."""

from __future__ import annotations

from fastapi import APIRouter

from service.http.review.accounts import (
    audit,
    own_account,
    second_factor,
    signing_in,
    user_changes,
    users,
)
from service.http.review.queue import agreement, pages

REVIEW_ROUTERS: tuple[APIRouter, ...] = (
    signing_in.router,
    own_account.router,
    second_factor.router,
    users.router,
    user_changes.router,
    audit.router,
    pages.router,
    agreement.router,
)
