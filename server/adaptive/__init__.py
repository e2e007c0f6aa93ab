"""Item response theory: how well a set of questions measures, and which one to ask next.

One rule: it measures questions and the certainty of a total; it ends nothing and marks nobody.
"""
