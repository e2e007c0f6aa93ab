"""What a file for import looks like, with one question of each kind to write over.

One rule: it is made by the same code as an export, so that it is always readable.
"""

from server.papers.document import PaperDocument, QuestionDocument
from server.papers.marking import CodeTest, Criterion, KeyPoint

TEMPLATE = PaperDocument(
    title="Title of the paper",
    description="For colleagues; candidates do not see it.",
    questions=[
        QuestionDocument(
            kind="spoken",
            prompt="Tell us about a failure that you learnt from.",
            topic="Experience",
            difficulty="easy",
            marks=10,
            time_limit_s=180,
            key_points=[
                KeyPoint(text="says what went wrong", weight=1),
                KeyPoint(text="says what was changed afterwards", weight=2),
            ],
            rubric=[
                Criterion(
                    name="Reflection",
                    weight=1,
                    levels=["blames others", "names a cause", "names a cause and the lesson"],
                )
            ],
        ),
        QuestionDocument(
            kind="written",
            prompt="What does a cache trade for what?",
            topic="Systems",
            expected_answer="Memory for time, and freshness for speed.",
            key_points=[KeyPoint(text="memory for time", weight=2), KeyPoint(text="stale entries")],
        ),
        QuestionDocument(
            kind="coding",
            prompt="Write add(a, b) that returns the sum.",
            topic="Basics",
            time_limit_s=900,
            language="python",
            starter="def add(a, b):\n    ...\n",
            tests=[
                CodeTest(name="example", call="add(1, 2)", expected="3", visible=True),
                CodeTest(name="negative", call="add(-1, 1)", expected="0", weight=2),
            ],
        ),
    ],
)
