"""The pages that the server itself serves. One rule: every page has a nonce and a strict CSP."""

from server.web.pages import install

__all__ = ["install"]
