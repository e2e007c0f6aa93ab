"""The few lines around a candidate's program that let a test call a part of it.

One rule: what is printed is the value as its language prints it, so that an author can write the
expected text: `print(value)` in Python, `console.log` of a text or its JSON in JavaScript,
`System.out.println` in Java, by kind in C, `<<` in C++, `fmt.Println` in Go, rows with `|` in SQL.
"""

import json
from collections.abc import Callable, Sequence

GO_FLAG = "--invigil-call"

PYTHON_CHECK = (
    "import sys\n"
    "try:\n"
    "    compile(open('/box/main.py', encoding='utf-8').read(), 'main.py', 'exec')\n"
    "except (SyntaxError, ValueError) as error:\n"
    "    import traceback\n"
    "    sys.exit(''.join(traceback.format_exception_only(error)))\n"
)
_PYTHON = """\
import sys
names = {"__name__": "main"}
exec(compile(open("/box/main.py", encoding="utf-8").read(), "main.py", "exec"), names)
print(eval(sys.argv[1], names))
"""
_JAVASCRIPT = """\
const vm = require("node:vm"), fs = require("node:fs");
Object.assign(globalThis, {require, module, exports});
vm.runInThisContext(fs.readFileSync("/box/main.js", "utf8"), "main.js");
Promise.resolve(vm.runInThisContext("(" + process.argv[2] + "\\n)", "the test")).then((value) => {
  console.log(typeof value === "string" ? value : JSON.stringify(value));
});
"""
_SQL = """\
import sqlite3, sys
db = sqlite3.connect(":memory:", isolation_level=None)
def told(value):
    if value is None:
        return "NULL"
    return value.hex() if isinstance(value, bytes) else str(value)
def run(script, show):
    piece = ""
    for part in script.split(";")[:-1] + [None]:
        if part is None:
            piece += script.rpartition(";")[2]
            break
        piece += part + ";"
        if sqlite3.complete_statement(piece):
            rows = db.execute(piece)
            for row in rows if show else ():
                print("|".join(map(told, row)))
            piece = ""
    if piece.strip():
        for row in db.execute(piece):
            print("|".join(map(told, row)))
db.executescript(sys.stdin.read())
try:
    run(open("/box/main.sql", encoding="utf-8").read(), len(sys.argv) == 1)
    if len(sys.argv) > 1:
        run(sys.argv[1], True)
except sqlite3.Error as error:
    sys.exit(f"{type(error).__name__}: {error}")
"""
_C_HEAD = """\
#define main candidate_main
#include "/box/main.c"
#undef main
#include <stdio.h>
#include <stdlib.h>
#define SHOW(x) _Generic((x), char: "%c", _Bool: "%d", signed char: "%hhd", short: "%hd", \\
  int: "%d", long: "%ld", long long: "%lld", unsigned char: "%hhu", \\
  unsigned short: "%hu", unsigned: "%u", \\
  unsigned long: "%lu", unsigned long long: "%llu", float: "%g", double: "%.15g", \\
  char *: "%s", const char *: "%s", default: "%p")
int main(int count, char **given) {
  switch (count > 1 ? atoi(given[1]) : -1) {
"""
_CPP_HEAD = """\
#define main candidate_main
#include "/box/main.cpp"
#undef main
#include <cstdlib>
#include <iostream>
int main(int count, char **given) {
  std::cout << std::boolalpha;
  std::cout.precision(15);
  switch (count > 1 ? std::atoi(given[1]) : -1) {
"""
_TAIL = "  }\n  return 0;\n}\n"


def _python(_calls: Sequence[str]) -> dict[str, str]:
    return {"calls.py": _PYTHON}


def _javascript(_calls: Sequence[str]) -> dict[str, str]:
    return {"calls.js": _JAVASCRIPT}


def _sql(_calls: Sequence[str]) -> dict[str, str]:
    return {"calls.py": _SQL}


def _c(calls: Sequence[str]) -> dict[str, str]:
    lines = (
        f"    case {place}: {{ printf(SHOW(({call})), ({call})); putchar('\\n'); break; }}\n"
        for place, call in enumerate(calls)
    )
    return {"calls.c": _C_HEAD + "".join(lines) + _TAIL} if calls else {}


def _cpp(calls: Sequence[str]) -> dict[str, str]:
    lines = (
        f"    case {place}: std::cout << ({call}) << std::endl; break;\n"
        for place, call in enumerate(calls)
    )
    return {"calls.cpp": _CPP_HEAD + "".join(lines) + _TAIL} if calls else {}


def _go(calls: Sequence[str]) -> dict[str, str]:
    if not calls:
        return {}
    cases = "".join(
        f"\tcase {json.dumps(str(n))}:\n\t\tfmt.Println({call})\n" for n, call in enumerate(calls)
    )
    return {
        "calls.go": 'package main\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc init() {\n'
        f"\tif len(os.Args) < 3 || os.Args[1] != {json.dumps(GO_FLAG)} {{\n\t\treturn\n\t}}\n"
        f"\tswitch os.Args[2] {{\n{cases}\t}}\n\tos.Exit(0)\n}}\n"
    }


def java(calls: Sequence[str]) -> dict[str, str]:
    """A class beside the candidate's own that prints the value of one call."""
    cases = "".join(
        f"      case {place}: System.out.println({call}); break;\n"
        for place, call in enumerate(calls)
    )
    return {
        "InvigilCalls.java": "public class InvigilCalls {\n"
        "  public static void main(String[] given) throws Throwable {\n"
        f"    switch (Integer.parseInt(given[0])) {{\n{cases}    }}\n  }}\n}}\n"
    }


FILES: dict[str, Callable[[Sequence[str]], dict[str, str]]] = {
    "main.py": _python,
    "main.js": _javascript,
    "main.sql": _sql,
    "main.c": _c,
    "main.cpp": _cpp,
    "main.go": _go,
}
"""By the name of the candidate's file: what is laid beside it for these calls."""

CUSTOM_CHECKER = """\
import json, sys
names = {"__name__": "checker"}
exec(compile(open("/box/checker.py", encoding="utf-8").read(), "checker.py", "exec"), names)
given = json.load(sys.stdin)
real, sys.stdout = sys.stdout, sys.stderr
answer = names["check"](given["input"], given["printed"], given["expected"])
real.write("accepted" if answer is True else "refused")
"""
