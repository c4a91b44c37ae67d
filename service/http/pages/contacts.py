"""The sentence that leads residents to a person: the city's live one, else the operator's."""

from __future__ import annotations

from service.http.desk import Desk
from service.http.errors import NotReadyError
from service.settings import Settings


class Contacts:
    """What pages tell besides the office of a city."""

    def __init__(self, settings: Settings, desk: Desk) -> None:
        self._settings = settings
        self._desk = desk

    def of(self, city: str | None) -> str | None:
        """The sentence for the pages of a city, None for those of none; None where nobody set one:
        then the page has words of its own.
        """
        try:
            live = self._desk.counter.in_force.contact(city)
        except NotReadyError:  # pages stand before the counter does
            live = None
        return live or self._settings.contact
