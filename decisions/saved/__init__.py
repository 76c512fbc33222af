"""Searches that somebody has kept: to open again, to have sent by mail, to follow as a feed."""
