"""Paraphrases written before anybody looked whether they are found, and what merely looks alike.

Brackets stand around what is to be found, overlapping at least.
"""

import pytest

from credscore import extract

ANONYMOUS_SOURCES = [
    (
        "confidential",
        "The envoy has already resigned, [a person with direct knowledge of the matter] said.",
    ),
    ("confidential", "[Two people briefed on the talks] told the paper that the sale is off."),
    (
        "confidential",
        "[A senior minister, who asked not to be identified], said the vote was rigged.",
    ),
    ("confidential", "“It is over,” said [one aide, who spoke on condition of anonymity]."),
    ("confidential", "According to [a source inside the palace], the wedding has been called off."),
    ("confidential", "[An insider] dished that the pair no longer speak."),
    ("confidential", "The order came from the top, [a military source] told the agency."),
    ("confidential", "[A whistleblower] alleges that the figures were changed."),
    (
        "confidential",
        "[Officials who were not authorised to brief the media] said the plane had turned back.",
    ),
    ("confidential", "The bank will close forty branches, [people close to the board] said."),
    (
        "confidential",
        "“She is heartbroken,” [a friend, who did not want to be named], told the magazine.",
    ),
    ("confidential", "[Sources] say the singer is packing her bags."),
    ("confidential", "The ministry knew of it, [a well-placed source] revealed."),
    ("unnamed", "[Eyewitnesses] described seeing a bright flash."),
    ("unnamed", "[Three former employees] claim that the pumps were never tested."),
    ("unnamed", "[A senior intelligence official] confirmed that the men had been freed."),
    ("unnamed", "Prices will rise next year, [economists] predict."),
    ("unnamed", "[Some critics] argue that the law is too vague."),
    ("unnamed", "“We heard two blasts,” said [one resident of the block]."),
    ("unnamed", "[Several lawmakers] have warned that the budget will not pass."),
    ("unnamed", "He was told by [a guard] that the gate had been left open."),
    ("unnamed", "It was an inside job, according to [investigators]."),
    ("unnamed", "[Local fishermen] reported that the water had turned red."),
    ("unnamed", "[Relatives of the missing men] accuse the army of hiding the bodies."),
    ("unnamed", "[A neighbour] recalled that the lights were on all night."),
    ("unnamed", "[Diplomats] believe that a deal is close."),
    ("unnamed", "[Doctors at the clinic] fear that more children will fall ill."),
    ("confidential", "It was planned, said [an official speaking on condition of anonymity]."),
    ("hearsay", "[Rumours have been circulating] that the actor is ill."),
    ("hearsay", "[Word on the street] is that the shop will close."),
    ("hearsay", "[It is rumoured] that he owes millions."),
    ("hearsay", "[Reports on social media] claimed that the bridge had fallen."),
    ("hearsay", "[Local newspapers] reported that the dog was found alive."),
    ("hearsay", "[Unconfirmed reports] say that four people died."),
    ("hearsay", "The duke [is said to] be furious."),
    ("hearsay", "[Some people] say that the lake is cursed."),
    ("hearsay", "According to [media reports], the plant will shut in June."),
    (
        "confidential",
        "[A person close to the investigation], who requested anonymity, said the safe was empty.",
    ),
    (
        "confidential",
        "The actress is furious, [a pal of the couple who did not wish to be identified] revealed.",
    ),
    ("confidential", "[Multiple sources with knowledge of the deal] confirmed the price."),
    ("confidential", "“They are done,” [our insider] spilled."),
    (
        "confidential",
        "[One current employee, speaking anonymously], described the plant as a ruin.",
    ),
    ("confidential", "[A tipster] told the blog that the phone bends."),
    ("unnamed", "[Campaigners] have accused the council of hiding the survey."),
    ("unnamed", "[A passer-by] told reporters that the car had no plates."),
    ("unnamed", "[Rebel commanders] claimed to have shot down the jet."),
    ("unnamed", "[Legal experts] doubt that the charge will stand."),
    ("unnamed", "The fire began in the kitchen, [firefighters at the scene] said."),
    ("unnamed", "[One senior aide] admitted that the memo had been lost."),
    ("unnamed", "[Health workers in the region] reported a rise in fevers."),
    ("hearsay", "[Speculation is growing] that the coach will be sacked."),
    ("hearsay", "[It has been claimed] that the painting is a copy."),
    ("hearsay", "[Some reports] suggested that nine people were hurt."),
    ("hearsay", "[The gossip] is that they wed in secret."),
    ("hearsay", "[Social media users] alleged that the ballot was rigged."),
    ("hearsay", "The singer [was reported to have] left the band."),
    ("hearsay", "[Several websites] claimed that the film was banned."),
]
NO_ANONYMOUS_SOURCES = [
    "A spokeswoman for the airline said the flight landed safely.",
    "Police said the road would stay closed.",
    "The officials were arrested on Tuesday.",
    "Dr Anna Weiss, a surgeon, said the wound was small.",
    "He said that he had seen nothing.",
    "The river is a source of water for three villages.",
    "Witnesses were asked to leave the courtroom.",
    "The company said sales had doubled.",
    "Experts will meet in Oslo next week.",
    "The spokesperson for the police said nobody was hurt.",
    "Officials closed the road at noon.",
    "The source of the river lies in the hills.",
    "“I was asleep,” she told the court.",
    "The insurer said it would pay.",
]
OFFICIAL_DENIALS = [
    ("denial", "The club [rejected the report as pure invention]."),
    ("denial", "His manager [brushed off the rumours]."),
    ("denial", "The palace [poured cold water on the story]."),
    ("denial", "The minister [dismissed the allegations as fabricated]."),
    ("denial", "Her lawyer said [there is no truth whatsoever to the claims]."),
    ("denial", "The army [denies that its planes struck the school]."),
    ("denial", "“[This is completely untrue],” the actor wrote."),
    ("denial", "A spokesman for the singer [called the report “total nonsense”]."),
    ("denial", "The firm [vehemently denied any wrongdoing]."),
    ("denial", "The governor [has repeatedly denied the accusations]."),
    ("denial", "The company [said the reports were inaccurate]."),
    ("denial", "The embassy [refuted claims that it had paid the men]."),
    ("denial", "Officials [insisted that no money had changed hands]."),
    ("denial", "Her representative [slammed the story as “a vicious lie”]."),
    ("denial", "The bank [disputed the account]."),
    ("denial", "The mayor [labelled the accusations baseless]."),
    ("denial", "“[The story is a complete fabrication],” her agent told the site."),
    ("denial", "The ministry [described the article as misleading]."),
    ("denial", "The school [strongly rejects the suggestion that it hid the letter]."),
    ("denial", "His office [issued a denial]."),
    ("denial", "The team [has shot down the speculation]."),
    ("denial", "The couple's publicist [said the rumour is not true]."),
    ("non_confirmation", "The company [declined to comment on the report]."),
    ("non_confirmation", "The ministry [did not immediately respond to a request for comment]."),
    ("non_confirmation", "Police [would neither confirm nor deny the arrest]."),
    ("non_confirmation", "The singer [has yet to comment on the rumours]."),
    ("non_confirmation", "The airline [could not be reached for comment]."),
    ("non_confirmation", "The army [has not confirmed the strike]."),
    ("non_confirmation", "His lawyer [did not return calls]."),
    ("non_confirmation", "The palace [has remained silent on the matter]."),
    ("non_confirmation", "A spokesman [refused to be drawn on the claims]."),
    ("non_confirmation", "Emails to the firm [went unanswered]."),
    ("non_confirmation", "There was [no immediate comment from the government]."),
    ("non_confirmation", "The two sides [have not commented publicly]."),
    ("debunk", "[The story is a hoax]."),
    ("debunk", "The picture, however, [is fake]."),
    ("debunk", "[None of this is true]."),
    ("debunk", "Fact-checkers [found no evidence for the claim]."),
    ("debunk", "[The photo has been doctored]."),
    ("debunk", "In truth, [no such law exists]."),
    ("debunk", "[The report turned out to be false]."),
    ("debunk", "[The claim has been debunked] many times."),
    ("debunk", "The article comes from [a satirical website]."),
    ("denial", "The agency [rubbished the claim]."),
    ("denial", "A lawyer for the couple [insisted that the report was wrong]."),
    ("denial", "The firm [hit back at the allegations]."),
    ("denial", "The president [branded the story fake]."),
    ("denial", "Her team [has denied that she is expecting]."),
    ("denial", "The prince [laughed off the speculation]."),
    ("denial", "“[There's not a shred of truth in this],” his agent said."),
    ("denial", "The ministry [said the footage had been fabricated]."),
    ("denial", "The club [maintains that it did nothing wrong]."),
    ("denial", "The army [rejected accusations that it had used gas]."),
    ("denial", "He [flatly denied ever meeting the man]."),
    ("denial", "A representative [told the magazine the story was false]."),
    ("non_confirmation", "The studio [had no comment]."),
    ("non_confirmation", "The bank [refused to discuss the case]."),
    ("non_confirmation", "Neither side [would comment on the talks]."),
    ("non_confirmation", "The minister [has so far not commented on the leak]."),
    ("non_confirmation", "A spokeswoman [said she could not confirm the report]."),
    ("non_confirmation", "The company [did not answer emailed questions]."),
    ("non_confirmation", "Phone calls to his home [were not returned]."),
    ("non_confirmation", "The court [declined to say when the hearing would take place]."),
    ("debunk", "[It's a fake]: the hand has six fingers."),
    ("debunk", "[The rumour is false]."),
    ("debunk", "The site [debunked the claim] in March."),
    ("debunk", "[The letter is a forgery]."),
    ("debunk", "[The shooting never took place]."),
    ("debunk", "[That claim is simply wrong]."),
    ("debunk", "[This story originated on a fake news website]."),
]
NO_OFFICIAL_DENIALS = [
    "The senate rejected the bill.",
    "The judge dismissed the case.",
    "He was denied a visa.",
    "The club rejected an offer of ten million.",
    "She denied him entry to the flat.",
    "The court denied the appeal.",
    "Sales declined to their lowest level.",
    "The singer responded to a question about her tour.",
    "They called him on Monday.",
    "The committee rejected the plan.",
    "Doctors dismissed the patient in May.",
    "The police denied them access to the site.",
    "The crowd fell silent.",
    "He returned the call at noon.",
]
UNVERIFIABLE_MEDIA = [
    ("media", "[Grainy footage purporting to show the crash] spread within hours."),
    ("media", "[An unverified clip] shows a man in a mask."),
    ("media", "[A photo said to show the wreck] was shared thousands of times."),
    ("media", "[Video that appears to show soldiers firing] was posted on Sunday."),
    ("media", "[The authenticity of the recording could not be established]."),
    ("media", "The agency [could not verify the authenticity of the images]."),
    ("media", "[Leaked emails, which could not be authenticated], mention the payment."),
    ("media", "[It was not possible to verify the video]."),
    ("media", "[An alleged screenshot of the chat] was published by the site."),
    ("media", "[The footage has not been independently verified]."),
    ("media", "[A video allegedly filmed inside the prison] has gone viral."),
    ("media", "[A purported letter from the minister] was read on air."),
    ("media", "[The supposed audio tape] runs for two minutes."),
    ("report", "Reuters [could not independently confirm the report]."),
    ("report", "[The reports could not be independently verified]."),
    ("report", "[There has been no official confirmation of the death]."),
    ("report", "[The claims have not been verified]."),
    ("report", "[Unconfirmed reports] put the number of dead at nine."),
    ("report", "[There is no evidence that the men were there], the paper wrote."),
    ("report", "The death [has not been officially confirmed]."),
    ("report", "He made the charge [without providing evidence]."),
    ("report", "[If confirmed], it would be the largest find in years."),
    ("report", "[None of the accounts could be verified]."),
    ("report", "The story [remains unverified]."),
    ("report", "[The information is yet to be confirmed]."),
    ("report", "The newspaper [was unable to verify the claim]."),
    ("report", "[No proof has been offered for the charge]."),
    ("media", "[Unverified video posted online] shows a tank on fire."),
    ("media", "[The clip, whose origin is unknown], shows two men."),
    ("media", "[A screenshot purportedly from her account] spread quickly."),
    ("media", "[Images claiming to show the crash] appeared on forums."),
    ("media", "The paper [was unable to verify the authenticity of the letter]."),
    ("media", "[Photographs which appear to show the prototype] leaked on Monday."),
    ("media", "[The audio could not be independently authenticated]."),
    ("media", "Experts [questioned the authenticity of the photo]."),
    ("media", "[It is impossible to verify the footage]."),
    ("report", "The agency [could not immediately verify the account]."),
    ("report", "[It has not been confirmed] whether anyone was hurt."),
    ("report", "[There was no independent confirmation of the claim]."),
    ("report", "[The death toll could not be independently confirmed]."),
    ("report", "He [offered no proof] for the charge."),
    ("report", "[If the reports are accurate], the ship is lost."),
    ("report", "[Nothing has been confirmed] so far."),
    ("report", "The claim [has not been substantiated]."),
]
NO_UNVERIFIABLE_MEDIA = [
    "A photo shows the bridge before the storm.",
    "The video has been watched two million times.",
    "Police confirmed the report.",
    "She posted a picture of her dog.",
    "The letter was signed by forty doctors.",
    "The audio is clear and the speaker is known.",
    "Her appointment was confirmed on Friday.",
    "The video shows the goal from behind.",
    "The photo was taken by her brother.",
    "The results were confirmed by a second test.",
    "He could not find the letter.",
]
HEDGES = [
    ("modal", "The ship [may] have sunk."),
    ("modal", "The storm [might] reach the coast by Friday."),
    ("modal", "The ruling [could] cost the firm millions."),
    ("modal", "He [may] be hiding in the hills."),
    ("adverb", "The thief [reportedly] fled to Spain."),
    ("adverb", "It was [probably] an accident."),
    ("adverb", "[Perhaps] nobody was there."),
    ("adverb", "The pair [allegedly] met in a bar."),
    ("adverb", "The cause was [presumably] a gas leak."),
    ("adverb", "She will [likely] resign."),
    ("adverb", "[Apparently], the door was open."),
    ("adverb", "The blast was [possibly] caused by gas."),
    ("verb", "The letter [appears to] be old."),
    ("verb", "The attack [seems to have] been planned."),
    ("verb", "The data [suggest] that the drug works."),
    ("verb", "He [claims] that he was robbed."),
    ("verb", "She [is believed to] be in Chile."),
    ("verb", "The men [are thought to] have left by boat."),
    ("verb", "The group [alleged] that votes were bought."),
    ("verb", "The note [hints] that more will follow."),
    ("verb", "The blaze [is suspected to have] begun in the attic."),
    ("verb", "The findings [imply] that the lake is older."),
    ("adjective", "The [alleged] killer was seen in Rome."),
    ("adjective", "The [suspected] leak was found on Monday."),
    ("adjective", "A [possible] motive is money."),
    ("adjective", "The [rumoured] wedding is in June."),
    ("adjective", "The [so-called] miracle cure costs a fortune."),
    ("adjective", "The [apparent] suicide shocked the town."),
    ("adjective", "The [presumed] hideout was empty."),
    ("noun", "The [rumour] began in March."),
    ("noun", "There is [speculation] that he will quit."),
    ("noun", "The [allegations] are under review."),
    ("noun", "Her [claim] was repeated on air."),
    ("adverb", "The tape is [purportedly] from 2012."),
    ("modal", "The deal [might] fall apart."),
    ("modal", "The virus [may] spread by air."),
    ("modal", "The cuts [could] hurt the poor."),
    ("adverb", "The man [supposedly] fled in a van."),
    ("adverb", "He was [seemingly] unhurt."),
    ("adjective", "It is [unlikely] that she knew."),
    ("adverb", "They [purportedly] wed in May."),
    ("verb", "The band [seems] ready to split."),
    ("verb", "It [appears that] the door was forced."),
    ("verb", "The couple [are rumoured to] be moving."),
    ("verb", "The firm [claimed] that the pill works."),
    ("verb", "Tests [indicate] that the water is safe."),
    ("verb", "He [is understood to have] signed."),
    ("verb", "The note [purports to] be from the king."),
    ("adjective", "The [unconfirmed] sale was reported on Sunday."),
    ("adjective", "The [supposed] heir lives in Ghent."),
    ("adjective", "Her [alleged] lover left the city."),
    ("noun", "The [claims] were made on air."),
    ("noun", "There are [rumours] of a merger."),
    ("noun", "He raised the [possibility] of a recount."),
]
NO_HEDGES = [
    "He could not walk after the fall.",
    "She was born in May.",
    "He filed an insurance claim.",
    "As a boy he could swim for hours.",
    "The judge will appear in court on Friday.",
    "They would dine there every week.",
    "She suggested a walk by the lake.",
    "They might as well stay.",
    "She could read at three.",
    "He will appear on stage tonight.",
    "The group claimed responsibility for the blast.",
]
KNOWN_MISSES = [("anonymous_sources", "“He was quiet,” [a former classmate] remembered.")]
FOUND = [
    (signal, kind, text)
    for signal, rows in (
        ("anonymous_sources", ANONYMOUS_SOURCES),
        ("official_denials", OFFICIAL_DENIALS),
        ("unverifiable_media", UNVERIFIABLE_MEDIA),
        ("hedges", HEDGES),
    )
    for kind, text in rows
]
NOT_FOUND = [
    (signal, text)
    for signal, rows in (
        ("anonymous_sources", NO_ANONYMOUS_SOURCES),
        ("official_denials", NO_OFFICIAL_DENIALS),
        ("unverifiable_media", NO_UNVERIFIABLE_MEDIA),
        ("hedges", NO_HEDGES),
    )
    for text in rows
]


def kinds(signal: str, marked: str) -> list[str]:
    """The kinds of what is found of a signal where the brackets are."""
    text = marked.replace("[", "").replace("]", "")
    start, end = marked.index("["), marked.index("]") - 1
    return [
        one.kind
        for one in extract(text)
        if one.signal == signal and one.start < end and start < one.end
    ]


@pytest.mark.parametrize(("signal", "kind", "marked"), FOUND)
def test_paraphrase(signal: str, kind: str, marked: str) -> None:
    assert kinds(signal, marked) == [kind]


@pytest.mark.parametrize(("signal", "text"), NOT_FOUND)
def test_alike(signal: str, text: str) -> None:
    assert not [one for one in extract(text) if one.signal == signal]


@pytest.mark.xfail(strict=True, reason="known misses: see docs/reference/signals.md")
@pytest.mark.parametrize(("signal", "marked"), KNOWN_MISSES)
def test_known_miss(signal: str, marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    whole = marked[marked.index("[") + 1 : marked.index("]")]
    assert [one.quote for one in extract(text) if one.signal == signal] == [whole]
