"""The service, a city's site that it knows and a hostile one, each on an origin of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from service.counter import Counter
from service.http import create_app
from service.settings import Settings
from tests.serving import served

EXAMPLE = Path(__file__).resolve().parents[3] / "web" / "embed-example.html"


@dataclass(frozen=True)
class Site:
    """A web site of other people: pages by path, all with one policy."""

    origin: str
    pages: dict[str, str] = field(default_factory=dict)
    policy: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sites:
    """Where everything is: `service` is an origin, the others are sites of other people."""

    service: str
    city: Site
    hostile: Site


OpenSite = Callable[..., AbstractContextManager[Page]]


@contextmanager
def _site(host: str) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = site.pages.get(self.path.partition("?")[0])
            self.send_response(204 if body is None else 200)  # the icon, which no page names
            is_sheet = self.path.endswith(".css")
            self.send_header("Content-Type", "text/css" if is_sheet else "text/html; charset=utf-8")
            for policy in site.policy if self.path != "/without-policy" else ():
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write((body or "").encode())

        def log_message(self, *args: object) -> None:
            """Nothing: a test says itself what it saw."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site = Site(f"http://{host}:{server.server_port}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield site
        server.shutdown()


def _fill(sites: Sites) -> None:
    """Put up what the sites show: the example for operators, and what is left of it elsewhere."""
    service, city, hostile = sites.service, sites.city, sites.hostile
    example = EXAMPLE.read_text(encoding="utf-8").replace("https://madoguchi.example", service)
    script = example[example.index("<script") : example.index("</script>") + 9]
    for site in (city, hostile):
        site.pages["/"] = example
        site.pages["/without-script"] = example.replace(script, "")
        site.pages["/without-link"] = example.replace(" data-madoguchi", "")
        site.pages["/city.css"] = CITY_STYLE
    city.pages["/without-policy"] = example.replace(
        "</main>",
        f'<iframe id="forging" title="f" src="{hostile.origin}/forging"></iframe></main>',
    )
    # As strict as it gets: the two lines that we ask for, and the city's own style sheet.
    city.policy.append(
        "default-src 'none'; style-src 'self'; require-trusted-types-for 'script'; "
        f"script-src {service}; frame-src {service}"
    )


@pytest.fixture(scope="session")
def sites(settings: Settings, counter: Counter) -> Iterator[Sites]:
    """`localhost` and `127.0.0.1` are two sites to a browser: the frame is a third party."""
    with _site("localhost") as city, _site("localhost") as hostile:
        embedding = settings.model_copy(update={"embed_origins": city.origin})
        app = create_app(embedding, counter)
        app.state.parts.offers.prepare(counter.knowledge)  # as `serve` does, so that none waits
        with served(app) as service:
            found = Sites(service, city, hostile)
            _fill(found)
            yield found


@pytest.fixture(scope="session")
def open_site(browser: Browser, sites: Sites) -> OpenSite:
    """A page of a site in a fresh context; only the sites at hand may be asked for anything."""

    @contextmanager
    def open_(
        address: str, width: int = 1280, height: int = 900, faults: bool = False, **context: Any
    ) -> Iterator[Page]:
        with browser.new_context(
            viewport={"width": width, "height": height}, locale="ja-JP", **context
        ) as fresh:
            page = fresh.new_page()
            requested: list[str] = []
            said: list[str] = []
            fresh.on("request", lambda request: requested.append(request.url))
            page.on("console", lambda message: said.append(message.text))
            page.on("pageerror", lambda error: said.append(str(error)))
            page.goto(address)
            yield page
            known = (sites.service, sites.city.origin, sites.hostile.origin)
            assert all(url.startswith(known) for url in requested), requested
            assert fresh.cookies() == []
            assert faults or not said, said

    return open_


# As old sites have it: rules for every element, and a root that makes rem another size.
CITY_STYLE = """
html { font-size: 62.5%; }
body { margin: 0; font: 1.6rem/1.6 sans-serif; color: #222222; background: #ffffff; }
* { box-sizing: border-box; }
body > * { position: relative; width: 96rem; max-width: 100%; margin: 0 auto; padding: 1rem; }
button { width: 100%; background: #cccccc; border-radius: 0; text-transform: uppercase; }
iframe { max-width: 10rem; border: 5px solid red; }
header { background: #e8f0e8; }
nav ul { display: flex; gap: 2rem; list-style: none; padding: 0; }
main { min-height: 40rem; }
footer { border-top: 1px solid #888888; }
"""
