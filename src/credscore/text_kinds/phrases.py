"""Phrases by which texts say what they are: a label, a closing formula, a set phrase of a form."""

from typing import NamedTuple

ANYWHERE, IN_HEAD, LINE, HEAD, HEADING, ALONE = range(6)
"""Where a phrase counts: anywhere; in the title or the first paragraph; where a paragraph begins;
where the title or the text begins; where a heading begins; where it is all of a paragraph."""
ENOUGH = 4
"""Points of different marks that make a text of a kind."""


class Phrases(NamedTuple):
    """Phrases that say the same, case-blind and parted by bars; `*` is any word.

    They are a mark of a kind of text, worth so many points however often one of them stands there.
    """

    kind: str
    mark: str
    points: int
    where: int
    phrases: str


PHRASES = (
    Phrases("satire", "label", 4, ALONE, "satire | humor | humour | parody | satirical news"),
    Phrases("satire", "label", 4, HEAD, "satire : | satire — | satire -"),
    Phrases(
        "satire", "disclaimer", 4, ANYWHERE,
        "this is a work of satire | this is a satirical | this article is satire | this is a satire"
        " | this article is satirical | this story is satire | this post is satire | this is a"
        " parody | this site is satire | this website is satire"
        " | all names are invented",
    ),
    Phrases("satire", "press_time", 2, ANYWHERE, "at press time | as of press time"),
    Phrases("satire", "visibly", 2, ANYWHERE, "a visibly * | said the visibly"),
    Phrases(
        "satire", "sources", 2, ANYWHERE,
        "sources confirmed | sources reported | sources report | reports confirmed"
        " | witnesses confirmed | sources revealed",
    ),
    Phrases(
        "satire", "headline", 2, HEAD,
        "area man | area woman | area mom | area dad | area teen | area couple | area dog"
        " | area cat | area boy | area girl | area father | area mother | area family"
        " | local man who | local woman who | local man still | local woman still | local man just"
        " | local dad | local mom | nation 's",
    ),
    Phrases(
        "satire", "area", 2, ANYWHERE,
        "area man | area woman | area mom | area dad | area father | area mother",
    ),
    Phrases(
        "opinion", "label", 4, HEAD,
        "opinion | op-ed | editorial | commentary | letter to the editor | letters to the editor"
        " | guest column | guest essay | comment : | column : | viewpoint | our view | my view"
        " | dear editor | to the editor",
    ),
    Phrases(
        "opinion", "disclaimer", 4, ANYWHERE,
        "views expressed are those of | views expressed are the author | views expressed here"
        " | opinions expressed are those of | opinions expressed here | views are his own"
        " | views are her own | views are their own | opinions are his own | opinions are her own"
        " | views expressed in this | opinions expressed in this | opinions expressed by columnists"
        " | opinions expressed by contributors | the writer is a | is an opinion columnist"
        " | is an opinion contributor",
    ),
    Phrases(
        "press_release", "released", 4, LINE,
        "for immediate release | immediate release | embargoed until | embargoed for"
        " | embargo until | news provided by",
    ),
    Phrases(
        "press_release", "editors", 4, LINE,
        "notes to editors | note to editors | notes to editor | note to editor | notes for editors"
        " | editors notes",
    ),
    Phrases(
        "press_release", "contact", 4, LINE,
        "media contact | media contacts | press contact | press contacts | media enquiries"
        " | media inquiries | press enquiries | press inquiries | media relations contact"
        " | contact for media | contacts for media | for media enquiries | for media inquiries"
        " | for press enquiries | for press inquiries | public relations contact | news contact",
    ),
    Phrases(
        "press_release", "label", 4, HEAD, "press release | news release | media release"
    ),
    Phrases(
        "press_release", "outlook", 4, ANYWHERE,
        "release contains forward-looking | release may contain forward-looking"
        " | release includes forward-looking | safe harbor statement",
    ),
    Phrases("press_release", "outlook", 2, ANYWHERE, "forward-looking statements"),
    Phrases(
        "press_release", "announced", 2, ANYWHERE,
        "today announced | announced today | today launched | today unveiled"
        " | pleased to announce | proud to announce | excited to announce | delighted to announce"
        " | thrilled to announce",
    ),
    Phrases("press_release", "about", 2, HEADING, "about *"),
    Phrases(
        "press_release", "information", 2, LINE,
        "for more information | for further information | for additional information"
        " | to learn more visit | learn more at",
    ),
    Phrases(
        "press_release", "leader", 1, ANYWHERE,
        "a leading provider of | the leading provider of | a global leader in"
        " | the global leader in | a world leader in | the world leader in | an industry leader in"
        " | a leading supplier of | a leading manufacturer of",
    ),
    Phrases(
        "press_release", "pleased", 1, ANYWHERE,
        "we are thrilled | we're thrilled | we are excited | we're excited | we are delighted"
        " | we're delighted | we are proud | we're proud | we are pleased | we're pleased",
    ),
    Phrases("press_release", "ends", 1, ALONE, "ends | end"),
    Phrases("live_blog", "label", 2, HEAD, "live : | live - | live — | live coverage"),
    Phrases(
        "live_blog", "label", 2, IN_HEAD,
        "live updates | live blog | liveblog | as it happened | minute by minute",
    ),
    Phrases(
        "transcript", "label", 2, HEAD, "transcript | full transcript | rush transcript"
    ),
    Phrases("transcript", "applause", 2, ANYWHERE, "( applause | [ applause"),
    Phrases("transcript", "laughter", 2, ANYWHERE, "( laughter | [ laughter"),
    Phrases(
        "transcript", "stage", 4, ANYWHERE,
        "( crosstalk | [ crosstalk | ( inaudible | [ inaudible | ( begin video | ( end video",
    ),
)  # fmt: skip
