"""What each kind of remark asks, which answers there are, and what each of them does."""
