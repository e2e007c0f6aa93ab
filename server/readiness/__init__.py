"""Whether candidates' machines are ready, as they said before the interview."""
