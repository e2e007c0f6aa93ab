"""A `/proc` of our own making, for tests of what reads one."""

from pathlib import Path


class FakeProc:
    """Processes as files; `run` starts one, `end` ends it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.run(1, "init", command=("/sbin/init",))

    def run(
        self,
        pid: int,
        name: str,
        *,
        parent: int = 1,
        started: int | None = None,
        command: tuple[str, ...] = (),
        file: Path | None = None,
    ) -> None:
        """`started` grows with the pid unless it is given."""
        folder = self.root / str(pid)
        folder.mkdir(exist_ok=True)
        began = pid if started is None else started
        zeros = " 0" * 17
        (folder / "stat").write_text(f"{pid} ({name[:15]}) S {parent}{zeros} {began} 0 0\n")
        if command:
            (folder / "cmdline").write_bytes(b"".join(each.encode() + b"\0" for each in command))
        if file is not None:
            (folder / "exe").symlink_to(file)

    def end(self, pid: int) -> None:
        for each in (self.root / str(pid)).iterdir():
            each.unlink()
        (self.root / str(pid)).rmdir()
