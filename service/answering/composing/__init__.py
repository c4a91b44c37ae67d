"""From the chosen candidates to an answer with its citations."""

from service.answering.composing.compose import Compose

__all__ = ["Compose"]
