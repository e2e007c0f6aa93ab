"""`python -m client [INVITE]`: the candidate's app; with `practice`, a rehearsal; with `preflight`,
whether this computer is ready.

One rule: `freeze_support` comes first, because child processes of a packaged app start here.
"""

import multiprocessing
import sys


def main() -> int:
    """Runs the app; the exit status."""
    multiprocessing.freeze_support()
    if sys.argv[1:2] == ["watchdog"]:
        from client.lockdown.watchdog import main as watchdog

        return watchdog(sys.argv[2:])
    if sys.argv[1:2] == ["preflight"]:
        from client.preflight.__main__ import main as preflight

        return preflight(sys.argv[2:])
    if sys.argv[1:] == ["--version"]:
        from shared.version import APP_VERSION

        print(f"invigil {APP_VERSION}")
        return 0
    if sys.argv[1:2] == ["update"]:
        from client.updates.__main__ import main as update

        return update(sys.argv[2:])
    if sys.argv[1:2] == ["doctor"]:
        from client.doctor.__main__ import main as doctor

        return doctor(sys.argv[2:])
    if sys.argv[1:3] == ["policy", "explain"]:
        from client.explain import main as explain

        return explain(sys.argv[3:])
    import argparse
    import logging

    parser = argparse.ArgumentParser(
        prog="invigil",
        description="Take your interview.",
        epilog="`invigil preflight --help`: whether this computer is ready for one. "
        "`invigil practice`: a practice interview; nothing of it is sent or kept. "
        "`invigil policy explain`: what holds on this computer, and where it comes from. "
        "`invigil doctor`: one file for support; nothing is sent. "
        "`invigil update`: the newest release, never near an interview. `--version`. "
        "Exit status: 0 the app was closed, 2 a setting or argument does not fit, anything else "
        "a crash (in its log).",
    )
    parser.add_argument("invite", nargs="?", help="the link from your invitation, or its code")
    invite = parser.parse_args().invite
    practice = invite == "practice"
    invite = None if practice else invite
    only = practice
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )

    from pydantic import ValidationError

    # Before PySide6: its import hook reads the source of every module that comes later, and
    # stumbles over pydantic's lazy attributes while pydantic is only half there.
    from client import managed
    from client.settings import load

    given = managed.here()
    if given.fault is not None:
        logging.getLogger("client").warning("%s", given.sentence())
    try:
        settings = load(given=given.given)
    except ValidationError as error:
        print(f"A setting does not fit: {error}", file=sys.stderr)
        return 2
    from client import logs
    from client.app import build

    logs.start(settings.data_dir)
    while True:
        app = build(settings, invite=invite, practice=practice)
        status = app.run()
        if app.next is None or (practice and only):
            return status
        practice = app.next == "practice"


if __name__ == "__main__":
    sys.exit(main())
