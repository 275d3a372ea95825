"""Sketches tell copies from other texts."""

from credscore.citation.near_duplicates import originals, shingles, sketches


def test_sketches_tell_copies_from_others() -> None:
    one = " ".join(f"word{n}" for n in range(400))
    other = " ".join(f"word{n * 7 % 400}" for n in range(400))
    texts = [
        (one, False), (one.upper(), True),
        ("By our staff. " + one.replace("word200", "changed"), True), (other, False),
        ("", False), ("", False),
    ]  # fmt: skip
    first = originals([*sketches(text for text, _ in texts)])
    assert [place is not None for place in first] == [copy for _, copy in texts]


def test_shingles_are_sorted_and_differ() -> None:
    text = " ".join(f"word{n % 30}" for n in range(100))
    (numbers,) = shingles([text])
    assert len(numbers) == 30
    assert sorted(set(numbers.tolist())) == numbers.tolist()
    assert tuple(numbers[:16].tolist()) == next(sketches([text]))
