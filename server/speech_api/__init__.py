"""The speech tools over HTTP.

One rule: what speaks and hears is `server.speech`, which the parts of the server are made with; so
that it need not know routes, they stand here.
"""
