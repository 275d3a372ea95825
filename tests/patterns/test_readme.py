"""The page that explains the patterns shows what happens."""

import doctest
from pathlib import Path

from credscore import patterns

PAGE = Path(patterns.__file__).with_name("README.md")


def test_the_page_shows_what_happens() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 10
    assert result.failed == 0
