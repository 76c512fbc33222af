"""What each organization has answered to a decision that asks them: the response matrix."""
