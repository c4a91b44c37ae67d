"""`madoguchi ask`: one question, answered as the service would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from service.commandline.building import limit_threads
from service.commandline.exits import Exit, load_settings, stop
from service.commandline.opening import known_city, open_quietly
from service.wall_clock import now

if TYPE_CHECKING:
    from service.outcome import Answer

City = Annotated[str | None, typer.Option(help="Ask on this city's site, e.g. toride.")]
Lang = Annotated[
    str | None,
    typer.Option(
        help="Language of the reply: ja, ja-easy, en, zh, ko, pt, es. Default: the question's."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


def ask(
    question: Annotated[str, typer.Argument(help="The question, 1-300 characters.")],
    city: City = None,
    lang: Lang = None,
    as_json: AsJson = False,
) -> None:
    """Ask a question and print the answer with its citations.

    Exits with 0 when it is answered or asked back, with 1 when the plans do not tell or the
    question is refused.
    """
    settings = load_settings()
    limit_threads(settings)
    from service.answering.turn import Question
    from service.answering.voice import LANGUAGES
    from service.http.errors import InvalidError
    from service.http.question_text import checked_question
    from service.outcome import Status

    try:
        text = checked_question(question, settings.question_chars_max)
    except InvalidError as error:
        stop(Exit.USAGE, error.message)
    if lang is not None and lang not in LANGUAGES:
        stop(Exit.USAGE, f"unknown language {lang!r}; known: {', '.join(LANGUAGES)}")
    counter = open_quietly(settings)
    asked_in = known_city(counter.knowledge, city) or settings.city
    answer = counter.ask(Question(text, asked_in, lang))
    if as_json:
        from service.conversations import Reply, Told
        from service.http.api.schemas.chat import ChatReply
        from service.store.ids import new_id

        told = Told(new_id(), text, answer, now(), "api")
        reply = Reply(told, new_id(), is_kept=False)  # asked alone
        typer.echo(ChatReply.of(reply).model_dump_json(indent=2))
    else:
        _print(answer)
    if answer.status in (Status.NOT_FOUND, Status.REFUSED):
        raise typer.Exit(Exit.NEGATIVE)


def _print(answer: Answer) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.panel import Panel

    console = Console(highlight=False)
    title = f"{answer.reason.value}  confidence {answer.confidence:.2f}"
    if answer.phrasing is not None:
        title += f"  phrasing {answer.phrasing.value}"
    console.print(Panel(escape(answer.text), title=title, title_align="left"))
    for cite in answer.citations:
        page = f"  p. {cite.page}" if cite.page is not None else ""
        console.print(f"[bold]{cite.n}. {escape(cite.plan_title)}{page}[/]  {escape(cite.section)}")
        console.print(f"   「{escape(cite.quote)}」")
        console.print(f"   [dim]{escape(cite.url)}[/]")
    for choice in answer.choices:
        city = f"  (--city {choice.city})" if choice.city else ""
        asked = "" if choice.label == choice.question else f": {escape(choice.question)}"
        console.print(f"→ {escape(choice.label)}{asked}{city}")
