"""python -m credscore.training [FOLDER]: trains the shipped model again."""

from argparse import ArgumentParser
from pathlib import Path

if __name__ == "__main__":
    parser = ArgumentParser(
        "python -m credscore.training",
        description="Train the shipped model anew on the corpora beside the project.",
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path("models/default"),
        help="where the model is written (%(default)s)",
    )  # fmt: skip
    folder = parser.parse_args().folder

    from credscore.training.train import train_default

    train_default(folder)
