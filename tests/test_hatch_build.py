"""What a build makes, and what it says when something can't be compiled."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

import credscore
from credscore import text

ROOT = Path(__file__).resolve().parents[1]
SOURCE = Path(credscore.__file__).parent


@pytest.fixture
def hook() -> ModuleType:
    spec = spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def without_compiler(hook: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: Path, folder: Path) -> dict[Path, str]:
        raise OSError("no compiler")

    monkeypatch.setattr(hook, "compile_modules", fail)
    monkeypatch.setattr(hook, "compile_lexicons", lambda source, folder: {})


@pytest.mark.skipif(not text.is_compiled(), reason="nothing is compiled here")
def test_every_module_with_types_is_compiled(hook: ModuleType) -> None:
    modules = [path.with_suffix("") for path in hook.modules_of(SOURCE)]
    for path in [*modules, Path(*hook.SHARED.split("."))]:
        files = list((SOURCE.parent / path.parent).glob(f"{path.name}.*"))
        assert {file.suffix for file in files} & {".so", ".pyd"}, path


def test_at_most_eight_modules_are_compiled(hook: ModuleType) -> None:
    modules = hook.modules_of(SOURCE)
    assert len(modules) <= 8  # beside them stands what Cython shares among them
    assert all(path.name.startswith("_") for path in modules)


@pytest.mark.usefixtures("without_compiler")
def test_a_build_without_compiler_warns(
    hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CREDSCORE_REQUIRE_COMPILED", raising=False)
    warnings: list[str] = []
    assert not hook.make_all(SOURCE, tmp_path, warnings.append)
    assert "without compiled modules" in warnings[0]
    assert "no compiler" in warnings[0]


@pytest.mark.usefixtures("without_compiler")
def test_a_build_that_must_compile_fails(
    hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDSCORE_REQUIRE_COMPILED", "1")
    with pytest.raises(RuntimeError, match="without compiled modules"):
        hook.make_all(SOURCE, tmp_path, print)
