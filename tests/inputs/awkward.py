"""Awkward inputs, shared by tests and benchmarks; all written here.

`SMALL` holds some 300 named texts; `LARGE` builds texts of a wanted number of characters from
patterns that are hard on tokenisers and regular expressions.
"""

from collections.abc import Callable, Iterator

ARTICLE = """The harbour authority denied the reports on Monday, calling them baseless.

Two officials said the ferry may have sunk. "It was allegedly overloaded," Mira Holm, a dock
worker, told the Northern Post. A video that appears to show the wreck could not be verified.
According to people familiar with the matter, 14 passengers were missing on May 3.
"""

SENTENCES = {
    "arabic": "قال مسؤولان إن العبارة ربما غرقت يوم الاثنين.",
    "hebrew": "שני פקידים אמרו שהמעבורת אולי טבעה ביום שני.",
    "persian": "دو مقام گفتند که کشتی شاید غرق شده باشد.",
    "urdu": "دو اہلکاروں نے کہا کہ کشتی شاید ڈوب گئی۔",
    "russian": "Двое чиновников заявили, что паром, возможно, затонул.",
    "greek": "Δύο αξιωματούχοι είπαν ότι το πλοίο ίσως βυθίστηκε.",
    "hindi": "दो अधिकारियों ने कहा कि नाव शायद डूब गई।",
    "bengali": "দুজন কর্মকর্তা বলেছেন নৌকাটি হয়তো ডুবে গেছে।",
    "tamil": "படகு மூழ்கியிருக்கலாம் என்று இரண்டு அதிகாரிகள் கூறினர்.",
    "thai": "เจ้าหน้าที่สองคนกล่าวว่าเรืออาจจมแล้ว",
    "khmer": "មន្ត្រីពីរនាក់បាននិយាយថាទូកប្រហែលជាលិច។",
    "burmese": "အရာရှိနှစ်ဦးက လှေနစ်သွားနိုင်သည်ဟု ပြောသည်။",
    "tibetan": "དཔོན་རིགས་གཉིས་ཀྱིས་གྲུ་ཟིང་བྱིང་ཡོད་སྲིད་ཟེར།",
    "chinese": "两名官员周一说，渡轮可能已经沉没。",
    "japanese": "二人の当局者は月曜日、フェリーが沈んだ可能性があると述べた。",
    "korean": "두 관리는 월요일 여객선이 침몰했을 수 있다고 말했다.",
    "georgian": "ორმა ჩინოვნიკმა თქვა, რომ ბორანი შესაძლოა ჩაიძირა.",
    "armenian": "Երկու պաշտոնյա ասացին, որ լաստանավը հնարավոր է խորտակվել է։",
    "amharic": "ሁለት ባለስልጣናት ጀልባው ሰምጦ ሊሆን ይችላል አሉ።",
    "cherokee": "ᎠᏂᏔᎵ ᎤᏂᏃᎮᎸᎩ ᏥᏳ ᎤᏬᎭᏒᎢ.",
    "turkish": "İki yetkili pazartesi günü feribotun batmış olabileceğini söyledi.",
    "german": "Zwei Beamte sagten am Montag, die Fähre könnte gesunken sein.",
    "french": "Deux responsables ont déclaré lundi que le ferry aurait coulé.",
    "spanish": "Dos funcionarios dijeron el lunes que el ferri habría zozobrado.",
    "portuguese": "Dois funcionários disseram que a balsa pode ter afundado.",
    "italian": "Due funzionari hanno detto che il traghetto sarebbe affondato.",
    "polish": "Dwóch urzędników powiedziało, że prom mógł zatonąć.",
    "czech": "Dva úředníci řekli, že trajekt se možná potopil.",
    "hungarian": "Két tisztviselő szerint a komp elsüllyedhetett.",
    "finnish": "Kaksi virkamiestä sanoi, että lautta on saattanut upota.",
    "swedish": "Två tjänstemän sade att färjan kan ha sjunkit.",
    "vietnamese": "Hai quan chức nói chiếc phà có thể đã chìm.",
    "indonesian": "Dua pejabat mengatakan feri itu mungkin tenggelam.",
    "swahili": "Maafisa wawili walisema kivuko huenda kilizama.",
    "welsh": "Dywedodd dau swyddog y gallai'r fferi fod wedi suddo.",
    "icelandic": "Tveir embættismenn sögðu að ferjan kynni að hafa sokkið.",
    "mixed": "Two officials сказали that ο ferry 可能 sank on الاثنين.",
}

_MARKS = ".,;:!?…-–—_/\\|()[]{}<>\"'“”‘’«»„`´^~*+=#@&%$§°¤¬¶•·†‡№"

_CHARACTERS = {
    "nul": "\0", "start of heading": "\x01", "bell": "\x07", "backspace": "\b",
    "vertical tab": "\v", "form feed": "\f", "carriage return": "\r", "escape": "\x1b",
    "delete": "\x7f", "next line": "\x85", "no-break space": "\u00a0", "soft hyphen": "\u00ad",
    "ogham space": "\u1680", "mongolian separator": "\u180e", "en space": "\u2002",
    "hair space": "\u200a", "zero-width space": "\u200b", "zero-width non-joiner": "\u200c",
    "zero-width joiner": "\u200d", "left-to-right mark": "\u200e", "right-to-left mark": "\u200f",
    "line separator": "\u2028", "paragraph separator": "\u2029", "override": "\u202e",
    "isolate": "\u2067", "word joiner": "\u2060", "invisible plus": "\u2064",
    "ideographic space": "\u3000", "byte order mark": "\ufeff", "replacement": "\ufffd",
    "non-character": "\uffff", "last code point": "\U0010ffff", "private use": "\ue000",
    "lone high surrogate": "\ud800", "lone low surrogate": "\udfff", "tag": "\U000e0041",
    "variation selector": "\ufe0f", "combining acute": "\u0301", "enclosing keycap": "\u20e3",
    "grinning face": "😀", "regional indicator": "🇦", "skin tone": "🏽",
    "superscript two": "²", "half": "½", "arabic digit": "٣", "roman numeral": "Ⅷ",
    "circled letter": "Ⓐ", "full-width letter": "Ａ", "ligature": "ﬁ", "sharp s": "ß",
    "dotted capital i": "İ", "dotless i": "ı", "long s": "ſ", "final sigma": "ς",
    "digraph title case": "ǅ", "kelvin": "K", "angstrom": "Å", "math bold": "𝐚",
    "hangul jamo": "ᄀ", "tape character": "\u0400", "tape character two": "\u0c01",
    "hieroglyph": "𓀀", "arabic ligature": "ﷺ", "cuneiform": "𒀱",
}  # fmt: skip

_SNIPPETS = {
    "reversed surrogates": "He \udc00\ud800 said it may have sunk.",
    "surrogate in a word": "He alleg\ud800edly fled.",
    "zalgo": "".join(letter + "\u0301\u0316\u0489\u035c" * 8 for letter in "He allegedly fled. "),
    "family emoji": "👩‍👩‍👧‍👦 said it may have sunk 🏴‍☠️🇺🇳1️⃣.",
    "homoglyphs": "Оfficials аllegedly sаid thе fеrry mаy hаve sunk.",
    "full width": "Ｏｆｆｉｃｉａｌｓ ａｌｌｅｇｅｄｌｙ ｓａｉｄ ｓｏ．",
    "mathematical": "𝐎𝐟𝐟𝐢𝐜𝐢𝐚𝐥𝐬 𝐚𝐥𝐥𝐞𝐠𝐞𝐝𝐥𝐲 𝐬𝐚𝐢𝐝 so.",
    "zero-width in words": "Off\u200bicials alleg\u200dedly sa\u2060id it m\ufeffay si\u00adnk.",
    "override text": "He \u202edelf yldegella\u202c on Monday.",
    "html": "<p class='a'>Officials <b>allegedly</b> said &quot;no&quot; &amp; left.<br/></p>",
    "script": "<script>alert('denied the reports')</script><img src=x onerror=alert(1)>",
    "html entities": "&ldquo;It may&nbsp;sink,&rdquo; officials said &#8212; &#x201c;now&#x201d;.",
    "markdown": "# Ferry\n\n> **Officials** _allegedly_ said\n\n- may\n- [x](y)\n\n```\nsaid\n```",
    "json": '{"text": "Officials said it may \\"sink\\"", "n": [1, 2, null]}',
    "csv": 'id,text\n1,"Officials ""said"" it, may"\n2,\n',
    "sql": "'; DROP TABLE articles; -- officials said",
    "latex": r"\textbf{Officials} said $x^{2} \le \frac{1}{2}$ \\ may\ldots",
    "python": "def said(x):\n    return {may: 'denied' for may in x if x != None}\n",
    "regular expression": r"(a+)+$ [^\w]{3,}?(?P<said>may|might)\1 \p{L}",
    "format strings": "%s %d %n {0} {} {said!r} ${said} %(may)s",
    "path": "../../etc/passwd \\\\server\\share C:\\temp\\..\\said",
    "address": "Officials at https://example.org/a?b=c&d=%20#e said: mail a.b+c@example.org.",
    "mail": "From: a@b\nTo: c@d\nSubject: =?utf-8?B?w6Q=?=\n\n> > said\n> may\n-- \nsig",
    "base64": "U29tZSBvZmZpY2lhbHMgc2FpZCBpdCBtYXkgaGF2ZSBzdW5r" * 40,
    "terminal codes": "\x1b[31mOfficials\x1b[0m \x1b]0;title\x07 said it may\r\rsink.",
    "spreadsheet formula": "=HYPERLINK(\"http://x\",\"said\")+cmd|' /C calc'!A0",
    "nested quotation": "“He said ‘she said “they said ‘it may’ sink” then’ there” now.",
    "unclosed quotation": 'He said "it may sink and nobody closed it. Officials said so.',
    "closed before opened": "It sank” he said “ and ” she said “.",
    "quotation each word": '"Officials" "said" "it" "may" "sink".',
    "apostrophes": "'''''Officials''' 'said' it's rock'n'roll's o'clock'''",
    "many initials": "A. B. C. D. E. F. G. said U.S.S.R. officials e.g. i.e. a.m. may.",
    "dots and digits": "1.2.3.4 1,2,3,4 1,,2 1..2 .5 5. 1e309 -0 0x1F 1_000 ١٢٣ ½ ² Ⅷ",
    "large number": "9" * 5000 + " officials said.",
    "currency": "$1,200 €5.5m £3bn ¥100 ₹7 said officials.",
    "dates": "31/12/1999 1999-12-31 Dec. 31 31st of May May may MAY 00:00 24:60",
    "one letter": "a",
    "one capital": "I",
    "one stop": ".",
    "two stops": "..",
    "stop first": ". Officials said.",
    "closer first": "”) Officials said.",
    "only title words": "May Will Mark",
    "all capitals": "OFFICIALS SAID THE FERRY MAY HAVE SUNK. THE MINISTRY DENIED THE REPORTS.",
    "no spaces": "Officialssaidtheferrymayhavesunk." * 20,
    "no stops": "officials said the ferry may have sunk and " * 50,
    "line each word": "Officials\nsaid\nit\nmay\nhave\nsunk\n.\n",
    "windows lines": "Officials said it.\r\n\r\nThe ministry denied the reports.\r\n",
    "old mac lines": "Officials said it.\r\rThe ministry denied the reports.\r",
    "mixed lines": "Officials\r\n\n\r said\n\r\n it \u2028 may \u2029 sink\x85.",
    "deep brackets": "(" * 300 + "said" + ")" * 300,
    "hyphen chain": "well-" * 300 + "known officials said",
    "apostrophe chain": "it's" * 300,
    "verb first": "said said said. Said officials. Told by. According to.",
    "verb last": "officials officials said",
    "dangling according": "according to",
    "according to nobody": "According to, it sank. According to. According to the.",
    "inverted": '"It sank," said two officials familiar with, close to, and of the matter.',
    "relative clauses": "The man who said that the woman who said that the boy said it said it.",
    "appositions": "Holm, a historian, a clerk, a friend, a source, a man, said it sank.",
    "genitives": "the minister's aide's friend's lawyer's source's report's claim said it",
    "negations": "not not never no nobody neither nor didn't won't can't deny denied denying",
    "pseudo triggers": "no doubt without doubt beyond doubt may well may day Will will will",
    "conflicts": "allegedly reportedly unconfirmed purported rumoured claims said to be denied",
    "tabs": "Officials\tsaid\t\tit\tmay\tsink.\t",
    "trailing spaces": "Officials said it may sink.   \n   ",
    "leading spaces": "   \n\t Officials said it may sink.",
    "many blank lines": "Officials said.\n" + "\n" * 5000 + "It may sink.",
    "bullet list": "- officials said\n* it may\n• sink\n1. denied\n2) reports\n",
    "hash tags": "#Ferry @officials said RT: it may sink!!! #BREAKING ????",
    "shouting": "BREAKING!!! SHOCKING NEWS!!!! YOU WON'T BELIEVE THIS?!?!?!",
    "latin one read as utf-8": "Officials said â€œit mayâ€\x9d sink. CafÃ©.",
    "utf-8 escapes": "Officials said \\u201cit may\\u201d sink \\n \\x00.",
}  # fmt: skip


def _small() -> Iterator[tuple[str, str]]:
    yield "empty", ""
    yield "article", ARTICLE
    for name, character in _CHARACTERS.items():
        yield f"{name} alone", character
        yield f"{name} repeated", character * 400
        yield (
            f"{name} in an article",
            ARTICLE.replace(" ", f" {character}", 9).replace("alleg", f"al{character}leg"),
        )
    for mark in _MARKS:
        yield f"only {mark}", mark * 300
    for name, sentence in SENTENCES.items():
        yield f"{name} sentence", sentence
        yield f"{name} in an article", ARTICLE + sentence * 3 + ARTICLE
    for name, snippet in _SNIPPETS.items():
        yield name, snippet
        yield f"{name} in an article", ARTICLE + snippet + "\n" + ARTICLE
    for number in (0x250, 0x370, 0x400, 0x590, 0x900, 0x1E00, 0x2000, 0x2200, 0x3040, 0xA000,
                   0xFB00, 0xFE00, 0xFF00, 0x1D400, 0x1F300):  # fmt: skip
        yield f"block {number:x}", " ".join(map(chr, range(number, number + 256)))
        yield f"block {number:x} unspaced", "".join(map(chr, range(number, number + 256)))


SMALL: dict[str, str] = dict(_small())


def _repeat(unit: str, end: str = "") -> Callable[[int], str]:
    def build(size: int) -> str:
        return (unit * (size // len(unit) + 1))[:size] + end

    return build


LARGE: dict[str, Callable[[int], str]] = {
    "one letter": _repeat("a"),
    "one capital": _repeat("A"),
    "one digit": _repeat("7"),
    "spaces": _repeat(" "),
    "line breaks": _repeat("\n"),
    "spaces and line breaks": _repeat(" \n"),
    "lines of one word": _repeat("said\n"),
    "lines of one capital": _repeat("Said\n"),
    "carriage returns": _repeat("\r"),
    "full stops": _repeat("."),
    "commas": _repeat(","),
    "straight quotation marks": _repeat('"'),
    "opening quotation marks": _repeat("“"),
    "closing quotation marks": _repeat("”"),
    "quotations never closed": _repeat("“said\n"),
    "apostrophes": _repeat("'"),
    "joined apostrophes": _repeat("a'"),
    "joined hyphens": _repeat("a-"),
    "joined stops": _repeat("A."),
    "joined commas": _repeat("1,"),
    "opening brackets": _repeat("("),
    "question marks": _repeat("?"),
    "exclamation marks": _repeat("!"),
    "combining marks": _repeat("\u0301"),
    "zero-width joiners": _repeat("\u200d"),
    "lone surrogates": _repeat("\ud800"),
    "emoji": _repeat("😀"),
    "family emoji": _repeat("👩‍👩‍👧‍👦 "),
    "chinese": _repeat("两名官员周一说，渡轮可能已经沉没。"),
    "arabic": _repeat("قال مسؤولان إن العبارة ربما غرقت. "),
    "may": _repeat("may "),
    "denied": _repeat("denied "),
    "denied the": _repeat("denied the "),
    "said": _repeat("said "),
    "the": _repeat("the "),
    "the said": _repeat("the the the the the the the said "),
    "names": _repeat("Holm "),
    "names said": _repeat("Holm Berg Lund Dahl Moe Lie Vik said "),
    "appositions said": _repeat("Holm, a, b, c, d, e, f, g, said "),
    "officials said": _repeat("officials "),
    "officials' relative clauses": _repeat("officials who said who "),
    "according to": _repeat("according to "),
    "according to the": _repeat("according to the the the the the the of of of "),
    "source close to": _repeat("a source close to "),
    "no evidence": _repeat("no evidence that "),
    "could not be": _repeat("could not be "),
    "video that": _repeat("a video that appears to show a photo that "),
    "reports of": _repeat("reports of claims of rumours of "),
    "allegedly": _repeat("allegedly "),
    "loaded": _repeat("shocking! "),
    "shouting": _repeat("SHOCKING NEWS "),
    "dates": _repeat("May 3, 2014 "),
    "a million short sentences": _repeat("X. "),
    "sentences": _repeat("It may sink. "),
    "one sentence": _repeat("the ferry may have sunk and officials said that "),
    "initials": _repeat("A. B. "),
    "abbreviations": _repeat("Mr. Dr. Jan. "),
    "quoted sentences": _repeat("“It sank,” officials said. "),
    "html": _repeat("<p>Officials said &quot;it may&quot;</p>"),
    "article": _repeat(ARTICLE),
    "article in one line": _repeat(ARTICLE.replace("\n", " ")),
    "article without stops": _repeat(ARTICLE.replace(".", " and").replace("\n", " ")),
    "article in capitals": _repeat(ARTICLE.upper()),
    "bullets": _repeat("- said\n"),
    "speech before quotations": lambda size: (
        _repeat("'a,' ")(size // 2) + _repeat('"a" ')(size // 2)
    ),
}
"""Builders of texts of a wanted length in characters."""
