"""A poor link between a client and a server on this machine: slow, late, losing, and cut again and again.

    with Relay(server_port, Quality(bytes_per_second=6000, delay=0.3, loss=0.05, cut_every=5), seed=1) as relay:
        ...  # connect to 127.0.0.1:relay.port

It passes the bytes of TCP connections on and knows nothing of what they mean. All connections share one line in each
direction, as tablets behind one modem do. A lost packet, of which TCP under the relay knows nothing, is what a lost packet
looks like from above: everything behind it waits one more round trip. A cut ends every connection at once, with whatever was
under way. What is random comes from the seed.
"""
import asyncio
import dataclasses
import random
import socket
import struct
import threading

PACKET = 1400  # what one packet carries; also how much is lost at once


@dataclasses.dataclass
class Quality:
    bytes_per_second: float = 0  # each way; 0: as fast as it goes
    delay: float = 0.0           # seconds, each way
    loss: float = 0.0            # part of the packets
    cut_every: float = 0.0       # seconds; 0: never


class Line:
    """One direction: when a packet that is offered now arrives."""

    def __init__(self, quality, dice, clock):
        self.quality, self.dice, self.clock = quality, dice, clock
        self.free = 0.0  # when the line has sent what was offered before
        self.bytes = 0  # that came out at the far end

    def arrival(self, size):
        begin = max(self.clock(), self.free)
        self.free = begin + (size / self.quality.bytes_per_second if self.quality.bytes_per_second else 0)
        lost = self.quality.loss and self.dice.random() < self.quality.loss
        if lost:
            self.free += 2 * self.quality.delay
        return self.free + self.quality.delay


class Relay:
    def __init__(self, server_port, quality, seed=0):
        self.server_port, self.quality = server_port, quality
        self.dice = random.Random(seed)
        self.connections = 0
        self.cuts = 0
        self.live = set()  # the writers of both ends of each connection
        self.loop = asyncio.new_event_loop()
        self.up, self.down = (Line(quality, self.dice, self.loop.time) for _ in range(2))
        ready = threading.Event()
        self.thread = threading.Thread(target=self.run, args=(ready,), daemon=True)
        self.thread.start()
        ready.wait()

    def run(self, ready):
        asyncio.set_event_loop(self.loop)
        server = self.loop.run_until_complete(asyncio.start_server(self.serve, "127.0.0.1", 0, limit=PACKET))
        self.port = server.sockets[0].getsockname()[1]
        if self.quality.cut_every:
            self.loop.create_task(self.cut_again_and_again())
        ready.set()
        self.loop.run_forever()
        server.close()
        self.loop.run_until_complete(asyncio.gather(*asyncio.all_tasks(self.loop), return_exceptions=True))
        self.loop.close()

    async def serve(self, reader, writer):
        self.connections += 1
        try:
            to_reader, to_writer = await asyncio.open_connection("127.0.0.1", self.server_port, limit=PACKET)
        except OSError:
            return self.break_off(writer)
        ends = {writer, to_writer}
        self.live |= ends
        try:
            await asyncio.gather(self.carry(reader, to_writer, self.up), self.carry(to_reader, writer, self.down))
        except asyncio.CancelledError:
            pass  # the relay ends
        self.live -= ends
        for end in ends:
            end.close()

    async def carry(self, reader, writer, line):
        under_way = asyncio.Queue(maxsize=32)  # a modem's buffer; when it is full the sender waits

        async def deliver():
            while True:
                arrival, packet = await under_way.get()
                await asyncio.sleep(max(0.0, arrival - self.loop.time()))
                if not packet:
                    writer.write_eof()
                    return
                line.bytes += len(packet)
                writer.write(packet)
                await writer.drain()

        async def take():
            while True:
                packet = await reader.read(PACKET)
                await under_way.put((line.arrival(len(packet)), packet))
                if not packet:
                    return

        tasks = [asyncio.ensure_future(deliver()), asyncio.ensure_future(take())]
        try:
            await asyncio.gather(*tasks)
        except (OSError, RuntimeError):
            self.break_off(writer)  # one end is gone: the other learns of it
        finally:
            for task in tasks:
                task.cancel()

    async def cut_again_and_again(self):
        while True:
            await asyncio.sleep(self.quality.cut_every)
            self.cuts += 1
            self.up.free = self.down.free = 0  # what was under way takes no more of the line
            for end in list(self.live):
                self.break_off(end)

    @staticmethod
    def break_off(writer):
        """Without a farewell, as a mast that goes dark (for the ends it is a reset)."""
        raw = writer.get_extra_info("socket")
        if raw and raw.fileno() >= 0:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.end)
        self.thread.join()

    def end(self):
        for task in asyncio.all_tasks(self.loop):
            task.cancel()
        self.loop.call_soon(self.loop.stop)
