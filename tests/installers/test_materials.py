"""What is in the folder is named with its package, version and licence."""

import json
from pathlib import Path

import pytest

import installers.materials
from installers.materials import (
    Materials,
    Part,
    bill,
    common,
    debian_parts,
    keep_licences,
    materials,
    owned,
    python_parts,
    write,
)

AV = Part("av", "18.1.0", "pkg:pypi/av@18.1.0", "BSD-3-Clause")
QT = Part("PySide6", "6.11.3", "pkg:pypi/pyside6@6.11.3", "LGPL-3.0-only")


def test_every_file_counts_for_its_package_and_one_of_nobody_is_named():
    claimed = {Path("/a/av.so"): AV, Path("/a/av2.so"): AV, Path("/a/qt.so"): QT}
    sources = [Path("/a/av.so"), Path("/a/av2.so"), Path("/elsewhere/odd.so")]
    of = materials(sources, claimed)
    assert of.parts == (AV,)
    assert of.unclaimed == ("odd.so",)


def test_the_bill_names_version_licence_and_what_nobody_claims(tmp_path: Path):
    of = materials([Path("/a/av.so"), Path("/b/odd.so")], {Path("/a/av.so"): AV})
    made = bill(of, version="1.2.3", timestamp="2026-11-30T00:00:00Z")
    assert made["specVersion"] == "1.6"
    (part,) = made["components"]
    assert (part["purl"], part["licenses"]) == (
        "pkg:pypi/av@18.1.0",
        [{"license": {"name": "BSD-3-Clause"}}],
    )
    assert made["properties"] == [{"name": "invigil:file-of-no-package", "value": "odd.so"}]
    first, again = tmp_path / "a.json", tmp_path / "b.json"
    write(made, first)
    write(dict(reversed(list(made.items()))), again)
    assert first.read_bytes() == again.read_bytes()
    assert json.loads(first.read_text("utf-8")) == made


def test_files_of_this_environment_are_those_of_their_distributions():
    import pydantic

    found = python_parts()[Path(pydantic.__file__).resolve()]
    assert (found.name, found.version) == ("pydantic", pydantic.VERSION)
    assert found.licence == "MIT"
    assert [text.name for text in found.texts] == ["LICENSE"]


def test_licence_texts_are_kept_and_parts_without_one_are_told(tmp_path: Path):
    text = tmp_path / "COPYING"
    text.write_text("do as you like", "utf-8")
    with_text = Part("one", "1", "pkg:pypi/one@1", texts=(text,))
    of = materials([Path("/1"), Path("/2")], {Path("/1"): with_text, Path("/2"): AV})
    assert keep_licences(of, tmp_path / "licences") == ["av"]
    assert (tmp_path / "licences" / "one-1" / "COPYING").read_text("utf-8") == "do as you like"


def test_dpkgs_answer_is_read_with_several_owners_and_diversions():
    told = (
        "libc6:amd64, libc6-dev:amd64: /usr/lib/x86_64-linux-gnu/libc.so.6\n"
        "diversion by dash from: /bin/sh\n"
        "zlib1g:amd64: /lib/x86_64-linux-gnu/libz.so.1\n"
    )
    assert owned(told) == [
        ("/usr/lib/x86_64-linux-gnu/libc.so.6", "libc6:amd64"),
        ("/lib/x86_64-linux-gnu/libz.so.1", "zlib1g:amd64"),
    ]


def test_no_files_of_the_system_need_no_package_manager():
    assert debian_parts([]) == {}


def test_a_part_that_brings_no_text_gets_the_common_one_of_its_licence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("Apache-2.0", "LGPL-3", "GPL-3"):
        (tmp_path / name).write_text(f"text of {name}")
    monkeypatch.setattr(installers.materials, "COMMON", tmp_path)
    told = {
        licence: [text.name for text in common(licence)]
        for licence in ("Apache 2.0", "Apache Software License", "LGPL-3.0-only OR GPL-3.0", "MIT")
    }
    assert told == {
        "Apache 2.0": ["Apache-2.0"],
        "Apache Software License": ["Apache-2.0"],
        "LGPL-3.0-only OR GPL-3.0": ["LGPL-3", "GPL-3"],
        "MIT": [],  # it names its holder: nobody else's text will do
    }
    part = Part("qt", "6", "pkg:pypi/qt@6", "LGPL-3.0-only")
    assert keep_licences(Materials((part,), ()), tmp_path / "kept") == []
    assert (tmp_path / "kept/qt-6/GPL-3").read_text() == "text of GPL-3"


def test_several_texts_of_one_name_are_all_kept(tmp_path: Path):
    texts = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "LICENSE").write_text(name)
        texts.append(tmp_path / name / "LICENSE")
    part = Part("one", "1", "pkg:pypi/one@1", texts=tuple(texts))
    assert keep_licences(Materials((part,), ()), tmp_path / "kept") == []
    kept = sorted(file.read_text() for file in (tmp_path / "kept/one-1").iterdir())
    assert kept == ["a", "b"]
