"""`tashil form preview`: DESIGN.md, 8. The tablet app itself, on a display without a screen (Xvfb), told its steps line by line."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "platform/linux/walk"))

import tashil
from form_convert_test import workbook
from tablet import Tablet
from tashil import TIMEOUT, run

SURVEY = "type,name,label\ninteger,age,Age\ntext,job,Job\n"
BROKEN = "type,name,label\ninteger,age,Age\nnumber of,job,Job\n"


def sheet(text):
    return {"survey": [line.split(",") for line in text.splitlines()]}


class FormPreview(tashil.Case):
    @classmethod
    def setUpClass(cls):
        reading, writing = os.pipe()
        cls.screen = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                                      pass_fds=(writing,), stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as display:  # Xvfb writes its number once it can be used
            cls.display = ":" + display.readline().strip()

    @classmethod
    def tearDownClass(cls):
        cls.screen.terminate()
        cls.screen.wait(TIMEOUT)

    def setUp(self):
        super().setUp()
        self.temporary = self.folder / "temporary"
        self.home = self.folder / "home"
        before = dict(os.environ)
        self.addCleanup(lambda: (os.environ.clear(), os.environ.update(before)))
        for name, folder in (("TMPDIR", self.temporary), ("HOME", self.home), ("XDG_DATA_HOME", self.home / "data")):
            folder.mkdir(exist_ok=True)
            os.environ[name] = str(folder)
        for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
            os.environ.pop(name, None)
        os.environ["DISPLAY"] = self.display

    def preview(self, form, *more):
        tablet = Tablet([tashil.binary(), "form", "preview", str(form), "--walk", "--shots", str(self.folder), *more],
                        self.folder / "preview.log")
        self.addCleanup(self.end, tablet)
        tablet.wait("preview.loads === 1")
        return tablet

    def end(self, tablet):
        tablet.kill()
        for stream in (tablet.process.stdin, tablet.process.stdout):
            stream.close()

    def labels(self, tablet):
        return [row["label"] for row in tablet.must("rows", js="app.fill.questions")]

    def saved(self, tablet, loads):
        """The app has taken up what was written."""
        tablet.wait(f"preview.loads === {loads}", TIMEOUT, ["preview.loads", "preview.problems.count"])

    def assertNothingLeft(self):
        self.assertEqual([path.name for path in self.temporary.glob("tashilgar*")], [])
        self.assertEqual(list((self.home / "data").iterdir()), [])

    def test_a_workbook_is_followed_through_an_edit_a_mistake_and_its_mending(self):
        book = workbook(self.folder / "census.xlsx", sheet(SURVEY))
        tablet = self.preview(book, "--language", "en", "--size", "1280x800")
        tablet.must("press", name="previewStrip")  # it says on the screen that nothing is kept
        self.assertEqual(self.labels(tablet), ["Age"])
        self.assertTrue(tablet.do("app.fill.answer", "/data/age", "33"))
        tablet.must("press", name="next")
        tablet.wait("app.fill.currentRef === '/data/job'")

        fresh = workbook(self.folder / "new.xlsx", sheet(SURVEY.replace("Job", "Work") + "text,street,Street\n"))
        os.replace(fresh, book)
        self.saved(tablet, 2)
        self.assertEqual(self.labels(tablet), ["Work"])
        self.assertEqual(tablet.do("app.fill.answerOf", "/data/age"), "33")

        whole = book.read_bytes()
        book.write_bytes(whole[:len(whole) // 2])
        self.saved(tablet, 3)
        tablet.must("press", name="problem_0")
        self.assertEqual(tablet.do("preview.problems.stopCount"), 1)
        self.assertEqual(self.labels(tablet), ["Work"])  # beneath

        book.unlink()
        os.replace(workbook(self.folder / "new.xlsx", sheet(SURVEY.replace("Job", "Trade"))), book)
        self.saved(tablet, 4)
        self.assertEqual(tablet.do("preview.problems.count"), 0)
        self.assertEqual(self.labels(tablet), ["Trade"])
        self.assertEqual(tablet.do("app.fill.answerOf", "/data/age"), "33")
        tablet.must("press", name="back")
        tablet.wait("app.fill.currentRef === '/data/age'")
        tablet.quit()
        self.assertNothingLeft()

    def test_a_mistake_in_a_sheet_is_told_with_its_row_in_the_language_of_the_app(self):
        self.file("census/survey.csv", BROKEN)
        tablet = self.preview(self.folder / "census")
        tablet.must("press", name="problem_0")
        problem = tablet.must("rows", js="preview.problems")[0]
        self.assertEqual(problem["severity"], "error")
        self.assertIn("ردیف", problem["place"])
        self.assertFalse(tablet.do("app.fill.open"))
        tablet.must("do", js="app.settings.language = 'en'")
        tablet.wait("preview.loads === 2")
        self.assertIn("row 3", tablet.must("rows", js="preview.problems")[0]["place"])
        self.file("census/survey.csv", SURVEY)
        self.saved(tablet, 3)
        tablet.wait("app.fill.open")
        self.assertEqual(self.labels(tablet), ["Age"])
        tablet.quit()

    @unittest.skip("about one time in two the problems do not come back: a fault of the page or of this test, not found yet")
    def test_the_problems_can_be_put_aside_and_looked_at_again(self):
        survey = self.file("census/survey.csv", SURVEY)
        tablet = self.preview(self.folder / "census", "--language", "en")
        survey.write_text(BROKEN, encoding="utf-8")
        self.saved(tablet, 2)
        tablet.must("press", name="closeProblems")
        tablet.must("press", name="next")  # beneath
        tablet.must("press", name="previewProblems")
        tablet.must("press", name="problem_0")
        tablet.quit()

    def test_a_file_that_the_form_brings_is_followed_too(self):
        form = self.file("census.md", "| survey |\n| | type | name | label |\n| | select_one_from_file wards.csv | ward | Ward |\n")
        tablet = self.preview(form, "--language", "en")
        choices = "app.fill.questions.at(0).choices"
        self.assertEqual(tablet.must("rows", js=choices), [])
        self.file("census.md-media/wards.csv", "name,label\na,Abshar\n")
        self.saved(tablet, 2)
        self.assertEqual([row["label"] for row in tablet.must("rows", js=choices)], ["Abshar"])
        tablet.quit()

    def test_finishing_keeps_nothing_and_says_so(self):
        self.file("census/survey.csv", SURVEY)
        tablet = self.preview(self.folder / "census", "--language", "en")
        self.assertTrue(tablet.do("app.fill.answer", "/data/age", "33"))
        tablet.do("app.fill.goToEnd()")
        tablet.must("press", name="finish")
        tablet.wait("preview.finished && !app.fill.open")
        self.assertEqual((tablet.do("app.outbox.count"), tablet.do("app.today.waiting")), (0, 0))
        tablet.must("press", text="Fill it again")
        tablet.wait("app.fill.open")
        self.assertEqual(tablet.do("app.fill.answerOf", "/data/age"), "")
        tablet.quit()
        self.assertNothingLeft()

    def test_a_terminal_that_ends_it_leaves_nothing_either(self):
        (self.temporary / "tashilgar-preview-killed" / "store").mkdir(parents=True)  # a run before, that had no time to tidy up
        self.file("census/survey.csv", SURVEY)
        tablet = self.preview(self.folder / "census")
        self.assertEqual(len(list(self.temporary.glob("tashilgar-preview-*"))), 1)
        tablet.process.send_signal(signal.SIGINT)
        self.assertEqual(tablet.process.wait(TIMEOUT), 0)
        self.assertNothingLeft()

    def test_what_cannot_be_shown_is_one_sentence_and_status_1(self):
        form = self.file("census.md", "| survey |\n")
        alone = self.folder / "alone" / "tashil"
        alone.parent.mkdir()
        shutil.copy(tashil.binary(), alone)
        for command, word in (([tashil.binary(), "form", "preview", self.folder / "nowhere.xlsx"], "nowhere.xlsx"),
                              ([alone, "form", "preview", form], "tashilgar")):
            done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=TIMEOUT)
            self.assertEqual((done.returncode, done.stdout, len(done.stderr.splitlines())), (1, "", 1), done.stderr)
            self.assertIn(word, done.stderr)
        for display in (None, ":987654"):
            os.environ.pop("DISPLAY") if display is None else os.environ.update(DISPLAY=display)
            outcome = run("form", "preview", form)
            self.assertEqual((outcome.status, outcome.out, len(outcome.errors)), (1, "", 1), outcome.err)
            self.assertIn("display", outcome.err)
        self.assertNothingLeft()

    def test_wrong_use_is_status_2(self):
        form = self.file("census.md", "| survey |\n")
        for arguments in ([], [form, "--language", "tlh"], [form, "--size", "large"]):
            self.assertEqual(run("form", "preview", *arguments).status, 2, arguments)


if __name__ == "__main__":
    tashil.main()
