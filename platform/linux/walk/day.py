"""Fills forms on the tablet from prepared answers: tests/data/walk/README.md has the words of those files."""
import datetime
import json
import pathlib
import re

from tablet import Tablet, Trouble


class Day:
    def __init__(self, tablet: Tablet, answers: pathlib.Path, pictures):
        """`pictures` maps (file, ref) to the name of a picture to take when that question is on the page."""
        self.tablet, self.answers, self.pictures = tablet, answers, pictures
        self.form = ""

    def play(self, name):
        """One file of answers; the form is finished in the end."""
        for number, line in enumerate((self.answers / f"{name}.jsonl").read_text(encoding="utf-8").splitlines(), 1):
            step = json.loads(line)
            try:
                getattr(self, "do_" + step["op"].replace(".", "_"))(step)
                self.picture(name, step.get("ref"))
            except Trouble as trouble:
                raise Trouble(f"{name}.jsonl, line {number}: {trouble}") from None

    def picture(self, name, ref):
        shot = self.pictures.get((name, ref))
        if shot:
            self.tablet.do("app.fill.goTo", ref)
            self.tablet.shot(shot)

    def value(self, step):
        text = re.sub(r"\{today(?:\+(\d+))?\}",
                      lambda m: (datetime.date.today() + datetime.timedelta(int(m[1] or 0))).isoformat(), step["value"])
        choice = re.fullmatch(r"\{choice:(.*)\}", text)
        return self.choice(step["ref"], choice[1]) if choice else text

    def choice(self, ref, label):
        """The value of the offered choice whose label contains `label`, found as a person finds it: on the page."""
        self.tablet.do("app.fill.goTo", ref)
        questions = "app.fill.questions"
        choices = self.tablet.must("rows", js=f"{questions}.at({questions}.rowOf({json.dumps(ref)})).choices")
        found = [choice["value"] for choice in choices if label in choice["label"]]
        if len(found) != 1:
            raise Trouble(f"{len(found)} choices of {ref} contain {label}: {[c['label'] for c in choices][:20]}")
        return found[0]

    def do_open(self, step):
        self.form = step["form"]
        if not self.tablet.do("app.fill.openForm", self.form):
            raise Trouble(f"the form does not open: {self.tablet.do('app.fill.trouble')}")

    def do_answer(self, step):
        value = self.value(step)
        if not self.tablet.do("app.fill.answer", step["ref"], value):
            raise Trouble(f"{step['ref']} does not take {value}: {self.tablet.do('app.fill.trouble')}")

    def do_position(self, step):
        tablet = self.tablet
        tablet.do("app.fill.goTo", step["ref"])
        tablet.must("do", js="app.position.start()")
        tablet.wait("app.position.fixCount >= 5 && app.position.accuracyBest <= 8",
                    else_show=["app.position.state", "app.position.fixCount", "app.position.accuracyBest"])
        point = tablet.must("do", js="app.position.take()")
        tablet.must("do", js="app.position.stop()")
        self.do_answer({**step, "value": point})

    def do_attach(self, step):
        ref, file = step["ref"], str(self.answers / step["file"])
        media = {".jpg": "image/*", ".png": "image/*", ".ogg": "audio/*", ".wav": "audio/*"}.get(
            pathlib.Path(file).suffix, "*/*")
        self.tablet.do("app.capture.takeFile", ref, media, 0, file)
        self.tablet.wait(f"app.capture.trouble !== '' || app.fill.answerOf({json.dumps(ref)}) !== ''",
                         else_show=["app.capture.trouble", "app.fill.trouble"])
        trouble = self.tablet.do("app.capture.trouble")
        if trouble:
            raise Trouble(f"{ref} does not take {step['file']}: {trouble}")

    def do_repeat_add(self, step):
        if not self.tablet.do("app.fill.addRepeat", step["ref"]):
            raise Trouble(f"no further {step['ref']}: {self.tablet.do('app.fill.trouble')}")

    def do_expect(self, step):
        held = self.tablet.do("app.fill.answerOf", step["ref"])
        if held != step["value"]:
            raise Trouble(f"{step['ref']} holds {held!r}, expected {step['value']!r}")

    def do_finish(self, _):
        if not self.tablet.must("do", js="app.fill.finish()"):
            missing = self.tablet.must("rows", js="app.fill.missing")
            raise Trouble(f"{self.form} does not finish: {self.tablet.do('app.fill.trouble')} {missing}")
