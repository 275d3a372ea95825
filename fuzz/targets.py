"""What is fuzzed: functions of bytes that return, or raise what must never happen.

Shared by the fuzzer and by tests/robustness/test_found_cases.py, which replays every case found.
"""

import codecs
import hashlib
import json
import math
import tempfile
from pathlib import Path

from credscore.batch.job import Options, run
from credscore.documents import encoding_of
from credscore.errors import InputTableError, LexiconError, ModelFileError
from credscore.lexicon.lexicon import Lexicon, read
from credscore.model import Model, default_folder
from credscore.model.model_file import MODEL_FILE
from credscore.scorer import Scorer
from credscore.tables.byte_streams import Stream
from credscore.tables.json_rows import JsonLinesReader

SCORER = Scorer.load()
SHIPPED_MODEL = (default_folder() / MODEL_FILE).read_bytes()


def decoded(data: bytes) -> str:
    """Any bytes as a text, lone surrogates among them."""
    return data.decode("utf-8", "surrogatepass" if data[:1] == b"\xed" else "replace")


def text(data: bytes) -> None:
    """A text, its title before the first form feed: a report whose parts fit."""
    try:
        whole = decoded(data)
    except UnicodeDecodeError:
        return
    title, _, body = whole.rpartition("\f")
    report = SCORER.score(body, title or None)
    total = report.base_log_odds + math.fsum(c.log_odds for c in report.contributions)
    assert abs(total - report.log_odds) < 1e-9
    assert 0 <= report.interval[0] <= report.score <= report.interval[1] <= 1
    for item in report.evidence:
        assert (title if item.in_title else body)[item.start : item.end] == item.quote


def lexicon(data: bytes) -> None:
    """A lexicon file: built and usable, or a LexiconError."""
    try:
        file = read("fuzzed.toml", data.decode("utf-8", "replace"))
        built = Lexicon({"fuzzed": file})
    except LexiconError:
        return
    assert len(built.rules) == len(file.rules)


def model(data: bytes) -> None:
    """Model files: a scorer with finite scores, or a ModelFileError; never written to.

    The bytes are tried as they are and, where they are a JSON object, as changes of the shipped
    model, signed anew, so that more than the signature is tried.
    """
    contents = [data]
    try:
        changes = json.loads(data)
    except (ValueError, RecursionError):
        changes = None
    if isinstance(changes, dict):
        changed = json.loads(SHIPPED_MODEL) | changes
        unsigned = {key: value for key, value in changed.items() if key != "sha256"}
        signature = hashlib.sha256(json.dumps(unsigned, sort_keys=True).encode()).hexdigest()
        contents.append(json.dumps(unsigned | {"sha256": signature}).encode())
    for content in contents:
        _load(content)


def _load(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / MODEL_FILE
        path.write_bytes(content)
        try:
            loaded = Model.load(Path(folder))
        except ModelFileError:
            return
        finally:
            assert path.read_bytes() == content
        assert 0 <= Scorer(loaded).score("Officials said it may sink.").score <= 1


def csv_rows(data: bytes) -> None:
    """A CSV file: one row of output for every row, or an InputTableError."""
    _table(data, "table.csv")


def jsonl_rows(data: bytes) -> None:
    """A JSON Lines file: a row for every line that is not blank, or an InputTableError."""
    _table(data, "table.jsonl")


def _table(data: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        options = Options(input_format=path.suffix[1:])
        try:
            done = run(path, path.with_suffix(".out.jsonl"), SCORER, options)
        except InputTableError:
            return
        written = path.with_suffix(".out.jsonl").read_bytes().split(b"\n")
        assert len(written) == done.rows + 1
        if name.endswith(".jsonl"):
            lines = data.decode("utf-8-sig", "surrogateescape").split("\n")
            narrow = encoding_of(data) == "utf-8"  # NULs tell two bytes a letter
            whole = narrow and not codecs.BOM_UTF8.startswith(data)  # half a mark is nothing
            lined = not JsonLinesReader(Stream(path)).holds_values
            assert not (whole and lined) or done.rows >= sum(bool(line.strip()) for line in lines)
