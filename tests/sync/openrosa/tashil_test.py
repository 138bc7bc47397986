#!/usr/bin/env python3
"""The program `tashil` against an OpenRosa server behind a socket: forms arrive, records with photos leave, over http with
Digest and over https with a certificate that an authority vouches for; and no byte goes where nobody vouches."""
import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zlib

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parent.parent / "badlink")]
import odk_server
from town import FORM

PROGRAMS = pathlib.Path(sys.argv[1])


class Tablet:
    """The data folder of one tablet, on which `tashil` and the app take turns."""

    def __init__(self, folder, environment=None):
        self.folder = pathlib.Path(folder)
        (self.folder / "keys").mkdir(parents=True)
        self.environment = {**os.environ, **(environment or {})}

    def run(self, *arguments, status=0):
        done = subprocess.run([PROGRAMS / "tashil", *map(str, arguments), "--store", self.folder / "store",
                               "--key-file", self.folder / "keys/store"], capture_output=True,
                              text=True, timeout=120, env=self.environment)
        assert done.returncode == status, f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def fill(self, photo):
        answers = self.folder / "answers.jsonl"
        steps = [{"op": "answer", "ref": "/data/door", "value": "B03"}, {"op": "attach", "ref": "/data/photo", "file": str(photo)},
                 {"op": "finish"}]
        answers.write_text("".join(json.dumps(step) + "\n" for step in steps))
        self.run("fill", "--form", "visit", "--answers", answers)

    def walk(self, *steps):
        """The app, with its pages off the screen."""
        done = subprocess.run([PROGRAMS / "tashilgar", "-platform", "offscreen", "--data", self.folder, "--keys-in-file", "--walk"],
                              input="".join(json.dumps(step) + "\n" for step in steps), capture_output=True, text=True, timeout=180)
        assert done.returncode == 0 and all(json.loads(line)["ok"] for line in done.stdout.splitlines()), done.stdout + done.stderr

    def records(self):
        return [json.loads(line) for line in self.run("sync", "list").splitlines()]


def walk(folder, name, server, *enrol, environment=None):
    """Joins, takes the forms, sends two records with photos; the server must hold them byte for byte."""
    tablet = Tablet(folder / name, environment)
    tablet.run("sync", "enrol", *enrol)
    tablet.run("sync", "run")
    photos = []
    for number in range(2):
        photos.append(folder / f"{name}-{number}.jpg")
        photos[-1].write_bytes(os.urandom(30_000))
        tablet.fill(photos[-1])
    said = json.loads(tablet.run("sync", "run").splitlines()[-1])
    assert said["reason"] == "nothing-to-do" and said["safe"] == 2, said
    sent = [next(iter(files.values())) for _, files in server.records.values()]
    assert sorted(sent) == sorted(photo.read_bytes() for photo in photos), "the photos are not what was recorded"
    for record in tablet.records():
        assert record["state"] == "safe" and record["receipt"]["signed"] is False, record
    before = len(server.log)
    tablet.run("sync", "run")
    assert [path.rsplit("/", 1)[-1] for _, path in server.log[before:] if "Digest" not in path][-2:] == ["formList", "manifest"], server.log[before:]


def walk_with_app(folder, server, username, password):
    """The same by the app: a person joins, forms arrive, a record leaves."""
    tablet = Tablet(folder / "app")
    join = f"app.enrolment.join('{server.url}', '', '{username}', '{password}')"
    tablet.walk({"op": "do", "js": join}, {"op": "wait", "js": "app.enrolment.joined && app.forms.total > 0", "seconds": 60})
    photo = folder / "app.jpg"
    photo.write_bytes(os.urandom(90_000))
    tablet.fill(photo)
    before = set(server.records)
    tablet.walk({"op": "do", "js": "app.sync.now()"}, {"op": "wait", "js": "app.today.waiting === 0", "seconds": 60})
    [arrived] = set(server.records) - before
    assert photo.read_bytes() in server.records[arrived][1].values(), "the photo is not what was recorded"
    assert [record["receipt"]["signed"] for record in tablet.records()] == [False]


def certificate(folder):
    """An authority of our own and a server it vouches for."""
    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Test authority", "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=server", "-keyout", "server.key", "-out", "server.csr")
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1\n")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "names",
            "-out", "server.pem")
    return folder / "server.pem", folder / "server.key"


def main():
    with tempfile.TemporaryDirectory(prefix="openrosa-") as name:
        folder = pathlib.Path(name)
        (folder / "password").write_text(odk_server.PASSWORD + "\n")

        kobo = odk_server.Server(digest=True, advised=40_000)
        kobo.forms["visit"] = ("1", FORM, {"help.png": b"a picture"})
        walk(folder, "kobo", kobo, "--openrosa", kobo.url, "--username", odk_server.USER, "--password-file", folder / "password")
        print("over http with Digest: two records with photos")
        if (PROGRAMS / "tashilgar").exists():
            kobo.advised = 100_000
            walk_with_app(folder, kobo, odk_server.USER, odk_server.PASSWORD)
            print("the app: joined by address, name and password, and a record with its photo")
        (folder / "wrong").write_text("wrong\n")
        stranger = Tablet(folder / "stranger")
        told = stranger.run("sync", "enrol", "--openrosa", kobo.url, "--username", odk_server.USER, "--password-file", folder / "wrong", status=1)
        assert "client.sign-in-refused" in told, told
        kobo.close()

        central = odk_server.Server(base="/v1/key/t0ken/projects/7", tls=certificate(folder))
        central.forms["visit"] = ("1", FORM, {})
        settings = json.dumps({"general": {"server_url": central.url}, "project": {"name": "Kermanshah"}, "admin": {}})
        code = base64.b64encode(zlib.compress(settings.encode())).decode()
        walk(folder, "central", central, "--qr", code, environment={"SSL_CERT_FILE": str(folder / "ca.pem")})
        print("over https from a settings code: two records with photos")
        before = len(central.log)
        told = Tablet(folder / "careful").run("sync", "enrol", "--qr", code, status=1)
        assert "client.certificate-untrusted" in told and len(central.log) == before, told
        print("where nobody vouches for the server not one request leaves")
        central.close()


if __name__ == "__main__":
    main()
