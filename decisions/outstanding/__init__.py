"""What was put off and what came of it: tabled items, promises, matters gone silent."""
