"""Resumes and job descriptions: bytes from anybody in, the text that a person sees out.

One rule: what a reader of the page does not see is not in the text. It is taken out and told.
Files are parsed in a process of their own (`server.documents.parsing`), never in the server's.
"""
