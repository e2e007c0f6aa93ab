"""Looks at the candidate's computer: programs, windows, displays, devices, remote control.

One rule: readers read and judge nothing, the topics judge readings and touch nothing, and the
runner turns whatever else happens into `unknown`. Three answers only: ok, violation, unknown.
"""
