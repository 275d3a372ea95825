"""Coverage-guided fuzzing of extraction, lexicons, models and tables.

    python -m fuzz TARGET [CORPUS_FOLDER] [-max_total_time=600]

TARGET is text, lexicon, model, csv_rows or jsonl_rows (targets.py). libFuzzer writes what crashes
into the working folder; keep a minimal form in tests/robustness/found/TARGET/, where a test
replays it. Needs `pip install -e '.[fuzz]'`.
"""

import sys

import atheris

with atheris.instrument_imports(include=["credscore", "fuzz.targets"]):
    from fuzz import targets


def main() -> None:
    """Fuzz the target that the first argument names."""
    name, *arguments = sys.argv[1:]
    atheris.Setup([sys.argv[0], *arguments], getattr(targets, name))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
