"""Pages for people: rendered on the server, whole without script."""
