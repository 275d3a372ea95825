"""The card of a model, in the form of model hubs, with what the training measured."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from credscore.features import FEATURES
from credscore.model import Model
from credscore.training.fitting.towards import STRENGTHS
from credscore.training.judging.metrics import EXTREMES, FIGURES

Judged = Mapping[str, Mapping[str, Any]]
"""By the name of a corpus or file, the figures of `judge_corpora`."""


def shipped_card(model: Model, judged: Judged) -> str:
    """The card of the shipped model, with room for the figures of the benchmarks."""
    return _card("shipped.md", model, judged, extremes=EXTREMES)


def own_card(model: Model, judged: Judged, strength: float | None) -> str:
    """The card of a model of a user's labels; with a strength of None it starts from scratch."""
    origin = "It was trained from scratch, with the recipe of the shipped model."
    if strength is not None:
        origin = (
            "It starts from the weights of the shipped model. Its weights are held to them with "
            f"strength {strength:g} ({min(STRENGTHS):g} hardly holds, {max(STRENGTHS):g}\nhardly "
            "lets go): the strongest that the rows can't tell from the best."
        )
    return _card("own.md", model, judged, origin=origin)


def _card(template: str, model: Model, judged: Judged, **more: Any) -> str:
    cards = Environment(
        loader=PackageLoader("credscore.training", "card_parts"), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    cards.filters["cell"] = lambda value: " ".join(str(value).replace("|", "\\|").split())
    weighted = {weight.feature for weight in model.weights if weight.weight}
    return cards.get_template(template).render(
        model=model, judged=judged, priors=(0.1, 0.3, 0.5, 0.7, 0.9),
        figures={name: title for name, title in FIGURES.items() if name != "intercept"},
        features={feature.name: feature for feature in FEATURES},
        unused=[feature.name for feature in FEATURES if feature.name not in weighted], **more,
    )  # fmt: skip
