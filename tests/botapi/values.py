"""The values that cross the wire, and the error that an official answer is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"] | None
JsonObject: TypeAlias = Mapping[str, Json]


class ApiError(Exception):
    """A call that fails: the status, the words the server says, and `parameters` as in the official answer."""

    def __init__(self, code: int, description: str, parameters: JsonObject | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters: JsonObject = parameters or {}

    def body(self) -> JsonObject:
        body: dict[str, Json] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(description: str) -> ApiError:
    return ApiError(400, f"Bad Request: {uncapitalised(description)}")


def forbidden(description: str) -> ApiError:
    return ApiError(403, f"Forbidden: {description}")


def conflict(description: str) -> ApiError:
    return ApiError(409, f"Conflict: {description}")


def too_many_requests(retry_after: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def uncapitalised(words: str) -> str:
    """The official server lowers the first letter of an error, but leaves a name like BUTTON_DATA_INVALID alone."""
    if len(words) >= 2 and (words[1] == "_" or "A" <= words[1] <= "Z"):
        return words
    return words[:1].lower() + words[1:]


def utf16_length(text: str) -> int:
    """Length in UTF-16 units, in which Telegram counts offsets and limits."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
