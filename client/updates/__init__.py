"""The app's own updates, where no package manager does them.

One rule: what is signed, newer, meant for this computer and outside of every interview's window is
taken, whole, and can be taken back; in any doubt the app stays as it is.
"""
