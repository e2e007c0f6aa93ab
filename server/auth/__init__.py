"""Signing in and staying signed in. One rule: a secret is compared by hash and never logged."""
