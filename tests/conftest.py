"""What several tests share: the folder of data that is not part of the project."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("whenever", deadline=None)  # no test depends on how busy a machine is
settings.load_profile("whenever")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """CREDSCORE_SHARED or ../shared; the test is skipped, and says so, where it is absent."""
    folder = Path(os.environ.get("CREDSCORE_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("needs the shared corpora: set CREDSCORE_SHARED")
    return folder
