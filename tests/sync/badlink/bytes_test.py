"""What sync costs, counted without TLS by a wire that can read: bytes and requests of a hundred records, of one alone, of the
question whether anything is new; and what a cut at 90 % of a file costs, both ways. The figures stand in sync/client/DESIGN.md;
the limits here are the project's own bars."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

import survey
from town import FORM, Tablet, Town
from wire import Wire

MEDIA = 500_000


class Cost(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.town = Town(PROGRAMS, folder.name, 20261127)
        forms = self.town.folder / "programme/forms"
        (forms / "survey.xml").write_text(survey.form())
        self.town.start_hub()  # makes the folder
        self.town.kill_hub()
        command = [PROGRAMS / "tashilgar-hub", "serve", "--plain-http", "--data", self.town.folder / "hub", "--listen", f"127.0.0.1:{self.town.port}"]
        self.town.hub = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(self.town.kill_hub)
        self.assertIn("listening http", self.town.hub.stdout.readline())
        self.wire = Wire(pathlib.Path(self.town.folder / "hub"), self.town.port)
        self.tablet = Tablet(self.town, "tablet")
        self.tablet.enrol(self.wire.port)
        self.sync()
        self.wire.take()

    def sync(self):
        self.tablet.run("sync", "run", "--wait", "60", "--longest-pause", "0.2")
        return self.wire.take()

    def tell(self, what, requests, each=1):
        up, down = sum(r.up for r in requests), sum(r.down for r in requests)
        shape = ", ".join(f"{r.method} {r.target.split('?')[0].removeprefix('/sync/v1/')[:12]} {r.up}+{r.down}" for r in requests[:6])
        print(f"{what}: {len(requests)} requests, {up} B up, {down} B down, {(up + down) / each:.0f} B each ({shape})")
        return (up + down) / each

    def test_records(self):
        self.tablet.survey(0)
        one = [request for request in self.sync() if request.method == "POST"]
        self.tell("a lone record of 4 kB", one)
        self.assertEqual(len(one), 1)
        payload, rest = one[0].body_up, one[0].up - one[0].body_up + one[0].down
        print(f"of it {payload} B are the record, {rest} B heads and receipt")
        self.assertLessEqual(payload, 770)
        self.assertLessEqual(rest, 450)

        for number in range(100):
            self.tablet.survey(number + 1)
        hundred = self.sync()
        self.assertLessEqual(self.tell("100 records of 4 kB", hundred, 100), 580)
        self.assertLessEqual(len(hundred), 3)

        news = self.sync()
        self.assertLessEqual(self.tell("is anything new", news), 400)
        self.assertEqual(len(news), 1)

    def test_a_cut_upload(self):
        self.tablet.fill("photo", MEDIA)
        self.wire.cut_once("PATCH", "up", 194_000)  # in the piece that brings it to 450 kB
        sent = sum(request.body_up for request in self.sync() if request.method == "PATCH")
        print(f"a file of {MEDIA} B cut at 90 %: {sent - MEDIA} B sent again")
        self.assertLessEqual(sent - MEDIA, 64_000)
        self.assertEqual([record["state"] for record in self.tablet.records()], ["safe"])

    def test_a_cut_download(self):
        form = FORM.replace('id="visit" version="1"', 'id="visit" version="2"')
        form += "<!-- " + self.town.dice.randbytes(MEDIA // 2).hex() + " -->"
        (self.town.folder / "programme/forms/visit.xml").write_text(form)
        self.town.ask_hub("import", "--programme", self.town.folder / "programme")
        self.wire.cut_once("GET", "down", 194_000)
        got = sum(request.body_down for request in self.sync() if "/blobs/" in request.target)
        print(f"a form of {len(form.encode())} B cut on its way down: {got - len(form.encode())} B came again")
        self.assertTrue(0 <= got - len(form.encode()) <= 64_000, got)
        self.assertIsNone(self.wire.cut)  # it did happen


if __name__ == "__main__":
    PROGRAMS = pathlib.Path(sys.argv.pop(1))
    unittest.main()
