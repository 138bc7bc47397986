#!/usr/bin/env python3
"""Fails when a text of the interface has no Persian, or holds a word that is not for screens (SCREENS: words).
usage: translations.py LUPDATE SOURCE_FOLDER"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

UNWANTED = {
    "fa": ["خطا", "نامعتبر", "غیرمجاز", "ممنوع", "هشدار", "متخلف", "حاشیه‌نشین", "بازجویی", "کنترل", "سوژه", "!"],
    "en": [r"\berrors?\b", r"\binvalid\b", r"\billegal\b", r"\bviolations?\b", r"\bsuspicious\b", r"\btarget\b", "!"],
}


def messages(file):
    for context in xml.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            if message.find("translation").get("type") in ("vanished", "obsolete"):
                continue
            yield context.findtext("name"), message


def findings(lupdate, root):
    with tempfile.TemporaryDirectory() as folder:
        for language, plural in (("fa", False), ("en", True)):
            file = pathlib.Path(folder) / f"tashilgar_{language}.ts"
            shutil.copy(root / "assets/i18n" / file.name, file)
            subprocess.run([lupdate, "-silent", "-locations", "none", *(["-pluralonly"] if plural else []), root / "qml",
                            root / "app/viewmodels", "-ts", file], check=True, stderr=subprocess.DEVNULL)
            for context, message in messages(file):
                source = message.findtext("source")
                translation = message.find("translation")
                words = "".join(translation.itertext()).strip(" \n")
                if translation.get("type") == "unfinished" or not words:
                    yield f"{language}: {context}: no words for \"{source}\""
                if set(re.findall(r"%\d", source)) != set(re.findall(r"%\d", words)) and not plural:
                    yield f"{language}: {context}: places differ in \"{source}\""
                for word in UNWANTED["fa"] if not plural else []:
                    if word in words:
                        yield f"{language}: {context}: \"{word}\" is not for screens: {words}"
                for word in UNWANTED["en"]:
                    if re.search(word, source, re.IGNORECASE):
                        yield f"{language}: {context}: \"{word}\" is not for screens: {source}"


found = list(findings(sys.argv[1], pathlib.Path(sys.argv[2])))
print("\n".join(found) or "every text has its words")
sys.exit(1 if found else 0)
