"""Language models over HTTP: Ollama's own protocol, and the one that OpenAI began.

One rule: what comes back fits a JSON schema and was made from the whole prompt, or it is an error
with a code; nobody above needs to know which server answered.
"""
