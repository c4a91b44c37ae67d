"""Votes on answers from the page: taken down, then back to the answer with thanks."""

from __future__ import annotations

from dataclasses import replace

from fastapi.responses import HTMLResponse
from starlette.requests import Request
from starlette.responses import Response

from service.conversations import Feedback
from service.http.api.feedback import rated
from service.http.errors import RequestError
from service.http.form_errors import CommentTooLongError, PersonalCommentError
from service.http.pages.chat_page import ChatPage, ThanksFragment, Vote
from service.http.pages.fragment import wants_fragment
from service.http.pages.place import Place
from service.http.pages.talk import back, error_fragment, page_of, rendered
from service.http.parts import Parts


async def vote(
    request: Request, parts: Parts, place: Place, feedback: Feedback, conversation: str = ""
) -> Response:
    """Keep a vote: back to the answer, or the page with what to mend in the comment (422).

    The script asks for the thanks alone. Raises UnknownMessageError and NotReadyError.
    """
    try:
        await rated(feedback, parts)
    except (CommentTooLongError, PersonalCommentError) as error:
        if wants_fragment(request):
            return error_fragment(request, parts, place, error)
        page = await page_of(request, parts, place, conversation)
        return _to_mend(request, parts, page, feedback, error)
    if wants_fragment(request):
        thanks = ThanksFragment(feedback.helpful)
        return HTMLResponse(parts.pages.render("chat/thanks.html", place.frame(request), thanks))
    if not place.has_cookies:
        page = await page_of(request, parts, place, conversation)
        return rendered(request, parts, page)
    return back(request, place, feedback.message_id)


def _to_mend(
    request: Request, parts: Parts, page: ChatPage, feedback: Feedback, error: RequestError
) -> Response:
    # Personal data is not shown again either.
    comment = feedback.comment if isinstance(error, CommentTooLongError) else ""
    refused = Vote(error, feedback.reason, comment)
    log = tuple(
        replace(turn, vote=refused) if turn.told.message_id == feedback.message_id else turn
        for turn in page.log
    )
    return rendered(request, parts, replace(page, log=log), error.status)
