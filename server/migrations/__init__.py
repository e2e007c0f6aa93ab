"""The schema's history, one linear line of steps that run on SQLite and PostgreSQL.

One rule: a step that was released is never edited; the models and the last step say the same.
"""
