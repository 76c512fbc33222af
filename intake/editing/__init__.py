"""What a secretary changes in a meeting: a verb for each thing that can be done to a part."""
