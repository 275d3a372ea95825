"""The official denials found in a text, as the tests of their kinds compare them."""

from credscore import extract


def denials_in(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """The words and the kind of each."""
    return [(e.quote, e.kind) for e in extract(text, title) if e.signal == "official_denials"]
