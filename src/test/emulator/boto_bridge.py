"""Makes boto3 calls for the tests: one JSON request a line on stdin, one JSON answer a line on stdout.

{"client": "s3", "method": "create_bucket", "params": {...}, "region": "us-east-1", "pages": false}
-> {"answer": {...}} or {"error": "NoSuchBucket", "status": 404, "message": "..."}
"""

import base64
import datetime
import json
import sys

import boto3
import botocore.config
import botocore.exceptions

CONFIG = botocore.config.Config(
    retries={"max_attempts": 0}, s3={"addressing_style": "path"}, inject_host_prefix=False
)


def plain(value):
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items() if each is not None}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, datetime.datetime):
        # botocore leaves out the zone where the service does; it is UTC then.
        zoned = value if value.tzinfo else value.replace(tzinfo=datetime.timezone.utc)
        return {"time": int(zoned.timestamp() * 1000)}
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    if hasattr(value, "read"):
        return base64.b64encode(value.read()).decode()
    return value


def answer(endpoint, clients, request):
    region = request.get("region", "us-east-1")
    key = (request["client"], region)
    if key not in clients:
        clients[key] = boto3.client(key[0], region_name=region, endpoint_url=endpoint, config=CONFIG)
    client = clients[key]
    params = request.get("params", {})
    if request.get("pages"):
        response = client.get_paginator(request["method"]).paginate(**params).build_full_result()
    else:
        response = getattr(client, request["method"])(**params)
    response.pop("ResponseMetadata", None)
    return {"answer": plain(response)}


def main():
    endpoint = sys.argv[1]
    clients = {}
    for line in sys.stdin:
        try:
            reply = answer(endpoint, clients, json.loads(line))
        except botocore.exceptions.ClientError as error:
            details = error.response.get("Error", {})
            status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
            reply = {"error": str(details.get("Code")), "status": status, "message": str(error)}
        except Exception as error:  # whatever botocore cannot parse or send
            reply = {"error": type(error).__name__, "status": 0, "message": str(error)}
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
