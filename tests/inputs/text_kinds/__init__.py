"""Texts of each kind that the score is not made for, all written here, parted by =====.

news.txt has news full of the words of meetings, shops, laws and posts.
"""

from pathlib import Path


def samples(kind: str) -> list[str]:
    """The texts of a kind; most begin with a headline."""
    content = (Path(__file__).parent / f"{kind}.txt").read_text("utf-8")
    return [text.strip("\n") for text in content.split("=====\n")]
