"""Extracts the article of a saved web page, without menus, advertisements and comments."""

import json
import sys

from credscore.errors import CredscoreError, InputValueError, required


def take_out(page: str | bytes) -> tuple[str, str | None]:
    """The text and the title of the article in a page; needs the extra `html` (trafilatura).

    Raises InputTableError if the extra is not installed, InputValueError if no article is found.
    """
    trafilatura = required("trafilatura", "html", "Web pages")
    article = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=False, with_metadata=True, favor_recall=True
    )
    text, title = getattr(article, "text", None), getattr(article, "title", None)
    if not text or not text.strip():
        raise InputValueError("No article is found in the page. Save its text as a text file.")
    if title and text.startswith(f"{title}\n"):
        text = text[len(title) :].lstrip("\n")
    return text, title or None


def _main() -> None:
    """Read a page from standard input as a JSON string; write its text and title, or an error."""
    text = title = message = None
    try:
        text, title = take_out(json.load(sys.stdin))
    except CredscoreError as error:
        message = str(error)
    json.dump((text, title, message), sys.stdout)


if __name__ == "__main__":
    _main()
