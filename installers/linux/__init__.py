"""The Debian package of the app.

One rule: after a purge nothing that the package brought is left; what belongs to the candidate, in
their own home, is not the package's to take.
"""
