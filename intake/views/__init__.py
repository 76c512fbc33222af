"""The pages of the door: originals, uploads, review, trash; one module for each."""
