"""What an editor opens with: the author's starter, or a frame in the question's language.

One rule: a frame only reads the input and says where to begin; it solves nothing, and a question
whose examples call a function gets none, because only its author knows the function's name.
"""

from shared.exam import ExamQuestion, Language

FRAMES: dict[Language, str] = {
    "python": """import sys


def main() -> None:
    for line in sys.stdin:
        pass


if __name__ == "__main__":
    main()
""",
    "javascript": """const lines = require("fs").readFileSync(0, "utf8").split("\\n");

function main() {
}

main();
""",
    "java": """import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
    }
}
""",
    "c": """#include <stdio.h>

int main(void) {
    return 0;
}
""",
    "cpp": """#include <iostream>
#include <string>
#include <vector>

int main() {
    return 0;
}
""",
    "go": """package main

func main() {
}
""",
    "sql": """SELECT
FROM
WHERE
""",
}
"""Each compiles as it stands, SQL aside."""


def opening_text(question: ExamQuestion) -> str:
    """The text that a question's editor opens with; empty for a blank page."""
    if question.starter or question.kind != "coding" or question.language is None:
        return question.starter
    if any(sample.call for sample in question.samples):
        return ""
    return FRAMES[question.language]
