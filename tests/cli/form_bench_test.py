#!/usr/bin/env python3
"""`tashil form bench` keeps its promise (app/cli/DESIGN.md, 7), and a missed value does not pass unseen."""
import json
import os
import pathlib
import stat
import subprocess
import sys
import tempfile
import unittest

TASHIL = sys.argv.pop(1)
FORM = '''<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>t</h:title><model>
<instance><data id="sample" version="1"><n/><twice/><block/><row><x/></row></data></instance>
<instance id="blocks" src="jr://file-csv/blocks.csv"/>
<bind nodeset="/data/n" type="int"/><bind nodeset="/data/twice" calculate="/data/n * 2"/></model></h:head><h:body>
<input ref="/data/n"><label>n</label></input><select1 ref="/data/block"><label>b</label>
<itemset nodeset="instance('blocks')/root/item[town = /data/n]"><value ref="name"/><label ref="label"/></itemset></select1>
<group ref="/data/row"><repeat nodeset="/data/row"><input ref="/data/row/x"><label>x</label></input></repeat></group></h:body></h:html>'''
SCRIPT = ('answer\t/data/n\tint\t4\tfirst\nanswer\t/data/n\tint\t5\tfirst\nrepeat\t/data/row\t-\t2\tgrow\n'
          'choices\t/data/block\t-\t2\tlist\ncheck\t/data/twice\t-\t10\t-\n')


class FormBench(unittest.TestCase):
    def setUp(self):
        self.holder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.holder.name) / 'sample'
        self.folder.mkdir()
        (self.folder / 'form.xml').write_text(FORM)
        (self.folder / 'script.tsv').write_text(SCRIPT)
        (self.folder / 'blocks.csv').write_text('name,label,town\na,A,5\nb,B,5\nc,C,6\n')

    def tearDown(self):
        self.holder.cleanup()

    def bench(self, *options):
        done = subprocess.run([TASHIL, 'form', 'bench', str(self.folder), *options], capture_output=True, text=True)
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr

    def test_a_pass_is_a_line_with_every_label(self):
        status, passes, _ = self.bench('--passes', '2')
        self.assertEqual(status, 0)
        self.assertEqual([p['pass'] for p in passes], [1, 2])
        for one in passes:
            self.assertEqual(one['bad'], 0)
            self.assertEqual(one['form'], 'sample')
            self.assertEqual({k: v['n'] for k, v in one['ops'].items()}, {'first': 2, 'grow': 1, 'list': 1, 'serialise': 5})
            for key in ('load_ms', 'load_cpu_ms', 'ready_process_cpu_ms', 'script_cpu_ms', 'pass_process_cpu_ms', 'bytes', 'peak_rss_mb'):
                self.assertGreater(one[key], 0, key)

    def test_what_is_missed_is_counted(self):
        (self.folder / 'script.tsv').write_text(SCRIPT.replace('\t10\t', '\t11\t').replace('\t-\t2\tlist', '\t-\t3\tlist'))
        self.assertEqual(self.bench()[1][0]['bad'], 2)

    def test_a_load_needs_no_script(self):
        (self.folder / 'script.tsv').unlink()
        status, passes, _ = self.bench('--load-only')
        self.assertEqual((status, passes[0]['ops']), (0, {}))

    def test_a_line_that_is_no_step_is_named(self):
        (self.folder / 'script.tsv').write_text(SCRIPT + 'shout\t/data/n\t-\t-\t-\n')
        status, _, reason = self.bench()
        self.assertEqual(status, 1)
        self.assertIn('line 6', reason)

    def test_a_large_list_is_kept_for_its_owner_alone(self):
        rows = ''.join('b%d,Block number %d of this list,%d\n' % (i, i, i // 2) for i in range(260_000))
        (self.folder / 'blocks.csv').write_text('name,label,town\n' + rows)
        cache = self.folder / 'cache'
        first = self.bench('--cache', str(cache))[1][0]
        again = self.bench('--cache', str(cache))[1][0]
        self.assertEqual((first['bad'], again['bad']), (0, 0))
        self.assertEqual(stat.S_IMODE(os.stat(cache).st_mode), 0o700)
        self.assertEqual(len(list(cache.glob('*.table'))), 1)
        for file in cache.iterdir():
            self.assertEqual(stat.S_IMODE(os.stat(file).st_mode) & 0o077, 0, file.name)


if __name__ == '__main__':
    unittest.main()
