from __future__ import annotations

import subprocess
import sys

import index


def test_what_is_exported_is_there() -> None:
    assert index.__all__ == sorted(index.__all__)
    for name in index.__all__:
        found = getattr(index, name)
        # An alias of a Callable belongs to the library that knows how to write one.
        assert found is index.Progress or found.__module__.startswith("index.")


def test_importing_it_loads_no_model_library() -> None:
    code = "import index, sys; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
