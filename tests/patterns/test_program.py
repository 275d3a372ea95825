"""The steps of programs."""

import pytest

from credscore.patterns.language import compile_pattern
from credscore.patterns.program import TAKE, firm


@pytest.mark.parametrize(
    ("pattern", "same"),
    [
        ("a{0,5} b c?", "b c?"),
        ("a* b", "b"),
        ("( a? ( b | c d )* e | a{1,2} f )", "( e | a{1,2} f )"),
        ("( a | b )? c", "c"),
        ("( a? b | c ) d", "( b | c ) d"),
        ("a b? c", "a b? c"),
    ],
)
def test_what_a_match_need_not_begin_with_is_left_out(pattern: str, same: str) -> None:
    found, wanted = (compile_pattern(text, lambda name: name).steps for text in (pattern, same))
    assert firm(found) == wanted
    assert any(step == TAKE for step, _ in wanted)
