"""Files of any packing and encoding come out as the same UTF-8."""

import gzip
import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

import credscore
from credscore.tables import byte_streams as streams
from credscore.tables.byte_streams import BrokenInputError, Stream

TEXT = "text\nThe café’s owner – “Zoë” – denied it.\n" * 20


def content(place: Path | None, encoding: str | None = None) -> str:
    return b"".join(Stream(place, encoding).chunks()).decode()


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)
def test_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    place = tmp_path / "in.csv"
    place.write_bytes(TEXT.encode(encoding))
    assert content(place) == TEXT


def test_an_encoding_is_stated(tmp_path: Path) -> None:
    place = tmp_path / "in.csv"
    place.write_bytes("Łódź".encode("cp1250"))
    assert content(place, "cp1250") == "Łódź"
    with pytest.raises(credscore.InputTableError, match="no encoding 'klingon'"):
        Stream(place, "klingon")


def test_bytes_that_are_letters_in_no_encoding_stay(tmp_path: Path) -> None:
    place = tmp_path / "in.csv"
    place.write_bytes(b"Jos\xff fled.\n")
    assert b"".join(Stream(place).chunks()) == b"Jos\xff fled.\n"


def test_a_letter_that_is_cut_by_the_end_of_the_sample_tells_nothing(tmp_path: Path) -> None:
    place = tmp_path / "in.csv"
    text = "text\n" + "a" * (streams.CHUNK - 6) + " – he fled.\n"
    place.write_text(text, encoding="utf-8")
    assert content(place) == text


def test_a_zip_archive_of_one_file(tmp_path: Path) -> None:
    place = tmp_path / "in.zip"
    with ZipFile(place, "w", ZIP_DEFLATED) as archive:
        archive.writestr("news/", "")
        archive.writestr("news/in.csv", TEXT * 9000)
        archive.writestr("__MACOSX/news/._in.csv", "x")
    assert content(place) == TEXT * 9000
    whole = place.read_bytes()
    place.write_bytes(whole.replace(whole[90:99], whole[91:100], 1))
    with pytest.raises(credscore.InputTableError, match="can't be unpacked"):
        content(place)
    with ZipFile(place, "w") as archive:
        archive.writestr("a.csv", TEXT)
        archive.writestr("b.csv", TEXT)
    with pytest.raises(credscore.InputTableError, match="ZIP archive of 2 files"):
        content(place)


@pytest.mark.parametrize("packing", ["gz", "zst"])
def test_packed_files_of_several_members(
    tmp_path: Path, packing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / f"in.csv.{packing}"
    pack = gzip.compress
    if packing == "zst":
        pack = pytest.importorskip("backports.zstd").compress
    data = pack(TEXT.encode()) + pack(b"more") + pack(b"")
    for chunk in (1 << 20, 7):
        monkeypatch.setattr(streams, "CHUNK", chunk)
        place.write_bytes(data)
        assert content(place) == TEXT + "more"
        place.write_bytes(data[:-25])
        with pytest.raises(credscore.InputTableError, match="ends within its packing"):
            content(place)
    place.write_bytes(data + b"no member")
    with pytest.raises(BrokenInputError, match="can't be unpacked"):
        content(place)


@pytest.mark.parametrize(
    ("name", "written", "message"),
    [("a.csv.gz", b"text\n", "not packed"), ("none.csv", None, "can't be read")],
)
def test_files_that_cannot_be_read(
    tmp_path: Path, name: str, written: bytes | None, message: str
) -> None:
    if written is not None:
        (tmp_path / name).write_bytes(written)
    with pytest.raises(credscore.InputTableError, match=message):
        Stream(tmp_path / name)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + TEXT.encode())))
    assert content(None) == TEXT


def test_a_small_file_that_unpacks_to_much_is_read_in_pieces(tmp_path: Path) -> None:
    place = tmp_path / "in.csv.gz"
    place.write_bytes(gzip.compress(b"a" * 50_000_000))
    assert max(map(len, Stream(place).chunks())) < 10_000_000


def test_an_encoding_that_does_not_fit_at_all_is_refused_at_once(tmp_path: Path) -> None:
    place = tmp_path / "in.csv"
    place.write_text(TEXT)
    for encoding in ("utf-16", "utf-32"):
        with pytest.raises(credscore.InputTableError, match="no byte-order mark") as refused:
            Stream(place, encoding)
        assert not isinstance(refused.value, BrokenInputError)
