"""What was decided in a period, and how it stands: by topic, to be reported."""
