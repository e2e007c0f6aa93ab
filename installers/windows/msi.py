"""`python -m installers.windows.msi FOLDER --out DIR`: the built app as an MSI, by wixl (msitools).

Runs on Linux, on a folder that was built on Windows. One rule: per machine, silent, and taken back
whole; the identifiers follow from the paths, so that an upgrade knows its own files.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

from installers.commit import ROOT, epoch
from shared.version import APP_VERSION

UPGRADE = "7A3C2B0E-5C0B-4E0C-9C53-2B9C0D0F3A41"
"""The same in every version: by it Windows finds the one before."""
_SPACE = uuid.UUID("0d0c8e5e-2f0f-5d55-8d5f-3f3f1e0f7c11")
PROGRAM = "invigil.exe"
ICON = ROOT / "installers" / "windows" / "invigil.ico"
PROPERTIES = ROOT / "installers" / "managed" / "properties.wxi"


def source(folder: Path, version: str) -> str:
    """The WiX source of the app in `folder`; raises FileNotFoundError where that is none."""
    if not (folder / PROGRAM).is_file():
        raise FileNotFoundError(f"{folder} holds no {PROGRAM}: build the app on Windows first")
    number = uuid.uuid5(_SPACE, f"product {version}")
    refs: list[str] = []
    files = "\n".join(_inside(folder, folder, refs, 10))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="{_upper(number)}" Name="Invigil" Language="1033" Version="{_three(version)}"
           Manufacturer="Invigil" UpgradeCode="{UPGRADE}">
    <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine"
             Description="Takes remote technical interviews" Manufacturer="Invigil" />
    <MajorUpgrade DowngradeErrorMessage="A newer version of Invigil is installed already." />
    <Media Id="1" Cabinet="invigil.cab" EmbedCab="yes" />
    <Icon Id="invigil.ico" SourceFile="invigil.ico" />
    <Property Id="ARPPRODUCTICON" Value="invigil.ico" />
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Directory Id="ProgramFiles64Folder">
        <Directory Id="INSTALLDIR" Name="Invigil">
{files}
          <Component Id="Link" Guid="{_guid("link")}" Win64="yes">
            <RegistryValue Root="HKLM" Key="Software\\Classes\\invigil" Type="string"
                           Value="URL:Invigil interview" KeyPath="yes" />
            <RegistryValue Root="HKLM" Key="Software\\Classes\\invigil" Name="URL Protocol"
                           Type="string" Value="" />
            <RegistryValue Root="HKLM" Key="Software\\Classes\\invigil\\shell\\open\\command"
                           Type="string"
                           Value="&quot;[INSTALLDIR]{PROGRAM}&quot; &quot;%1&quot;" />
          </Component>
        </Directory>
      </Directory>
      <Directory Id="ProgramMenuFolder">
        <Component Id="Menu" Guid="{_guid("menu")}" Win64="yes">
          <Shortcut Id="MenuShortcut" Name="Invigil" Target="[INSTALLDIR]{PROGRAM}"
                    WorkingDirectory="INSTALLDIR" Icon="invigil.ico" />
          <RegistryValue Root="HKLM" Key="Software\\Invigil" Name="menu" Type="integer" Value="1"
                         KeyPath="yes" />
        </Component>
      </Directory>
    </Directory>
    <?include {PROPERTIES.name} ?>
    <Feature Id="App" Title="Invigil" Level="1">
{chr(10).join(f'      <ComponentRef Id="{one}" />' for one in refs)}
      <ComponentRef Id="Link" />
      <ComponentRef Id="Menu" />
    </Feature>
  </Product>
</Wix>
"""


def build(folder: Path, out: Path, *, version: str = APP_VERSION) -> Path:
    """The .msi; raises CalledProcessError where wixl finds a fault."""
    out.mkdir(parents=True, exist_ok=True)
    path = out.absolute() / f"invigil-{version}-x64.msi"
    with tempfile.TemporaryDirectory(prefix="invigil-msi-") as name:
        # wixl takes only paths below the folder that it runs in.
        (Path(name) / "invigil.wxs").write_text(source(folder, version), "utf-8")
        (Path(name) / "app").symlink_to(folder.absolute())
        for file in (PROPERTIES, ICON):
            shutil.copy2(file, name)
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch())}
        subprocess.run(
            ["wixl", "--arch", "x64", "-o", str(path), "invigil.wxs"],
            cwd=name,
            check=True,
            env=environment,
        )
    return path


def _inside(folder: Path, top: Path, refs: list[str], deep: int) -> Iterator[str]:
    """Directories, components and files, in the order of their names."""
    pad = " " * deep
    for entry in sorted(folder.iterdir()):
        place = entry.relative_to(top).as_posix()
        name = f"F{uuid.uuid5(_SPACE, place).hex[:30]}"
        if entry.is_dir():
            yield f"{pad}<Directory Id={quoteattr('D' + name)} Name={quoteattr(entry.name)}>"
            yield from _inside(entry, top, refs, deep + 2)
            yield f"{pad}</Directory>"
            continue
        refs.append(f"C{name}")
        yield f'{pad}<Component Id="C{name}" Guid="{_guid(place)}" Win64="yes">'
        yield (
            f'{pad}  <File Id="{name}" Name={quoteattr(entry.name)} '
            f'Source={quoteattr(f"app/{place}")} KeyPath="yes" />'
        )
        yield f"{pad}</Component>"


def _guid(what: str) -> str:
    return _upper(uuid.uuid5(_SPACE, f"component {what}"))


def _upper(number: uuid.UUID) -> str:
    return str(number).upper()


def _three(version: str) -> str:
    """Windows compares three places only."""
    return ".".join((*version.split("."), "0", "0")[:3])


def main(arguments: Sequence[str] | None = None) -> int:
    """Builds one MSI and says where it is."""
    parser = argparse.ArgumentParser(prog="python -m installers.windows.msi")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default=APP_VERSION)
    options = parser.parse_args(arguments)
    try:
        made = build(options.folder, options.out, version=options.version)
    except (FileNotFoundError, LookupError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{made} ({made.stat().st_size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
