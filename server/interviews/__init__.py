"""Invitations and their windows. One rule: a status changes only with a row in the timeline."""
