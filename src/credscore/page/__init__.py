"""Makes the pages of credscore: of a report, of the service, of a whole file, of claims.

Each page is one HTML file. It holds its style and script, which are allowed by their hashes alone.
Pages import no other part of credscore: what they show comes as JSON (`Report.page_content`,
`batch.content`).
"""

from credscore.page.pages import (
    EXAMPLE,
    EXAMPLE_TITLE,
    app,
    claim_section,
    claims_document,
    document,
    framed,
    standalone,
)
from credscore.page.parts import paragraph, policy, rendered, script_json, source
