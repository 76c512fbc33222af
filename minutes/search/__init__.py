"""Searching: the words of a text, what somebody asks for, and the index that knows both."""
