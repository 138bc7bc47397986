"""What the day left at the hub: checked against what was recorded, printed, and written as files that others open."""
import collections
import csv
import pathlib

from hub import Hub
from tablet import Trouble

# What the prepared answers (tests/data/walk) make: records by form, and what they add to the data bank of Jafarabad.
RECORDS = {"tsh_household": 1, "tsh_issue": 1, "tsh_asset": 2, "tsh_meeting": 1, "tsh_followup": 1}
NEIGHBOURHOOD = "JFR"
GROWTH = {
    "households done": 1,
    "capacities": 1,
    "obstacles": 1,
    "open issues of municipality": 2,  # the pothole, and what the meeting decided
}
# One of each kind of file that an office needs, and the least number of its lines or features.
FILES = {
    "tsh_household.csv": 2, "tsh_household-iv-person.csv": 5, "tsh_meeting-att.csv": 81, "list-households.csv": 302,
    "households.geojson": 1, "issues.geojson": 1, "referral-municipality.csv": 2, "referral-municipality.html": 1}
BLANK_COLUMNS = 2  # answer and date, at the end of a referral list


def numbers(summary):
    """The neighbourhood of the walk as plain counts."""
    one = next(n for n in summary["neighbourhoods"] if n["code"] == NEIGHBOURHOOD)
    counts = {"capacities": one["capacities"], "obstacles": one["obstacles"]}
    counts.update({f"households {status}": count for status, count in one["households"].items()})
    counts.update({f"open issues of {body}": count for body, count in one["openIssues"].items()})
    return counts


def check_records(held):
    found = collections.Counter(record["formId"] for record in held["records"])
    if found != RECORDS:
        raise Trouble(f"the hub has {dict(found)}, expected {RECORDS}")
    waiting = [record["instanceId"] for record in held["records"] if record["state"] != "complete"]
    if waiting or held["entityRefusals"]:
        raise Trouble(f"files are missing for {waiting}; entity changes refused: {held['entityRefusals']}")


def check_growth(before, after):
    for name, more in GROWTH.items():
        grown = after.get(name, 0) - before.get(name, 0)
        if grown != more:
            raise Trouble(f"{NEIGHBOURHOOD}: {name} grew by {grown}, expected {more}")


def check_files(folder: pathlib.Path):
    for name, least in FILES.items():
        lines = (folder / name).read_text(encoding="utf-8-sig").splitlines() if (folder / name).exists() else []
        if len(lines) < least:
            raise Trouble(f"{folder / name} has {len(lines)} lines, expected {least} at least")
    household = (folder / "tsh_household.csv").read_text(encoding="utf-8-sig")
    if "گفتگو ممکن است" not in household or "جعفرآباد" not in household:
        raise Trouble("the tables speak in codes where labels were asked for")
    with open(folder / "referral-municipality.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    if not rows or any(any(row[-BLANK_COLUMNS:]) for row in rows):
        raise Trouble("the referral list leaves no room for the answer and its date")


def show(hub: Hub, before, out: pathlib.Path):
    """`before` is the hub's summary before the day. Raises Trouble when a record, a file or a row is missing."""
    held = hub.records()
    check_records(held)
    after = hub.summary()
    check_growth(numbers(before), numbers(after))
    files = hub.export(out / "export")
    check_files(out / "export")

    print("\nAt the hub, each whole and with its receipt:")
    for record in held["records"]:
        print(f"  {record['formId']:14} {record['instanceId']}  {len(record['blobs'])} files  sha256 {record['sha256'][:16]}…")
    print("\nThe data bank, by neighbourhood:\n")
    print(hub.summary_text())
    print(f"What the day added to {NEIGHBOURHOOD}: " + ", ".join(f"{name} +{more}" for name, more in GROWTH.items()))
    print(f"\n{len(files)} files for other programs are in {out / 'export'}: tables (CSV), maps (GeoJSON), referral lists (CSV and a page to print).")
    print(f"Pictures of the pages are in {out / 'shots'}.")
