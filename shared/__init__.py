"""The contract between the candidate's machine and the server.

Pydantic and the standard library only; every model is frozen, every field has a description,
every number a unit. Nothing here reads a clock, a disk or a network.
"""
