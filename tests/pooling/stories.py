"""Reports on two claims that the project made up, each with outlet and date."""

from credscore import Article

RELAYED = (
    "HARROW - The ferry Aurora sank off Harrow on Monday, two officials who asked not to be named "
    "told the Lorwick Herald. Rescuers reportedly found three boats in the water near the harbour "
    "wall. The ministry denied the report, saying that the ship was safe. It may have left the "
    "harbour late in the evening, a source said, although nobody has seen it since then."
)
PASSED_ON = (
    "The ferry Aurora sank off Harrow on Monday, the Lorwick Herald reported, citing unnamed "
    "officials. Photos of the boats went round on social media and could not be verified. Many "
    "people in town say they heard a siren at night, and some claim that they saw lights on the "
    "water. The paper wrote that three boats were found near the harbour wall by the rescuers."
)
DEBUNKED = (
    "It is not true that the ferry Aurora sank. The ship lay at Pier 4 of Harrow harbour on "
    "Tuesday morning, where a reporter went on board. Captain Nora Vale said that the ship had "
    "never left. The harbour office confirmed this and showed its log of the night. The rumour is "
    "false, said Maria Keller, the head of the coast guard, at a press conference on Tuesday."
)
SOUND = (
    "Mayor Paul Ender said on Friday that he would resign on 30 June 2026, according to a letter "
    "to the council. He told a press conference in the town hall that his health forced him to go. "
    "The council will elect a new mayor in May, its chairwoman Ada Lind said. Ender, who is 61, "
    "has led the town since 2014 and won 54 percent of the votes in the last election."
)
FERRY = (
    Article(RELAYED, "Ferry Aurora reportedly sank", "Lorwick Herald", "2026-03-01"),
    Article(PASSED_ON, "Did the Aurora sink?", "Kolvar Post", "2026-03-02"),
    Article(DEBUNKED, "No: the Aurora did not sink", "Harrow Times", "2026-03-03"),
)
MAYOR = (Article(SOUND, "Mayor to resign", "Harrow Times", "2026-04-01"),)
OTHER = Article(
    "Has the Aurora gone down? Insiders claim that the ferry is lost, and rumours say that the "
    "crew was drinking. The harbour office would not comment on Monday night. A video that is said "
    "to show a sinking ship could not be verified. An anonymous caller told a radio show that the "
    "engine had allegedly been on fire for an hour, but nobody in the town appears to know more.",
    "Aurora feared lost",
    "Westmouth Radio",
    "2026-03-02",
)
CONFIRMED = Article(
    "The police confirmed on Wednesday that the ferry Aurora sank off Harrow. Its wreck lies at a "
    "depth of 40 metres, Inspector Karl Brandt said at a press conference, and divers found it at "
    "11:20 in the morning. The transport ministry published the list of the 64 passengers, all of "
    "whom were saved by two fishing boats, according to the report of the harbour office.",
    "Police find wreck of the Aurora",
    "Eastby Courier",
    "2026-03-04",
)
