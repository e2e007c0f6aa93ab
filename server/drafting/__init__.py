"""Questions drafted from resumes and job descriptions, for a person to approve, change or dismiss.

One rule: a draft names the sentence that it came from, that sentence stands in the document, and
nothing enters a paper unless a person approves it.
"""
