"""Which features keep their direction from corpus to corpus.

    python benchmarks/features.py

For every feature of the model: how far it parts true from false in each corpus (standardised mean
difference), how many of the six corpora agree with its expected direction, how much more than the
others it is penalised for its corpora's disagreement, and the weight it ends with. Writes
results/features.json; docs/model.md shows it.
"""

import json
import os
import platform
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from credscore.features import FEATURES
from credscore.model import Model, default_folder
from credscore.training import corpora
from credscore.training.fit import FITTED, distrust, effects

RESULT = Path(__file__).parent / "results" / "features.json"


def study() -> dict[str, Any]:
    """The figures of every feature of the model."""
    frame = corpora.read_all(corpora.ALL, min(2, os.cpu_count() or 1))
    of = frame["corpus"].to_numpy()
    values, labels = frame[list(FITTED)].to_numpy(float), frame["label"].to_numpy(int)
    filled = np.where(np.isnan(values), np.nanmean(values, axis=0), values)
    seen = {
        name: effects(filled[of == name], labels[of == name], np.zeros((of == name).sum(), int))
        for name in corpora.ALL
    }
    training = np.isin(of, list(corpora.TRAINING))
    numbers = np.unique(of[training], return_inverse=True)[1]
    factors = distrust(effects(filled[training], labels[training], numbers))
    weights = {one.feature: one.weight for one in Model.load(default_folder()).weights}
    deviation = filled[training].std(axis=0)
    directions = {feature.name: feature.direction for feature in FEATURES}
    rows = {}
    for place, name in enumerate(FITTED):
        found = {corpus: float(seen[corpus].difference[0, place]) for corpus in corpora.ALL}
        way = directions[name] or np.sign(weights.get(name, 0.0))
        rows[name] = {
            "direction": directions[name],
            "effects": found,
            "agree": int(sum(found[corpus] * way > 0 for corpus in corpora.SIX)),
            "distrust": float(factors[place]),
            "weight_per_deviation": weights.get(name, 0.0) * float(deviation[place]),
        }
    return rows


def main() -> None:
    """Measure, print, write the result."""
    rows = study()
    result = {
        "date": date.today().isoformat(), "python": platform.python_version(),
        "machine": platform.machine(), "cpus": os.cpu_count(), "features": rows,
    }  # fmt: skip
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=1) + "\n")
    for name, row in rows.items():
        print(f"{name:40}{row['agree']} of 6 {row['distrust']:6.2f}"
              f"{row['weight_per_deviation']:+7.3f}")  # fmt: skip


if __name__ == "__main__":
    main()
