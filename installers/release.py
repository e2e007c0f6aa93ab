"""`python -m installers.release FOLDER [FOLDER …] --key FILE --out DIR [--rollout 10]`: archives of
built apps, and the signed manifest that names them.

One rule: what is named was read again from the disk, and its build is signed by the same key; the
same folders make the same archives. To widen a rollout run it again: the manifest is signed anew.
"""

import argparse
import gzip
import os
import sys
import tarfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from client.attest.here import measure
from client.models.store import file_sha256
from client.spool.keys import SigningKey, signature_fits
from client.updates.feed import signed_by
from installers.commit import epoch
from shared import build as builds
from shared.clock import utc_text
from shared.release import Package, Release

LASTS_DAYS = 30
LEVEL = 6
"""Of gzip: the app unpacks it without another program; zstd would be a third smaller."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where the archives and the manifest are there."""
    parser = argparse.ArgumentParser(prog="python -m installers.release")
    parser.add_argument("folder", type=Path, nargs="+", help="built and signed")
    parser.add_argument("--key", type=Path, required=True, help="the release key")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rollout", type=int, default=100, metavar="PERCENT")
    parser.add_argument("--oldest", default="0", help="oldest version that may be exchanged")
    parser.add_argument("--lasts-days", type=int, default=LASTS_DAYS)
    options = parser.parse_args(arguments)
    try:
        key, now = SigningKey.load(options.key), datetime.now(UTC)
        packages = [packed(folder, options.out, key.public) for folder in options.folder]
        (version,) = {version for version, _ in packages}
        release = Release(
            version=version,
            published_at=utc_text(now),
            expires_at=utc_text(now + timedelta(days=options.lasts_days)),
            rollout_percent=options.rollout,
            oldest=options.oldest,
            packages=tuple(package for _, package in packages),
        )
        (options.out / "release.json").write_bytes(signed_by(release, key))
    except (OSError, ValueError, LookupError) as error:
        print(f"Nothing was released: {error}", file=sys.stderr)
        return 1
    print(f"{options.out / 'release.json'}: {version}, {options.rollout} of 100 computers")
    return 0


def packed(folder: Path, out: Path, key: str) -> tuple[str, Package]:
    """The archive of a built app; its version, and how the manifest names it. Raises ValueError
    where the folder is not what was signed."""
    found = measure(folder)
    if found.released is None or found.changed_count:
        raise ValueError(f"{folder}: {found.changed_count} files differ from its list")
    if not signature_fits(key, statement=builds.statement(found), signature=found.sig):
        raise ValueError(f"{folder} is not signed by this key")
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"invigil-{found.version}-{found.platform}.tar.gz"
    when = epoch()
    with (
        path.open("wb") as raw,
        gzip.GzipFile("", "wb", LEVEL, raw, mtime=when) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w") as tar,
    ):
        for file in sorted(folder.rglob("*")):
            row = tarfile.TarInfo(f"invigil/{file.relative_to(folder).as_posix()}")
            row.mtime = when
            if file.is_symlink():
                row.type, row.linkname, row.mode = tarfile.SYMTYPE, os.readlink(file), 0o777
                tar.addfile(row)
            elif file.is_file():
                row.size = file.stat().st_size
                row.mode = 0o755 if file.stat().st_mode & 0o100 else 0o644
                with file.open("rb") as opened:
                    tar.addfile(row, opened)
    made = Package(
        platform=found.platform,
        url=path.name,
        size=path.stat().st_size,
        sha256=file_sha256(path),
        build=found.released,
    )
    return found.version, made


if __name__ == "__main__":
    sys.exit(main())
