"""A hub on this machine, run from the outside: one data folder, started and stopped like any other program."""
import json
import pathlib
import re
import select
import socket
import subprocess


def free_port(wanted=0):
    """`wanted` where it is free, else any other."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return probe.getsockname()[1]
            except OSError:
                continue
    raise SystemExit("this machine has no free port")


class Hub:
    def __init__(self, program: pathlib.Path, data: pathlib.Path, log: pathlib.Path):
        self.program, self.data, self.log = program, data, log
        self.process = None
        self.port = free_port()

    def run(self, *arguments):
        """One command of the hub's program over the data; its standard output."""
        command = [str(self.program), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)} failed ({done.returncode}):\n{done.stderr}{done.stdout}")
        return done.stdout

    def start(self, patience=30):
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [str(self.program), "serve", "--data", str(self.data), "--listen", f"127.0.0.1:{self.port}"],
                stdout=subprocess.PIPE, stderr=log, stdin=subprocess.DEVNULL)
        ready, _, _ = select.select([self.process.stdout], [], [], patience)
        line = self.process.stdout.readline() if ready else b""
        if not line.startswith(b"listening "):
            raise SystemExit(f"the hub does not listen on port {self.port}; see {self.log}")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                raise SystemExit("the hub did not end when it was asked to")
        self.process = None

    def load(self, programme, forms):
        self.run("import", "--data", self.data, "--programme", programme, "--forms", forms)

    def invitation(self, person):
        address = f"127.0.0.1:{self.port}"
        text = self.run("enrol", "--data", self.data, "--username", person, "--address", address)
        return re.search(r"TSH1\.\S+", text).group(0)

    def records(self):
        """{"records": […], "entityRefusals": […]}, without answers."""
        return json.loads(self.run("records", "--data", self.data, "--json"))

    def summary(self):
        return json.loads(self.run("summary", "--data", self.data, "--json"))

    def summary_text(self):
        return self.run("summary", "--data", self.data)

    def export(self, folder):
        """The files written."""
        return self.run("export", "--data", self.data, "--out", folder, "--labels", "--language", "fa").splitlines()
