"""What SendGrid says later of mails that it took. One rule: its signature, or no hearing."""
