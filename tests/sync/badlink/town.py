"""A hub and headless tablets as programs of their own, for tests of the link between them."""
import json
import os
import pathlib
import random
import socket
import subprocess

import survey

FORM = """<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
<h:head><h:title>Visit</h:title><model><instance><data id="visit" version="1">
<door/><people/><photo/><orx:meta><orx:instanceID/></orx:meta></data></instance>
<bind nodeset="/data/door" type="string"/><bind nodeset="/data/people" type="int"/><bind nodeset="/data/photo" type="binary"/>
<bind nodeset="/data/orx:meta/orx:instanceID" type="string" readonly="true()" jr:preload="uid"/>
</model></h:head><h:body><input ref="/data/door"><label>Door</label></input>
<input ref="/data/people"><label>People</label></input>
<upload ref="/data/photo" mediatype="image/*"><label>Photo</label></upload></h:body></h:html>
"""
PROGRAMME = {"programme": {"id": "p1", "name": "North"},
             "people": [{"username": "zahra", "name": "Zahra", "role": "facilitator", "office": ""}]}
PATIENCE = 120  # seconds for one command; a machine under load, not a measure of anything


class Town:
    def __init__(self, programs, folder, seed):
        self.programs, self.folder = pathlib.Path(programs), pathlib.Path(folder)
        self.dice = random.Random(seed)
        self.hub = None
        self.port = 0
        (self.folder / "programme/forms").mkdir(parents=True)
        (self.folder / "programme/programme.json").write_text(json.dumps(PROGRAMME))
        (self.folder / "programme/forms/visit.xml").write_text(FORM)

    def start_hub(self):
        command = [self.programs / "tashilgar-hub", "serve", "--data", self.folder / "hub", "--listen", f"127.0.0.1:{self.port}"]
        if not self.port:
            with socket.socket() as probe:  # the tablets know one address, so it must be there again after a death
                probe.bind(("127.0.0.1", 0))
                self.port = probe.getsockname()[1]
            command[-1] = f"127.0.0.1:{self.port}"
            command += ["--programme", self.folder / "programme"]
        with open(self.folder / "hub.log", "ab") as log:
            self.hub = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        line = self.hub.stdout.readline()
        if not line.startswith("listening "):
            raise AssertionError("the hub does not listen: " + (self.folder / "hub.log").read_text())

    def kill_hub(self):
        self.hub.kill()
        self.hub.wait()
        self.hub.stdout.close()

    def ask_hub(self, *arguments):
        done = subprocess.run([self.programs / "tashilgar-hub", *map(str, arguments), "--data", self.folder / "hub"],
                              capture_output=True, text=True, timeout=PATIENCE)
        if done.returncode:
            raise AssertionError(f"{arguments}: {done.stderr}")
        return done.stdout

    def records_at_hub(self):
        return json.loads(self.ask_hub("records", "--json"))["records"]

    def photo(self, size):
        path = self.folder / f"photo-{self.dice.getrandbits(64):x}.jpg"
        path.write_bytes(self.dice.randbytes(size))
        return path


class Tablet:
    """The data folder of one tablet, on which `tashil` and the app take turns."""

    def __init__(self, town, name):
        self.town, self.folder = town, town.folder / name
        (self.folder / "keys").mkdir(parents=True)

    def command(self, *arguments):
        return [str(self.town.programs / "tashil"), *map(str, arguments), "--store", str(self.folder / "store"),
                "--key-file", str(self.folder / "keys/store")]

    def run(self, *arguments):
        done = subprocess.run(self.command(*arguments), capture_output=True, text=True, timeout=PATIENCE)
        if done.returncode:
            raise AssertionError(f"{arguments}: {done.stderr}{done.stdout}")
        return done.stdout

    def enrol(self, port):
        invitation = self.town.ask_hub("enrol", "--username", "zahra", "--address", f"127.0.0.1:{port}").split()[1]
        self.run("sync", "enrol", "--invitation", invitation)

    def fill(self, door, photo_size):
        steps = [{"op": "answer", "ref": "/data/door", "value": door},
                 {"op": "answer", "ref": "/data/people", "value": str(self.town.dice.randint(1, 9))}]
        if photo_size:
            steps.append({"op": "attach", "ref": "/data/photo", "file": str(self.town.photo(photo_size))})
        self.answer("visit", steps)

    def survey(self, seed):
        self.answer("survey", survey.answers(seed))

    def answer(self, form, steps):
        answers = self.town.folder / "answers.jsonl"
        answers.write_text("".join(json.dumps(step) + "\n" for step in [*steps, {"op": "finish"}]))
        self.run("fill", "--form", form, "--answers", answers)

    def start_sync(self, wait):
        return subprocess.Popen(self.command("sync", "run", "--wait", wait, "--longest-pause", "0.5"), stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, text=True)

    def sync_by_app(self, patience):
        """The app, with its pages off the screen, until nothing waits any more."""
        steps = [{"op": "do", "js": "app.sync.now()"}, {"op": "wait", "js": "app.today.waiting === 0", "seconds": patience}]
        done = subprocess.run([str(self.town.programs / "tashilgar"), "-platform", "offscreen", "--data", str(self.folder),
                               "--keys-in-file", "--walk"], input="".join(json.dumps(step) + "\n" for step in steps),
                              capture_output=True, text=True, timeout=patience + PATIENCE)
        if done.returncode or not all(json.loads(line)["ok"] for line in done.stdout.splitlines()):
            raise AssertionError(f"the app did not send everything in {patience} s: {done.stdout}{done.stderr}")

    def records(self):
        return [json.loads(line) for line in self.run("sync", "list").splitlines()]


def soak():
    return "TASHILGAR_SOAK" in os.environ
