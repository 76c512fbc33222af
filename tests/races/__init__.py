"""Two secretaries at the same meeting at the same moment, through a server's addresses."""
