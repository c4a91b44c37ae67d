"""Every sentence the service says, as Jinja2 templates by language; `say` renders one."""

from prompts.wording import UnknownWordingError, say, wordings

__all__ = ["UnknownWordingError", "say", "wordings"]
