"""The server as a Hugging Face Space. One rule: its Dockerfile stands alone."""
