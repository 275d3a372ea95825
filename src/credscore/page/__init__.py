"""The pages of credscore: of a report, of the service, of a whole file, of claims.

Each is one HTML file with its style and script inside, allowed by their hashes alone. Pages know no
other part of credscore: what they show comes as JSON (`Report.page_content`, `batch.content`).
"""

from credscore.page.parts import head, paragraph, policy, rendered, script_json, source
from credscore.page.report_page import EXAMPLE, EXAMPLE_TITLE, app, framed, standalone
from credscore.page.whole_pages import claim_section, claims_document, document
