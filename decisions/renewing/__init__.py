"""A topic looked for anew in the whole archive, beside the requests."""
