"""Runs what strangers wrote: candidates' programs and uploaded documents, in a box.

One rule: nothing here knows a database, a key or a candidate. A box gets bytes and limits, and
gives bytes and an outcome back.
"""
