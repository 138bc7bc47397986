#!/usr/bin/env python3
"""Records go to the hub as a file and their receipts come back as one: `tashil sync export`, `tashilgar-hub bundle`,
`tashil sync import`. Torn, repeated, changed and foreign files change nothing."""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "badlink"))
from town import Tablet, Town


def refused(command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=120)
    assert done.returncode == 1, done
    return done.stderr


def die(command, after):
    """Ends a program after so many seconds, whatever it does then."""
    program = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        program.wait(after)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()


def main():
    programs = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="bundle-") as name:
        folder = pathlib.Path(name)
        for office in ("north", "south"):
            (folder / office).mkdir()
        town, other = Town(programs, folder / "north", 1), Town(programs, folder / "south", 2)
        tablets = [Tablet(town, f"tablet{number}") for number in range(2)]
        for one in (town, other):
            one.start_hub()
        for tablet in tablets:
            tablet.enrol(town.port)
            tablet.run("sync", "run")
        stranger = Tablet(other, "stranger")
        stranger.enrol(other.port)
        stranger.run("sync", "run")
        town.kill_hub()  # no link from here on; the hub's program takes files all the same

        for door in range(3):
            tablets[0].fill(f"B0{door}", 150_000 if door else 0)
        tablets[1].fill("B10", 5_000)
        stick = folder / "stick.tsb"
        said = json.loads(tablets[0].run("sync", "export", "--to", stick))
        assert said == {"records": 3, "files": 2, "leftOut": 0}, said
        assert [record["state"] for record in tablets[0].records()] == ["waiting"] * 3

        hub = [programs / "tashilgar-hub", "bundle", "--data", town.folder / "hub"]
        whole = stick.read_bytes()
        for size in (0, 3, 200, len(whole) // 2, len(whole) - 1):
            (folder / "torn.tsb").write_bytes(whole[:size])
            assert "damaged" in refused([*hub, folder / "torn.tsb"])
        (folder / "changed.tsb").write_bytes(whole[:-500] + bytes([whole[-500] ^ 1]) + whole[-499:])
        assert "damaged" in refused([*hub, folder / "changed.tsb"])
        foreign = [programs / "tashilgar-hub", "bundle", "--data", other.folder / "hub", stick]
        assert "another hub" in refused(foreign)
        assert town.records_at_hub() == []

        receipts = folder / "stick.receipts"
        for _ in range(2):  # taken twice it changes nothing
            said = town.ask_hub("bundle", stick, "--receipts", receipts)
            assert "3 records complete, 0 wait for files, 0 refused" in said, said
        at_hub = town.records_at_hub()
        assert len(at_hub) == 3 and all(record["state"] == "complete" for record in at_hub), at_hub

        assert "another tablet" in refused(tablets[1].command("sync", "import", "--receipts", receipts))
        assert "did not sign" in refused(stranger.command("sync", "import", "--receipts", receipts))
        text = receipts.read_text()
        (folder / "forged").write_text(text.replace("stored", "refused").replace("alreadyStored", "refused"))
        assert "did not sign" in refused(tablets[0].command("sync", "import", "--receipts", folder / "forged"))
        assert [record["state"] for record in tablets[0].records()] == ["waiting"] * 3
        said = json.loads(tablets[0].run("sync", "import", "--receipts", receipts))
        assert said == {"safe": 3, "waiting": 0, "refused": 0, "passedOver": 0}, said
        for record in tablets[0].records():
            assert record["state"] == "safe" and record["receipt"]["signed"], record
        assert json.loads(tablets[0].run("sync", "import", "--receipts", receipts))["passedOver"] == 3

        # A tablet whose receipts never came back asks for them over the link and sends nothing again.
        tablets[1].run("sync", "export", "--to", folder / "second.tsb")
        town.ask_hub("bundle", folder / "second.tsb")
        town.start_hub()
        said = json.loads(tablets[1].run("sync", "run").splitlines()[-1])
        assert said["safe"] == 1 and said["unanswered"] == 0, said
        assert len(town.records_at_hub()) == 4

        # Killed at any moment, neither end leaves anything behind but what the next one writes over.
        dice = random.Random(5)
        tablets[0].fill("B12", 3_000_000)
        for attempt in range(6):
            die(tablets[0].command("sync", "export", "--to", folder / f"killed{attempt}.tsb"), dice.uniform(0.01, 0.12))
        tablets[0].run("sync", "export", "--to", folder / "after.tsb")
        assert not [path for path in folder.rglob("*") if path.name.endswith(".part")]
        for attempt in range(6):
            die([*hub, folder / "after.tsb", "--receipts", receipts], dice.uniform(0.01, 0.2))
        (town.folder / "hub/blobs/00" / ("00" * 32 + "-bundle-somebody.part")).write_bytes(b"left by a death")
        said = town.ask_hub("bundle", folder / "after.tsb", "--receipts", receipts)
        assert "1 records complete" in said, said
        assert not [path for path in (town.folder / "hub").rglob("*.part")]
        assert json.loads(tablets[0].run("sync", "import", "--receipts", receipts))["safe"] == 1

        # A tablet that was signed off is refused, whatever it carries.
        tablets[1].fill("B11", 0)
        tablets[1].run("sync", "export", "--to", folder / "third.tsb")
        device = next(record["deviceId"] for record in town.records_at_hub() if record["deviceId"] != at_hub[0]["deviceId"])
        town.ask_hub("revoke", "--device", device)
        assert "withdrawn" in refused([*hub, folder / "third.tsb"])
        for one in (town, other):
            one.kill_hub()
        print("records by file: whole once, receipts back, everything else refused")


main()
