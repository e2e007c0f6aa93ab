"""The server: schedules interviews, collects their record, scores and shows it.

One rule: rules decide and touch nothing; services do and decide nothing; only routes, dispatch,
live and the entry points know a framework.
"""
