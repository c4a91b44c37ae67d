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
from service.http.review.answer import judging
from service.http.review.corrections import (
    beginning,
    deciding,
    listing,
    showing,
    undoing,
    writing,
)
from service.http.review.dashboard import reports
from service.http.review.dashboard import routes as dashboard
from service.http.review.lab import passages, search
from service.http.review.proof import proof
from service.http.review.queue import agreement
from service.http.review.queue import pages as queue

REVIEW_ROUTERS: tuple[APIRouter, ...] = (
    signing_in.router,
    own_account.router,
    second_factor.router,
    users.router,
    user_changes.router,
    audit.router,
    listing.router,
    # Before the pages of one correction, whose address it would be.
    beginning.router,
    showing.router,
    writing.router,
    deciding.router,
    undoing.router,
    proof.router,
    search.router,
    passages.router,
    dashboard.router,
    reports.router,
    judging.router,
    queue.router,
    agreement.router,
)
