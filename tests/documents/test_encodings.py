"""The encoding of a text is told by its letters, or it is not told."""

import pytest

import credscore
from credscore.documents import encoding_of

ENGLISH = "It’s said the “bridge” sank – in Zürich; Renée Müller, of Orléans, saw £40m lost…\n"


@pytest.mark.parametrize("times", [1, 500])
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-8"])
def test_few_letters_tell_as_well_as_many(encoding: str, times: int) -> None:
    assert encoding_of((ENGLISH * times).encode(encoding)) == encoding


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("It’s over", "cp1252"), ("It’s over", "mac_roman"), ("“Out”, he said", "cp1252"),
        ("“Out”, he said", "mac_roman"), ("in Zürich", "mac_roman"), ("MÜLLER: NO", "cp1252"),
        ("Élodie said", "cp1252"), ("café", "cp1252"), ("11°C – 3 m²", "cp1252"),
        ("it´s over", "cp1252"), ("† He died", "cp1252"), ("naïve", "mac_roman"),
    ],
)  # fmt: skip
def test_one_letter_is_enough(text: str, encoding: str) -> None:
    assert encoding_of(text.encode(encoding)) == encoding


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Министр сказал, что мост упал.", "cp1251"), ("Ο υπουργός το είπε.", "cp1253"),
        ("השר אמר", "cp1255"), ("大臣は述べた。", "shift_jis"), ("部长说桥塌了。", "gbk"),
        ("장관이 말했다", "cp949"), ("Lech Wałęsa said", "cp1250"), ("Łukasz said", "cp1250"),
        ("in Zürich", "cp850"), ("a señor said", "cp437"),
    ],
)  # fmt: skip
def test_other_encodings_are_asked_for(text: str, encoding: str) -> None:
    assert encoding_of(text.encode(encoding)) == "utf-8"


@pytest.mark.parametrize("data", [b"\xff\xfa", b"\xff\x00", b"\x00\x01\x00\x02" * 9, bytes(40)])
def test_bytes_that_are_no_letters_are_no_text(data: bytes) -> None:
    assert encoding_of(data) == "utf-8"


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "utf\0", "punycode"])
def test_what_is_no_encoding_of_text_is_refused(name: str) -> None:
    with pytest.raises(credscore.InputTableError, match="no encoding '"):
        encoding_of(b"", name)


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_has_its_order_found(order: str) -> None:
    assert encoding_of(ENGLISH.encode(order), "utf-16") == order
    assert encoding_of(ENGLISH.encode("utf-16"), "utf-16") == "utf-16"
    with pytest.raises(credscore.InputTableError, match="State utf-16-le or utf-16-be"):
        encoding_of(ENGLISH.encode(), "utf-16")
