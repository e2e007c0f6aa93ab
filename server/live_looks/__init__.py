"""Looks through a candidate's camera: asked by a person, answered by the app, ended by both."""
