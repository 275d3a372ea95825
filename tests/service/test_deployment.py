"""What deploy/ and the Dockerfile say fits the service; nginx passes on what it should."""

import json
import re
import shutil
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import credscore
from credscore.client import Client
from credscore.service import Settings

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
NGINX, UNIT = DEPLOY / "nginx.conf", DEPLOY / "credscore.service"
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
TEXT = "Two officials said that the bridge may close. The port authority denied the reports. "


def value(path: Path, name: str) -> str:
    """What a line of a file sets."""
    (found,) = re.findall(rf"^\s*{name}[= ]\s*([^;#\n]*)", path.read_text("utf-8"), re.MULTILINE)
    return str(found).strip()


def test_times_and_sizes_fit_those_of_the_service() -> None:
    """A proxy gives up later than the service, and closes idle connections sooner."""
    settings, seconds = Settings(), re.compile(r"keepalive_timeout (\d+)s;")
    upstream = seconds.findall(NGINX.read_text("utf-8"))[0]
    assert int(upstream) < settings.idle_seconds
    assert int(value(NGINX, "proxy_read_timeout").removesuffix("s")) > settings.request_seconds
    assert int(value(NGINX, "client_max_body_size").removesuffix("m")) << 20 > (
        settings.max_body_bytes
    )
    assert int(value(UNIT, "TimeoutStopSec")) > settings.shutdown_seconds
    assert f"stop_grace_period: {settings.shutdown_seconds + 5}s" in (
        DEPLOY / "compose.yaml"
    ).read_text("utf-8")


def test_compose_and_prometheus() -> None:
    yaml = pytest.importorskip("yaml")
    pytest.importorskip("check_jsonschema")
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    subprocess.run([*check, DEPLOY / "compose.yaml"], check=True, capture_output=True)
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    (job,) = yaml.safe_load((DEPLOY / "prometheus.yml").read_text("utf-8"))["scrape_configs"]
    service = compose["services"]["credscore"]
    assert job["static_configs"][0]["targets"] == ["credscore:8000"]
    assert job["authorization"]["credentials_file"] in service["command"]
    assert service["secrets"] == compose["services"]["prometheus"]["secrets"]
    for ports in (one["ports"] for one in compose["services"].values()):
        assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_image() -> None:
    """It is built in one stage and run in another, not as root; the builder gets all it needs."""
    build, run = DOCKERFILE.split("\nFROM ")[1:]
    assert "pip wheel" in build
    assert re.search(r"^USER [1-9]\d*$", run, re.MULTILINE)
    assert "HEALTHCHECK" in run
    assert "CREDSCORE_HOST=0.0.0.0" in run
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project, target = wheel["project"], wheel["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {
        "pyproject.toml", "hatch_build.py", project["readme"], *project["license-files"],
        *(path.split("/")[0] for path in (*target["packages"], *target["force-include"])),
    }  # fmt: skip
    copied = {name for line in re.findall(r"^COPY (?!--)(.*) \S+$", build, re.MULTILINE)
              for name in line.split()}  # fmt: skip
    sent = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines()
            if line.startswith("!")}  # fmt: skip
    assert needed == copied == sent


def test_the_unit(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("needs systemd-analyze")
    here = tmp_path / UNIT.name
    here.write_text(UNIT.read_text("utf-8").replace("/opt/credscore/bin/credscore", "/bin/true"))
    result = subprocess.run([analyze, "verify", here], capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.fixture(scope="module")
def proxy(start: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of nginx with deploy/nginx.conf, but for ports and places, before a service."""
    nginx, openssl = shutil.which("nginx", path="/usr/sbin:/usr/bin"), shutil.which("openssl")
    if nginx is None or openssl is None:
        pytest.skip("needs nginx and openssl")
    service, folder = start(), tmp_path_factory.mktemp("nginx")
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-subj", "/CN=localhost", "-keyout", "privkey.pem", "-out", "fullchain.pem"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("", 0)) as two:
        port, plain = one.getsockname()[1], two.getsockname()[1]
    text = NGINX.read_text("utf-8").replace("/etc/ssl/credscore", str(folder))
    for old, new in (("443 ssl", f"127.0.0.1:{port} ssl"), ("80;", f"127.0.0.1:{plain};")):
        assert f"listen {old}" in text
        text = text.replace(f"listen {old}", f"listen {new}")
    assert "127.0.0.1:8000" in text
    text = text.replace("127.0.0.1:8000", f"127.0.0.1:{service.port}")
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in
                        ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))  # fmt: skip
    root = "user root;\n" if Path("/root").owner() == Path.home().owner() == "root" else ""
    (folder / "nginx.conf").write_text(
        f"{root}pid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temporary}{text}}}\n"
    )
    command = [nginx, "-p", folder, "-e", folder / "error.log", "-c", folder / "nginx.conf"]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    running = subprocess.Popen([*command, "-g", "daemon off;"])
    try:
        for _ in range(1000):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except ConnectionRefusedError:
                time.sleep(0.01)
        yield f"https://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(30)


@pytest.fixture
def through(proxy: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=proxy, verify=False, timeout=60) as client:
        yield client


def test_behind_nginx_answers_are_the_same_and_compressed(through: httpx.Client) -> None:
    answer = through.post("/v1/score", json={"text": TEXT * 20})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.content == credscore.score(TEXT * 20).model_dump_json().encode()
    assert int(answer.num_bytes_downloaded) < len(answer.content) / 3
    plain = through.post(
        "/v1/score", json={"text": TEXT * 20}, headers={"Accept-Encoding": "identity"}
    )
    assert "content-encoding" not in plain.headers
    assert plain.content == answer.content
    page = through.get("/")
    assert page.headers["content-encoding"] == "gzip"
    assert "default-src" in page.headers["content-security-policy"]


def test_behind_nginx_problems_are_those_of_the_service(through: httpx.Client) -> None:
    for content, status in ((b"{}", 422), (b" " * 2_000_001, 413)):
        answer = through.post(
            "/v1/score", content=content, headers={"Content-Type": "application/json"}
        )
        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"


def test_behind_nginx_prometheus_alone_reads_metrics(through: httpx.Client) -> None:
    assert "credscore_requests_total" in through.get("/metrics").text
    assert "allow 127.0.0.1;" in NGINX.read_text("utf-8")
    assert "deny all;" in NGINX.read_text("utf-8")


def test_behind_nginx_lines_come_while_the_rest_is_scored(through: httpx.Client) -> None:
    """Compressed or not: the first lines are there long before the last."""
    line = json.dumps({"text": TEXT * 70}).encode() + b"\n"
    for encoding in ("gzip", "identity"):
        headers = {"Content-Type": "application/x-ndjson", "Accept-Encoding": encoding}
        with through.stream(
            "POST", "/v1/score:batch?fields=score", content=line * 256, headers=headers
        ) as answer:
            assert answer.headers.get("content-encoding", "identity") == encoding
            pieces = [piece.count(b"\n") for piece in answer.iter_bytes()]
        assert sum(pieces) == 256
        assert len([piece for piece in pieces if piece]) > 10


def test_behind_nginx_the_client(proxy: str) -> None:
    transport = httpx.HTTPTransport(verify=False)
    with Client(proxy, transport=transport) as client:
        found = list(client.score_many([TEXT] * 300))
    assert found == [credscore.score(TEXT)] * 300
