"""The signal hedges; see lexicons/hedges.toml."""

import re

import numpy as np

from credscore.evidence import Finding
from credscore.patterns import Rows
from credscore.signals.reading import Reading

_MODAL = re.compile(r"(?<!\w)May(?= (?:Have|Be|Not|Also|Never|Soon|Still|Yet|Face)(?!\w))")
"""If each word of a title has a capital, what follows tells the modal from month and name."""


def find(reading: Reading) -> Rows:
    """Every cue of the lexicon is a finding, and modals in titles whose words have capitals."""
    rows, text = reading.rows("hedges"), reading.text
    modals = []
    for article, title in enumerate(text.pieces[::2]):
        if "May " in title:
            for match in _MODAL.finditer(title):
                at = text.title_offsets[article] + match.start()
                token = int(text.starts.searchsorted(at))
                modals.append(Finding(token, token + 1, "hedges", "modal", "modal_in_title"))
    if not modals:
        return rows
    more = reading.lexicon.table.rows(modals)
    return np.concatenate([rows, more[~np.isin(more[:, 0], rows[:, 0])]])
