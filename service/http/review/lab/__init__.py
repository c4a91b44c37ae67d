"""The search lab and the viewer of passages, as pages."""
