"""What anybody may know about this server. One rule: nothing here needs a sign-in or leaks one."""
