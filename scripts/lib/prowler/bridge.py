"""Answers the engine's reads with boto3 in the test's own process.

A test that patches boto3 decides answers which no server sees. There the engine posts each read to this server, which makes the call under
the test's patches. What a rule decides is tested so; the wire is not.
"""
import base64
import datetime
import http.server
import itertools
import json
import threading

import boto3
import botocore.exceptions

UTC = datetime.timezone.utc
DATETIME = datetime.datetime
MOST_PAGES = 50


def in_json(value, shape=None):
    """A value of boto3 as the engine's own client would give it: what is absent left out, documents as text, times marked."""
    kind = getattr(shape, "type_name", None)
    if isinstance(value, (dict, list)) and kind == "string":
        return json.dumps(value)
    if isinstance(value, dict):
        members = shape.members if kind == "structure" else {}
        return {str(name): in_json(each, shape.value if kind == "map" else members.get(name))
                for name, each in value.items() if each is not None}
    if isinstance(value, (list, tuple, set)):
        return [in_json(each, shape.member if kind == "list" else None) for each in value if each is not None]
    if hasattr(value, "timestamp"):
        return {"$time": (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()}
    if kind == "timestamp" and isinstance(value, (int, float)):
        return {"$time": value}
    if kind == "timestamp" and isinstance(value, str):
        try:
            return in_json(DATETIME.fromisoformat(value.replace("Z", "+00:00")))
        except ValueError:
            return value
    if hasattr(value, "read"):
        value = value.read()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value if isinstance(value, (str, bool, int, float)) else str(value)


def joined(pages):
    whole = {}
    for page in pages:
        for name, value in page.items():
            before = whole.get(name)
            whole[name] = before + value if isinstance(value, list) and isinstance(before, list) else value
    return whole


class Bridge:

    def __init__(self):
        self.clients, self.lock, self.calls = {}, threading.Lock(), []
        self.session = boto3.session.Session(aws_access_key_id="testing", aws_secret_access_key="testing")
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/"

    def client(self, name, region):
        with self.lock:
            if (name, region) not in self.clients:
                self.clients[name, region] = self.session.client(name, region_name=region)
            return self.clients[name, region]

    def answer(self, name, action, region, params):
        try:
            client = self.client(name, region)
            operation = client.meta.service_model.operation_model(client.meta.method_to_api_mapping[action])
            if client.can_paginate(action):
                answer = joined(itertools.islice(client.get_paginator(action).paginate(**params), MOST_PAGES))
            else:
                answer = getattr(client, action)(**params)
            answer = {member: value for member, value in answer.items() if member != "ResponseMetadata"}
            return {"answer": in_json(answer, operation.output_shape)}
        except botocore.exceptions.ClientError as error:
            return {"code": error.response.get("Error", {}).get("Code", "?"), "message": str(error)}
        except Exception as error:  # whatever a test's own function raises is its answer
            return {"code": "Test." + type(error).__name__, "message": str(error)[:300]}

    def handler(bridge):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                reply = bridge.answer(asked["client"], asked["action"], asked["region"], asked["params"])
                bridge.calls.append(f"{asked['client']}.{asked['action']} {asked['params']} -> {json.dumps(reply)[:600]}")
                body = json.dumps(reply).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments):
                pass

        return Handler
