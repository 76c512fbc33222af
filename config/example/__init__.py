"""Two fictional meetings around today and what became of them, for the demonstration archive."""
