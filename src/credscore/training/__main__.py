"""python -m credscore.training [FOLDER]: the retraining of the shipped model."""

import sys
from pathlib import Path

from credscore.training.train import train_default

if __name__ == "__main__":
    train_default(Path(sys.argv[1] if len(sys.argv) > 1 else "models/default"))
