"""LlamaIndex: a node postprocessor that annotates what a retriever found, or leaves it out.

>>> from llama_index.core.schema import NodeWithScore, TextNode
>>> found = [NodeWithScore(node=TextNode(text="Insiders claim that he allegedly fled."), score=0.8)]
>>> (one,) = CredibilityPostprocessor(least_score=0.5).postprocess_nodes(found)
>>> one.score, one.node.metadata["credscore_verdict"]
(0.8, 'No score: the text has fewer than 50 words')
"""

from credscore.errors import needs
from credscore.integrations.passages import PassageFilter

with needs("llamaindex"):
    from llama_index.core.postprocessor.types import BaseNodePostprocessor
    from llama_index.core.schema import NodeWithScore, QueryBundle


class CredibilityPostprocessor(PassageFilter, BaseNodePostprocessor):  # type: ignore[misc]
    """Returns the nodes in the same order, with credscore_... in their metadata.

    Parameters and metadata are those of PassageFilter. The given nodes and their scores of
    relevance are not changed. LlamaIndex shows metadata to the language model, which so reads the
    verdict. A node's `excluded_llm_metadata_keys` hides it.
    """

    @classmethod
    def class_name(cls) -> str:
        """The name under which LlamaIndex stores it."""
        return "CredibilityPostprocessor"

    def _postprocess_nodes(
        self, nodes: list[NodeWithScore], query_bundle: QueryBundle | None = None
    ) -> list[NodeWithScore]:
        return [
            item.model_copy(update={"node": item.node.model_copy(update={"metadata": metadata})})
            for item in nodes
            if (metadata := self.annotated(item.node.get_content(), item.node.metadata)) is not None
        ]
