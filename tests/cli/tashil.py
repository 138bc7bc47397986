"""Runs `tashil` for the tests of this folder: once with arguments, or as a process that is told lines."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

TIMEOUT = 120  # seconds; a machine under load, not a measure of anything


def binary():
    return main.path


class Outcome:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout
        self.err = done.stderr
        self.errors = done.stderr.splitlines()


def run(*arguments, stdin=""):
    done = subprocess.run([binary(), *map(str, arguments)], input=stdin, capture_output=True, text=True, timeout=TIMEOUT,
                          encoding="utf-8")
    return Outcome(done)


class Lines:
    """A process that answers each line of JSON with one line; every reply is read before the next request is sent."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([binary(), *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, encoding="utf-8")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def raw(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def ask(self, **request):
        return self.raw(json.dumps(request))

    def end(self):
        """Closes standard input; the exit status."""
        if not self.process.stdin.closed:
            self.process.stdin.close()
            self.process.wait(TIMEOUT)
            self.process.stdout.close()
            self.process.stderr.close()
        return self.process.returncode


HEAD = ('<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
        'xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms" '
        'xmlns:orx="http://openrosa.org/xforms">')


def form(instance, model="", body="", title="Test"):
    """An XForm around an instance ('<age/><name/>'), the rest of the model, and a body."""
    return (f'{HEAD}<h:head><h:title>{title}</h:title><model><instance><data id="test" version="1">{instance}</data></instance>'
            f'{model}</model></h:head><h:body>{body}</h:body></h:html>')


class Case(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.folder = pathlib.Path(self._folder.name)

    def file(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


def main():
    main.path = sys.argv.pop(1)
    unittest.main()
