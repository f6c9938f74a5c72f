"""What `kg serve` says when it cannot serve."""

import socket
import subprocess
import sys
from pathlib import Path

from tests.kg.serve.serving import Server


def kg(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command line in another process."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_no_graph(tmp_path: Path) -> None:
    """Where there is no graph, it says how to make one."""
    done = kg("--graph", tmp_path / "none.kg", "serve")
    assert done.returncode == 1
    assert "init" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken(server: Server) -> None:
    """A port that another program has is named with the cure."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = kg("--graph", server.graph, "serve", "--port", taken.getsockname()[1])
    assert done.returncode == 1
    assert "choose another --port" in done.stderr


def test_a_graph_that_is_broken(tmp_path: Path, server: Server) -> None:
    """A database that cannot be opened is said to be so, and no worker is left."""
    graph = tmp_path / "broken.kg"
    (graph / "store").mkdir(parents=True)
    (graph / "graph.toml").write_bytes((server.graph / "graph.toml").read_bytes())
    (graph / "store" / "CURRENT").write_text("nonsense", encoding="utf-8")
    done = kg("--graph", graph, "serve", "--port", "0")
    assert done.returncode == 1
    assert "restore it from a backup" in done.stderr
    assert not (graph / "serving").exists()
