"""One call as it came over HTTP: any encoding, any case of the method's name; then its typed arguments.

As in the official server every argument is text first: a JSON body's values that are not strings are kept as their
JSON text, so `{"chat_id": 5}` and `chat_id=5` are the same call. Unlike the official server, which ignores what it does
not know and reads a number that is none as 0, a wrong name or type is an error here: in a test it is a bug.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import BodyPartReader, web
from aiohttp.multipart import MultipartReader
from multidict import CIMultiDict

from tests.botapi.schema import METHODS, Kind, Method
from tests.botapi.values import ApiError, Json, bad_request

BODY_LIMIT = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came in a multipart body."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Request:
    """A call's arguments as text, and its files, by parameter name or `attach://` name."""

    method: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return self.arguments.get(name, "")

    def integer(self, name: str, default: int) -> int:
        value = self.arguments.get(name, "")
        return int(value) if value else default

    def boolean(self, name: str) -> bool:
        return self.arguments.get(name, "").strip().lower() in {"true", "yes", "1"}

    def json(self, name: str) -> Json:
        value = self.arguments.get(name, "")
        return decoded(value) if value else None

    def upload(self, name: str) -> Upload | None:
        """The file of this parameter, sent under its own name or under the name an `attach://` value gives."""
        value = self.arguments.get(name, "")
        return self.files.get(value.removeprefix("attach://") if value.startswith("attach://") else name)

    def refused(self) -> ApiError | None:
        """The error of an unknown method, an unknown parameter or a value of the wrong type, if there is one."""
        method = METHODS.get(self.method)
        if method is None:
            return ApiError(404, "Not Found: method not found")
        for name, value in self.arguments.items():
            kind = method.parameters.get(name)
            if kind is None:
                return bad_request(f'unknown parameter "{name}" of {method.name}')
            if value and not accepts(kind, value):
                return bad_request(f'parameter "{name}" of {method.name} must be of type {kind.value}')
        return refused_file(self, method)


def refused_file(request: Request, method: Method) -> ApiError | None:
    attached = {value for value in request.arguments.values() if value.startswith("attach://")}
    for name in request.files:
        if method.parameters.get(name) is not Kind.FILE and f"attach://{name}" not in attached:
            return bad_request(f'unknown file "{name}" of {method.name}')
    return None


def accepts(kind: Kind, value: str) -> bool:
    match kind:
        case Kind.TEXT | Kind.FILE:
            return True
        case Kind.INTEGER:
            return is_integer(value)
        case Kind.CHAT:
            return is_integer(value) or value.startswith("@")
        case Kind.BOOLEAN:
            return value.strip().lower() in {"true", "false", "yes", "no", "1", "0"}
        case Kind.OBJECT | Kind.ARRAY:
            # What is not JSON is told by the parameter's own words, as the official server does.
            parsed = decoded(value)
            return parsed is UNREADABLE or isinstance(parsed, dict if kind is Kind.OBJECT else list)


def is_integer(value: str) -> bool:
    return value.removeprefix("-").isascii() and value.removeprefix("-").isdigit()


UNREADABLE: Json = "\0not JSON"


def decoded(value: str) -> Json:
    try:
        parsed: Json = json.loads(value)
    except ValueError:
        return UNREADABLE
    return parsed


async def read_request(method: str, http: web.Request) -> Request:
    """The call in an HTTP request: the query string's arguments and the body's together."""
    arguments = dict(http.query)
    if not http.body_exists:
        return named(method, arguments, {})
    if http.content_type == "multipart/form-data":
        files = await read_multipart(await http.multipart(), arguments)
        return named(method, arguments, files)
    return named(method, {**arguments, **body_arguments(http.content_type, await http.text())}, {})


async def read_answer(content_type: str, headers: Mapping[str, str], body: bytes) -> Request:
    """The call that a webhook answered with, in its response's body; its method is empty when there is none."""
    kind = content_type.partition(";")[0].strip().lower()
    arguments: dict[str, str] = {}
    files: Mapping[str, Upload] = {}
    if kind == "multipart/form-data":
        stream = OneShot(body)
        reader = MultipartReader(CIMultiDict(headers), stream)  # type: ignore[arg-type]  # the two methods it reads by
        files = await read_multipart(reader, arguments)
    elif body:
        arguments = body_arguments(kind, body.decode("utf-8", "replace"))
    return named("", arguments, files)


class OneShot:
    """A body already read, for the multipart reader that wants a stream."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    async def read(self, size: int = -1) -> bytes:
        if size < 0:
            size = len(self._body)
        chunk, self._body = self._body[:size], self._body[size:]
        return chunk

    async def readline(self, *, max_line_length: int | None = None) -> bytes:
        del max_line_length
        end = self._body.find(b"\n") + 1
        return await self.read(end or len(self._body))

    def at_eof(self) -> bool:
        return not self._body

    def unread_data(self, data: bytes) -> None:
        self._body = data + self._body


def named(method: str, arguments: Mapping[str, str], files: Mapping[str, Upload]) -> Request:
    """With the method's name as it is written in the documentation; it may also come as an argument."""
    if not method:
        method = arguments.get("method", "")
    arguments = {name: value for name, value in arguments.items() if name != "method"}
    return Request(SPELLING.get(method.lower(), method), arguments, files)


SPELLING = {name.lower(): name for name in METHODS}


def body_arguments(content_type: str, body: str) -> dict[str, str]:
    if content_type == "application/x-www-form-urlencoded":
        from urllib.parse import parse_qsl

        return dict(parse_qsl(body, keep_blank_values=True))
    if content_type == "application/json":
        return json_arguments(body)
    return {}


def json_arguments(body: str) -> dict[str, str]:
    """A JSON object's members as text. The official server takes what it could read of broken JSON; here it is 400."""
    if not body.strip():
        return {}
    try:
        parsed: Json = json.loads(body)
    except ValueError as error:
        raise bad_request(f"can't parse the JSON body: {error}") from error
    if not isinstance(parsed, dict):
        raise bad_request("JSON object expected")
    return {
        str(name): value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in parsed.items()
        if value is not None
    }


async def read_multipart(reader: MultipartReader, arguments: dict[str, str]) -> Mapping[str, Upload]:
    files: dict[str, Upload] = {}
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("can't parse the multipart body")
        content = await part.read(decode=True)
        if part.filename is None:
            arguments[part.name] = bytes(content).decode("utf-8", "replace")
        else:
            kind = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = Upload(part.filename, kind, bytes(content))
    return files
