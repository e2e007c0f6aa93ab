"""`python -m client.attest`: the list of a build's files, and its signature by a release key.

    key FILE              makes a release key; keep FILE offline
    list FOLDER           writes build.json into a packaged app (or a checkout)
    sign FOLDER --key F   signs that list: build.sig
    check FOLDER          compares the files with the list; 0 where nothing differs

One rule: the key is read from a file that only its owner may read, and is never printed.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client.attest.here import measure
from client.attest.manifest import (
    MANIFEST,
    SIGNATURE,
    BadManifest,
    Manifest,
    parse,
    read_files,
    root,
    this_platform,
    told,
)
from client.spool.keys import SigningKey
from shared.build import statement
from shared.version import APP_VERSION


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status; 1 where files differ, 2 where something cannot be read or written."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except (OSError, ValueError, BadManifest) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m client.attest",
        description="The list of a build's files, and its signature.",
    )
    commands = parser.add_subparsers(required=True)
    key = commands.add_parser("key", help="make a release key")
    key.add_argument("file", type=Path)
    key.set_defaults(run=_key)
    for name, run, words in (
        ("list", _list, "write the list of files"),
        ("sign", _sign, "sign the list with a release key"),
        ("check", _check, "compare the files with the list"),
    ):
        one = commands.add_parser(name, help=words)
        one.add_argument("folder", type=Path, nargs="?", default=root())
        if name == "sign":
            one.add_argument("--key", type=Path, required=True)
        one.set_defaults(run=run)
    return parser


def _key(options: argparse.Namespace) -> int:
    made = Ed25519PrivateKey.generate()
    with os.fdopen(os.open(options.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as to:
        to.write(made.private_bytes_raw())
    print(f"Keep {options.file} offline. For the server's INVIGIL_RELEASE_KEYS:")
    print(SigningKey(made).public)
    return 0


def _list(options: argparse.Namespace) -> int:
    made = Manifest(APP_VERSION, this_platform(), read_files(options.folder))
    (options.folder / MANIFEST).write_bytes(made.to_bytes())
    # The signature of an earlier list would only be wrong.
    (options.folder / SIGNATURE).unlink(missing_ok=True)
    print(f"{len(made.files)} files, {made.digest}")
    return 0


def _sign(options: argparse.Namespace) -> int:
    shipped = parse((options.folder / MANIFEST).read_bytes())
    build = told(shipped, "", read_files(options.folder))
    if build.changed_count:
        print(f"Files differ from the list: {', '.join(build.changed)}", file=sys.stderr)
        return 1
    key = SigningKey.load(options.key)
    given = {"sig": key.sign(statement(build)), "key": key.public, "manifest": shipped.digest}
    (options.folder / SIGNATURE).write_text(json.dumps(given) + "\n", "utf-8")
    print(f"{shipped.version} for {shipped.platform}: {shipped.digest}, signed by {key.public}")
    return 0


def _check(options: argparse.Namespace) -> int:
    build = measure(options.folder)
    if build.released is None:
        print("There is no list of files here that can be read.", file=sys.stderr)
        return 2
    if build.found is None:
        print("Not all files can be read.", file=sys.stderr)
        return 2
    for name in build.changed:
        print(name)
    more = build.changed_count - len(build.changed)
    if more:
        print(f"and {more} more")
    print(f"{build.files} files listed, {build.changed_count} differ")
    return 1 if build.changed_count else 0


if __name__ == "__main__":
    sys.exit(main())
