"""What a worker process answers."""

import pickle
from io import BytesIO

from credscore.worker import serve


def test_every_item_is_answered_also_by_an_exception() -> None:
    items, results = BytesIO(b"".join(map(pickle.dumps, (len, "four", 4)))), BytesIO()
    serve(items, results)
    results.seek(0)
    assert pickle.load(results) == 4
    assert isinstance(pickle.load(results), TypeError)
    assert results.read() == b""
