"""Background work as super admins see it: what waits, what died, and a second chance for it."""
