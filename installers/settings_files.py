"""`python -m installers.settings_files [--check]`: what administrators set, in each system's form.

The JSON schema of the app's settings is the one source; the files in installers/managed/ and the
table in docs/it/settings.md are made of it. One rule: nobody edits them, and a test compares.
"""

import argparse
import json
import plistlib
import sys
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from client.managed import DOMAIN, INSTALLED, REGISTRY, expected_of
from client.settings import PREFIX, Settings
from installers.commit import ROOT

FOLDER = ROOT / "installers" / "managed"
TABLE = ROOT / "docs" / "it" / "settings.md"
EXAMPLE: Mapping[str, Any] = {"server_url": "https://interviews.example.org", "language": "de"}
_SPACE = uuid.UUID("6f6bb0a6-7a58-5d0c-9d0e-6e1a4b1c2d3e")
"""From which every identifier is derived: the same in each build."""
_TEAM = "TEAMID1234"
"""Stands for the ten characters of whoever signs the app for macOS."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes them; with `--check` only compares: 1 where one is not what would be written."""
    parser = argparse.ArgumentParser(prog="python -m installers.settings_files")
    parser.add_argument("--check", action="store_true")
    checking = parser.parse_args(arguments).check
    stale = [path for path, raw in made().items() if not _same(path, raw)]
    for path in stale:
        if not checking:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made()[path])
        print(f"{path.relative_to(ROOT)}: {'is not up to date' if checking else 'written'}")
    return 1 if stale and checking else 0


def made() -> dict[Path, bytes]:
    """Every file and its bytes."""
    of = schema()
    return {
        FOLDER / "policy.schema.json": _json(of),
        FOLDER / "policy.example.json": _json(EXAMPLE),
        FOLDER / "invigil.admx": admx(of).encode(),
        FOLDER / "en-US" / "invigil.adml": adml(of).encode(),
        FOLDER / "invigil.mobileconfig": profile(EXAMPLE),
        FOLDER / "properties.wxi": properties(of).encode(),
        TABLE: table(of).encode(),
    }


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of the file; a setting that may be absent has no `null` there."""
    told = Settings.model_json_schema()
    fields = {name: _field(name, given) for name, given in told["properties"].items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Invigil on this computer",
        "description": "Settings of a whole computer. They change nothing about an interview.",
        "type": "object",
        "additionalProperties": False,
        "properties": fields,
    }


def admx(of: Mapping[str, Any]) -> str:
    """Group Policy: one policy for each setting, for the computer."""
    rows: list[str] = []
    for name, given in of["properties"].items():
        common = (
            f'    <policy name="{name}" class="Machine" displayName="$(string.{name})" '
            f'explainText="$(string.{name}_help)" key="{REGISTRY}"'
        )
        parent = '      <parentCategory ref="Invigil" />\n      <supportedOn ref="Windows10" />\n'
        if given["type"] == "boolean":
            values = "".join(
                f"      <{which}Value><decimal value={quoteattr(str(number))} /></{which}Value>\n"
                for which, number in (("enabled", 1), ("disabled", 0))
            )
            rows.append(f'{common} valueName="{name}">\n{parent}{values}    </policy>')
            continue
        element = (
            f'      <elements>\n        <text id="{name}" valueName="{name}" required="true" '
            f'maxLength="{20 if given["type"] == "number" else 400}" />\n      </elements>\n'
        )
        shown = f' presentation="$(presentation.{name})"'
        rows.append(f"{common}{shown}>\n{parent}{element}    </policy>")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/'
        'PolicyDefinitions" revision="1.0" schemaVersion="1.0">\n'
        "  <policyNamespaces>\n"
        '    <target prefix="invigil" namespace="Invigil.Policies" />\n'
        '    <using prefix="windows" namespace="Microsoft.Policies.Windows" />\n'
        "  </policyNamespaces>\n"
        '  <resources minRequiredRevision="1.0" />\n'
        "  <supportedOn>\n    <definitions>\n"
        '      <definition name="Windows10" displayName="$(string.Windows10)" />\n'
        "    </definitions>\n  </supportedOn>\n"
        '  <categories>\n    <category name="Invigil" displayName="$(string.Invigil)" />\n'
        "  </categories>\n  <policies>\n" + "\n".join(rows) + "\n  </policies>\n"
        "</policyDefinitions>\n"
    )


def adml(of: Mapping[str, Any]) -> str:
    """The same in words."""
    strings = {"Windows10": "Windows 10, 64 bit, or newer", "Invigil": "Invigil"}
    boxes: list[str] = []
    for name, given in of["properties"].items():
        strings[name] = _label(name)
        strings[f"{name}_help"] = f"{given['description']} Takes {expected_of(name)}."
        if given["type"] != "boolean":
            boxes.append(
                f'      <presentation id="{name}">\n        <textBox refId="{name}">\n'
                f"          <label>{escape(_label(name))}</label>\n"
                "        </textBox>\n      </presentation>"
            )
    rows = (f"      <string id={quoteattr(k)}>{escape(v)}</string>" for k, v in strings.items())
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/'
        'PolicyDefinitions" revision="1.0" schemaVersion="1.0">\n'
        "  <displayName>Invigil</displayName>\n"
        "  <description>Invigil on this computer</description>\n"
        "  <resources>\n    <stringTable>\n" + "\n".join(rows) + "\n    </stringTable>\n"
        "    <presentationTable>\n" + "\n".join(boxes) + "\n    </presentationTable>\n"
        "  </resources>\n</policyDefinitionResources>\n"
    )


def profile(values: Mapping[str, Any]) -> bytes:
    """A configuration profile: the settings, and what an organisation may grant on macOS.

    Camera and microphone are not in it: a profile can only deny them, a person grants them.
    """
    requirement = (
        f'identifier "{DOMAIN}" and anchor apple generic and certificate leaf[subject.OU] = {_TEAM}'
    )
    app = {"Identifier": DOMAIN, "IdentifierType": "bundleID", "CodeRequirement": requirement}
    screen = {**app, "Authorization": "AllowStandardUserToSetSystemService"}
    content = [
        {**_payload(DOMAIN, "settings", "Invigil's settings"), **values},
        {
            **_payload("com.apple.TCC.configuration-profile-policy", "privacy", "Invigil's rights"),
            "Services": {
                "Accessibility": [{**app, "Authorization": "Allow"}],
                "ScreenCapture": [screen],
            },
        },
    ]
    whole = {
        **_payload("Configuration", "profile", "Invigil"),
        "PayloadScope": "System",
        "PayloadRemovalDisallowed": False,
        "PayloadContent": content,
    }
    return plistlib.dumps(whole, sort_keys=True)


def properties(of: Mapping[str, Any]) -> str:
    """For the MSI: `INVIGIL_SERVER_URL=…` on msiexec's command line. It goes into a key of its own,
    so that no installation touches what a group policy set; an empty value sets nothing."""
    publics = [f"INVIGIL_{name.upper()}" for name in of["properties"]]
    rows = [
        f'  <Property Id="{public}" />'
        for public in publics  # without a value: the command line gives it
    ]
    components: list[str] = []
    for name, public in zip(of["properties"], publics, strict=True):
        guid = str(uuid.uuid5(_SPACE, public)).upper()
        components.append(
            f'    <Component Id="Set_{name}" Guid="{guid}" Win64="yes">\n'
            f'      <RegistryValue Root="HKLM" Key="{INSTALLED}" Name="{name}" Type="string" '
            f'Value="[{public}]" KeyPath="yes" />\n    </Component>'
        )
    refs = (f'    <ComponentRef Id="Set_{name}" />' for name in of["properties"])
    return (
        "<Include>\n" + "\n".join(rows) + '\n  <DirectoryRef Id="TARGETDIR">\n'
        "" + "\n".join(components) + "\n  </DirectoryRef>\n"
        '  <Feature Id="Settings" Title="Settings" Level="1">\n'
        + "\n".join(refs)
        + "\n  </Feature>\n"
        "</Include>\n"
    )


def table(of: Mapping[str, Any]) -> str:
    """For people."""
    lines = [
        "# Settings of a computer",
        "",
        "Made by `python -m installers.settings_files` from the app's settings; do not edit.",
        "",
        f"The name is the same in the JSON file, in the registry (`HKLM\\{REGISTRY}`, before it "
        f"nothing; after it what the MSI was given, `HKLM\\{INSTALLED}`), and in the macOS domain "
        f"`{DOMAIN}`.",
        "",
        "| Name | Takes | Default | Variable | MSI property | Means |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, given in of["properties"].items():
        usual = json.dumps(given["default"]) if "default" in given else "none"
        lines.append(
            f"| `{name}` | {expected_of(name)} | {usual} | `{PREFIX}{name.upper()}` | "
            f"`INVIGIL_{name.upper()}` | {given['description']} |"
        )
    return "\n".join(lines) + "\n"


def _field(name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    kinds = [one for one in given.get("anyOf", [given]) if one.get("type") != "null"]
    row = {key: value for key, value in {**given, **kinds[0]}.items() if key != "anyOf"}
    if row.get("default", 0) is None:
        del row["default"]
    row.pop("format", None)
    return {**row, "title": _label(name)}


def _label(name: str) -> str:
    words = name.removesuffix("_s").replace("_", " ")
    told = words.replace("url", "address").replace("http", "HTTP").replace("dir", "folder")
    return (told[:1].upper() + told[1:]) + (" in seconds" if name.endswith("_s") else "")


def _payload(kind: str, part: str, name: str) -> dict[str, Any]:
    return {
        "PayloadType": kind,
        "PayloadVersion": 1,
        "PayloadIdentifier": f"{DOMAIN}.{part}",
        "PayloadUUID": str(uuid.uuid5(_SPACE, part)).upper(),
        "PayloadDisplayName": name,
    }


def _json(given: Mapping[str, Any]) -> bytes:
    return (json.dumps(given, indent=2, ensure_ascii=False) + "\n").encode()


def _same(path: Path, raw: bytes) -> bool:
    return path.is_file() and path.read_bytes() == raw


if __name__ == "__main__":
    sys.exit(main())
