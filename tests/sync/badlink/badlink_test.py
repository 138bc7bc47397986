"""A real tablet and a real hub over a link as there is in the evening: 48 kbit/s, 600 ms, one packet in twenty lost, cut every
five seconds, and both ends killed at random moments. TASHILGAR_SOAK: two hundred records instead of four."""
import os
import subprocess
import sys
import tempfile
import unittest

from relay import Quality, Relay
from town import Tablet, Town, soak

EVENING = Quality(bytes_per_second=6000, delay=0.3, loss=0.05, cut_every=5)
RECORDS = 200 if soak() else 4
PHOTO = 9_000  # bytes; on this link one and a half seconds
DEATHS = 40 if soak() else 2


class BadLink(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.seed = int(os.environ.get("TASHILGAR_LINK_SEED", "20261127"))
        self.town = Town(PROGRAMS, folder.name, self.seed)
        self.town.start_hub()
        self.addCleanup(self.town.kill_hub)
        self.tablet = Tablet(self.town, "tablet")

    def at_hub(self, tablet, expected):
        """Each once, whole, with a receipt on the tablet."""
        at_hub = self.town.records_at_hub()
        self.assertEqual(len(at_hub), expected)
        self.assertEqual({record["state"] for record in at_hub}, {"complete"})
        mine = tablet.records()
        self.assertEqual({record["state"] for record in mine}, {"safe"})
        self.assertEqual(sorted((record["instanceId"], record["sha256"]) for record in mine),
                         sorted((record["instanceId"], record["sha256"]) for record in at_hub))

    def sync_through_deaths(self, tablet, deaths):
        """Until nothing is left to do; as often as `deaths` says the tablet or the hub dies on the way."""
        dice = self.town.dice
        while True:
            going = tablet.start_sync(wait=600)
            try:
                if not deaths:
                    self.assertEqual(going.wait(1200), 0)
                    return
                going.wait(dice.uniform(0.5, 6))
                if going.returncode == 0:
                    return
            except subprocess.TimeoutExpired:
                deaths -= 1
                if dice.random() < 0.5:
                    self.town.kill_hub()
                    self.town.start_hub()
            finally:
                going.kill()
                going.wait()
                going.stdout.close()

    def test_everything_is_at_the_hub_once_although_link_and_programs_break(self):
        with Relay(self.town.port, EVENING, self.seed) as relay:
            self.tablet.enrol(relay.port)
            self.sync_through_deaths(self.tablet, 0)
            for number in range(RECORDS):
                self.tablet.fill(f"B-{number}", PHOTO)
            self.sync_through_deaths(self.tablet, DEATHS)
            print(f"{RECORDS} records; {relay.connections} connections, {relay.cuts} cuts, {relay.up.bytes} bytes up, {relay.down.bytes} down")
        self.at_hub(self.tablet, RECORDS)

    def carry_large_photo(self, sync):
        """Over a link that carries at most 32 kB between two cuts."""
        quality = Quality(bytes_per_second=256_000 / 8, delay=0.02, cut_every=1)
        size = 1_000_000 if soak() else 150_000
        with Relay(self.town.port, quality, self.seed) as relay:
            self.tablet.enrol(relay.port)
            self.sync_through_deaths(self.tablet, 0)
            self.tablet.fill("large", size)
            before, cuts = relay.up.bytes, relay.cuts
            sync()
            sent, cuts = relay.up.bytes - before, relay.cuts - cuts
            print(f"a photo of {size} bytes cost {sent} bytes over {cuts} cuts")
        self.assertGreater(cuts, 2)
        self.at_hub(self.tablet, 1)
        return (sent - size) / cuts

    def test_a_photo_larger_than_the_link_carries_between_two_cuts_arrives(self):
        lost = self.carry_large_photo(lambda: self.sync_through_deaths(self.tablet, 0))
        self.assertLess(lost, 16_000)  # a greeting, a question and the rest of a TLS record, never the file

    @unittest.skipUnless(os.path.exists(f"{sys.argv[1]}/tashilgar"), "the app was not built")
    def test_the_app_carries_it_as_well(self):
        lost = self.carry_large_photo(lambda: self.tablet.sync_by_app(600))
        self.assertLess(lost, 32_000)  # Qt's TLS records are larger


if __name__ == "__main__":
    PROGRAMS = sys.argv.pop(1)
    unittest.main()
