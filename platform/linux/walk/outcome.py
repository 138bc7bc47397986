"""What the day left at the hub: checked, printed, written out."""
from tablet import Trouble

# What the prepared answers of tests/data/walk must have made of the programme's lists.
RECORDS = {"tsh_household": 1, "tsh_issue": 1, "tsh_asset": 2, "tsh_meeting": 1, "tsh_followup": 1}


def check(summary):
    """Raises Trouble when a record, a receipt or a row of the data bank is missing."""
    found = {form["id"]: form["records"] for form in summary["forms"] if form["records"]}
    if found != RECORDS:
        raise Trouble(f"the hub has {found}, expected {RECORDS}")


def show(summary, out, folder):
    check(summary)
    print(summary)
    print(out, folder)
