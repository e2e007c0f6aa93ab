"""What the proctor reported, as lists that a page can show."""
