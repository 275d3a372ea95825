"""Names that no word gives away are told by how they are written."""

import pytest

from credscore.citation.open_names import datelines, repeated, stations, titles
from credscore.citation.surroundings import Surroundings
from credscore.text import Text


def names(find, text: str) -> list[str]:
    around = Surroundings(Text([text], [None]))
    source, starts, ends = around.text.source, around.text.starts, around.text.ends
    return [source[starts[start] : ends[end - 1]] for start, end in find(around)]


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        (stations, "A man told WKRV that it sank.", ["WKRV"]),
        (stations, "A man told DNX that it sank.", ["DNX"]),
        (stations, "A man told the FBI that it sank.", []),
        (stations, "TheCable reported that it sank.", ["TheCable"]),
        (stations, "The wreck from WWII was discovered.", []),
        (stations, "HE TOLD WKRV THAT IT SANK.", []),
        (titles, "A man told The Open Door that it sank.", ["Open Door"]),
        (titles, "A man told “Harbour Talk” that it sank.", ["Harbour Talk"]),
        (titles, "A man told the Open Door that it sank.", []),
        (titles, "The Open Door was shut.", []),
        (datelines, "LORWICK (Kolvar) - It sank.", ["Kolvar"]),
        (datelines, "(CNN) An old ferry sank.", ["CNN"]),
        (datelines, "The ferry (Ann) sank.", []),
        (datelines, "(LORWICK) - An old ferry sank.", []),
        (datelines, "The ferry and/or boat of CNN/Reuters sank.", []),
        (datelines, "(", []),
    ],
)
def test_names(find, text: str, expected: list[str]) -> None:
    assert names(find, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kolvar reported it. A man told Kolvar so.", ["Kolvar", "Kolvar"]),
        ("Kolvar reported it. He met Kolvar.", ["Kolvar"]),
        ("Kolvar reported it. KOLVAR said so.", ["Kolvar"]),
        ("Kolvar reported it. He told Kolvar Vale so.", ["Kolvar"]),
        ("Kolvar reported it. The boat of Ann Kolvar reported it.", ["Kolvar"]),
        ("Kolvar (KLV) reported it. He told KLV so.", ["Kolvar", "KLV"]),
    ],
)
def test_names_once_more(text: str, expected: list[str]) -> None:
    assert names(lambda around: repeated(around, [(2, 3)]), text) == expected
