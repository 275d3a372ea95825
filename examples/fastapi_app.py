"""An app of your own with credscore mounted in it: page, API and metrics under /credibility/.

    python examples/fastapi_app.py            # shows what it answers, and ends
    uvicorn fastapi_app:app --app-dir examples   # serves; open http://127.0.0.1:8000/credibility/

Needs `pip install 'credscore[service]'`; the demonstration also needs httpx.
"""

from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

from credscore import Scorer
from credscore.service import create_app

scorer = Scorer.load()  # one for the whole program: threads may share it
app = FastAPI(title="Newsdesk")
app.mount("/credibility", create_app(scorer=scorer))


class Tip(BaseModel):
    """What a reader sends in."""

    text: str
    title: str | None = None


@app.post("/tips")
def take_tip(tip: Tip) -> dict[str, Any]:
    """Your own route beside it, with the same scorer and your desk's base rate."""
    report = scorer.score(tip.text, tip.title, prior=0.3)
    return {
        "queue": "verification" if report.interval[0] < 0.5 else "desk",
        "score": report.score,
        "stance": report.stance,
        "caveats": report.caveats,
    }


def main() -> None:
    """Ask the app as a client would, without a network."""
    from fastapi.testclient import TestClient

    text = (
        "Insiders claim that the harbour bridge may close for a year. The port authority denied "
        "the reports. A photo that appears to show cracks could not be verified."
    )
    with TestClient(app) as client:
        mine = client.post("/tips", json={"text": text}).json()
        theirs = client.post("/credibility/v1/score", json={"text": text, "prior": 0.3}).json()
        page = client.get("/credibility/")
        wrong = client.post("/credibility/v1/score", json={"text": 3})
    assert mine["score"] == theirs["score"]  # one scorer, one score, to the last bit
    print(f"{mine['score']:.2f} {mine['stance']}, to {mine['queue']}")
    print(f"page: {len(page.content):,} bytes, {page.headers['content-type']}")
    print(f"a wrong body: {wrong.status_code} {wrong.json()['title']}")


if __name__ == "__main__":
    main()
