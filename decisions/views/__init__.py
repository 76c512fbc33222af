"""Pages of what was decided, by kind: decisions, municipalities, topics, search."""
