"""`madoguchi`: ask, search, look things up, build, serve and evaluate from a terminal."""

from service.commandline.app import main

__all__ = ["main"]
