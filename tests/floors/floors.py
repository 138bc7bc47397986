#!/usr/bin/env python3
"""Fails on an include that climbs: HOW_WE_WRITE.md, part 1. Reads every #include "..." of our own sources."""
import pathlib
import re
import sys

# Folder -> what it may include besides itself. Longest match decides which folder a file belongs to.
ALLOWED = {
    "app/base": [],
    "app/forms": ["app/base"],
    "app/sqlite": ["app/base"],
    "sync/protocol": ["app/base"],
    "app/store": ["app/sqlite", "app/base"],
    "app/lists": ["app/forms", "app/sqlite", "app/base"],
    "platform": ["platform/keys", "app/base"],
    "platform/keys": ["platform", "app/base"],
    "app/fieldwork": ["app/forms", "app/lists", "app/store", "app/base"],
    "sync/client": ["sync/protocol", "app/base"],
    "sync/client/beast": ["sync/client", "sync/protocol", "app/base"],
    "sync/client/openrosa": ["sync/client", "sync/protocol", "app/base"],
    "sync/client/qt": ["sync/client", "sync/protocol", "app/base"],
    "app/exchange": ["app/store", "app/sqlite", "sync/client", "sync/protocol", "app/forms", "app/base"],
    "app/viewmodels": ["app/fieldwork", "sync/client", "platform", "app/forms", "app/base"],
    "app/shell": ["app", "sync/client", "sync/protocol", "platform", "qml"],
    "app/cli": ["app/forms", "app/lists", "app/store", "app/exchange", "app/fieldwork", "app/sqlite", "sync/client", "sync/protocol", "platform/keys",
                "app/base"],
    "sync/hub/http": ["app/base"],
    "sync/hub/storage": ["app/sqlite", "sync/protocol", "app/base"],
    "sync/hub/domain": ["sync/hub/storage", "sync/protocol", "app/forms", "app/base"],
    "sync/hub/exports": ["sync/hub/storage", "app/forms", "app/base"],
    "sync/hub/api": ["sync/hub/domain", "sync/hub/exports", "sync/hub/http", "sync/hub/storage", "sync/protocol",
                     "app/forms", "app/base"],
    "sync/hub/console": ["sync/hub/http", "app/base"],
    "sync/hub/forward": ["sync/client", "sync/hub/storage", "sync/protocol", "app/base"],
    "sync/hub/main": ["sync/hub", "sync/protocol", "app/forms", "app/sqlite", "app/base"],
    "qml": ["app/viewmodels"],
}
# The engine's inner folders are private: other floors include its top-level headers only.
PRIVATE = {"app/forms": {"app/cli"}}
# And no Qt below these.
QT_ALLOWED = ("platform", "sync/client/qt", "app/viewmodels", "app/shell", "qml")


def home(path):
    """The longest folder of ALLOWED that holds path, or None."""
    best = None
    for folder in ALLOWED:
        if (path == folder or path.startswith(folder + "/")) and (best is None or len(folder) > len(best)):
            best = folder
    return best


def findings(root):
    for top in ("app", "qml", "sync", "platform"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".h", ".cpp"):
                continue
            name = file.relative_to(root).as_posix()
            own = home(name)
            if own is None:
                yield f"{name}: stands on no floor; name its folder in tests/floors/floors.py"
                continue
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = re.match(r'\s*#\s*include\s+(["<])([^">]+)[">]', line)
                if not match:
                    continue
                quote, target = match.groups()
                at = f"{name}:{number}"
                if quote == "<":
                    if re.match(r"Q[A-Z]|Qt[A-Z]", target) and not name.startswith(QT_ALLOWED):
                        yield f"{at}: Qt ({target}) below its floor"
                    continue
                if not (root / target).exists() and not target.startswith(("app/", "sync/", "platform/", "qml/")):
                    yield f"{at}: includes start at the root of the project, not \"{target}\""
                    continue
                theirs = home(target)
                if theirs == own:
                    continue
                if theirs is None or not any(theirs == a or theirs.startswith(a + "/") for a in ALLOWED[own]):
                    yield f"{at}: {own} may not include {target}"
                    continue
                for engine, friends in PRIVATE.items():
                    inner = theirs == engine and target.count("/") > engine.count("/") + 1
                    if inner and own not in friends:
                        yield f"{at}: {target} is private to {engine}"


def main():
    found = list(findings(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "every include goes down")
    return 1 if found else 0


sys.exit(main())
