"""What people may ask about themselves: how long things are kept, a copy of them, their end.

One rule: what was destroyed leaves a signed receipt, and nothing on hold is destroyed.
"""
