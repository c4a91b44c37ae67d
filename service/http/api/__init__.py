"""The HTTP contract for programs: JSON in, JSON out, every error in one shape."""
