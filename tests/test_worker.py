"""What a worker process answers."""

import pickle
from io import BufferedReader, BytesIO

from credscore.worker import serve


def test_every_item_is_answered_also_by_an_exception() -> None:
    items, results = b"".join(map(pickle.dumps, (len, "four", 4, "cut off"))), BytesIO()
    serve(BufferedReader(BytesIO(items[:-1])), results)
    results.seek(0)
    assert pickle.load(results) == 4
    assert isinstance(pickle.load(results), TypeError)
    assert isinstance(pickle.load(results), pickle.UnpicklingError)
    assert results.read() == b""
