"""The tablet app, driven line by line (app/shell/walk.h)."""
import json
import os
import pathlib
import signal
import subprocess


class Trouble(Exception):
    """The app did not do what the walk expects."""


class Tablet:
    def __init__(self, command, log: pathlib.Path):
        log.parent.mkdir(parents=True, exist_ok=True)
        self.log = open(log, "ab")
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, text=True, encoding="utf-8",
            start_new_session=True)

    def ask(self, op, **fields):
        try:
            self.process.stdin.write(json.dumps({"op": op, **fields}, ensure_ascii=False) + "\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise Trouble(f"the app ended during {op} {fields}; see {self.log.name}")
        return json.loads(line)

    def must(self, op, **fields):
        answer = self.ask(op, **fields)
        if not answer["ok"]:
            raise Trouble(f"{op} {fields}: {answer['error']}")
        return answer.get("value")

    def do(self, function, *arguments):
        """Calls a function of the app, or reads a property; the reply is its value."""
        if not arguments:
            return self.must("do", js=function)
        return self.must("do", js=f"{function}({', '.join(json.dumps(a, ensure_ascii=False) for a in arguments)})")

    def wait(self, js, seconds=30, else_show=()):
        answer = self.ask("wait", js=js, seconds=seconds)
        if not answer["ok"]:
            shown = {name: self.ask("do", js=name).get("value") for name in else_show}
            raise Trouble(f"waited {seconds} s for {js}: {answer['error']} {shown or ''}")

    def shot(self, name):
        self.must("shot", name=name)

    def quit(self):
        """As a person closes the window."""
        if self.process.poll() is None:
            self.must("quit")
            self.process.stdin.close()
            status = self.process.wait(30)
            if status:
                raise Trouble(f"the app ended with status {status}; see {self.log.name}")

    def kill(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)  # xvfb-run, its display and the app
        self.process.wait()
        self.log.close()
