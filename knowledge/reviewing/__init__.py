"""Reviewed FAQ entries: stored, located, bound to records, and held by a lint."""

from knowledge.reviewing.binding import bind
from knowledge.reviewing.entry_file import (
    EntryLine,
    Stored,
    read_entry_file,
    read_entry_folder,
    write_entry_file,
)
from knowledge.reviewing.findings import Finding, Rule
from knowledge.reviewing.lint import lint
from knowledge.reviewing.loading import load_faq
from knowledge.reviewing.maintenance import bind_file

__all__ = [
    "EntryLine",
    "Finding",
    "Rule",
    "Stored",
    "bind",
    "bind_file",
    "lint",
    "load_faq",
    "read_entry_file",
    "read_entry_folder",
    "write_entry_file",
]
