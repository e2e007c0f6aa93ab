"""Small faults put into a reference program, to see whether its tests would notice them.

One rule: pure and deterministic; each mutant differs from the program in one place. Python is
changed by its syntax tree; the other languages by tokens, outside of texts and comments.
"""

import ast
import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shared.exam import Language

MOST = 60
"""Mutants of one program; of more, evenly spread ones are taken."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A program with one fault."""

    code: str
    line: int
    """Line of the reference in which it lies, from 1."""
    what: str
    """The change in a few words, such as `< becomes <=`."""


def mutants(language: Language, code: str, *, most: int = MOST) -> list[Mutant]:
    """Different programs, none of them the reference itself; empty where nothing can be changed.

    Raises SyntaxError for Python that is none.
    """
    made = _of_python(code) if language == "python" else _of_tokens(language, code)
    different: dict[str, Mutant] = {}
    for mutant in made:
        if mutant.code.strip() != code.strip():
            different.setdefault(mutant.code, mutant)
    found = list(different.values())
    if len(found) <= most:
        return found
    return [found[place * len(found) // most] for place in range(most)]


_COMPARE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_BINARY: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}


def _of_python(code: str) -> Iterator[Mutant]:
    tree = ast.parse(code)
    plain = ast.unparse(tree)
    nodes = list(ast.walk(tree))
    for place, node in enumerate(nodes):
        for change, what in _changes(node):
            other = copy.deepcopy(tree)
            changed = list(ast.walk(other))[place]
            change(changed)
            text = ast.unparse(ast.fix_missing_locations(other))
            if text != plain:  # `return None` that returns None is no mutant
                yield Mutant(f"{text}\n", getattr(node, "lineno", 1), what)


def _changes(node: ast.AST) -> Iterator[tuple["Change", str]]:
    match node:
        case ast.Compare(ops=ops):
            for place, op in enumerate(ops):
                for other in _COMPARE.get(type(op), ()):
                    yield _set_op(place, other), f"{_name(type(op))} becomes {_name(other)}"
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in _BINARY:
            other = _BINARY[type(op)]
            yield _setter("op", other()), f"{_name(type(op))} becomes {_name(other)}"
        case ast.BoolOp(op=op):
            other = ast.Or if isinstance(op, ast.And) else ast.And
            yield _setter("op", other()), f"{_name(type(op))} becomes {_name(other)}"
        case ast.UnaryOp(op=ast.Not()):
            yield _setter("op", ast.UAdd()), "not is left out"
        case ast.Constant(value=bool() as value):
            yield _setter("value", not value), f"{value} becomes {not value}"
        case ast.Constant(value=int() as value):
            yield _setter("value", value + 1), f"{value} becomes {value + 1}"
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield _setter("test", ast.UnaryOp(ast.Not(), test)), "the condition is turned round"
        case ast.Return(value=ast.expr()):
            yield _setter("value", ast.Constant(None)), "None is returned"
        case ast.Break():
            yield _becomes(ast.Continue), "break becomes continue"
        case ast.Continue():
            yield _becomes(ast.Break), "continue becomes break"


Change = Callable[[ast.AST], None]


def _setter(field: str, value: object) -> Change:
    return lambda node: setattr(node, field, copy.deepcopy(value))


def _set_op(place: int, other: type[ast.cmpop]) -> Change:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.Compare)
        node.ops[place] = other()

    return change


def _becomes(other: type[ast.stmt]) -> Change:
    def change(node: ast.AST) -> None:
        node.__class__ = other  # pyright: ignore[reportAttributeAccessIssue] -- both have no fields

    return change


_WORDS: dict[type[ast.AST], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
}


def _name(kind: type[ast.AST]) -> str:
    return _WORDS.get(kind, kind.__name__.lower())


_TOKENS = {
    "<=": "<",
    ">=": ">",
    "==": "!=",
    "!=": "==",
    "&&": "||",
    "||": "&&",
    "++": "--",
    "--": "++",
    "+=": "-=",
    "-=": "+=",
    "*=": "+=",
    "<": "<=",
    ">": ">=",
    "+": "-",
    "-": "+",
    "*": "+",
    "/": "*",
    "%": "*",
    "true": "false",
    "false": "true",
}
_SQL = {
    "<=": "<",
    ">=": ">",
    "<>": "=",
    "!=": "=",
    "=": "<>",
    "<": "<=",
    ">": ">=",
    "and": "or",
    "or": "and",
    "asc": "desc",
    "desc": "asc",
    "min": "max",
    "max": "min",
    "sum": "count",
    "count": "sum",
    "left join": "join",
    "distinct": "",
    "+": "-",
    "-": "+",
}
_SKIPPED = {
    "sql": re.compile(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", re.DOTALL),
    "other": re.compile(
        r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|//[^\n]*|/\*.*?\*/"
        r"|^[ \t]*(?:#|import |package |using )[^\n]*",
        re.DOTALL | re.MULTILINE,
    ),
}
_NUMBER = r"(?<![\w.])\d+(?![\w.])"


def _of_tokens(language: Language, code: str) -> Iterator[Mutant]:
    """By tokens; some of them do not compile, and that is noticed as well as a failed test."""
    table = _SQL if language == "sql" else _TOKENS
    skipped = _SKIPPED["sql" if language == "sql" else "other"]
    longest_first = sorted(table, key=len, reverse=True)
    # Whole words only, and operators that are not part of `->`, `=>`, `<<` or a generic type.
    parts = [rf"\b{each}\b" if each[0].isalpha() else re.escape(each) for each in longest_first]
    token = re.compile(f"(?:->|=>|<<|>>|::|{_NUMBER})|(?:{'|'.join(parts)})", re.IGNORECASE)
    blank = skipped.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), code)
    for found in token.finditer(blank):
        text = found.group()
        if text.isdigit():
            other = str(int(text) + 1)
        elif (change := table.get(text.lower())) is not None:
            other = change
        else:
            continue
        line = code.count("\n", 0, found.start()) + 1
        what = f"{text} becomes {other}" if other else f"{text} is left out"
        yield Mutant(code[: found.start()] + other + code[found.end() :], line, what)
