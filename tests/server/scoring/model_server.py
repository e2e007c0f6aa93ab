"""A real HTTP server on loopback that speaks Ollama's and OpenAI's protocols.

What it says is up to `thinks`; `faults` are played first, one to a request. It counts tokens as a
tokenizer would (more for long words) and treats a full context as the real ones do.
"""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MODEL = "judge:8b"
DIGEST = "sha256:" + "ab" * 32
KEY = "sk-test"


@dataclass(frozen=True)
class Heard:
    """One question as it came."""

    path: str
    body: dict[str, Any]

    @property
    def system(self) -> str:
        return self.body["messages"][0]["content"]

    @property
    def user(self) -> str:
        return self.body["messages"][1]["content"]

    @property
    def schema(self) -> dict[str, Any]:
        if "format" in self.body:
            return self.body["format"]
        return self.body["response_format"]["json_schema"]["schema"]

    @property
    def seed(self) -> int:
        return self.body.get("options", self.body)["seed"]


def tokens(text: str) -> int:
    return sum(1 + len(word) // 7 for word in re.findall(r"\w+|[^\w\s]", text))


@dataclass
class ModelServer:
    port: int
    thinks: Callable[[Heard], str] = lambda heard: "{}"
    faults: list[str] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    old_ollama: bool = False
    """Knows no `truncate` and cuts silently."""
    context: int = 8192
    """Of the OpenAI side."""
    at_once: int = 0
    most_at_once: int = 0
    hold: threading.Event | None = None
    models: dict[str, str] = field(default_factory=lambda: {MODEL: DIGEST})
    """Digests of what Ollama holds, by name."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # headers and body in one packet: else each answer waits for a delayed ACK
    disable_nagle_algorithm = True
    model: ModelServer
    lock: threading.Lock

    def do_GET(self) -> None:
        if self.path == "/api/tags":
            held = [{"name": name, "digest": of} for name, of in self.model.models.items()]
            self._json(200, {"models": held})
        else:
            self._json(404, {"error": "not found"})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        heard, model = Heard(self.path, body), self.model
        with self.lock:
            model.heard.append(heard)
            fault = model.faults.pop(0) if model.faults else ""
            model.at_once += 1
            model.most_at_once = max(model.most_at_once, model.at_once)
        try:
            if model.hold is not None:
                model.hold.wait(5)
            with suppress(OSError):  # whoever asked may have left
                self._answer(heard, fault)
        finally:
            with self.lock:
                model.at_once -= 1

    def _answer(self, heard: Heard, fault: str) -> None:
        if fault == "500":
            self._json(500, {"error": "llama runner process has terminated"})
        elif fault.startswith("429"):
            wait = {"Retry-After": fault[4:]} if fault[4:] else {}
            self._json(429, {"error": {"message": "slow down", "code": "rate_limited"}}, wait)
        elif fault == "401":
            self._json(401, {"error": {"message": "bad key"}})
        elif fault == "slow":
            time.sleep(1.5)
        elif fault == "trickle":
            self.send_response(200)
            self.send_header("Content-Length", "100000")
            self.end_headers()
            for _ in range(100):
                self.wfile.write(b" ")
                time.sleep(0.05)
        elif fault == "cut":
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b'{"message": {"content": "{')
            self.close_connection = True
        elif fault == "html":
            self._raw(200, b"<html>Bad gateway</html>")
        elif fault == "list":
            self._raw(200, b"[1]")
        else:
            self._spoken(heard, fault)

    def _spoken(self, heard: Heard, fault: str) -> None:
        text = {"no json": "I would give this", "wrong schema": '{"level": "high"}'}.get(fault)
        if text is None:
            text = self.model.thinks(heard)
        ended = "length" if fault == "longest" else "stop"
        read = tokens(heard.system) + tokens(heard.user) + 12
        if heard.path == "/api/chat":
            if (name := heard.body["model"]) not in self.model.models:
                self._json(404, {"error": f"model '{name}' not found"})
                return
            room = heard.body["options"]["num_ctx"]
            if read > room and heard.body.get("truncate") is False and not self.model.old_ollama:
                self._json(400, {"error": "the prompt exceeds the context length"})
                return
            told: dict[str, Any] = {
                "model": name,
                "created_at": "2026-11-29T12:00:00Z",
                "message": {"role": "assistant", "content": text},
                "done": True,
                "done_reason": ended,
                "total_duration": 1,
                "prompt_eval_count": min(read, room),
                "eval_count": tokens(text),
            }
            if fault == "halved":
                told["prompt_eval_count"] = read // 2
            if fault == "uncounted":
                del told["prompt_eval_count"]
            self._json(200, told)
            return
        if self.headers["Authorization"] != f"Bearer {KEY}":
            self._json(401, {"error": {"message": "Incorrect API key"}})
            return
        if read > self.model.context:
            error = {"code": "context_length_exceeded", "message": "maximum context length is …"}
            self._json(400, {"error": error})
            return
        message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": None}
        if fault == "refused":
            message = {"role": "assistant", "content": None, "refusal": "I can't help with that."}
        told = {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "model": MODEL,
            "system_fingerprint": "fp_1",
            "choices": [{"index": 0, "message": message, "finish_reason": ended}],
            "usage": {"prompt_tokens": read, "completion_tokens": tokens(text)},
        }
        if fault == "halved":
            told["usage"]["prompt_tokens"] = read // 2
        if fault == "uncounted":
            del told["usage"]
        self._json(200, told)

    def _json(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
        self._raw(status, json.dumps(body).encode(), headers)

    def _raw(self, status: int, content: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@contextmanager
def serving(thinks: Callable[[Heard], str] | None = None) -> Iterator[ModelServer]:
    handler = type("Handler", (_Handler,), {"lock": threading.Lock()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    model = ModelServer(server.server_address[1])
    if thinks is not None:
        model.thinks = thinks
    handler.model = model  # pyright: ignore[reportAttributeAccessIssue]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
