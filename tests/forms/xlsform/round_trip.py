#!/usr/bin/env python3
"""A form and what is left of it after a spreadsheet: both are played alike, and must answer alike.

    round_trip.py --tashil PATH [--media DIR] [--plays N] FORM...

FORM (.xml, .xlsx, or a folder of CSV sheets) is converted to an XForm, that to a workbook, and that to an XForm again.
Then the same answers are given to both XForms, chosen at random from a fixed seed: after each one every node is compared
(value, relevance, label, hint, choices, validity), at the end the submission. Values that a form draws by lot (uuid(),
random()) and what is calculated from them are left out of the comparison.
"""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

XF = "{http://www.w3.org/2002/xforms}"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# More rows than this add time, not knowledge.
MAX_ROWS = 3


class Session:
    def __init__(self, tashil, form, media):
        argv = [tashil, "form", "session", form, "--missing-media", "blank", "--now", "2026-11-22T09:30:00.000+03:30",
                "--tz", "Asia/Tehran", "--property", "username=n.karimi", "--property", "deviceid=tablet-1",
                "--geolocation", "34.3451 47.0901 1320 6"]
        if media:
            argv += ["--media", media]
        self.process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def ask(self, **request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        return json.loads(line) if line else {"ok": False, "error": "the session has ended"}

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def facts(xform):
    """Data types by path without positions; names whose values are drawn by lot."""
    root = ET.parse(xform).getroot()
    types, calculations = {}, {}
    for bind in root.iter(XF + "bind"):
        path = bind.get("nodeset")
        types[path] = bind.get("type", "string")
        calculations[path] = bind.get("calculate", "")
    for action in root.iter(XF + "setvalue"):
        path = action.get("ref")
        calculations[path] = calculations.get(path, "") + " " + action.get("value", "")
    drawn = {p for p, c in calculations.items() if re.search(r"\b(uuid|random|now)\(", c)}
    texts = {}
    for text in root.iter(XF + "text"):
        outputs = " ".join(o.get("value", "") for o in text.iter(XF + "output"))
        texts[text.get("id").rsplit(":", 1)[0]] = outputs + " " + texts.get(text.get("id").rsplit(":", 1)[0], "")
    grown = True
    while grown:
        names = {re.escape(p.rsplit("/", 1)[1]) for p in drawn}
        reads = re.compile(r"(?:/|\b)(?:%s)\b" % "|".join(sorted(names))) if names else None
        read_by = {p: texts.get(p, "") + " " + calculations.get(p, "") for p in texts.keys() | calculations.keys()}
        more = {p for p, c in read_by.items() if reads and p not in drawn and reads.search(c)}
        grown = bool(more)
        drawn |= more
    return types, drawn


def plain(ref):
    return re.sub(r"\[\d+\]", "", ref)


def invent(rng, node, data_type):
    """An answer for a node; None for what cannot be answered by hand."""
    kind = node["kind"]
    choices = [c[0] for c in node.get("choices") or []]
    if kind == "select":
        return " ".join(rng.sample(choices, rng.randint(1, min(3, len(choices))))) if choices else None
    if kind == "rank":
        return " ".join(rng.sample(choices, len(choices))) if choices else None
    if kind == "trigger":
        return "OK"
    if choices:
        return rng.choice(choices)
    if kind == "upload":
        return rng.choice(["a.jpg", "b.m4a"])
    point = lambda: "%.4f %.4f 0 %d" % (34.344 + rng.random() / 100, 47.089 + rng.random() / 100, rng.randint(3, 12))
    return {
        "int": lambda: str(rng.choice([0, 1, 2, 3, 4, 7, 12, 30, 52, 140])),
        "decimal": lambda: str(rng.choice([0, 0.5, 2.5, 4, 12.25])),
        "date": lambda: "2026-11-%02d" % rng.randint(1, 28),
        "time": lambda: "%02d:15:00.000+03:30" % rng.randint(6, 20),
        "dateTime": lambda: "2026-11-%02dT08:00:00.000+03:30" % rng.randint(1, 28),
        "geopoint": point,
        "geotrace": lambda: ";".join(point() for _ in range(3)),
        "geoshape": lambda: (lambda a, b, c: ";".join([a, b, c, a]))(point(), point(), point()),
        "barcode": lambda: rng.choice(["KC000123", "KC000777"]),
    }.get(data_type, lambda: rng.choice(["yes", "متن آزمایشی", "B01-003", "09181234567", "12", "x y"]))()


def comparable(reply, drawn):
    if not reply.get("ok"):
        return {"ok": False}
    nodes = []
    for node in reply["nodes"]:
        node = {k: UUID.sub("UUID", v) if isinstance(v, str) else v for k, v in node.items()}
        if plain(node["ref"]) in drawn:
            for key in ("value", "label", "hint", "message", "valid", "violation"):
                node.pop(key, None)
        nodes.append(node)
    return nodes


def masked(reply, drawn):
    xml = UUID.sub("UUID", reply.get("xml") or "")
    for path in drawn:
        name = re.escape(path.rsplit("/", 1)[1].lstrip("@"))
        xml = re.sub(r"(<%s(?: [^>]*)?>)[^<]*" % name, r"\1", xml)
        xml = re.sub(r"<%s(?: [^>]*)?/>" % name, lambda m: m[0][:-2] + "></" + m[0][1:-2].split()[0] + ">", xml)
    return xml


class Play:
    def __init__(self, tashil, media, first, second, seed):
        self.rng = random.Random(seed)
        self.types, self.drawn = facts(first)
        self.both = [Session(tashil, f, media) for f in (first, second)]
        self.steps = []

    def ask(self, **request):
        return [s.ask(**request) for s in self.both]

    def same(self, what, left, right):
        if left != right:
            if isinstance(left, list) and isinstance(right, list):
                pairs = [(a, b) for a, b in zip(left, right) if a != b] or [(left[len(right):], right[len(left):])]
                left, right = pairs[0]
            raise AssertionError("%s differs after %s\n   before: %s\n   after:  %s" % (
                what, self.steps[-3:], json.dumps(left, ensure_ascii=False)[:700], json.dumps(right, ensure_ascii=False)[:700]))

    def compare(self):
        replies = self.ask(op="dump")
        self.same("the state", *[comparable(r, self.drawn) for r in replies])
        return replies[0].get("nodes") or []

    def run(self):
        try:
            hello = self.ask(op="hello")
            self.same("the opening", *[{k: h.get(k) for k in ("ok", "title", "id", "version", "languages")} for h in hello])
            if not hello[0]["ok"]:
                return "does not open: " + hello[0].get("error", "")[:100]
            nodes = self.compare()
            done, answers, rows = set(), 0, {}
            while True:
                todo = [n for n in nodes if n["relevant"] and not n["readonly"] and n["ref"] not in done
                        and (n["kind"] in ("input", "select", "rank", "range", "trigger", "upload")
                             or (n["kind"] == "repeat-range" and n.get("can-add") and rows.get(n["ref"], 0) < MAX_ROWS))]
                if not todo:
                    break
                node = todo[0]
                ref = node["ref"]
                if node["kind"] == "repeat-range":
                    rows[ref] = rows.get(ref, 0) + 1
                    self.steps.append("add " + ref)
                    replies = self.ask(op="repeat.add", ref=ref)
                    if rows[ref] >= MAX_ROWS:
                        done.add(ref)
                else:
                    done.add(ref)
                    value = invent(self.rng, node, self.types.get(plain(ref), "string"))
                    if value is None:
                        continue
                    answers += 1
                    self.steps.append("%s = %s" % (ref, value))
                    replies = self.ask(op="answer", ref=ref, value=value)
                self.same("the reply", *[{k: v for k, v in r.items() if k != "error"} for r in replies])
                nodes = self.compare()
            self.same("the check", *self.ask(op="validate"))
            self.same("the order", *self.ask(op="events"))
            for language in hello[0].get("languages") or []:
                self.ask(op="language", value=language)
                self.compare()
            self.same("the submission", *[masked(r, self.drawn) for r in self.ask(op="xml")])
            return "%d answers" % answers
        finally:
            for session in self.both:
                session.close()


def convert(tashil, source, target):
    result = subprocess.run([tashil, "form", "convert", source, target], capture_output=True, text=True, encoding="utf-8")
    if result.returncode != 0:
        raise AssertionError("%s is not converted:\n%s" % (os.path.basename(source), result.stderr))
    return result.stderr


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tashil", required=True)
    parser.add_argument("--media")
    parser.add_argument("--plays", type=int, default=2)
    parser.add_argument("--show-messages", action="store_true")
    parser.add_argument("forms", nargs="+")
    arguments = parser.parse_args()
    bad = 0
    for form in arguments.forms:
        form = form.rstrip("/")
        with tempfile.TemporaryDirectory() as folder:
            stem = os.path.basename(form) if os.path.isdir(form) else os.path.splitext(os.path.basename(form))[0]
            first, book = os.path.join(folder, stem + ".xml"), os.path.join(folder, stem + ".xlsx")
            second = os.path.join(folder, "again", stem + ".xml")
            os.mkdir(os.path.dirname(second))
            try:
                if form.endswith(".xml"):
                    first = form
                else:
                    convert(arguments.tashil, form, first)
                said = convert(arguments.tashil, first, book)
                if arguments.show_messages:
                    print(said, end="")
                convert(arguments.tashil, book, second)
                results = [Play(arguments.tashil, arguments.media, first, second, seed).run() for seed in range(arguments.plays)]
                print("same  %s (%s)" % (stem, "; ".join(results)))
            except AssertionError as error:
                bad += 1
                print("DIFFERENT  %s: %s" % (stem, error))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
