"""The signal hedges; see lexicons/hedges.toml."""

import re

from credscore.extractor import Finding
from credscore.reading import Reading

_MODAL = re.compile(r"(?<!\w)May(?= (?:Have|Be|Not|Also|Never|Soon|Still|Yet|Face)(?!\w))")
"""Where each word of a title has a capital, what follows tells the modal from month and name."""


def find(reading: Reading) -> list[Finding]:
    """Every cue of the lexicon is a finding, and modals in titles whose words have capitals."""
    found, text = reading.cues("hedges"), reading.text
    taken = {finding.start for finding in found}
    modals = []
    for start, body in zip(text.title_offsets.tolist(), text.body_offsets.tolist(), strict=True):
        for match in _MODAL.finditer(text.source, start, body - 1):
            token = int(text.starts.searchsorted(match.start()))
            if token not in taken:
                modals.append(Finding(token, token + 1, "hedges", "modal", "modal_in_title"))
    return sorted([*found, *modals]) if modals else found
