"""Named tuples inside pydantic models: quick to make, and JSON objects all the same."""

from typing import Any, NotRequired

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema
from typing_extensions import TypedDict


def whole(text: str) -> str:
    """A text without halves of surrogate pairs, which no JSON can hold: they become U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class AsObject:
    """How pydantic reads and writes a named tuple: as a JSON object with its fields."""

    def __get_pydantic_core_schema__(self, record: Any, handler: GetCoreSchemaHandler) -> Any:
        """From and to a mapping of the record's fields; a record itself is taken as it is."""
        types = {
            name: NotRequired[kind] if name in record._field_defaults else kind
            for name, kind in record.__annotations__.items()
        }
        fields = handler.generate_schema(
            TypedDict(record.__name__, types)  # type: ignore[operator]
        )
        read = core_schema.no_info_after_validator_function(lambda values: record(**values), fields)
        return core_schema.union_schema(
            [core_schema.is_instance_schema(record), read],
            serialization=core_schema.plain_serializer_function_ser_schema(
                self._write, return_schema=fields, info_arg=True
            ),
        )

    @staticmethod
    def _write(record: Any, info: core_schema.SerializationInfo) -> dict[str, Any]:
        values: dict[str, Any] = record._asdict()
        if info.mode != "json":
            return values
        return {
            name: whole(value) if isinstance(value, str) else value
            for name, value in values.items()
        }

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> Any:
        return handler(schema["choices"][1])
