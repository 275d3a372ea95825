"""LangChain: a document compressor that annotates what a retriever found, or leaves it out.

>>> from langchain_core.documents import Document
>>> found = [Document("Insiders claim that the minister allegedly fled.")]
>>> (document,) = CredibilityFilter(least_score=0.5).compress_documents(found, "minister")
>>> document.metadata["credscore_verdict"]
'No score: the text has fewer than 50 words'
"""

from collections.abc import Sequence

from credscore.errors import needs
from credscore.integrations.passages import PassageFilter

with needs("langchain"):
    from langchain_core.callbacks import Callbacks
    from langchain_core.documents import BaseDocumentCompressor, Document


class CredibilityFilter(PassageFilter, BaseDocumentCompressor):  # type: ignore[misc]
    """Returns the documents in the same order, with credscore_... in their metadata.

    Parameters and metadata are those of PassageFilter. The given documents are not changed. It fits
    wherever LangChain takes a compressor, and into a chain as
    `retriever | RunnableLambda(lambda found: chosen.compress_documents(found, ""))`.
    """

    def compress_documents(
        self, documents: Sequence[Document], query: str, callbacks: Callbacks | None = None
    ) -> list[Document]:
        """The documents that pass the filter; ModelFileError if the model folder is refused."""
        return [
            given.model_copy(update={"metadata": metadata})
            for given in documents
            if (metadata := self.annotated(given.page_content, given.metadata)) is not None
        ]
