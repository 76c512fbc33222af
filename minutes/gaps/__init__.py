"""Meetings that minutes speak of and that the archive does not have."""
