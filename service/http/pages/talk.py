"""The flow of a conversation, the same on every surface: show the log, take a question."""

from __future__ import annotations

from dataclasses import replace

import anyio.to_thread
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.requests import Request
from starlette.responses import Response

from service.answering.turn import Question
from service.conversations import Reply, Told
from service.http.api.chat import answered
from service.http.errors import InvalidError, NotReadyError, RequestError
from service.http.pages.chat_page import ChatPage, ErrorFragment, Turn, TurnFragment
from service.http.pages.fragment import wants_fragment
from service.http.pages.page_topic import PageTopic
from service.http.pages.place import Place
from service.http.pages.preferences import Language
from service.http.parts import Parts
from service.http.question_text import checked_question

TICKET = "waiting"  # names the ticket of an answer in the address of the page that awaits it


async def show(
    request: Request,
    parts: Parts,
    place: Place,
    conversation: str = "",
    about: PageTopic | None = None,
) -> Response:
    """The page with its whole log, or with the question whose answer is awaited.

    conversation  its id, where a form carries it
    about         what the page round an embedded chat is about

    Raises what answering an awaited question raised.
    """
    ticket = request.query_params.get(TICKET, "")
    pending = parts.waiting_room.pending(ticket)
    page = replace(await page_of(request, parts, place, conversation), about=about)
    if pending is None:
        if ticket:
            return RedirectResponse(place.frame(request).url(place.here), 303)
        page = replace(page, is_cleared="cleared" in request.query_params and not page.log)
        return rendered(request, parts, page)
    if not pending.task.done():
        return rendered(request, parts, replace(page, waiting=pending.question))
    return _told(request, parts, page, parts.waiting_room.take(ticket))


async def ask(
    request: Request, parts: Parts, place: Place, typed: str, conversation: str = ""
) -> Response:
    """Take a question: the page again with the answer in its log, or with what to mend (422).

    The script asks for the new turn alone (`Madoguchi-Fragment: turn`).

    conversation  its id, where a form carries it
    """
    try:
        text = checked_question(typed, parts.settings.question_chars_max)
    except InvalidError as error:
        if wants_fragment(request):
            return error_fragment(request, parts, place, error)
        page = await page_of(request, parts, place, conversation)
        return rendered(request, parts, replace(page, typed=typed, error=error), error.status)
    held = place.conversation(request, conversation)
    question = _question(request, place, text, held)
    if wants_fragment(request):
        return _turn(request, parts, place, await answered(question, parts))
    page = await page_of(request, parts, place, conversation)
    try:
        reply = await parts.waiting_room.reply(answered(question, parts), text)
    except NotReadyError as error:
        # Whoever has typed a question does not lose it over a busy moment.
        response = rendered(request, parts, replace(page, typed=typed, error=error), error.status)
        if error.retry_after_s is not None:
            response.headers["Retry-After"] = str(error.retry_after_s)
        return response
    if isinstance(reply, str):
        glue = "&" if "?" in place.here else "?"
        here = place.frame(request).url(f"{place.here}{glue}{TICKET}={reply}")
        return RedirectResponse(here, 303)
    return _told(request, parts, page, reply)


async def page_of(request: Request, parts: Parts, place: Place, conversation: str = "") -> ChatPage:
    """The page as the store has it."""
    held = place.conversation(request, conversation)
    city = place.site.id if place.site else None
    told: tuple[Told, ...] = ()
    if held:
        told = await anyio.to_thread.run_sync(parts.conversations.history, held, city)
    knowledge, presenter = parts.desk.counter.knowledge, parts.presenter
    topics = (parts.topics.of_city(place.asked.id),) if place.asked else parts.topics.cities
    return ChatPage(
        place=place,
        plans=knowledge.plans_of(place.asked.id) if place.asked else knowledge.plans,
        topics=topics,
        log=tuple(Turn(one, presenter.blocks(one.answer), is_last=one is told[-1]) for one in told),
        conversation="" if place.has_cookies else held,
    )


def rendered(request: Request, parts: Parts, page: ChatPage, status: int = 200) -> HTMLResponse:
    """The page as a response."""
    place = page.place
    return HTMLResponse(parts.pages.render(place.template, place.frame(request), page), status)


def error_fragment(
    request: Request, parts: Parts, place: Place, error: RequestError
) -> HTMLResponse:
    """What to mend, for the script."""
    body = parts.pages.render("chat/error.html", place.frame(request), ErrorFragment(error))
    return HTMLResponse(body, error.status)


def back(request: Request, place: Place, message_id: str) -> RedirectResponse:
    """To the page, at one of its turns. A reload or Back sends nothing again."""
    return RedirectResponse(place.frame(request).url(f"{place.here}#turn-{message_id}"), 303)


def _question(request: Request, place: Place, text: str, conversation: str) -> Question:
    lang = place.frame(request).preferences.lang
    return Question(
        text=text,
        city=place.asked.id if place.asked else None,
        # On a Japanese page the question's own language decides.
        lang=None if lang is Language.JAPANESE else lang.value,
        channel=place.surface.value,
        conversation_id=conversation or None,
    )


def _told(request: Request, parts: Parts, page: ChatPage, reply: Reply) -> Response:
    """The page with a reply: fetched anew, or at once where it could not be found again."""
    place = page.place
    response: Response
    if reply.is_kept and place.has_cookies:
        response = back(request, place, reply.message_id)
    else:
        log = (*(replace(turn, is_last=False) for turn in page.log), _new(reply, parts))
        held = "" if place.has_cookies else reply.conversation_id
        response = rendered(request, parts, replace(page, log=log, conversation=held))
    place.keep(response, reply.conversation_id, request)
    return response


def _turn(request: Request, parts: Parts, place: Place, reply: Reply) -> Response:
    held = "" if place.has_cookies else reply.conversation_id
    fragment = TurnFragment(place, _new(reply, parts), held)
    body = parts.pages.render("chat/new_turn.html", place.frame(request), fragment)
    response = HTMLResponse(body)
    place.keep(response, reply.conversation_id, request)
    return response


def _new(reply: Reply, parts: Parts) -> Turn:
    return Turn(reply.told, parts.presenter.blocks(reply.answer), is_kept=reply.is_kept)
