"""The demonstration: a hub with its programme on this machine, and a tablet that belongs to it."""
import os
import pathlib
import subprocess

from day import Day
from hub import Hub, free_port
from tablet import Tablet, Trouble

# Who works today (assets/demo, staff.csv), and in which order the day goes.
PERSON = "n.karimi"
ANSWERS = ("household", "issue", "capacity", "obstacle", "meeting", "followup")

# Pictures of questions, while the forms are filled: (answers, ref) to name.
QUESTIONS = {
    ("household", "/data/place/block"): "fill-place",
    ("household", "/data/where/facade"): "fill-photo",
    ("household", "/data/iv/person[2]/edu"): "fill-member",
    ("household", "/data/iv/roster_check/roster_ok"): "fill-roster",
    ("household", "/data/iv/services/s_net"): "fill-services",
    ("household", "/data/iv/hope/top_need"): "fill-rank",
    ("issue", "/data/geo/ln"): "fill-trace",
    ("issue", "/data/weight/severity"): "fill-range",
    ("meeting", "/data/att[3]/att_g/a_age_in"): "fill-attendee",
    ("meeting", "/data/dec[1]/d_due"): "fill-date",
    ("followup", "/data/step/letter"): "fill-file",
}
PLACES = ("today", "forms", "records", "outbox", "settings")


class Demo:
    def __init__(self, root: pathlib.Path, build: pathlib.Path, folder: pathlib.Path):
        self.root, self.build, self.folder = root, build, folder
        self.answers = root / "tests/data/walk"
        self.hub = Hub(build / "bin/tashilgar-hub", folder / "hub", folder / "hub.log")
        self.tablet = None
        folder.mkdir(parents=True, exist_ok=True)

    def prepare_hub(self):
        """Loaded once for a folder; the port stays the same, because the tablet knows the address."""
        port = self.folder / "port"
        if port.exists():
            wanted = int(port.read_text())
            self.hub.port = free_port(wanted)
            if self.hub.port != wanted:
                raise Trouble(f"port {wanted}, where the tablet of {self.folder} looks for its hub, is taken by another program; "
                              f"end that program, or begin anew by removing {self.folder}")
        else:
            self.hub.load(self.root / "assets/demo", self.build / "forms")
        port.write_text(str(self.hub.port))
        self.hub.start()

    def command(self, *more):
        return [str(self.build / "bin/tashilgar"), "--data", str(self.folder / "tablet"), *map(str, more)]

    def track(self):
        return self.answers / "track.nmea"

    def open(self):
        """The hub and the app's window, until it is closed. A second time it is the same tablet."""
        self.prepare_hub()
        print(f"The hub listens on 127.0.0.1:{self.hub.port}; its data is in {self.hub.data}. Close the window to end.")
        invitation = self.hub.invitation(PERSON)
        return subprocess.call(self.command("--enrol", invitation, "--nmea", self.track()))

    def walk(self, short=False):
        """One working day by script, offline in its middle. Returns the hub's summary of the morning."""
        self.prepare_hub()
        morning = self.hub.summary()
        shots = self.folder.parent / "shots"
        screen = [] if os.environ.get("TASHILGAR_WALK_ON_DISPLAY") else [
            "xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
        self.tablet = Tablet(
            screen + self.command("--walk", "--shots", shots, "--keys-in-file", "--language", "fa", "--size", "1280x800",
                                  "--nmea", self.track(), "--track-second", 20), self.folder / "tablet.log")
        tablet = self.tablet
        tablet.wait("app.enrolment.step !== ''")
        tablet.shot("enrol")

        say("The tablet joins the office and takes forms and lists")
        tablet.do("app.enrolment.join", self.hub.invitation(PERSON), "")
        tablet.wait("app.enrolment.joined", 60, ["app.enrolment.trouble"])
        tablet.wait("app.forms.count === 6 && app.sync.phase === 'waiting'", 120,
                    ["app.forms.count", "app.sync.title", "app.sync.phase"])
        tablet.do("app.enrolment.finish()")

        say("The hub goes away; six records are made offline")
        self.hub.stop()
        tablet.do("app.sync.now()")
        tablet.wait("app.sync.offline", 60, ["app.sync.phase", "app.sync.title"])
        day = Day(tablet, self.answers, {} if short else QUESTIONS)
        for name in ANSWERS:
            day.play(name)
            say(f"  {name}")
        tablet.wait(f"app.today.waiting === {len(ANSWERS)}", else_show=["app.today.waiting", "app.today.made"])
        self.places("offline-", PLACES[:1] if short else ("today", "outbox"))

        say("The hub is back; the batch goes")
        self.hub.start()
        tablet.do("app.sync.now()")
        tablet.wait(f"app.today.safe === {len(ANSWERS)} && app.today.waiting === 0", 120,
                    ["app.today.safe", "app.today.waiting", "app.today.refused", "app.sync.title", "app.sync.sentence"])

        for language in ("fa",) if short else ("fa", "en"):
            tablet.must("do", js=f"app.settings.language = '{language}'")
            self.places(f"{language}-", PLACES)
        if not short:
            self.forms()
        tablet.quit()
        return morning

    def places(self, prefix, names):
        for name in names:
            self.tablet.must("do", js=f"place = '{name}'")
            self.tablet.shot(prefix + name)

    def forms(self):
        """A fresh form in each language, wide and narrow."""
        for language in ("en", "fa"):
            self.tablet.must("do", js=f"app.settings.language = '{language}'")
            for size in ((1280, 800), (420, 860)):
                self.tablet.must("resize", width=size[0], height=size[1])
                if not self.tablet.do("app.fill.openForm", "tsh_asset"):
                    raise Trouble("a fresh form does not open")
                self.tablet.shot(f"{language}-fill-{size[0]}")
                self.tablet.do("app.fill.close()")
        self.tablet.must("resize", width=1280, height=800)

    def end(self):
        if self.tablet:
            self.tablet.kill()
        self.hub.stop()


def say(text):
    print(text, flush=True)
