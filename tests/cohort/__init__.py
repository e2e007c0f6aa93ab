"""Many scripted candidates on the real contract: what a server carries, what a policy flags."""
