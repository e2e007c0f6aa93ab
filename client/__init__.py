"""The candidate's app: it watches on the candidate's own machine and sends facts, not video."""
