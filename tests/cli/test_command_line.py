"""The command line and its exit codes."""

import json
import os
import shutil
import subprocess
import sys
from math import ceil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import credscore
from credscore import text
from credscore.cli import command_line as cli
from credscore.cli.command_line import COMMANDS
from credscore.tables.row_blocks import BLOCK_BYTES

ROOT = Path(__file__).resolve().parents[2]
RUMOUR = ROOT / "examples" / "rumour.txt"


def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object
) -> tuple[int, str, str]:
    monkeypatch.setattr("sys.argv", ["credscore", *map(str, arguments)])
    code = 0
    try:
        cli.main()
    except SystemExit as stop:
        code = int(stop.code or 0)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_score_shows_score_evidence_and_bars() -> None:
    result = CliRunner().invoke(cli.app, ["score", str(RUMOUR)])
    assert result.exit_code == 0
    assert f"{credscore.score(RUMOUR.read_text('utf-8')).score:.2f}" in result.output
    assert "rate of distancing adverbs" in result.output


def test_environment_that_is_set_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "2")
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS", raising=False)
    assert run(monkeypatch, capsys, "--version")[0] == 0
    assert os.environ["OPENBLAS_NUM_THREADS"] == "2"
    assert os.environ["PYDANTIC_DISABLE_PLUGINS"] == "__all__"


@pytest.mark.parametrize("option", ["--version", "-V"])
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=str)
def test_version(command: list[str], option: str) -> None:
    result = CliRunner().invoke(cli.app, [*command, option])
    assert (result.exit_code, result.stdout) == (0, f"credscore {credscore.__version__}\n")


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=str)
def test_help_by_one_letter(command: list[str]) -> None:
    short, long = (CliRunner().invoke(cli.app, [*command, option]) for option in ("-h", "--help"))
    assert (short.exit_code, short.stdout) == (0, long.stdout)
    assert short.stdout.startswith("Usage: ")


def test_the_help_says_what_it_must_not_be_used_for() -> None:
    told = CliRunner().invoke(cli.app, ["--help"]).stdout
    assert "It is no fact-check" in told
    assert "must not be used to" in told


def test_completion() -> None:
    """Commands and options, as bash asks for them."""
    for words, at, offered in [("s", 1, ["score", "serve", "sources", "sourcing"]),
                               ("score --js", 2, ["--json"])]:  # fmt: skip
        asked = {"COMP_WORDS": f"credscore {words}", "COMP_CWORD": str(at)}
        told = subprocess.run(
            [sys.executable, "-c", "import sys; sys.argv[0] = 'credscore'; "
             "from credscore.cli import main; main()"],
            capture_output=True, text=True, check=False,
            env=os.environ | asked | {"_CREDSCORE_COMPLETE": "complete_bash"},
        )  # fmt: skip
        assert told.stdout.split() == offered


@pytest.mark.parametrize("command", ["--version", "model"])
def test_an_uncompiled_install_says_so_once(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "is_compiled", lambda: False)
    uncompiled = CliRunner().invoke(cli.app, [command])
    assert uncompiled.exit_code == 0
    assert uncompiled.stderr.count("not compiled: scoring is slower") == 1
    monkeypatch.setattr(text, "is_compiled", lambda: True)
    assert CliRunner().invoke(cli.app, [command]).stderr == ""


def test_json_is_the_report() -> None:
    result = CliRunner().invoke(cli.app, ["score", "-", "--json"], input=RUMOUR.read_bytes())
    assert json.loads(result.output)["score"] == credscore.score(RUMOUR.read_text("utf-8")).score


def test_markup_and_control_characters_are_only_text() -> None:
    result = CliRunner().invoke(cli.app, ["score", "-"], input="[red]He[/nope] fled.\x1b[2J")
    assert result.exit_code == 0
    assert "[red]He[/nope]" in result.output
    assert "\x1b[2J" not in result.output


def test_exit_codes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\x00")
    for arguments, code, message in [
        (["score", tmp_path / "none.txt"], 2, "can't be read"),
        (["score", tmp_path], 2, "can't be read"),
        (["score", ""], 2, "a file has an empty name"),
        (["score", binary], 2, "is no text"),
        (["score", "https://quay.example/a"], 2, "Addresses are not opened: save the page"),
        (["praise", RUMOUR], 2, "No such command"),
        (["score", RUMOUR, "--prior", "2"], 2, "between 0 and 1"),
        (["score", RUMOUR, "--model", tmp_path], 3, "model.json"),
        (["batch", RUMOUR, tmp_path / "o.csv"], 2, "credscore score"),
        (["batch", RUMOUR, tmp_path / "o.csv", "--format", "xls"], 2, "--format"),
        (["batch", RUMOUR, RUMOUR], 2, "same file"),
        (["batch", RUMOUR, "."], 2, "is a folder"),
        (["batch", ROOT / "examples" / "ferry.csv", os.devnull], 2, "is no plain file"),
        (["batch", ROOT / "examples" / "ferry.csv", tmp_path / ("x" * 250)], 2, "can't be written"),
        (["sources", RUMOUR, tmp_path, "--source-column", "id"], 2, "is a folder"),
        (["model", tmp_path], 3, "model.json"),
        (["evaluate", tmp_path / "none.csv"], 2, "can't be read"),
        (["train", tmp_path / "none.csv", "--out", binary / "own"], 2, "binary: is a file"),
    ]:
        got, _, err = run(monkeypatch, capsys, *arguments)
        assert (got, message in err) == (code, True), (arguments, got, err)


@pytest.mark.parametrize("command", ["score", "batch"])
def test_a_closed_standard_input_is_told(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    out = [tmp_path / "out.csv"] if command == "batch" else []
    code, _, err = run(monkeypatch, capsys, command, "-", *out)
    assert (code, err.count("\n"), "standard input: is closed" in err) == (2, 1, True)


def loaded_by(*arguments: str) -> tuple[str, set[str]]:
    """What a command prints, and the libraries that it imports."""
    code = "import sys; from credscore.cli import main; main()"
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code, *arguments],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    lines = (line.rpartition("|")[2].strip() for line in told.stderr.splitlines())
    return told.stdout, {line.partition(".")[0] for line in lines}


def test_a_command_is_loaded_when_it_is_called() -> None:
    printed, loaded = loaded_by("--help")
    for name in COMMANDS:
        assert f"\n  {name} " in printed
    assert "typer" in loaded
    assert not loaded & {"mcp", "numpy", "pydantic", "rich", "pandas"}


def test_a_missing_extra_is_named() -> None:
    code = "import sys; sys.modules['mcp'] = None; from credscore.cli import main; main()"
    told = subprocess.run([sys.executable, "-c", code, "mcp"], capture_output=True, text=True)
    assert told.returncode == 2
    assert "pip install 'credscore[mcp]'" in told.stderr


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_score_loads_what_it_needs(form: list[str]) -> None:
    printed, loaded = loaded_by("score", str(RUMOUR), *form)
    assert printed
    assert {"numpy", "pydantic"} <= loaded
    assert not loaded & {
        "asyncio", "fastapi", "joblib", "loky", "lxml", "matplotlib", "multiprocessing",
        "pandas", "pyarrow", "scipy", "sklearn", "trafilatura", "uvicorn",
    }  # fmt: skip
    assert ("rich" in loaded) == (form == [])


def test_batch_marks_rows_and_exits_4(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.csv"
    source.write_text("text,id\nA source claims he fled.,1\nbroken\n")
    code, out, _ = run(monkeypatch, capsys, "batch", source, tmp_path / "out.csv")
    assert code == 4
    assert "2 rows" in out
    assert len((tmp_path / "out.csv").read_text().splitlines()) == 3


def test_model_shows_the_card() -> None:
    assert "Model card" in CliRunner().invoke(cli.app, ["model"]).output


def test_line_ends_of_windows_and_direction_marks(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_bytes("He allegedly fled.\r\nShe \u202eleft.".encode())
    output = CliRunner().invoke(cli.app, ["score", str(article)]).output
    assert "He [H: allegedly] fled. \nShe \ufffdleft." in output


def test_binary_and_empty_files_get_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for content, message in [(b"\x00\x01PNG", "is no text:"), (b"", "empty"), (b" \n", "empty")]:
        (tmp_path / "a.txt").write_bytes(content)
        code, out, err = run(monkeypatch, capsys, "score", tmp_path / "a.txt")
        assert (code, out, len(err.splitlines())) == (2, "", 1)
        assert message in err


def test_a_full_disk_keeps_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    resource = pytest.importorskip("resource")
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    article = "A source claims he fled." * 200 + "\n"
    source.write_text("text\n" + article * 400)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3 * BLOCK_BYTES // 2, limits[1]))
    try:
        code, _, err = run(monkeypatch, capsys, "batch", source, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert code == 5
    assert "out.csv.partial" in err
    assert not target.exists()
    assert len((tmp_path / "out.csv.partial").read_text().splitlines()) == 1 + ceil(
        BLOCK_BYTES / len(article)
    )


def test_interrupted_keeps_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    article = "He fled." * 500 + "\n"
    source.write_text("text\n" + article * 300 + "stop\n")

    def check(text: object, title: object) -> None:
        if text == "stop":
            raise KeyboardInterrupt

    monkeypatch.setattr("credscore.blocks.require_texts", check)
    code, _, err = run(monkeypatch, capsys, "batch", source, target)
    assert (code, "interrupted" in err, target.exists()) == (5, True, False)
    rows = len((tmp_path / "out.csv.partial").read_text().splitlines())
    assert rows == 1 + 2 * ceil(BLOCK_BYTES / len(article))


def test_a_page_to_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = run(monkeypatch, capsys, "score", RUMOUR, "--html", "-")
    assert (code, out[:15], out.rstrip()[-7:]) == (0, "<!doctype html>", "</html>")
    code, out, err = run(monkeypatch, capsys, "score", RUMOUR, "--json", "--html", "-")
    assert (code, out, "standard output" in err) == (2, "", True)
    table = Path("in.csv")
    table.write_text("text,claim\nTwo officials said it sank.,a\n")
    code, out, err = run(monkeypatch, capsys, "batch", table, "out.csv", "--html", "-")
    assert (code, out[:15], "written" in err) == (0, "<!doctype html>", True)
    claims = ("claims", table, "claims.csv", "--claim-column", "claim", "--html", "-")
    code, out, _ = run(monkeypatch, capsys, *claims)
    assert (code, out[:15]) == (0, "<!doctype html>")
    assert not Path("-").exists()


def test_the_package_runs_as_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "credscore", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("credscore ")


@pytest.mark.parametrize("option", ["--html", "--picture"])
def test_no_output_replaces_the_article(
    option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    article, link = tmp_path / "article.txt", tmp_path / "link.html"
    article.write_text("A source claims he fled.")
    link.symlink_to(article)
    for target in (article, link):
        code, _, err = run(monkeypatch, capsys, "score", article, option, target)
        assert (code, "same file" in err) == (2, True)
    code, _, err = run(monkeypatch, capsys, "score", article, option, tmp_path)
    assert (code, "is a folder" in err) == (2, True)
    assert article.read_text() == "A source claims he fled."


def test_the_page_of_a_batch_replaces_neither_input_nor_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("text\nA source claims he fled.\n")
    for page in (source, target):
        code, _, err = run(monkeypatch, capsys, "batch", source, target, "--html", page)
        assert (code, "same file" in err) == (2, True)
    assert not target.exists()
    assert source.read_text().startswith("text\n")


@pytest.mark.parametrize(
    "command",
    [["score", "{}", "--json"], ["score", "{}"], ["model"],
     ["batch", str(ROOT / "examples" / "ferry.csv"), "-"]],
)  # fmt: skip
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_standard_output(command: list[str]) -> None:
    arguments = [argument.format(RUMOUR) for argument in command]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from credscore.cli import main; main()", *arguments],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 5
    assert done.stderr.startswith("credscore: stopped early: the output: No space left on device.")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [["score", "{}", "--json"], ["score", "{}"], ["model"]])
def test_a_reader_who_has_seen_enough(command: list[str]) -> None:
    """The pipe is closed before a word is written: quiet, and the code of a tool SIGPIPE ended."""
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-c", "from credscore.cli import main; main()",
             *(argument.format(RUMOUR) for argument in command)],
            stdout=closed, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (141, "")


def test_a_thousand_processes_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.csv"
    source.write_text("text\nA source claims he fled.\n")
    code, _, err = run(monkeypatch, capsys, "batch", source, tmp_path / "o.csv", "--n-jobs", 1000)
    assert (code, "256" in err) == (2, True)


def test_training_on_own_files_needs_a_folder(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli.app, ["train", str(tmp_path / "own.csv")])
    assert result.exit_code == 2
    assert "--out" in result.output


def test_a_model_without_its_card_says_how_to_write_it(tmp_path: Path) -> None:
    shutil.copy(ROOT / "models" / "default" / "model.json", tmp_path)
    result = CliRunner().invoke(cli.app, ["model", str(tmp_path)])
    assert isinstance(result.exception, credscore.ModelFileError)
    assert "credscore train" in str(result.exception)


def test_sources_go_to_a_folder_that_is_there(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("publisher,text\na,It sank.\n", encoding="utf-8")
    goal = tmp_path / "absent" / "out.csv"
    found = CliRunner().invoke(
        cli.app, ["sources", str(source), str(goal), "--source-column", "publisher"]
    )
    assert found.exit_code == 2
    assert "no such folder" in found.output


def test_sources_do_not_replace_the_articles(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("publisher,text\na,It sank.\n", encoding="utf-8")
    result = CliRunner().invoke(
        cli.app, ["sources", str(source), str(source), "--source-column", "publisher"]
    )
    assert (result.exit_code, "same file" in result.output) == (2, True)
    assert source.read_text("utf-8").endswith("It sank.\n")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize("form", [[], ["--json"], ["--html", "-"]], ids=str)
def test_output_off_a_terminal_is_utf8(encoding: str, form: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "credscore", "score", "-", *form],
        input="“It sank”, 王小明 said — allegedly.".encode(),
        capture_output=True, check=False, env=os.environ | {"PYTHONIOENCODING": encoding},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert "王小明" in done.stdout.decode()


def test_a_terminal_shows_what_it_can() -> None:
    pty = pytest.importorskip("pty", reason="terminals of POSIX")
    reading, terminal = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "credscore", "extract", "-"], input="He “allegedly” fled.".encode(),
        stdout=terminal, stderr=subprocess.PIPE, check=False,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    os.close(terminal)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"allegedly" in os.read(reading, 10_000)
    os.close(reading)
