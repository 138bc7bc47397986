"""`tashil form eval`: DESIGN.md, 3 and 5."""

import tashil
from tashil import Lines, form


class FormEval(tashil.Case):
    def setUp(self):
        super().setUp()
        self.eval = Lines("form", "eval")
        self.addCleanup(self.eval.end)

    def value(self, expr, xml="<a><b>1</b><b>2</b><c x='7'>three</c></a>", **more):
        reply = self.eval.ask(id=1, xml=xml, expr=expr, **more)
        self.assertTrue(reply["ok"], reply)
        self.assertEqual(reply["id"], 1)
        return reply["type"], reply["value"]

    def test_each_type_comes_as_its_own(self):
        self.assertEqual(self.value("1 + 0.5"), ("number", 1.5))
        self.assertEqual(self.value("concat('a', 'b')"), ("string", "ab"))
        self.assertEqual(self.value("1 = 1"), ("boolean", True))
        self.assertEqual(self.value("/a/b"), ("nodeset", [{"path": "/*[1]/*[1]", "name": "b", "value": "1"},
                                                          {"path": "/*[1]/*[2]", "name": "b", "value": "2"}]))

    def test_a_type_that_is_asked_for_is_given(self):
        self.assertEqual(self.value("/a/b", type="number"), ("number", 1))
        self.assertEqual(self.value("/a/c", type="string"), ("string", "three"))
        self.assertEqual(self.value("/a/d", type="boolean"), ("boolean", False))

    def test_numbers_that_json_lacks_are_strings(self):
        self.assertEqual(self.value("number('x')"), ("number", "NaN"))
        self.assertEqual(self.value("1 div 0"), ("number", "Infinity"))
        self.assertEqual(self.value("-1 div 0"), ("number", "-Infinity"))

    def test_context_and_root_are_addresses(self):
        self.assertEqual(self.value("string(.)", context="/*[1]/*[3]"), ("string", "three"))
        self.assertEqual(self.value("string(.)", context="/*[1]/*[3]/@x"), ("string", "7"))
        self.assertEqual(self.value("string(/c)", root="/*[1]"), ("string", "three"))

    def test_an_unprefixed_name_is_in_no_namespace_or_that_of_xforms(self):
        self.assertEqual(self.value("count(/a/b)", xml="<a xmlns='http://www.w3.org/2002/xforms'><b/></a>"), ("number", 1))
        self.assertEqual(self.value("count(/a/b)", xml="<a xmlns='http://www.w3.org/1999/xhtml'><b/></a>"), ("number", 0))
        self.assertEqual(self.value("count(/h:a/h:b)", xml="<a xmlns='http://www.w3.org/1999/xhtml'><b/></a>",
                                    ns={"h": "http://www.w3.org/1999/xhtml"}), ("number", 1))

    def test_clock_and_zone_are_those_of_the_request(self):
        self.assertEqual(self.value("string(today())", now="2026-11-22T23:30:00Z", tz="Asia/Tehran"), ("string", "2026-11-23"))
        self.assertEqual(self.value("string(today())", now="2026-11-22T23:30:00Z", tz="UTC"), ("string", "2026-11-22"))

    def test_lists_and_texts_of_a_form_are_found(self):
        xml = form("<a/>", "<instance id='l'><root><item><name>x</name></item></root></instance>"
                           "<itext><translation lang='fa'><text id='t'><value>سلام</value></text></translation></itext>")
        self.assertEqual(self.value("string(instance('l')/root/item/name)", xml=xml), ("string", "x"))
        self.assertEqual(self.value("jr:itext('t')", xml=xml, lang="fa"), ("string", "سلام"))

    def test_what_goes_wrong_is_told_and_the_process_lives_on(self):
        for request in ({"expr": "1 +"}, {"expr": "nonsense()"}, {"expr": "substr('a')"}, {"expr": "1", "xml": "<a"},
                        {"expr": "1", "context": "/*[9]"}, {"expr": "1", "tz": "Mars/Olympus"}, {"expr": "1", "now": "yesterday"},
                        {"expr": "1", "type": "nodeset"}, {}):
            reply = self.eval.ask(**({"id": 7, "xml": "<a/>"} | request))
            self.assertFalse(reply["ok"], request)
            self.assertEqual(reply["id"], 7)
            self.assertTrue(reply["error"], request)
        for line in ("not json", "[]", '"text"', "{", "null"):
            self.assertFalse(self.eval.raw(line)["ok"], line)
        self.assertEqual(self.value("1 + 1"), ("number", 2))

    def test_it_ends_with_its_input(self):
        self.assertEqual(self.eval.end(), 0)


if __name__ == "__main__":
    tashil.main()
