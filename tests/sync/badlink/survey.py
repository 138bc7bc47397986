"""A survey of 92 questions, and answers to it: about 4 kB a record, of which a good kilobyte is answers. From a seed."""
import random

FIRST = "امین باران چکاد دلارام ایلیا فرشاد گلناز هانیه ایمان جلال کاوه لیلا مهسا نادر امید پونه رها سمیرا تارا یاسمن".split()
LAST = "آبادی بهرامی کریمی دلیری اکبری فتاحی گودرزی حیدری ایزدی جوادی کاظمی لطفی مرادی نوری عباسی پناهی".split()
WORDS = "آب چاه خوب خشک فصل مدرسه راه درمانگاه بازار مزرعه ذرت بز سقف دیوار تب باران بذر وام کار خانواده دیدار نزدیک دور".split()
SECTIONS = ("housing", "water", "health", "food", "farm", "income")
HEAD = [("start", "dateTime"), ("end", "dateTime"), ("today", "date"), ("enumerator", "string"), ("province", "sel"), ("district", "sel"),
        ("village", "sel"), ("location", "geopoint"), ("respondent_name", "name"), ("respondent_age", "int"), ("consent", "yn"), ("comment", "text")]
ASKED = [("has", "yn"), ("count", "int"), ("kind", "sel"), ("distance_km", "dec"), ("reasons", "multi"), ("cost", "dec"), ("last_date", "date"),
         ("problem", "yn"), ("note", "text"), ("score", "int"), ("who", "name"), ("months", "int"), ("share", "dec")]
REASONS = ["cheap", "near", "good", "clean", "other", "none"]


def fields():
    """Path below the root, kind."""
    return HEAD + [(f"{section}/{section}_{name}", kind) for section in SECTIONS for name, kind in ASKED]


def value(kind, dice):
    return {
        "dateTime": lambda: f"2026-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}T{dice.randint(7, 18):02}:{dice.randint(0, 59):02}:{dice.randint(0, 59):02}.000+03:30",
        "date": lambda: f"2026-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
        "string": lambda: f"dev{dice.randint(0, 200):05}",
        "sel": lambda: f"code_{dice.randint(0, 120):03}",
        "geopoint": lambda: f"{dice.uniform(34, 35):.7f} {dice.uniform(46, 47):.7f} {dice.uniform(900, 1900):.1f} {dice.uniform(3, 12):.1f}",
        "name": lambda: dice.choice(FIRST) + " " + dice.choice(LAST),
        "int": lambda: str(dice.randint(0, 60)),
        "dec": lambda: f"{dice.uniform(0, 400):.2f}",
        "yn": lambda: dice.choice(["yes", "no"]),
        "multi": lambda: " ".join(dice.sample(REASONS, dice.randint(1, 3))),
        "text": lambda: " ".join(dice.choice(WORDS) for _ in range(dice.randint(4, 12))),
    }[kind]()


def form():
    types = {"dateTime": "dateTime", "date": "date", "geopoint": "geopoint", "int": "int", "dec": "decimal"}
    shown = "".join(f"<{name}/>" for name, _ in HEAD)
    shown += "".join(f"<{section}>{''.join(f'<{section}_{name}/>' for name, _ in ASKED)}</{section}>" for section in SECTIONS)
    binds = "".join(f'<bind nodeset="/data/{path}" type="{types.get(kind, "string")}"/>\n' for path, kind in fields())
    asked = "".join(f'<input ref="/data/{path}"><label>{path}</label></input>\n' for path, _ in fields())
    return f"""<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>Survey</h:title><model><instance><data id="survey" version="1">{shown}<meta><instanceID/></meta></data></instance>
{binds}<bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
</model></h:head><h:body>{asked}</h:body></h:html>
"""


def answers(seed):
    dice = random.Random(seed)
    return [{"op": "answer", "ref": "/data/" + path, "value": value(kind, dice)} for path, kind in fields()]
