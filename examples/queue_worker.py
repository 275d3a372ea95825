"""A worker that scores what a message queue delivers, and loses nothing.

    python examples/queue_worker.py

The broker is in memory and stands for any queue with acknowledgements (AMQP, SQS, Redis
streams): what is delivered and not acknowledged comes again. The rules that matter:

- The queue is bounded, so that a fast producer waits for slow workers (back-pressure).
- Messages are scored together: texts read in company cost a fraction of texts read alone.
- A result is written, and only then its message is acknowledged: a crash in between scores a text
  twice, never zero times. Results carry the message's id, so that doubles are seen.
- A message that can't be scored is answered with its error: it must not come back for ever.
"""

import json
import queue
import tempfile
import threading
from pathlib import Path
from typing import Any

from credscore import Failure, Scorer

TEXTS = [
    "Insiders claim that the harbour bridge may close. The port authority denied the reports.",
    "The bridge closes on 3 March for 14 days, said Maria Oduya, the port's chief engineer.",
    "A video that appears to show cracks in two piers could not be verified, officials said.",
]
BATCH = 32


class Broker:
    """A bounded queue; what was taken and not acknowledged can be delivered again."""

    def __init__(self, size: int) -> None:
        self._waiting: queue.Queue[tuple[int, Any]] = queue.Queue(size)
        self._taken: dict[int, Any] = {}
        self._lock = threading.Lock()

    def publish(self, number: int, body: Any) -> None:
        """Wait for room, then add a message."""
        self._waiting.put((number, body))

    def take(self, most: int, seconds: float) -> list[tuple[int, Any]]:
        """Up to `most` messages; none after `seconds` without any."""
        messages: list[tuple[int, Any]] = []
        try:
            messages.append(self._waiting.get(timeout=seconds))
            while len(messages) < most:
                messages.append(self._waiting.get_nowait())
        except queue.Empty:
            pass
        with self._lock:
            self._taken.update(messages)
        return messages

    def acknowledge(self, numbers: list[int]) -> None:
        """These messages are dealt with."""
        with self._lock:
            for number in numbers:
                del self._taken[number]

    def deliver_again(self) -> list[tuple[int, Any]]:
        """What a worker took and never acknowledged, as a broker does when a worker is lost."""
        with self._lock:
            return sorted(self._taken.items())


def answer(scorer: Scorer, messages: list[tuple[int, Any]]) -> list[str]:
    """One line of JSON for every message."""
    lines = []
    results = scorer.score_many([body for _, body in messages], prior=0.4)
    for (number, _), result in zip(messages, results, strict=True):
        if isinstance(result, Failure):
            lines.append({"id": number, "error": result.error})
        else:
            low, high = result.interval
            lines.append({"id": number, "score": result.score, "low": low, "high": high})
    return [json.dumps(line) for line in lines]


def work(broker: Broker, scorer: Scorer, out: Path, lost_after: int | None = None) -> None:
    """Take, score, write, acknowledge; `lost_after` batches the worker dies before the last."""
    done = 0
    with out.open("a", encoding="utf-8") as file:
        while messages := broker.take(BATCH, seconds=0.5):
            file.write("\n".join(answer(scorer, messages)) + "\n")
            file.flush()  # os.fsync(file.fileno()) where a loss of power must not lose results
            done += 1
            if done == lost_after:
                return  # written, not acknowledged: these messages come again
            broker.acknowledge([number for number, _ in messages])


def main() -> None:
    """Publish 300 messages, lose a worker, and show that every message has its answer."""
    broker, scorer = Broker(size=64), Scorer.load()
    bodies: list[Any] = [TEXTS[number % 3] for number in range(300)]
    bodies[7] = None  # a broken message
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "scores.jsonl"
        workers = [
            threading.Thread(target=work, args=(broker, scorer, out)),
            threading.Thread(target=work, args=(broker, scorer, out, 2)),
        ]
        for worker in workers:
            worker.start()
        for number, body in enumerate(bodies):
            broker.publish(number, body)
        for worker in workers:
            worker.join()
        for number, body in broker.deliver_again():
            broker.publish(number, body)
        work(broker, scorer, out)
        answers = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    known = {one["id"]: one for one in answers}
    assert sorted(known) == list(range(len(bodies)))
    errors = [one for one in known.values() if "error" in one]
    print(f"{len(known)} messages answered, {len(answers) - len(known)} of them twice")
    print(f"{len(errors)} could not be scored: {errors[0]['error']}")


if __name__ == "__main__":
    main()
