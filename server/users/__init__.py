"""Accounts, by super admins. One rule: the last super admin cannot be put out."""
