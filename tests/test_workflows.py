"""The workflows of GitHub Actions: pinned actions, least permissions, a release by tag alone."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml")
ROOT = Path(__file__).resolve().parents[1]
PATHS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def load(path: Path) -> dict[str, Any]:
    """A workflow; `on` is True to YAML 1.1, which PyYAML reads."""
    workflow = yaml.safe_load(path.read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in workflow.items()}


RELEASE = load(ROOT / ".github" / "workflows" / "release.yml")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_action_is_pinned_to_a_version(path: Path) -> None:
    for name, job in load(path)["jobs"].items():
        for step in job["steps"]:
            action = step.get("uses", "actions/none@v1")
            assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+(\.\d+)*", action), f"{name}: {action}"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_workflow_may_read_the_source_and_no_more(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        assert job.get("permissions") in (None, {"id-token": "write"}), name
        assert "timeout-minutes" in job, name
    assert "secrets." not in path.read_text("utf-8")


def test_only_the_job_that_publishes_may_name_itself_to_pypi() -> None:
    allowed = [name for name, job in RELEASE["jobs"].items() if "permissions" in job]
    assert allowed == ["publish"]
    publish = RELEASE["jobs"]["publish"]
    assert publish["environment"]["name"] == "pypi"
    assert set(publish["needs"]) == RELEASE["jobs"].keys() - {"publish"}
    assert [step["uses"].split("@")[0] for step in publish["steps"]] == [
        "actions/download-artifact", "pypa/gh-action-pypi-publish",
    ]  # fmt: skip


def test_only_a_tag_publishes() -> None:
    assert RELEASE["on"]["push"] == {"tags": ["v*"]}
    condition = RELEASE["jobs"]["publish"]["if"]
    assert condition == "github.event_name == 'push' && github.ref_type == 'tag'"


def test_wheels_are_built_for_every_system_and_every_python() -> None:
    systems = RELEASE["jobs"]["wheels"]["strategy"]["matrix"]["os"]
    assert {name.split("-")[0] for name in systems} == {"ubuntu", "macos", "windows"}
    built = PROJECT["tool"]["cibuildwheel"]["build"]
    lowest = PROJECT["project"]["requires-python"].removeprefix(">=3.")
    numbers = [int(name.removeprefix("cp3").removesuffix("-*")) for name in built]
    assert numbers == list(range(int(lowest), int(lowest) + len(numbers)))


def test_every_wheel_is_tried_on_a_text() -> None:
    commands = PROJECT["tool"]["cibuildwheel"]["test-command"]
    assert any("is_compiled()" in command for command in commands)
    (score,) = [command for command in commands if command.startswith("credscore score ")]
    assert (ROOT / score.split("{project}/")[1]).is_file()


def test_the_checks_run_what_is_run_here() -> None:
    (job,) = load(ROOT / ".github" / "workflows" / "ci.yml")["jobs"].values()
    assert job["steps"][-1]["run"] == "bash .ci/run"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_workflow_fits_the_schema_of_github(path: Path) -> None:
    pytest.importorskip("check_jsonschema")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    command += ["vendor.github-workflows", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
