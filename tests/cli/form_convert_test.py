"""`tashil form convert`: DESIGN.md, 2."""

import xml.etree.ElementTree as xml
import zipfile

import tashil
from tashil import run

SURVEY = "type,name,label\ninteger,age,Age\nselect_one yn,tall,Tall?\n"
CHOICES = "list_name,name,label\nyn,yes,Yes\nyn,no,No\n"


def workbook(path, sheets):
    """A small .xlsx with inline strings: {"survey": [[cell, …], …]}."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        z.writestr("_rels/.rels", f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/officeDocument" '
                                  'Target="xl/workbook.xml"/></Relationships>')
        names = list(sheets)
        z.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>' + "".join(
            f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>' for i, name in enumerate(names, 1)) + "</sheets></workbook>")
        z.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">' + "".join(
            f'<Relationship Id="r{i}" Type="{relations}/worksheet" Target="worksheets/sheet{i}.xml"/>'
            for i in range(1, len(names) + 1)) + "</Relationships>")
        for i, name in enumerate(names, 1):
            rows = "".join(f'<row r="{r}">' + "".join(
                f'<c r="{chr(65 + c)}{r}" t="inlineStr"><is><t>{cell}</t></is></c>' for c, cell in enumerate(row)) + "</row>"
                for r, row in enumerate(sheets[name], 1))
            z.writestr(f"xl/worksheets/sheet{i}.xml", f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>')
    return path


class FormConvert(tashil.Case):
    def sheets(self, survey=SURVEY, folder="census"):
        self.file(f"{folder}/survey.csv", survey)
        self.file(f"{folder}/choices.csv", CHOICES)
        return self.folder / folder

    def test_a_folder_of_sheets_becomes_a_form_that_loads(self):
        out = self.folder / "out.xml"
        outcome = run("form", "convert", self.sheets(), out)
        self.assertEqual((outcome.status, outcome.out), (0, ""))
        self.assertEqual(run("form", "check", out).status, 0)

    def test_id_and_title_come_from_the_name_and_the_root_is_called_data(self):
        out = self.folder / "out.xml"
        run("form", "convert", self.sheets(), out)
        root = xml.parse(out).find(".//{http://www.w3.org/2002/xforms}instance")[0]
        self.assertEqual(root.get("id"), "census")
        self.assertTrue(root.tag.endswith("}data"))

    def test_the_root_takes_the_name_that_is_asked_for(self):
        out = self.folder / "out.xml"
        self.assertEqual(run("form", "convert", "--form-name", "visit", self.sheets(), out).status, 0)
        root = xml.parse(out).find(".//{http://www.w3.org/2002/xforms}instance")[0]
        self.assertTrue(root.tag.endswith("}visit"))

    def test_a_workbook_becomes_a_form(self):
        book = workbook(self.folder / "book.xlsx", {"survey": [["type", "name", "label"], ["integer", "age", "Age"]]})
        out = self.folder / "out.xml"
        self.assertEqual(run("form", "convert", book, out).status, 0)
        self.assertIn("age", out.read_text(encoding="utf-8"))

    def test_a_broken_sheet_is_status_1_with_its_row_and_nothing_is_written(self):
        out = self.folder / "out.xml"
        outcome = run("form", "convert", self.sheets("type,name,label\nnonsense,age,Age\n"), out)
        self.assertEqual(outcome.status, 1)
        self.assertIn("row 2", outcome.err)
        self.assertFalse(out.exists())

    def test_a_warning_is_one_line_and_the_form_is_written(self):
        out = self.folder / "out.xml"
        outcome = run("form", "convert", self.sheets("type,name,label,lable\ninteger,age,Age,x\n"), out)
        self.assertEqual(outcome.status, 0)
        self.assertTrue(any(line.startswith("warning: ") for line in outcome.errors), outcome.err)
        self.assertTrue(out.exists())

    def test_what_cannot_be_read_or_written_is_status_1(self):
        self.assertEqual(run("form", "convert", self.folder / "nowhere.xlsx", self.folder / "out.xml").status, 1)
        self.assertEqual(run("form", "convert", self.file("no.xlsx", "no workbook"), self.folder / "out.xml").status, 1)
        outcome = run("form", "convert", self.sheets(), self.folder / "no-such-folder" / "out.xml")
        self.assertEqual(outcome.status, 1)
        self.assertTrue(outcome.errors)

    def test_wrong_use_is_status_2(self):
        self.assertEqual(run("form", "convert").status, 2)
        self.assertEqual(run("form", "convert", "only-one").status, 2)


if __name__ == "__main__":
    tashil.main()
