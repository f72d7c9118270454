"""A server on this machine that answers as PxWeb's API version 2 does, with a made-up table."""

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from threading import Thread
from urllib.parse import parse_qs, urlparse

from tests.geodata import scb_files

TABLE = "TAB638"
CIVIL = {"OG": "ogifta", "G": "gifta"}  # left out of a question, all of them are meant


class PxWeb:
    """One table and how the server behaves; `asked` is what it has been asked for."""

    def __init__(self, cells, *, most=150_000, busy=0, broken=None, version="2.0.0"):
        self.cells, self.most, self.busy = cells, most, busy
        self.broken, self.version = broken or {}, version
        self.asked: list[dict[str, list[str]]] = []

    def answer(self, path, params, query):
        """(status, body) of a question; body None = what is no JSON."""
        if path in self.broken:
            return self.broken[path]
        if path == "/config":
            limits = {"maxDataCells": self.most, "maxCallsPerTimeWindow": 30, "timeWindow": 10}
            return 200, {"apiVersion": self.version, "defaultLanguage": "sv"} | limits
        if path == "/tables":
            return 200, {"tables": [], "page": {"totalElements": 1}}
        if path == f"/tables/{TABLE}/metadata":
            return 200, self.metadata()
        if path == f"/tables/{TABLE}/data":
            assert params["outputFormat"] == ["json-stat2"]
            return self.data(query)
        return 404, {"title": "Not Found", "status": 404, "detail": None}

    def metadata(self):
        """The table's variables, as `data` answers them but with every code."""
        cube = scb_files.to_cube(self.cells)
        for dimension in cube["dimension"].values():
            dimension["extension"] = {"elimination": False, "codeLists": []}
        cube["dimension"]["Civilstand"] = {
            "label": "civilstånd",
            "category": {"index": {"OG": 0, "G": 1}, "label": CIVIL},
            "extension": {"elimination": True, "codeLists": []},
        }
        cube["dimension"]["ContentsCode"]["category"] = {
            "index": {"BE0101N2": 0, "BE0101N1": 1},
            "label": {"BE0101N2": "Folkökning", "BE0101N1": "Folkmängd"},
        }
        return cube | {"value": []}

    def data(self, query):
        """The cells of the selection, refused when they are too many."""
        if self.busy:
            self.busy -= 1
            return 429, {"title": "Too Many Requests"}
        wanted = {one["variableCode"]: one["valueCodes"] for one in query["selection"]}
        self.asked.append(wanted)
        assert wanted["ContentsCode"] == ["BE0101N1"], "people, and not how many more"
        names = ("Region", "Alder", "Kon", "Tid")
        keys = list(product(*(wanted[name] for name in names)))
        if len(keys) > self.most:
            return 403, {"title": "Forbidden", "detail": "Too many cells selected"}
        return 200, scb_files.to_cube({key: self.cells.get(key) for key in keys})


@contextmanager
def serving(pxweb):
    """The address of the server, on loopback, until the block is over."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.reply(None)

        def do_POST(self):
            self.reply(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def reply(self, query):
            url = urlparse(self.path)
            status, body = pxweb.answer(url.path, parse_qs(url.query), query)
            sent = b"<html>" if body is None else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(sent)))
            if status == 429:
                self.send_header("Retry-After", "0")
            self.end_headers()
            self.wfile.write(sent)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
