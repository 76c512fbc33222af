"""The next meeting's agenda, drafted from what is open."""
