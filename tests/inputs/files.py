"""Files of the kinds that people have, made by hand or with the libraries that read them."""

from email.message import EmailMessage
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

TEXT = "Officials said the bridge may have sunk on Monday. The mayor of Lorwick denied the report."
PAGE = f"""<!DOCTYPE html><html><head><title>Bridge sinks</title></head><body>
<nav><a href="/">Home</a></nav><article><h1>Bridge sinks</h1><p>{TEXT}</p>
<p>A second paragraph says where the café’s owners stood, and what they saw of it.</p></article>
<footer>Copyright</footer></body></html>"""


def pdf(*lines: str, title: str = "") -> bytes:
    """A PDF document of one page, with a line of text for each of `lines`."""
    shown = b" ".join(f"({line}) Tj T*".encode() for line in lines)
    stream = b"BT /F1 12 Tf 72 720 Td 14 TL " + shown + b" ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Title(%s)>>" % title.encode(),
    ]
    file, table = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for number, content in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    end = b"trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF" % len(file)
    return file + b"xref\n0 7\n" + table + end


def word(*paragraphs: str) -> bytes:
    """A Word document of some paragraphs; each holds a deletion, too."""
    body = "".join(
        "<w:p><w:pPr><w:tabs/></w:pPr><w:del><w:r><w:delText>Gone. </w:delText></w:r></w:del>"
        f'<w:r><w:t xml:space="preserve">{escape(one[:9])}</w:t></w:r>'
        f"<w:r><w:rPr><w:b/></w:rPr><w:t>{escape(one[9:])}</w:t></w:r></w:p>"
        for one in paragraphs
    )
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document><w:body>{body}</w:body></w:document>")
    return file.getvalue()


def mail(plain: str | None = TEXT, page: str | None = PAGE, charset: str = "utf-8") -> bytes:
    """A mail of a text, a page, or both."""
    message = EmailMessage()
    message["Subject"] = "Bridge sinks"
    message["From"] = "desk@example.org"
    if plain is not None:
        message.set_content(plain, charset=charset)
    if page is not None:
        add = message.set_content if plain is None else message.add_alternative
        add(page, subtype="html", charset=charset)
    return message.as_bytes()


def saved_page() -> bytes:
    """A page that a browser saved as one file, with its pictures."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Subject"] = "Bridge sinks - The Quay"
    message.set_content(PAGE, subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG\r\n\x1a\n", "image", "png")
    return message.as_bytes()


def rss(*texts: str | None) -> str:
    """A feed with an item for each text; None is an item without one."""
    items = "".join(
        f"<item><guid isPermaLink='false'>{number}</guid><title>A &amp; B</title>"
        + ("" if text is None else f"<description>&lt;p&gt;{text}&lt;/p&gt;</description>")
        + "</item>"
        for number, text in enumerate(texts)
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>{items}</channel></rss>'
    )
