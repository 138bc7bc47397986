#!/usr/bin/env python3
"""Forms of several sizes for whole-program runs, each with the answers a person would give and what must come of them.

make_forms.py OUTDIR writes a folder per form with form.xml, script.tsv (app/cli/DESIGN.md, 7) and lists. Everything is
invented, and two runs write the same bytes.
"""
import pathlib
import sys

HEAD = ('<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
        'xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>%s</h:title><model><instance><data id="%s" version="1">'
        '%s</data></instance>%s</model></h:head><h:body>%s</h:body></h:html>\n')


class Form:
    def __init__(self, name):
        self.name, self.instance, self.model, self.body, self.script = name, [], [], [], []

    def bind(self, ref, **attributes):
        self.model.append('<bind nodeset="%s"%s/>' % (ref, ''.join(' %s="%s"' % (k, v.replace('<', '&lt;')) for k, v in attributes.items())))

    def ask(self, ref):
        self.body.append('<input ref="%s"><label>%s</label></input>' % (ref, ref.rsplit('/', 1)[-1]))

    def step(self, kind, ref, value, label='-'):
        self.script.append('\t'.join((kind, ref, '-', str(value), label)))

    def write(self, folder, lists=()):
        place = folder / self.name
        place.mkdir(parents=True, exist_ok=True)
        (place / 'form.xml').write_text(HEAD % (self.name, self.name, ''.join(self.instance), ''.join(self.model), ''.join(self.body)), 'utf-8')
        (place / 'script.tsv').write_text('\n'.join(self.script) + '\n', 'utf-8')
        for name, text in lists:
            (place / name).write_text(text, 'utf-8')


def chain(folder, links):
    """Each calculation reads the one before it."""
    form = Form('chain%d' % links)
    form.instance.append('<first/>' + ''.join('<c%d/>' % i for i in range(links)))
    form.bind('/data/first', type='int')
    form.ask('/data/first')
    for i in range(links):
        form.bind('/data/c%d' % i, type='int', calculate='/data/%s + 1' % ('c%d' % (i - 1) if i else 'first'))
    for answer in range(1, 41):
        form.step('answer', '/data/first', answer, 'whole-chain')
    form.step('check', '/data/c%d' % (links - 1), 40 + links)
    form.write(folder)


def rows(folder, count):
    """A repeat whose rows read the row before them and are added up."""
    form = Form('rows%d' % count)
    form.instance.append('<row><n/><twice/><before/></row><sum/><most/><count/>')
    for name, expression in (('twice', '../n * 2'), ('before', 'if(position(..) > 1, indexed-repeat(/data/row/n, /data/row, position(..) - 1), 0)')):
        form.bind('/data/row/' + name, calculate=expression)
    form.bind('/data/row/n', type='int')
    for name, expression in (('sum', 'sum(/data/row/twice)'), ('most', 'max(/data/row/n)'), ('count', 'count(/data/row)')):
        form.bind('/data/' + name, calculate=expression)
    form.body.append('<group ref="/data/row"><repeat nodeset="/data/row">')
    form.ask('/data/row/n')
    form.body.append('</repeat></group>')
    for i in range(1, count + 1):
        part = 'first-tenth' if i * 10 <= count else 'last-tenth' if i * 10 > count * 9 else 'middle'
        if i > 1:
            form.step('repeat', '/data/row', i, 'add-' + part)
        form.step('answer', '/data/row[%d]/n' % i, i, 'answer-' + part)
    form.step('check', '/data/sum', count * (count + 1))
    form.step('check', '/data/row[%d]/before' % count, count - 1)
    form.write(folder)


def places(folder, count):
    """Blocks of towns: an attached list, asked by one condition and by two, and for the label of what was chosen."""
    form = Form('places%d' % count)
    towns = count // 20
    form.instance.append('<town/><block/><either/><label/>')
    form.model.insert(0, '<instance id="places" src="jr://file-csv/places.csv"/>')
    form.bind('/data/label', calculate="instance('places')/root/item[name = /data/block]/label")
    form.ask('/data/town')
    for name, conditions in (('block', 'town = /data/town'), ('either', "kind = 'block' and town = /data/town")):
        form.body.append('<select1 ref="/data/%s"><label>%s</label><itemset nodeset="instance(\'places\')/root/item[%s]"><value ref="name"/>'
                         '<label ref="label"/></itemset></select1>' % (name, name, conditions))
    for i in range(20):
        town = i * 7919 % towns
        form.step('answer', '/data/town', 't%d' % town, 'answer-town')
        form.step('choices', '/data/block', 20, 'one-condition')
        form.step('choices', '/data/either', 19, 'two-conditions')
        form.step('answer', '/data/block', 'b%d' % (town * 20 + 3), 'answer-block')
        form.step('check', '/data/label', 'Block %d' % (town * 20 + 3))
    text = 'name,label,kind,town\n' + ''.join('b%d,Block %d,%s,t%d\n' % (i, i, 'park' if i % 20 == 0 else 'block', i // 20) for i in range(count))
    form.write(folder, [('places.csv', text)])


def main():
    folder = pathlib.Path(sys.argv[1])
    for links in (1000, 10000):
        chain(folder, links)
    for count in (100, 1000):
        rows(folder, count)
    for count in (10000, 100000, 500000):
        places(folder, count)


if __name__ == '__main__':
    main()
