"""What turns a commit into something that IT installs: the app's folder, packages, settings.

One rule: nothing here is imported by client or server, and nothing here needs the network but
what is named in `requirements/build.txt`.
"""
