"""`tashil form check`: DESIGN.md, 1."""

import json

import tashil
from tashil import form, run

GOOD = form("<age/><name/>", '<bind nodeset="/data/age" type="int"/>', '<input ref="/data/age"/><input ref="/data/name"/>')
BROKEN = form("<age/><name/>", '<bind nodeset="/data/age" relevant="(1 + 2"/>\n<bind nodeset="/data/name" calculate="nonsens()"/>',
              '<input ref="/data/age"/><input ref="/data/name"/>')
DOUBTFUL = form("<age/><job/>", '<bind nodeset="/data/age" type="int"/>\n<bind nodeset="/data/job" relevant="/data/ag &gt; 17"/>',
                '<input ref="/data/age"/><input ref="/data/job" appearance="minmal"/>')


class FormCheck(tashil.Case):
    def test_a_form_that_loads_is_status_0_without_a_word(self):
        outcome = run("form", "check", self.file("f.xml", GOOD))
        self.assertEqual((outcome.status, outcome.out, outcome.err), (0, "", ""))

    def test_a_form_that_does_not_load_is_status_1_with_one_reason_a_line(self):
        outcome = run("form", "check", self.file("f.xml", BROKEN))
        self.assertEqual(outcome.status, 1)
        self.assertEqual(outcome.out, "")
        self.assertEqual(len(outcome.errors), 2)
        self.assertTrue(outcome.errors[0].startswith("bind /data/age, relevant: "))
        self.assertIn("there is no function nonsens()", outcome.errors[1])

    def test_warnings_and_hints_say_so_and_leave_the_status_at_0(self):
        outcome = run("form", "check", self.file("f.xml", DOUBTFUL))
        self.assertEqual(outcome.status, 0)
        self.assertTrue(outcome.errors)
        for line in outcome.errors:
            self.assertRegex(line, "^(warning|hint): ")

    def test_what_is_no_form_is_status_1(self):
        for name, text in (("empty.xml", ""), ("no.xml", "<a/>"), ("cut.xml", GOOD[:200])):
            outcome = run("form", "check", self.file(name, text))
            self.assertEqual(outcome.status, 1, name)
            self.assertTrue(outcome.errors, name)

    def test_a_file_that_is_not_there_is_status_1_with_its_name(self):
        outcome = run("form", "check", self.folder / "nowhere.xml")
        self.assertEqual(outcome.status, 1)
        self.assertIn("nowhere.xml", outcome.err)

    def test_wrong_use_is_status_2(self):
        self.assertEqual(run("form", "check").status, 2)
        self.assertEqual(run("form", "check", "--nonsense", "x").status, 2)
        self.assertEqual(run("form", "check", "x.xml", "--language", "tlh").status, 2)
        self.assertEqual(run("form").status, 2)
        self.assertEqual(run().status, 2)

    def test_json_is_one_object_with_codes_places_details_and_lines(self):
        outcome = run("form", "check", self.file("f.xml", DOUBTFUL), "--json")
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        answer = json.loads(outcome.out)
        self.assertTrue(answer["loads"])
        by_code = {d["code"]: d for d in answer["diagnostics"]}
        node = by_code["unknown-node"]
        self.assertEqual((node["severity"], node["place"], node["line"]), ("warning", "bind /data/job, relevant", 2))
        self.assertEqual(node["details"], {"path": "/data/ag", "near": "/data/age"})
        self.assertEqual(by_code["unknown-appearance"]["details"]["word"], "minmal")

    def test_json_of_a_broken_form_keeps_the_reasons_on_standard_error(self):
        outcome = run("form", "check", self.file("f.xml", BROKEN), "--json")
        self.assertEqual(outcome.status, 1)
        self.assertFalse(json.loads(outcome.out)["loads"])
        self.assertEqual(len(outcome.errors), 2)

    def test_persian_is_spoken_when_asked_for(self):
        outcome = run("form", "check", self.file("f.xml", DOUBTFUL), "--language", "fa")
        self.assertIn("فرم جایی به نام «/data/ag» ندارد", outcome.err)

    def test_files_are_missed_only_where_their_folder_is_known(self):
        text = form("<a/>", '<instance id="wards" src="jr://file-csv/wards.csv"/>', '<input ref="/data/a"/>')
        path = self.file("f.xml", text)
        self.assertEqual(run("form", "check", path).err, "")
        self.file("f.xml-media/other.csv", "name\n")
        self.assertIn("wards.csv is not here", run("form", "check", path).err)
        self.file("files/wards.csv", "name,label\n")
        self.assertEqual(run("form", "check", path, "--media", self.folder / "files").err, "")
        self.assertIn("wards.csv is not here", run("form", "check", path, "--media", self.folder / "nowhere").err)

    def test_a_folder_of_sheets_is_converted_and_checked(self):
        self.file("sheets/survey.csv", "type,name,label\ninteger,age,Age\ntext,job,Job\n")
        self.assertEqual(run("form", "check", self.folder / "sheets").status, 0)
        self.file("bad/survey.csv", "type,name,label\nnonsense,age,Age\n")
        outcome = run("form", "check", self.folder / "bad")
        self.assertEqual(outcome.status, 1)
        self.assertIn("survey", outcome.err)

    def test_findings_in_sheets_have_no_line_of_a_form_nobody_has_seen(self):
        self.file("sheets/survey.csv", "type,name,label,relevant\ninteger,age,Age,\ntext,job,Job,${age} > 5 and ${age} < 3\n")
        answer = json.loads(run("form", "check", self.folder / "sheets", "--json").out)
        self.assertEqual([(d["code"], d["line"]) for d in answer["diagnostics"]], [("contradiction", None)])

    def test_help_is_status_0_on_standard_output(self):
        for command in ([], ["form"], ["form", "check"]):
            outcome = run(*command, "--help")
            self.assertEqual(outcome.status, 0)
            self.assertIn("--help", outcome.out)


if __name__ == "__main__":
    tashil.main()
