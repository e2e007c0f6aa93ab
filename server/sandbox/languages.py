"""How each language is compiled and run, one row for each.

One rule: a row says what a tool chain needs and nothing decides here. A language whose programs are
not on this machine is off, and `missing` says which.
"""

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from server.sandbox import harness
from server.sandbox.limits import Mount
from shared.exam import Language

BOX = "/box"
"""Where the program lies inside; its folder can be written only while it is compiled."""
OUT = f"{BOX}/out"

CALLS_APART: frozenset[Language] = frozenset({"c", "cpp"})
"""Languages in which calls are another program, with its own `main`."""

Programs = dict[str, str]
"""Name of a program → its path on this machine, links followed."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a source text decides about its own compilation."""

    files: dict[str, str]
    """File name below BOX → its text."""
    main: str = ""
    """What is started: the class with `main`, for Java."""


@dataclass(frozen=True, slots=True)
class Case:
    """What `run` needs to know of one test."""

    call: str
    """The expression; empty: the whole program."""
    index: int
    """Its place among the calls."""
    memory_mb: int


Compile = Callable[[Programs, Shape], tuple[str, ...]]
Run = Callable[[Programs, Shape, Case], tuple[str, ...]]
"""What the program's, or its compiler's, argv is made of."""


@dataclass(frozen=True, slots=True)
class Row:
    """One language."""

    language: Language
    programs: tuple[str, ...]
    """What must be there; the first is asked for its version."""
    version: tuple[str, ...]
    """Arguments that make the first program tell its version."""
    label: str
    """Its name, where the version does not hold one."""
    shape: Callable[[str, Sequence[str]], Shape]
    """(source, calls) → files."""
    compile: Compile | None
    """The compiler's argv, or one that checks the syntax; None: neither."""
    run: Run
    """The program's argv."""
    startup_s: float
    """Processor time of a program that does nothing, on a slow machine; not charged."""
    extra_mb: int
    """Memory of one that does nothing; not charged."""
    address_space: bool
    """Whether addresses can be limited as well."""
    out_of_memory: str
    """What it prints as an error when memory runs out."""


_CLASS = re.compile(r"^\s*(?:public\s+)?(?:final\s+|abstract\s+)*class\s+(\w+)", re.MULTILINE)
_PUBLIC = re.compile(
    r"^\s*public\s+(?:final\s+|abstract\s+)*(?:class|record|enum|interface)\s+(\w+)", re.MULTILINE
)
_WITH_MAIN = re.compile(
    r"static\s+(?:public\s+)?void\s+main\s*\(|public\s+static\s+void\s+main\s*\("
)


def _java_shape(source: str, calls: Sequence[str]) -> Shape:
    public = _PUBLIC.search(source)
    name = public.group(1) if public else "Main"
    main = name
    if not public and (entry := _WITH_MAIN.search(source)):
        # The class that stands before its main method.
        before = _CLASS.findall(source[: entry.start()])
        main = before[-1] if before else name
    files = {f"{name}.java": source}
    if calls:
        files |= harness.java(calls)
    return Shape(files, main)


def _one_file(name: str) -> Callable[[str, Sequence[str]], Shape]:
    def shape(source: str, calls: Sequence[str]) -> Shape:
        return Shape({name: source} | harness.FILES[name](calls))

    return shape


def _interpreted(program: str, *options: str, name: str, caller: str) -> Run:
    def run(programs: Programs, _shape: Shape, case: Case) -> tuple[str, ...]:
        given = [option.format(memory=case.memory_mb) for option in options]
        if case.call:
            return (programs[program], *given, f"{BOX}/{caller}", case.call)
        return (programs[program], *given, f"{BOX}/{name}")

    return run


def _compiled(_programs: Programs, _shape: Shape, case: Case) -> tuple[str, ...]:
    return (f"{OUT}/calls", str(case.index)) if case.call else (f"{OUT}/main",)


def _compiler(program: str, *options: str, name: str) -> Compile:
    """Builds `main` where no test calls anything, else `calls`."""

    def arguments(programs: Programs, shape: Shape) -> tuple[str, ...]:
        with_calls = f"calls.{name}" in shape.files
        source, target = (f"calls.{name}", "calls") if with_calls else (f"main.{name}", "main")
        return (programs[program], *options, "-o", f"{OUT}/{target}", f"{BOX}/{source}", "-lm")

    return arguments


def _java_run(programs: Programs, shape: Shape, case: Case) -> tuple[str, ...]:
    options = (f"-Xmx{case.memory_mb}m", "-Xss16m", "-XX:+UseSerialGC", "-XX:-UsePerfData")
    what = ("InvigilCalls", str(case.index)) if case.call else (shape.main,)
    return (programs["java"], *options, "-Dfile.encoding=UTF-8", "-cp", OUT, *what)


def _javac(programs: Programs, shape: Shape) -> tuple[str, ...]:
    options = ("-J-Xmx384m", "-J-XX:+UseSerialGC", "-J-XX:-UsePerfData", "-proc:none")
    sources = tuple(f"{BOX}/{name}" for name in shape.files)
    return (programs["javac"], *options, "-encoding", "UTF-8", "-d", OUT, *sources)


def _go_build(programs: Programs, shape: Shape) -> tuple[str, ...]:
    sources = tuple(f"{BOX}/{name}" for name in shape.files)
    return (programs["go"], "build", "-o", f"{OUT}/main", *sources)


def _go_run(_programs: Programs, _shape: Shape, case: Case) -> tuple[str, ...]:
    return (f"{OUT}/main", *((harness.GO_FLAG, str(case.index)) if case.call else ()))


ROWS = (
    Row(
        language="python",
        programs=("python3",),
        version=("--version",),
        label="",
        shape=_one_file("main.py"),
        compile=lambda programs, _: (programs["python3"], "-I", "-c", harness.PYTHON_CHECK),
        run=_interpreted("python3", "-I", "-B", name="main.py", caller="calls.py"),
        startup_s=0.2,
        extra_mb=32,
        address_space=True,
        out_of_memory="MemoryError",
    ),
    Row(
        language="javascript",
        programs=("node",),
        version=("--version",),
        label="Node.js",
        shape=_one_file("main.js"),
        compile=lambda programs, _: (programs["node"], "--check", f"{BOX}/main.js"),
        run=_interpreted(
            "node", "--max-old-space-size={memory}", name="main.js", caller="calls.js"
        ),
        startup_s=0.5,
        extra_mb=128,
        address_space=False,
        out_of_memory="heap out of memory",
    ),
    Row(
        language="java",
        programs=("javac", "java"),
        version=("-version",),
        label="Java",
        shape=_java_shape,
        compile=_javac,
        run=_java_run,
        startup_s=1.5,
        extra_mb=256,
        address_space=False,
        out_of_memory="java.lang.OutOfMemoryError",
    ),
    Row(
        language="c",
        programs=("gcc",),
        version=("-dumpfullversion",),
        label="GCC",
        shape=_one_file("main.c"),
        compile=_compiler("gcc", "-std=gnu17", "-O2", "-w", name="c"),
        run=_compiled,
        startup_s=0.1,
        extra_mb=16,
        address_space=True,
        out_of_memory="Cannot allocate memory",
    ),
    Row(
        language="cpp",
        programs=("g++",),
        version=("-dumpfullversion",),
        label="G++",
        shape=_one_file("main.cpp"),
        compile=_compiler("g++", "-std=gnu++17", "-O2", "-w", name="cpp"),
        run=_compiled,
        startup_s=0.1,
        extra_mb=16,
        address_space=True,
        out_of_memory="std::bad_alloc",
    ),
    Row(
        language="go",
        programs=("go",),
        version=("version",),
        label="",
        shape=_one_file("main.go"),
        compile=_go_build,
        run=_go_run,
        startup_s=0.1,
        extra_mb=64,
        address_space=False,
        out_of_memory="out of memory",
    ),
    Row(
        language="sql",
        programs=("python3",),
        version=("-c", "import sqlite3; print('SQLite', sqlite3.sqlite_version)"),
        label="",
        shape=_one_file("main.sql"),
        compile=None,
        run=lambda programs, _shape, case: (
            *(programs["python3"], "-I", "-B", f"{BOX}/calls.py"),
            *((case.call,) if case.call else ()),
        ),
        startup_s=0.2,
        extra_mb=32,
        address_space=True,
        out_of_memory="MemoryError",
    ),
)


def found(row: Row) -> tuple[Programs, list[str]]:
    """(the programs by name, those that are missing)."""
    paths = {name: shutil.which(name, path="/usr/local/bin:/usr/bin:/bin") for name in row.programs}
    there = {name: str(Path(path).resolve()) for name, path in paths.items() if path}
    return there, [name for name in row.programs if name not in there]


def mounts(programs: Programs) -> tuple[Mount, ...]:
    """What a tool chain needs beside /usr: its own folder elsewhere, its settings in /etc."""
    made = [Mount(path, str(path)) for path in sorted(Path("/etc").glob("java*"))]
    for path in programs.values():
        home = Path(path).parents[1]
        if not home.is_relative_to("/usr") and home != Path("/"):
            made.append(Mount(home, str(home)))
    return tuple(dict.fromkeys(made))
