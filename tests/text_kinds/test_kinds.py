"""Kinds of text are told by their form, wherever a headline stands, and news is none of them."""

from pathlib import Path
from textwrap import fill

import pytest

from credscore.report import CAVEATS, UNRELIABLE
from credscore.scorer import Scorer
from credscore.signals import find
from credscore.text_kinds import kinds_of
from credscore.text_kinds.kinds import RULES
from tests.inputs.languages import ENGLISH, LANGUAGES
from tests.inputs.text_kinds import samples

ROOT = Path(__file__).resolve().parents[2]
MISSED = {
    "opinion": 1, "addresses_reader": 1, "recipe": 2, "job_advertisement": 2, "fiction": 2,
    "posts": 1,
}  # fmt: skip
"""Samples that are not told, such as an essay that cites many, stories of hardly a he or she."""
ARTICLES = sorted([*ROOT.glob("examples/*.txt"), *ROOT.glob("tests/data/triples/*/*.txt")])


def kinds(text: str, title: str | None = None) -> tuple[str, ...]:
    return kinds_of(find([text], [title]))[0]


@pytest.mark.parametrize("kind", RULES)
def test_samples_are_told(kind: str) -> None:
    texts = samples(kind)
    missed = [text[:40] for text in texts if kind not in kinds(text)]
    assert len(texts) >= 10
    assert len(missed) == MISSED.get(kind, 0), missed


@pytest.mark.parametrize("kind", RULES)
def test_samples_are_told_with_the_headline_as_title(kind: str) -> None:
    parts = [text.partition("\n") for text in samples(kind) if "\n" in text]
    missed = [title for title, _, body in parts if kind not in kinds(body, title)]
    assert len(missed) <= 2, missed


@pytest.mark.parametrize("kind", RULES)
def test_samples_are_of_no_other_kind_of_prose(kind: str) -> None:
    prose = {"satire", "opinion", "press_release", "live_blog", "transcript", "poem"} - {kind}
    found = [(text[:40], told) for text in samples(kind) if (told := prose & {*kinds(text)})]
    assert not found


def test_a_block_tells_what_one_text_tells() -> None:
    texts = [text for kind in RULES for text in samples(kind)]
    assert kinds_of(find(texts, [None] * len(texts))) == [kinds(text) for text in texts]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_articles_are_of_no_kind(path: Path) -> None:
    title, _, body = path.read_text("utf-8").partition("\n")
    assert kinds(body, title) == kinds(f"{title}\n{body}") == ()


@pytest.mark.parametrize("text", samples("news"), ids=lambda text: text.partition("\n")[0])
def test_news_full_of_words_of_a_kind_is_news(text: str) -> None:
    title, _, body = text.partition("\n")
    assert kinds(body, title) == kinds(text) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_other_language_is_taken_for_english(language: str) -> None:
    report = Scorer.load().score(LANGUAGES[language])
    assert "not_english" in report.caveats
    assert not report.reliable


def test_what_a_text_is_stands_before_what_it_lacks() -> None:
    headlines = ("Harrow votes for bridge", "Ferry shares fall", "Storm nears Orr", "Mill burns")
    report = Scorer.load().score("\n\n".join(headlines * 5))
    assert {"not_english", "listing"} <= {*report.caveats}
    assert report.verdict.startswith("No score: items, short lines")


def test_english_is_english() -> None:
    assert kinds(ENGLISH) == kinds(ENGLISH.title()) == kinds(ENGLISH.upper()) == ()


def test_every_kind_is_a_caveat_that_makes_a_score_unreliable() -> None:
    assert list(RULES) == list(CAVEATS)[-len(RULES) :]
    assert {"not_english", *RULES} <= UNRELIABLE


@pytest.mark.parametrize(
    "text",
    [
        # A phrase or two of a form is not the form.
        "Police said an area man was found at a farm. " + ENGLISH,
        ENGLISH + " At press time, no one had been hurt.",
        "The company today announced that it would repair the bridge. " + ENGLISH,
        # A paper's word for its page is no label.
        ENGLISH + "\n\nOpinion polls say that the mayor is not liked.",
        "Live music was heard. " + ENGLISH,
        # Times inside a report are no live blog.
        ENGLISH + "\n\n17:30 was the time of the call. At 17:45 the police came.",
        # Nor are a few dates, or the same one in a table of results, a timeline.
        ENGLISH + "\n\nMay 3: The bridge closes.\n\nMay 9: It opens.\n\n" + ENGLISH,
        ENGLISH + 6 * "\n\n2016: Nobody voted for the bridge, and it was never built at all.",
        # Some items do not make a list.
        ENGLISH + "\n\n- Bridge closed\n- Bus diverted\n- Work until Friday\n\n" + ENGLISH,
        # A quotation in the first person is its speaker's.
        ENGLISH
        + ' "I saw it, and I must say I was afraid. I ran, I fell, I got up," she said. ' * 2,
        # A few labels are no conversation.
        "Where: the bridge. When: Monday. Why: a crack. " + ENGLISH,
        # Hard lines of prose are no verse.
        "\n".join(ENGLISH[at : at + 45] for at in range(0, len(ENGLISH), 45)),
        # A word to the reader, and news of cooks, jobs and talk, are news.
        "You may have seen it from your window. " + ENGLISH,
        ENGLISH + " The cook said that onions, garlic, butter and sugar had burnt in a pan.",
        ENGLISH + " Applicants for the vacancy must apply by May, with a CV.",
        ENGLISH + ' "She told me that he had gone," he said. She did not answer him.',
        # News of the law, of shops, of councils and of posts is news.
        ENGLISH + " The court held that the licence was invalid and the firm liable for damages.",
        ENGLISH + " Customers can order online, delivery is free, and a warranty is included.",
        ENGLISH + " The motion was seconded and carried, and the meeting adjourned.",
        ENGLISH + " Fans wrote #bridge and thanked @harrowfire, @lorwick, @vale and @orton.",
        # Cookies can be news.
        ENGLISH + " A bakery gave cookies to the workers.",
    ],
)
def test_near_misses(text: str) -> None:
    assert kinds(text) == ()


EDITORIAL = (
    "THE harbour of Lorwick is a matter of shame. Its cranes are rusty, its walls are cracked, "
    "and the council does nothing but commission another study. A town that lives by its ships "
    "must not treat its quays as a burden. Other towns on this coast have shown what can be done "
    "with little money and some will. There is, of course, no lack of plans; what is lacking is "
    "anybody who carries them out. The council should begin with the north wall, which does not "
    "hold the spring tides any more, and it should say openly what that costs. It is clearly not "
    "enough to wait for the capital. The fishermen, too, have to do their share: a harbour fee "
    "that has not been raised in twenty years is no right but a habit. The port office, for its "
    "part, should open its books. Nobody can judge what a repair is worth while the figures are "
    "kept in a drawer. None of this is new, and none of it is beyond the means of a town of this "
    "size. What is needed is the courage to set a date and to keep it. The alternative is plain "
    "to see for all who walk along the quay in a storm: the sea does not wait for a study, and "
    "the town that does will pay for it. The council must act now, and it must be seen to act."
)


def test_who_argues_without_i_or_we_gives_an_opinion() -> None:
    assert kinds(EDITORIAL, "Rusting away") == ("opinion",)
    told = EDITORIAL.replace(" must not ", " did not ")
    for word in ("should", "must", "can", "matter of shame", "nothing but", "course", "clearly"):
        told = told.replace(word, "also")
    assert kinds(told, "Rusting away") == ()
    sourced = "".join(f" Anna Holm said that the wall was {how}." for how in ("old", "wet", "weak"))
    assert kinds(EDITORIAL + 6 * sourced) == ()


COLUMN = (
    "THERE is hardly a town on this coast that trusts its own bridge less than Lorwick does. The "
    "reason is simple. Whatever is built here is built twice: once in the papers, where it shines, "
    "and once in the mud, where it sinks. It is perhaps unfair to call this a lack of skill. The "
    "men who drive the piles know their trade better than those who draw them. The problem is "
    "rather that nobody who signs a plan lives by the water. So the new bridge is too low for the "
    "boats and too narrow for the lorries, and it is nonetheless praised as a marvel. A marvel it "
    "is indeed, if one thinks of its price. Worse, the lesson of the last one is forgotten. That "
    "bridge was no older than a horse when it fell, and the inquiry into its fall is older by now "
    "than the bridge ever was. The truth is that a bridge is not a monument. It is a road that "
    "happens to be wet on both sides, and it has no need of speeches. What it needs is a coat of "
    "paint in spring, a man with a lamp in autumn and, above all, a council that is not in love "
    "with ribbons. Neither costs much. Why, then, is it never done? Because paint is never opened "
    "by a minister, and a lamp has no plaque. A town gets the bridge that its pride deserves."
)


def test_who_reasons_without_must_and_should_gives_an_opinion() -> None:
    assert kinds(COLUMN, "A bridge for show") == ("opinion",)
    reported = "A source told a tabloid that it was so, and insiders agree, reports say. "
    assert kinds(COLUMN + 2 * reported, "A bridge for show") == ()


def test_who_retells_rumours_gives_no_opinion() -> None:
    rumour = (
        "We are sure that Ada Brandt will play in Lorwick. Our hope is that she brings her "
        "band, and we would love to see her on the quay. "
    )
    assert kinds(8 * rumour) == ("opinion",)
    assert kinds(4 * (rumour + rumour + "A source told a tabloid so, and insiders agree. ")) == ()


def test_a_page_of_other_articles_is_a_listing() -> None:
    entries = [
        f"The {what} of Lorwick Is Sold\n\nIt is old, and nobody wants it any more.\n\nBy {who}\n"
        for what, who in zip(
            ("Bridge", "Mill", "Harbour", "School", "Tower"),
            ("Anna Holm", "Bo Lind", "Ida Vale and Bo Lind", "Ada B. Brandt", "Rui van Lee"),
            strict=True,
        )
    ]
    assert kinds("\n".join(entries).replace("van Lee", "Lee"), "Lorwick - The Herald") == (
        "listing",
    )
    assert kinds("\n".join(entries[:2]), "Lorwick - The Herald") == ()


def test_people_with_full_names_are_news() -> None:
    (story, *_) = samples("fiction")
    assert kinds(story) == ("fiction",)
    name = story.replace(" she ", " Ada Brandt ").replace(" he ", " Bo Lind ")
    assert "fiction" not in kinds(name)


def test_who_is_spoken_of_does_not_matter() -> None:
    for kind in ("satire", "opinion", "press_release", "transcript", "fiction"):
        for text in samples(kind):
            swapped = (
                text.replace(" he ", " she ").replace(" you ", " they ").replace(" my ", " our ")
            )
            assert kinds(swapped) == kinds(text), text


@pytest.mark.parametrize("width", [50, 60, 72])
def test_wrapped_news_is_no_poem(width: int) -> None:
    for path in ARTICLES:
        paragraphs = path.read_text("utf-8").split("\n")
        wrapped = "\n\n".join(fill(line, width) for line in paragraphs if line)
        assert "poem" not in kinds(wrapped), path


def test_a_page_that_says_it_is_closed_is_a_live_blog() -> None:
    news = "The council of Lorwick sold its old bridge on Monday, mayor Ann Holm said. " * 4
    assert kinds(f"The live page is now closed.\n\n{news}", "Lorwick bridge updates") == (
        "live_blog",
    )
    assert kinds(f"The old bridge is now closed.\n\n{news}") == ()


@pytest.mark.parametrize(
    "text", ["Officials said so.", "Police confirmed Monday.", "Mayor resigns, council says"]
)
def test_a_few_words_of_english_are_english(text: str) -> None:
    assert kinds(text) == ()


@pytest.mark.parametrize("language", ["Spanish", "Dutch", "Polish", "Russian", "Chinese"])
def test_a_few_words_of_another_language_are_not(language: str) -> None:
    beginning = " ".join(LANGUAGES[language].split()[:10])
    assert kinds(beginning)[:1] == ("not_english",)


ENTRIES = (
    "Police close the bridge.", "Two cars collide near the gate.", "Drivers report long queues.",
    "A lorry spills its load, officials say.", "The first reports of a crash come in.",
)  # fmt: skip


@pytest.mark.parametrize("stamp", ["10:{} GMT\n", "10:{} a.m. ", "{}' ", "Updated {} min ago\n"])
def test_entries_of_one_sentence_are_a_live_blog(stamp: str) -> None:
    lines = [stamp.format(50 - at) + line for at, line in enumerate(ENTRIES)]
    assert kinds("Bridge closed after crash\n" + "\n".join(lines)) == ("live_blog",)
    programme = [f"18:{30 + at} {name}" for at, name in enumerate(["News", "Sport", "Film"] * 3)]
    assert "live_blog" not in kinds("\n".join(programme))


PROGRAMS = {
    "Python": "import sys\n\ndef main():\n    name = sys.argv[1]\n    print(name)\n\nmain()",
    "JavaScript": "const app = express();\napp.get('/', (req, res) => {\n  res.send('x');\n});",
    "shell": 'for f in *.log; do\n  if [ -s "$f" ]; then\n    gzip "$f"\n  fi\ndone',
    "SQL": "SELECT name, flag\nFROM ship\nWHERE flag = 'x'\nORDER BY name\nLIMIT 20;",
    "Ruby": "class Log\n  def each\n    ships.each do |row|\n      yield row\n    end\n  end\nend",
    "statements": "while True:\n    line = log.readline()\n    if not line:\n        break\n",
    "JSON": '{\n  "name": "ship",\n  "version": "1.2",\n  "parts": ["hull"]\n}',
}


@pytest.mark.parametrize("language", PROGRAMS)
def test_a_few_lines_of_a_program_are_source_code(language: str) -> None:
    assert {*kinds(PROGRAMS[language])} - {"not_english"} == {"source_code"}
    verdict = Scorer.load().score(PROGRAMS[language]).verdict
    assert verdict.startswith("No score: as many brackets")


def test_programs_together_are_no_prose() -> None:
    assert {*kinds("\n\n".join(PROGRAMS.values()) * 3)} - {"not_english"} == {"source_code"}
    notes = "".join(f"{line}\n\n{ENGLISH}\n\n" for line in PROGRAMS["SQL"].split("\n"))
    assert "source_code" not in kinds(notes)
