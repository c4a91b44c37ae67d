"""Questions suggested while somebody types; knows nothing of HTTP."""

from service.suggesting.settings import SuggestionSettings
from service.suggesting.suggester import Suggester
from service.suggesting.suggestion import Suggestion

__all__ = ["Suggester", "Suggestion", "SuggestionSettings"]
