"""Lines of tables and keys in a TOML text."""

from __future__ import annotations

import pytest

from knowledge.toml_lines import TomlLines, TomlPath, syntax_error_line

TEXT = '''\
# a comment: id = 1
title = "x"
[[plans]]
id = "a"
note = """
id = "not a key"
[[plans]]
"""
"quoted key" = 1
[plans.layout]
marks = ["1",
  "2"]
[[plans]]
id = "b"
[plans.layout]
marks = []
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("plans", 0), 3),
        (("plans", 0, "id"), 4),
        (("plans", 0, "quoted key"), 9),
        (("plans", 0, "layout"), 10),
        (("plans", 0, "layout", "marks"), 11),
        (("plans", 1, "id"), 14),
        (("plans", 1, "layout", "marks"), 16),
        (("plans", 1, "layout", "marks", 0), 16),
        (("plans", 1, "missing"), 13),
        (("nowhere",), 1),
        ((), 1),
    ],
)
def test_lines(path: TomlPath, line: int) -> None:
    assert TomlLines(TEXT).line(path) == line


def test_an_error_at_the_end_names_the_last_line() -> None:
    assert syntax_error_line("Unclosed array (at end of document)", "a = [\n1,\n") == 2
    assert syntax_error_line("Invalid value (at line 7, column 3)", "a = 1") == 7
