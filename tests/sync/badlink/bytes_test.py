"""What sync costs, counted without TLS by a wire that can read: bytes and requests of a hundred records, of one alone, of the
question whether anything is new; and what a cut at 90 % of a file costs, both ways. The figures stand in sync/client/DESIGN.md;
the limits here are what was measured and a tenth more, so that a change that costs is seen."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

from town import Tablet, Town
from wire import Wire


class Cost(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.town = Town(PROGRAMS, folder.name, 20261127)
        self.media = self.town.dice.randbytes(500_000)
        (self.town.folder / "programme/forms/visit-media").mkdir()
        (self.town.folder / "programme/forms/visit-media/map.png").write_bytes(self.media)
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
        for number in range(100):
            self.tablet.fill(f"B03-{number:03}", 0)
        hundred = self.sync()
        self.assertLess(self.tell("100 records without media", hundred, 100), 420)
        self.assertLessEqual(len(hundred), 5)
        self.tablet.fill("B03-100", 0)
        one = [request for request in self.sync() if request.method == "POST"]
        self.tell("a lone record", one)
        self.assertEqual(len(one), 1)
        news = self.sync()
        self.assertLess(self.tell("is anything new", news), 900)
        self.assertLessEqual(len(news), 2)

    def test_a_cut_upload(self):
        self.tablet.fill("photo", 500_000)
        self.wire.cut_once("PATCH", "up", 194_000)  # in the piece that brings it to 450 kB
        sent = sum(request.body_up for request in self.sync() if request.method == "PATCH")
        print(f"a file of 500,000 B cut at 90 %: {sent - 500_000} B sent again")
        self.assertLessEqual(sent - 500_000, 64_000)
        self.assertEqual([record["state"] for record in self.tablet.records()], ["safe"])


if __name__ == "__main__":
    PROGRAMS = pathlib.Path(sys.argv.pop(1))
    unittest.main()
