"""Pictures made safe and fit to be set: decoded, upright, eight bits deep, free of metadata."""

from pamphleteer.images.prepare import Picture, prepare_picture

__all__ = ["Picture", "prepare_picture"]
