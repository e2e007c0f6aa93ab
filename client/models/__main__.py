"""`python -m client.models list | fetch [NAME …] | verify [--from DIR] | pin NAME PATH`,
`bundle --profile P --out DIR` and `export-speaker [--from CHECKPOINT] [--out FILE]`.

One rule: exit status 0 means that every required model is there and whole.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from client.models import export_speaker
from client.models.bundle import bundle
from client.models.download import Network
from client.models.errors import FetchError, ModelError
from client.models.fetch import Way, fetch
from client.models.pin import pin
from client.models.profiles import PROFILES
from client.models.store import Store, cache_folder, default_store


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the process's exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m client.models", description="The models that Invigil uses."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="what there is, where it is, what works without it")
    fetching = commands.add_parser("fetch", help="bring models into the cache")
    fetching.add_argument("name", nargs="*", help="which; all required ones when none is named")
    fetching.add_argument("--profile", choices=PROFILES, help="all models of a profile")
    fetching.add_argument("--to", type=Path, metavar="DIR", help="else the person's cache")
    where = fetching.add_mutually_exclusive_group()
    where.add_argument("--from", dest="folder", type=Path, metavar="DIR", help="a bundle's folder")
    where.add_argument("--mirror", metavar="URL", help="a bundle's folder on a server")
    fetching.add_argument("--proxy", metavar="URL", help="else what the system or HTTPS_PROXY says")
    bundling = commands.add_parser("bundle", help="a folder for machines without a network")
    bundling.add_argument("--profile", choices=PROFILES, required=True)
    bundling.add_argument("--out", type=Path, metavar="DIR", required=True)
    verifying = commands.add_parser("verify", help="hash what is there")
    verifying.add_argument("--from", dest="folder", type=Path, help="look only in this folder")
    pinning = commands.add_parser(
        "pin", help="print a manifest entry for a model of your own, with its hashes"
    )
    pinning.add_argument("name", help="which model it stands in for")
    pinning.add_argument("path", type=Path, help="the file, or the folder of a model that is one")
    exporting = commands.add_parser(
        "export-speaker", help="make the speaker model with SpeechBrain and print its entry"
    )
    exporting.add_argument(
        "--from", dest="checkpoint", type=Path, help="embedding_model.ckpt; else it is fetched"
    )
    exporting.add_argument("--out", type=Path, help="the file to write; else in the cache")
    parsed = parser.parse_args(arguments)
    try:
        match parsed.command:
            case "list":
                return _list(default_store())
            case "fetch":
                way = Way(Network(parsed.proxy), parsed.mirror, parsed.folder)
                names = [*parsed.name, *PROFILES.get(parsed.profile, ())]
                return _fetch(default_store(), names, parsed.to, way)
            case "bundle":
                return _bundle(default_store(), PROFILES[parsed.profile], parsed.out)
            case "pin":
                print(pin(default_store().model(parsed.name), parsed.path), end="")
                return 0
            case "export-speaker":
                return _export_speaker(default_store(), parsed.checkpoint, parsed.out)
            case _:
                store = default_store()
                if parsed.folder is not None:
                    store = Store(store.models, (parsed.folder,))
                return _verify(store)
    except (ModelError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 1


def _list(store: Store) -> int:
    for model in store.models:
        found = store.find(model.name)
        print(f"{model.name}: {model.what} ({model.licence})")
        print(f"  {found.path} ({found.version})" if found else f"  missing: {model.without}")
    return 0


def _fetch(store: Store, names: Sequence[str], to: Path | None, way: Way) -> int:
    """Each for itself: one that may not be had keeps no other from coming."""
    wanted = [store.model(name) for name in names] or [
        model for model in store.models if model.required
    ]
    if to is not None:  # only what lies there counts
        store = Store(store.models, (to,))
    failed: list[str] = []
    for model in wanted:
        found = store.find(model.name)
        if found is not None:
            print(f"{model.name}: already there, {found.path}")
            continue
        try:
            path = fetch(model, to or cache_folder(), say=print, way=way)
            print(f"{model.name}: {path}")
        except FetchError as error:
            print(error, file=sys.stderr)
            failed.append(model.name)
    if failed:
        print(f"Not fetched: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _bundle(store: Store, names: Sequence[str], out: Path) -> int:
    missing = bundle(store, names, out)
    for why in missing:
        print(f"left out: {why}", file=sys.stderr)
    print(f"{out}: {len(names) - len(missing)} of {len(names)} models")
    return 1 if missing else 0


def _export_speaker(store: Store, checkpoint: Path | None, out: Path | None) -> int:
    def say(sentence: str) -> None:
        print(sentence, file=sys.stderr)  # the entry alone goes to a file

    export_speaker.torch_here()  # before anything large is fetched
    if checkpoint is None:
        found = store.find(export_speaker.CHECKPOINT)
        weights = store.model(export_speaker.CHECKPOINT)
        checkpoint = found.path if found else fetch(weights, cache_folder(), say=say)
    out = (out or cache_folder() / "speaker-ecapa.onnx").absolute()
    out.parent.mkdir(parents=True, exist_ok=True)
    export_speaker.export(checkpoint, out, say=say)
    print(pin(store.model("speaker"), out), end="")
    return 0


def _verify(store: Store) -> int:
    whole = True
    for model in store.models:
        candidates = store.candidates(model.name)
        for each in candidates:
            print(f"{model.name}: {each.state} {each.path} ({each.detail})")
        if model.required and store.find(model.name) is None:
            print(store.why_missing(model.name), file=sys.stderr)
            whole = False
    return 0 if whole else 1


if __name__ == "__main__":
    raise SystemExit(main())
