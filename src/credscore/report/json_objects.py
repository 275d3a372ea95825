"""Lets pydantic models hold named tuples: quick to make, and objects in JSON."""

from typing import Any, NotRequired

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema
from typing_extensions import TypedDict


def whole(text: str) -> str:
    """A text with U+FFFD for halves of surrogate pairs, which JSON can't hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class AsObject:
    """Tells pydantic to read and write a named tuple as a JSON object with its fields."""

    def __get_pydantic_core_schema__(self, record: Any, handler: GetCoreSchemaHandler) -> Any:
        """Converts from and to a mapping of the fields; a record itself is accepted, too."""
        types = {
            name: NotRequired[kind] if name in record._field_defaults else kind
            for name, kind in record.__annotations__.items()
        }
        fields = handler.generate_schema(
            TypedDict(record.__name__, types)  # type: ignore[operator]
        )
        return core_schema.no_info_wrap_validator_function(
            lambda value, read: value if isinstance(value, record) else record(**read(value)),
            fields,
            serialization=core_schema.plain_serializer_function_ser_schema(
                _write, return_schema=fields, info_arg=True
            ),
        )


def _write(record: Any, info: core_schema.SerializationInfo) -> dict[str, Any]:
    in_json, values = info.mode == "json", record._asdict().items()
    return {n: whole(v) if in_json and isinstance(v, str) else v for n, v in values}
