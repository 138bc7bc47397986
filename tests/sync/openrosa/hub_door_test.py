#!/usr/bin/env python3
"""The OpenRosa door of `tashilgar-hub`, from outside: our own OpenRosa client, a session of ODK Collect in curl, and people who
mean no good."""
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parent.parent / "badlink")]
from tashil_test import Tablet

PROGRAMS = pathlib.Path(sys.argv[1])
HERE = pathlib.Path(__file__).resolve().parent
FORM = """<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
<h:head><h:title>Visit</h:title><model><instance><data id="visit" version="1">
<door/><called/><photo/><again/><orx:meta><orx:instanceID/></orx:meta></data></instance>
<instance id="blocks" src="jr://file-csv/blocks.csv"/>
<bind nodeset="/data/door" type="string"/>
<bind nodeset="/data/called" type="string" calculate="instance('blocks')/root/item[name = /data/door]/label"/><bind nodeset="/data/photo" type="binary"/><bind nodeset="/data/again" type="binary"/>
<bind nodeset="/data/orx:meta/orx:instanceID" type="string" readonly="true()" jr:preload="uid"/>
</model></h:head><h:body><select1 ref="/data/door"><label>Door</label>
<itemset nodeset="instance('blocks')/root/item"><value ref="name"/><label ref="label"/></itemset></select1>
<upload ref="/data/photo" mediatype="image/*"><label>Photo</label><hint>See jr://images/help.png</hint></upload>
<upload ref="/data/again" mediatype="image/*"><label>Another</label></upload></h:body></h:html>
"""
RECORD = """<data id="visit" version="1" xmlns:orx="http://openrosa.org/xforms"><door>{door}</door><photo>{photo}</photo>
<orx:meta><orx:instanceID>{instance}</orx:instanceID></orx:meta></data>"""


class Hub:
    def __init__(self, folder):
        self.folder = folder
        programme = folder / "programme"
        (programme / "forms").mkdir(parents=True)
        (programme / "programme.json").write_text(json.dumps({"programme": {"id": "p1", "name": "شمال"}, "people": [
            {"username": "zahra", "name": "Zahra", "role": "facilitator", "office": ""}]}))
        (programme / "forms/visit.xml").write_text(FORM)
        (programme / "blocks.csv").write_text("name,label,__version\nB03,بلوک ۳,1\nB04,بلوک ۴,1\n")
        self.log = open(folder / "hub.log", "wb")
        self.process = subprocess.Popen([PROGRAMS / "tashilgar-hub", "serve", "--plain-http", "--data", folder / "hub", "--programme",
                                         programme, "--max-file", "2"], stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        assert line.startswith("listening "), (folder / "hub.log").read_text()
        self.port = int(re.search(r":(\d+) ", line)[1])

    def ask(self, *arguments, status=0):
        done = subprocess.run([PROGRAMS / "tashilgar-hub", *map(str, arguments), "--data", self.folder / "hub"],
                              capture_output=True, text=True, timeout=60)
        assert done.returncode == status, f"{arguments}: {done.stdout}{done.stderr}"
        return done.stdout

    def app_user(self):
        said = dict(line.split(" ", 1) for line in self.ask("app-user", "add", "--username", "zahra", "--name", "گوشی").splitlines())
        return said["app-user"], said["url"], said["settings"]

    def records(self):
        return json.loads(self.ask("records", "--json"))["records"]

    def memory(self):
        """Megabytes of it that are in the machine's memory."""
        return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{self.process.pid}/status").read_text())[1]) / 1024

    def stop(self):
        self.process.terminate()
        assert self.process.wait(30) == 0
        self.log.close()


def own_client(hub, folder):
    user, url, settings = hub.app_user()
    for name, enrol in {"by-url": ("--openrosa", url), "by-code": ("--qr", settings)}.items():
        tablet = Tablet(folder / name)
        tablet.run("sync", "enrol", *enrol)
        tablet.run("sync", "run")
        photos = []
        answers = folder / "answers.jsonl"
        steps = [{"op": "answer", "ref": "/data/door", "value": "B03"}]
        for question in ("photo", "again"):  # the two of them do not fit into one request
            photos.append(folder / f"{name}-{question}.jpg")
            photos[-1].write_bytes(os.urandom(1_900_000))
            steps.append({"op": "attach", "ref": f"/data/{question}", "file": str(photos[-1])})
        answers.write_text("".join(json.dumps(step) + "\n" for step in [*steps, {"op": "finish"}]))
        tablet.run("fill", "--form", "visit", "--answers", answers)
        before = {record["instanceId"] for record in hub.records()}
        said = json.loads(tablet.run("sync", "run").splitlines()[-1])
        assert said["safe"] == 1, said
        [arrived] = [record for record in hub.records() if record["instanceId"] not in before]
        assert arrived["state"] == "complete" and len(arrived["blobs"]) == 2, arrived
        table = folder / f"{name}-tables"
        hub.ask("export", "--out", table)
        assert f"بلوک ۳" in (table / "visit.csv").read_text(), "the list was not there when the form was filled"
        sums = sorted(subprocess.run(["sha256sum", photo], capture_output=True, text=True).stdout.split()[0] for photo in photos)
        assert sums == sorted(blob["sha256"] for blob in arrived["blobs"]), arrived
    hub.ask("app-user", "revoke", "--id", user)
    told = tablet.run("sync", "run", status=1)
    assert "sign-in-refused" in told, told
    hub.ask("app-user", "revoke", "--id", "nobody", status=1)
    listed = json.loads(hub.ask("app-user", "list", "--json"))
    assert [one["revokedAt"] is not None for one in listed] == [True], listed
    token = url.split("/key/")[1].split("/")[0]
    for path in [folder / "hub.log", *(folder / "hub").rglob("*")]:
        assert not path.is_file() or token.encode() not in path.read_bytes(), f"the token stands in {path}"


def collect_session(hub, folder):
    _, url, _ = hub.app_user()
    session = folder / "session"
    session.mkdir()
    (session / "photo.jpg").write_bytes(os.urandom(50_000))
    (session / "record.xml").write_text(RECORD.format(door="B03", photo="photo.jpg", instance="uuid:c0"))
    done = subprocess.run(["bash", HERE / "collect_session.sh", url, session], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (session / "form.xml").read_text() == FORM
    assert "B03,بلوک ۳,1" in (session / "file").read_text()


class Wire:
    """One connection that sends whatever it likes."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=90)

    def send(self, text):
        try:
            self.socket.sendall(text if isinstance(text, bytes) else text.encode())
            return True
        except OSError:
            return False

    def status(self):
        """Of the answer; 0 when the hub closed without one."""
        data = b""
        try:
            while b"\r\n" not in data:
                piece = self.socket.recv(4096)
                if not piece:
                    return 0
                data += piece
        except OSError:
            return 0
        return int(data.split()[1])


def hostile(hub, folder):
    _, url, _ = hub.app_user()
    path = url.split(str(hub.port), 1)[1]
    before = hub.memory()
    found = {}

    def post(record, files=(), kind="multipart/form-data; boundary=b"):
        body = b""
        for name, content in [("xml_submission_file", record), *files]:
            body += f'--b\r\nContent-Disposition: form-data; name="{name}"; filename="{name}"\r\n\r\n'.encode() + content + b"\r\n"
        body += b"--b--\r\n"
        wire = Wire(hub.port)
        wire.send(f"POST {path}/submission HTTP/1.1\r\nHost: h\r\nX-OpenRosa-Version: 1.0\r\nContent-Type: {kind}\r\n"
                  f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        return wire.status()

    def get(target):
        wire = Wire(hub.port)
        wire.send(f"GET {target} HTTP/1.1\r\nHost: h\r\nX-OpenRosa-Version: 1.0\r\n\r\n")
        return wire.status()

    def headers():
        wire = Wire(hub.port)
        wire.send("GET / HTTP/1.1\r\nHost: h\r\n")
        for _ in range(1000):
            if not wire.send("X: y\r\n" * 1000):
                break
        return wire.status()

    def part_headers():
        return post(b"<x/>\r\n--b\r\n" + b"X: y\r\n" * 1_000_000)

    def slow(first, drip, seconds):
        wire = Wire(hub.port)
        wire.send(first)
        began = time.monotonic()
        while wire.send(drip) and time.monotonic() - began < seconds:
            time.sleep(1)
            wire.socket.setblocking(False)
            try:
                if wire.socket.recv(1, socket.MSG_PEEK) == b"":
                    break
                break
            except BlockingIOError:
                pass
            except OSError:
                break
            finally:
                wire.socket.settimeout(90)
        return round(time.monotonic() - began)

    submission = f"POST {path}/submission HTTP/1.1\r\nHost: h\r\nX-OpenRosa-Version: 1.0\r\nContent-Type: multipart/form-data; boundary=b\r\n"
    slow_ones = {
        "a header that does not end": lambda: slow("GET / HTTP/1.1\r\n", "X: y\r\n", 40),
        "a body of a byte a second": lambda: slow(submission + "Content-Length: 90000\r\n\r\n", "x", 120),
    }
    threads = [threading.Thread(target=lambda name=name, run=run: found.update({name: run()})) for name, run in slow_ones.items()]
    for thread in threads:
        thread.start()

    laughs = "".join(f'<!ENTITY {chr(98 + i)} "{"&" + chr(97 + i) + ";"}{"&" + chr(97 + i) + ";"}">' for i in range(20))
    sql = "x'); DROP TABLE records; --\"; SELECT * FROM devices WHERE '1'='1"
    # XML has no place for these characters unescaped
    quoted = sql.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")
    checks = {
        "a million headers": (headers(), {431, 0}),
        "a million headers of a part": (part_headers(), {400}),
        "a record that laughs a million times": (post(f'<!DOCTYPE x [<!ENTITY a "ha">{laughs}]><data id="visit" version="1">&u;</data>'.encode()), {400}),
        "an outside entity": (post(b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><data id="visit" version="1"><door>&a;</door></data>'), {400}),
        "elements a million deep": (post(b"<a>" * 1_000_000), {400}),
        "a million attributes": (post(b"<data " + b"".join(b'a%d="" ' % i for i in range(300_000)) + b"/>"), {400, 413}),
        "a record that names a path": (post(RECORD.format(door="B03", photo="../../hub.key", instance="uuid:t1").encode(),
                                            [("../../hub.key", b"mine")]), {400}),
        "a file that names a path": (post(RECORD.format(door="B03", photo="p.jpg", instance="uuid:t2").encode(),
                                          [("../../hub.key", b"mine"), ("..\\\\p.jpg", b"mine")]), {202}),
        "a path out of the forms": (get(f"{path}/forms/visit/versions/1/attachments/..%2F..%2Fhub.key"), {404}),
        "another project": (get(path.replace("projects/1", "projects/2") + "/formList"), {404}),
        "another token": (get(re.sub("key/.", "key/_", path) + "/formList"), {401, 200 if "/key/_" in path else 401}),
        "SQL in the token": (get("/v1/key/%27%20OR%201%3D1--/projects/1/formList"), {401}),
        "SQL in a form's name": (get(f"{path}/forms/x%27%3B%20DROP%20TABLE%20forms%3B--/manifest"), {404}),
        "SQL in a list's name": (get(f"{path}/datasets/x%27%3B--/integrity?id=%27%20OR%201%3D1"), {404}),
        "SQL in a form list's question": (get(f"{path}/formList?formID=%27%20OR%20%271%27%3D%271"), {200}),
        "SQL in every field of a record": (post(RECORD.format(door=quoted, photo="", instance=quoted).encode()), {201}),
        "a nul in the path": (get(f"{path}/forms/visit%00/manifest"), {404, 400}),
        "a request that is none": (get("not an address"), {400}),
        "no multipart at all": (post(b"x", kind="application/json"), {400}),
        "a boundary that is none": (post(b"x", kind="multipart/form-data; boundary=" + "b" * 200), {400}),
    }
    for name, (status, allowed) in checks.items():
        assert status in allowed, f"{name}: {status}"
        print(f"  {name}: {status or 'cut'}")
    for thread in threads:
        thread.join()
    assert found["a header that does not end"] <= 15, found
    assert found["a body of a byte a second"] <= 75, found
    print(f"  a header that does not end: cut after {found['a header that does not end']} s; "
          f"a body of a byte a second: after {found['a body of a byte a second']} s")

    [injected] = [record for record in hub.records() if "DROP TABLE" in record["instanceId"]]
    assert injected["state"] == "complete", injected
    assert get(path + "/formList") == 200
    assert not list((folder / "hub/blobs/received").iterdir())
    after = hub.memory()
    assert after < before + 150, f"the hub grew from {before:.0f} to {after:.0f} MB"
    print(f"  and the hub serves on, {before:.0f} MB before and {after:.0f} MB after")


def main():
    with tempfile.TemporaryDirectory(prefix="door-") as name:
        folder = pathlib.Path(name)
        hub = Hub(folder)
        try:
            own_client(hub, folder)
            print("our own client: forms and lists arrive, records leave in several requests, by address and by settings code")
            if shutil.which("curl"):
                collect_session(hub, folder)
                print("a session of ODK Collect, in curl")
            hostile(hub, folder)
            print("hostile input is refused, and nothing stops")
        finally:
            hub.stop()


main()
