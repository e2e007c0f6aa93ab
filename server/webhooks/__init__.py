"""Tells other systems what happened to interviews, signed as Standard Webhooks say."""
