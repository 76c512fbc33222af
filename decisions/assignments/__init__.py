"""What somebody is to do because of a meeting, and how it goes."""
