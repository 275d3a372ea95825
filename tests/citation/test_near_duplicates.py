"""Sketches tell copies from other texts, however many are remembered."""

import random

from credscore.citation.near_duplicates import Originals, shingles, sketches


def test_sketches_tell_copies_from_others() -> None:
    one = " ".join(f"word{n}" for n in range(400))
    other = " ".join(f"word{n * 7 % 400}" for n in range(400))
    texts = [
        (one, False), (one.upper(), True),
        ("By our staff. " + one.replace("word200", "changed"), True), (other, False),
        ("", False), ("", False),
    ]  # fmt: skip
    seen = Originals()
    assert [
        number is not None for number in seen.numbers([*sketches(text for text, _ in texts)])
    ] == [copy for _, copy in texts]


def test_old_and_new_texts_are_remembered_alike() -> None:
    choose = random.Random(5)
    numbers = [choose.randrange(1 << 64) for _ in range(4000)]
    shared = numbers[:20]
    sketches = []
    for _ in range(600):
        known, common = choose.choice([0, 0, 9, 10, 12]), choose.choice([0, 0, 0, 6, 12])
        drawn = [choose.randrange(1 << 64) for _ in range(16)]
        earlier = choose.choice(sketches)[:known] if sketches else ()
        mixed = {*earlier, *choose.sample(shared, common), *drawn}
        sketches.append(tuple(sorted(mixed, key=lambda one: (one in drawn, one))[:16]))
    alone = Originals()
    originals = [number for sketch in sketches for number in alone.numbers([sketch])]
    sorted_away = Originals(newest=100)
    parts = [sketches[at : at + 7] for at in range(0, len(sketches), 7)]
    assert [number for part in parts for number in sorted_away.numbers(part)] == originals
    assert 50 < originals.count(None) < 550


def test_shingles_are_sorted_and_differ() -> None:
    text = " ".join(f"word{n % 30}" for n in range(100))
    (numbers,) = shingles([text])
    assert len(numbers) == 30
    assert sorted(set(numbers.tolist())) == numbers.tolist()
    assert tuple(numbers[:16].tolist()) == next(sketches([text]))
