"""The live view: who is on now, pushed as it changes to everybody who watches."""
