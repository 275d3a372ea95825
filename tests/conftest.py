"""What several tests share: the folder of data that is not part of the project."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

# No test depends on chance or on how busy a machine is; `random` looks for what no test knows yet.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("random", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

# Jobs in the background of a script ignore Ctrl-C, and so would the commands that tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """CREDSCORE_SHARED or ../shared; the test is skipped, and says so, where it is absent."""
    folder = Path(os.environ.get("CREDSCORE_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("needs the shared corpora: set CREDSCORE_SHARED")
    return folder
