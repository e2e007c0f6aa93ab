"""Teams, and who has what. One rule: a paper or an interview always has exactly one owner."""
