"""`tashil sync` and `tashil fill`: help, exit status and what they say when there is nothing to do. DESIGN.md, 6.
What they do against a hub is tested in tests/sync and by the walk."""

import json

import tashil
from tashil import run

COMMANDS = (["sync"], ["sync", "enrol"], ["sync", "run"], ["sync", "list"], ["fill"], ["copy"], ["copy", "make"], ["copy", "restore"])


class Tablet(tashil.Case):
    def test_each_command_has_help(self):
        for command in COMMANDS:
            outcome = run(*command, "--help")
            self.assertEqual((outcome.status, outcome.err), (0, ""), command)
            self.assertIn("--help", outcome.out)

    def test_wrong_use_is_status_2_with_a_reason(self):
        store = ["--store", self.folder / "store"]
        for arguments in (["sync"], ["sync", "fly"], ["sync", "run"], ["sync", "list", "--nonsense"], ["sync", "enrol", *store],
                          ["sync", "run", *store, "--wait", "soon"], ["fill", *store], ["fill"], ["copy"], ["copy", "make", *store], ["copy", "restore"]):
            outcome = run(*arguments)
            self.assertEqual(outcome.status, 2, arguments)
            self.assertTrue(outcome.err, arguments)
            self.assertEqual(outcome.out, "", arguments)

    def test_a_new_store_has_no_records(self):
        outcome = run("sync", "list", "--store", self.folder / "store")
        self.assertEqual((outcome.status, outcome.out, outcome.err), (0, "", ""))
        self.assertEqual((self.folder / "store" / "store.key").stat().st_mode & 0o077, 0)

    def test_an_invitation_that_is_none_is_status_1(self):
        outcome = run("sync", "enrol", "--store", self.folder / "store", "--invitation", "nonsense", "--address", "127.0.0.1:1")
        self.assertEqual(outcome.status, 1)
        self.assertTrue(outcome.errors[0].startswith("tashil: "), outcome.err)

    def test_a_round_without_an_enrolment_is_status_1(self):
        outcome = run("sync", "run", "--store", self.folder / "store")
        self.assertEqual(outcome.status, 1)
        line = json.loads(outcome.out)
        self.assertEqual((line["reason"], line["error"]["code"]), ("not-enrolled", "client.not-enrolled"))

    def test_a_form_that_is_not_installed_cannot_be_filled(self):
        answers = self.file("answers.jsonl", '{"op":"answer","ref":"/data/a","value":"1"}\n')
        outcome = run("fill", "--store", self.folder / "store", "--form", "nowhere", "--answers", answers)
        self.assertEqual(outcome.status, 1)
        self.assertTrue(outcome.err)

    def test_a_copy_is_made_ready_and_only_its_own_key_opens_it(self):
        card = self.folder / "card"
        made = run("copy", "make", "--store", self.folder / "store", "--to", card)
        self.assertEqual((made.status, made.err), (0, ""))
        line = json.loads(made.out)
        self.assertEqual((line["wanted"], line["present"]), (0, 0))
        again = run("copy", "restore", "--store", self.folder / "store", "--from", card)
        self.assertEqual((again.status, json.loads(again.out)["records"]), (0, 0))
        other = run("copy", "restore", "--store", self.folder / "other", "--from", line["folder"])
        self.assertEqual((other.status, other.out), (1, ""))
        self.assertIn("not that of the copy", other.err)
        nothing = run("copy", "restore", "--store", self.folder / "store", "--from", self.folder, "--key", "no key")
        self.assertEqual(nothing.status, 1)

    def test_a_key_of_the_wrong_length_is_refused(self):
        key = self.file("short.key", "short")
        self.assertEqual(run("sync", "list", "--store", self.folder / "store", "--key-file", key).status, 1)


if __name__ == "__main__":
    tashil.main()
