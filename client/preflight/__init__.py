"""Whether this computer is ready for an interview, for candidates and for IT, days ahead.

One rule: `rules` decides from measurements and touches nothing; `probes` measure within their time
and never raise; what could not be tried is unknown.
"""
