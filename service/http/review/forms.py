"""That a form was sent from a page of ours, by the session that was given it."""

from __future__ import annotations

from hmac import compare_digest
from urllib.parse import urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request

from service.http.errors import StaleFormError

CSRF_FIELD = "csrf"


async def check_form(request: Request, token: str) -> None:
    """Raise StaleFormError unless the request comes from this origin and carries `token`.

    Browsers say where a form was sent from; one that says nothing is held to the token alone.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        is_ours = site == "same-origin"
    else:  # older browsers, and addresses without TLS
        # The host alone: a proxy that ends TLS may hide the scheme from us.
        is_ours = origin is None or urlsplit(origin).netloc == request.headers.get("host")
    if not is_ours:
        raise StaleFormError
    form: FormData = await request.form()
    given = form.get(CSRF_FIELD)
    if not isinstance(given, str) or not compare_digest(given.encode(), token.encode()):
        raise StaleFormError
