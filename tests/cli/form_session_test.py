"""`tashil form session`: DESIGN.md, 4."""

import json

import tashil
from tashil import Lines, form

HOUSE = form(
    "<who/><age/><job/><langs/><out jr:template=''><n/></out><total/><seen/><meta><instanceID/></meta>",
    """<instance id="jobs"><root><item><name>t</name><label>Teacher</label><from>18</from></item>
    <item><name>p</name><label>Pupil</label><from>6</from></item></root></instance>
    <itext><translation lang="fa" default="true()"><text id="age"><value>سن</value></text></translation>
    <translation lang="en"><text id="age"><value>Age</value></text></translation></itext>
    <bind nodeset="/data/who" jr:preload="property" jr:preloadParams="username"/>
    <bind nodeset="/data/age" type="int" required="true()" constraint=". &lt; 120" jr:constraintMsg="too old"/>
    <bind nodeset="/data/job" relevant="/data/age &gt; 5"/>
    <bind nodeset="/data/out/n" type="int"/>
    <bind nodeset="/data/total" type="int" readonly="true()" calculate="sum(/data/out/n)"/>
    <bind nodeset="/data/meta/instanceID" jr:preload="uid"/>
    <setvalue event="odk-instance-first-load" ref="/data/seen" value="now()"/>""",
    """<input ref="/data/who"><label>Who</label></input>
    <input ref="/data/age"><label ref="jr:itext('age')"/></input>
    <select1 ref="/data/job"><label>Job</label><itemset nodeset="instance('jobs')/root/item[from &lt;= /data/age]"><value ref="name"/>
    <label ref="label"/></itemset></select1>
    <select ref="/data/langs"><label>Languages</label><item><label>Persian</label><value>fa</value></item>
    <item><label>Kurdish</label><value>ku</value></item></select>
    <group ref="/data/out"><label>Outings</label><repeat nodeset="/data/out"><input ref="/data/out/n"><label>N</label></input></repeat></group>
    <input ref="/data/total"><label>Total</label></input>""")


class FormSession(tashil.Case):
    def session(self, *options, text=HOUSE):
        lines = Lines("form", "session", self.file("house.xml", text), "--now", "2026-11-22T09:05:00+03:30", "--tz", "Asia/Tehran",
                      *options)
        self.addCleanup(lines.end)
        return lines

    def node(self, session, ref):
        reply = session.ask(op="get", ref=ref)
        self.assertTrue(reply["ok"], reply)
        return reply["node"]

    def done(self, session, **request):
        reply = session.ask(**request)
        self.assertTrue(reply["ok"], reply)
        return reply

    def test_hello_names_the_form(self):
        hello = self.done(self.session(), op="hello")
        self.assertEqual((hello["title"], hello["id"], hello["version"], hello["languages"]), ("Test", "test", "1", ["fa", "en"]))

    def test_an_answer_is_kept_and_judged(self):
        s = self.session()
        self.assertEqual(self.done(s, op="answer", ref="/data/age", value="130"),
                         {"ok": True, "valid": False, "violation": "constraint"})
        node = self.node(s, "/data/age")
        self.assertEqual((node["value"], node["valid"], node["message"]), ("130", False, "too old"))
        self.done(s, op="answer", ref="/data/age", value="30")
        self.assertEqual(self.node(s, "/data/age")["message"], None)
        self.done(s, op="answer", ref="/data/age", value="")
        self.assertEqual(self.node(s, "/data/age")["violation"], "required")

    def test_several_choices_are_stored_in_the_order_of_the_list(self):
        s = self.session()
        self.done(s, op="answer", ref="/data/langs", value="ku fa")
        self.assertEqual(self.node(s, "/data/langs")["value"], "fa ku")

    def test_get_tells_everything_of_a_node(self):
        s = self.session()
        self.done(s, op="answer", ref="/data/age", value="10")
        node = self.node(s, "/data/job")
        self.assertEqual((node["kind"], node["relevant"], node["readonly"], node["required"], node["label"], node["choices"]),
                         ("select", True, False, False, "Job", [["p", "Pupil"]]))
        self.assertEqual(self.node(s, "/data/total")["readonly"], True)
        self.assertEqual(self.node(s, "/data/@id")["value"], "test")
        out = self.node(s, "/data/out")
        self.assertEqual((out["kind"], out["count"], out["can-add"]), ("repeat-range", 0, True))

    def test_dump_has_every_node_in_document_order(self):
        nodes = self.done(self.session(), op="dump")["nodes"]
        refs = [node["ref"] for node in nodes]
        self.assertEqual(refs[:5], ["/data", "/data/who", "/data/age", "/data/job", "/data/langs"])
        self.assertIn("/data/meta/instanceID", refs)
        self.assertFalse(nodes[3]["relevant"])

    def test_eval_answers_at_a_place(self):
        s = self.session()
        self.done(s, op="answer", ref="/data/age", value="7")
        self.assertEqual(self.done(s, op="eval", expr=". + 1", context="/data/age")["value"], 8)
        self.assertEqual(self.done(s, op="eval", expr="/data/age", context="/data", type="string")["value"], "7")
        self.assertFalse(s.ask(op="eval", expr="1 +", context="/data")["ok"])

    def test_rows_come_and_go(self):
        s = self.session()
        self.assertEqual(self.done(s, op="repeat.add", ref="/data/out")["ref"], "/data/out[1]")
        self.done(s, op="repeat.add", ref="/data/out")
        self.done(s, op="answer", ref="/data/out[1]/n", value="2")
        self.done(s, op="answer", ref="/data/out[2]/n", value="3")
        self.assertEqual(self.node(s, "/data/total")["value"], "5")
        self.done(s, op="repeat.remove", ref="/data/out[1]")
        self.assertEqual(self.node(s, "/data/total")["value"], "3")

    def test_the_language_can_be_changed(self):
        s = self.session()
        self.assertEqual(self.node(s, "/data/age")["label"], "سن")
        self.done(s, op="language", value="en")
        self.assertEqual(self.node(s, "/data/age")["label"], "Age")

    def test_validate_names_what_is_wrong_in_form_order(self):
        s = self.session()
        self.assertEqual(self.done(s, op="validate"), {"ok": True, "valid": False,
                         "violations": [{"ref": "/data/age", "condition": "required", "message": None}]})
        self.done(s, op="answer", ref="/data/age", value="4")
        self.assertTrue(self.done(s, op="validate")["valid"])

    def test_events_walk_what_shows(self):
        s = self.session()
        self.done(s, op="repeat.add", ref="/data/out")
        events = [(e["event"], e["ref"]) for e in self.done(s, op="events")["events"]]
        self.assertEqual(events, [("question", "/data/who"), ("question", "/data/age"), ("question", "/data/langs"),
                                  ("repeat", "/data/out[1]"), ("question", "/data/out[1]/n"), ("prompt-repeat", "/data/out"),
                                  ("question", "/data/total")])

    def test_xml_is_the_submission_without_what_does_not_show(self):
        xml = self.done(self.session(), op="xml")["xml"]
        self.assertIn("<age", xml)
        self.assertNotIn("<job", xml)
        self.assertNotIn("template", xml)

    def test_finalize_gives_the_xml_or_what_is_wrong(self):
        s = self.session()
        self.assertEqual(self.done(s, op="finalize")["violations"][0]["ref"], "/data/age")
        self.done(s, op="answer", ref="/data/age", value="4")
        self.assertIn("<age>4</age>", self.done(s, op="finalize")["xml"])

    def test_restore_edit_and_new_replace_the_entry(self):
        s = self.session()
        self.done(s, op="answer", ref="/data/age", value="41")
        xml = self.done(s, op="xml")["xml"]
        first = self.node(s, "/data/meta/instanceID")["value"]
        self.done(s, op="new")
        self.assertEqual(self.node(s, "/data/age")["value"], "")
        self.done(s, op="restore", xml=xml)
        self.assertEqual((self.node(s, "/data/age")["value"], self.node(s, "/data/meta/instanceID")["value"]), ("41", first))
        self.done(s, op="edit", xml=xml)
        self.assertNotEqual(self.node(s, "/data/meta/instanceID")["value"], first)
        self.assertEqual(self.node(s, "/data/meta/deprecatedID")["value"], first)
        self.assertFalse(s.ask(op="restore", xml="<other/>")["ok"])
        self.assertEqual(self.node(s, "/data/age")["value"], "41")

    def test_explain_tells_why(self):
        s = self.session("--property", "username=n.karimi")
        self.done(s, op="answer", ref="/data/age", value="3")
        job = self.done(s, op="explain", ref="/data/job")
        self.assertFalse(job["node"]["relevant"])
        self.assertEqual(job["hidden-by"], "/data/job")
        reason = job["relevant"][0]
        self.assertEqual((reason["ref"], reason["property"], reason["expression"], reason["outcome"]),
                         ("/data/job", "relevant", "/data/age > 5", "false"))
        self.assertEqual(reason["reads"], [{"path": "/data/age", "count": 1, "nodes": [
            {"value": "3", "ref": "/data/age", "relevant": True, "changed": "answer"}]}])
        self.assertEqual(self.done(s, op="explain", ref="/data/who")["changed"], {"by": "preload"})
        seen = self.done(s, op="explain", ref="/data/seen")["changed"]
        self.assertEqual((seen["by"], seen["event"], seen["expression"]), ("action", "odk-instance-first-load", "now()"))
        self.assertGreater(seen["line"], 0)
        total = self.done(s, op="explain", ref="/data/total")
        self.assertEqual((total["calculate"]["outcome"], total["constraint"], total["count"]), ("0", None, None))

    def test_options_set_the_world(self):
        s = self.session("--property", "username=n.karimi", "--lang", "en")
        self.assertEqual(self.node(s, "/data/who")["value"], "n.karimi")
        self.assertEqual(self.node(s, "/data/age")["label"], "Age")
        self.assertTrue(self.node(s, "/data/seen")["value"].startswith("2026-11-22T09:05:00"))

    def test_position_comes_from_the_option(self):
        text = form("<at/>", '<bind nodeset="/data/at" type="geopoint"/>'
                             '<odk:setgeopoint event="odk-instance-first-load" ref="/data/at"/>')
        s = self.session("--geolocation", "35.7 51.4 1200 5", text=text)
        self.assertEqual([float(n) for n in self.node(s, "/data/at")["value"].split()], [35.7, 51.4, 1200, 5])

    def test_a_saved_record_is_continued_or_edited_from_a_file(self):
        saved = self.file("saved.xml", '<data id="test"><age>50</age><meta><instanceID>uuid:1</instanceID></meta></data>')
        s = self.session("--restore", saved)
        self.assertEqual(self.node(s, "/data/meta/instanceID")["value"], "uuid:1")
        s = self.session("--edit", saved)
        self.assertEqual(self.node(s, "/data/meta/deprecatedID")["value"], "uuid:1")

    def test_a_missing_file_fails_unless_blank_is_asked_for(self):
        text = form("<a/>", '<instance id="w" src="jr://file-csv/w.csv"/>', '<select1 ref="/data/a"><itemset '
                    'nodeset="instance(\'w\')/root/item"><value ref="name"/><label ref="label"/></itemset></select1>')
        self.assertFalse(self.session(text=text).ask(op="hello")["ok"])
        s = self.session("--missing-media", "blank", text=text)
        self.assertEqual(self.node(s, "/data/a")["choices"], [])
        self.file("files/w.csv", "name,label\nx,X\n")
        s = self.session("--media", self.folder / "files", text=text)
        self.assertEqual(self.node(s, "/data/a")["choices"], [["x", "X"]])

    def test_what_is_wrong_is_told_and_the_process_lives_on(self):
        s = self.session()
        for request in ({"op": "fly"}, {}, {"op": "answer", "ref": "/data/nowhere", "value": "1"}, {"op": "get"},
                        {"op": "get", "ref": "/data/out[4]"}, {"op": "answer", "ref": "/data/total", "value": "1"},
                        {"op": "repeat.add", "ref": "/data/age"}, {"op": "repeat.remove", "ref": "/data/out[9]"},
                        {"op": "explain", "ref": "nonsense"}, {"op": "restore", "xml": "<"}, {"op": ["list"]}):
            reply = s.ask(**request)
            self.assertFalse(reply["ok"], request)
            self.assertTrue(reply["error"], request)
        for line in ("not json", "[]", "7", "{\"op\":"):
            self.assertFalse(s.raw(line)["ok"], line)
        self.assertTrue(self.done(s, op="hello", unknown="field"))

    def test_an_id_of_a_request_comes_back(self):
        self.assertEqual(self.session().ask(op="hello", id="x7")["id"], "x7")

    def test_a_form_that_does_not_load_answers_every_line_with_the_reason(self):
        s = self.session(text="<no/>")
        for _ in range(2):
            reply = s.ask(op="hello")
            self.assertFalse(reply["ok"])
            self.assertIn("no model", reply["error"])

    def test_it_ends_with_its_input_and_wrong_use_is_status_2(self):
        self.assertEqual(self.session().end(), 0)
        self.assertEqual(tashil.run("form", "session").status, 2)
        self.assertEqual(tashil.run("form", "session", "f.xml", "--missing-media", "perhaps").status, 2)

    def test_standard_output_carries_replies_only(self):
        outcome = tashil.run("form", "session", self.file("house.xml", HOUSE), stdin='{"op":"hello"}\n\n{"op":"validate"}\n')
        self.assertEqual(len(outcome.out.splitlines()), 2)
        for line in outcome.out.splitlines():
            self.assertTrue(json.loads(line)["ok"])


if __name__ == "__main__":
    tashil.main()
