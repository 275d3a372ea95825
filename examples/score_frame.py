"""A table of articles with pandas: scores, the reasons, and the outlets that stand out.

    python examples/score_frame.py

Needs nothing but credscore.
"""

import json

import pandas as pd

import credscore

RUMOUR = (
    "The harbour bridge may be closed for a year, insiders claim. According to unconfirmed "
    "reports, a photo appears to show cracks in two piers. The image could not be verified. Some "
    "say the allegedly rotten cables are next, and a source close to the council fears the worst. "
    "The port authority declined to comment on the rumours."
)
DENIED = (
    "A newspaper reported on Monday that the harbour bridge would close for a year. The port "
    "authority denied the report and called it baseless. “The bridge is open and will stay open,” "
    "said Maria Oduya, its chief engineer. The newspaper said that it stood by its story, which "
    "cited two officials who spoke on condition of anonymity."
)
SOUND = (
    "The harbour bridge will close for 14 days from 3 March, the port authority said on Monday. "
    "Maria Oduya, its chief engineer, said that 26 cables would be replaced at a cost of $2.4 "
    "million. The plan is set out in inspection report 17/204, which the city council published "
    "on Tuesday. “Lorries over 12 tonnes have to use the northern crossing,” said Piet Holm, the "
    "council's head of transport."
)


def articles() -> pd.DataFrame:
    """A few articles of two outlets; the last one is empty, as happens in real tables."""
    texts = {"The Quay": [RUMOUR, DENIED, RUMOUR], "Harbour Post": [SOUND, DENIED, SOUND, ""]}
    rows = [(outlet, text) for outlet, many in texts.items() for text in many]
    return pd.DataFrame(rows, columns=["publisher", "text"])


def main() -> None:
    """Score the table, and show what a desk would look at."""
    df = articles()
    scored = credscore.score_frame(df, prior=0.4, evidence=True)
    assert len(scored) == len(df)
    assert list(df.columns) == ["publisher", "text"]  # the input is left as it was

    print("Read first: low scores that can be trusted")
    first = scored[scored["credscore_reliable"].astype(bool)].sort_values("credscore_score")
    for row in first.drop_duplicates("text").itertuples():
        words = [item["quote"] for item in json.loads(row.credscore_evidence)]
        print(f"  {row.credscore_score:.2f} {row.credscore_stance:9} {row.publisher}: {words[:4]}")

    print("\nNot to be trusted, and why")
    for row in scored[~scored["credscore_reliable"].astype(bool)].itertuples():
        print(f"  {row.publisher}: {row.credscore_caveats}")

    print("\nOutlets; copies count once, articles that call a claim false are left out")
    outlets = credscore.score_sources(df, source="publisher", prior=0.4, min_articles=1)
    print(outlets[["rank", "publisher", "score", "low", "high", "articles", "copies"]].round(2))


if __name__ == "__main__":
    main()
