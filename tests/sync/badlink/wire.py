"""A wire that can read: it stands between tablets and a hub that serves plain HTTP, speaks TLS to the tablets with the hub's own
key, and counts what goes over it, request by request, without TLS. It can also cut an upload or a download at a byte.

    with Wire(hub_folder, hub_port) as wire: ...  # tablets connect to 127.0.0.1:wire.port
"""
import socket
import ssl
import struct
import threading


class Request:
    def __init__(self, line):
        self.method, self.target = line.split(" ")[:2]
        self.up = self.down = self.body_up = self.body_down = 0  # bytes with their heads, and of the bodies


class Wire:
    def __init__(self, hub_folder, hub_port):
        self.hub_port, self.requests, self.cut = hub_port, [], None
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(hub_folder / "tls-certificate.pem", hub_folder / "tls-key.pem")
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def cut_once(self, method, direction, after):
        """The next request of that method whose body is larger than `after` is cut there, in the body that goes "up" or "down"."""
        self.cut = (method, direction, after)

    def take(self):
        taken, self.requests = self.requests, []
        return taken

    def accept(self):
        while True:
            try:
                raw, _ = self.server.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(raw,), daemon=True).start()

    def serve(self, raw):
        try:
            with self.tls.wrap_socket(raw, server_side=True) as tablet, socket.create_connection(("127.0.0.1", self.hub_port)) as hub:
                hub.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                while self.exchange(tablet, hub):
                    pass
        except (OSError, ValueError):
            pass

    def exchange(self, tablet, hub):
        head = read_head(tablet)
        if not head:
            return False
        request = Request(head.decode().split("\r\n")[0])
        self.requests.append(request)
        length = length_of(head)
        request.up, request.body_up = len(head), 0
        hub.sendall(head)
        if not self.carry(tablet, hub, length, request, "up"):
            return False
        answer = read_head(hub)
        if not answer:
            return False
        request.down = len(answer)
        tablet.sendall(answer)
        body = 0 if request.method == "HEAD" or b" 204 " in answer.split(b"\r\n")[0] else length_of(answer)
        return self.carry(hub, tablet, body, request, "down")

    def carry(self, source, target, length, request, direction):
        limit = length
        if self.cut and self.cut[:2] == (request.method, direction) and length > self.cut[2]:
            limit, self.cut = self.cut[2], None
        done = 0
        while done < limit:
            data = source.recv(min(4096, limit - done))
            if not data:
                return False
            target.sendall(data)
            done += len(data)
            if direction == "up":
                request.up += len(data)
                request.body_up += len(data)
            else:
                request.down += len(data)
                request.body_down += len(data)
        if limit < length:  # what passed arrives; a reset to its receiver would take away what that one has not read yet
            source.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return False
        return True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.close()


def read_head(end):
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = end.recv(1)
        if not byte:
            return b""
        head += byte
    return head


def length_of(head):
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            return int(line.split(b":")[1])
    return 0
