"""An OpenRosa server behind a socket: refuses what ODK Central and KoboToolbox refuse, reads multipart with Python's own reader."""
import email.parser
import email.policy
import hashlib
import http.server
import re
import ssl
import threading
import xml.etree.ElementTree as tree

LIST = "http://openrosa.org/xforms/xformsList"
MANIFEST = "http://openrosa.org/xforms/xformsManifest"
ANSWER = "http://openrosa.org/http/response"
REALM, USER, PASSWORD, NONCE = "Kobo", "zahra", "pass:word", "0123456789abcdef"


def md5(data):
    return hashlib.md5(data if isinstance(data, bytes) else data.encode()).hexdigest()


class Server:
    """Forms {id: (version, xml, {file: bytes})}; what arrived stands in records {instanceID: (xml, {file: bytes})}."""

    def __init__(self, base="", digest=False, advised=0, tls=None):
        self.base, self.digest, self.advised = base, digest, advised
        self.forms, self.records, self.log = {}, {}, []
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *a: Handler(self, *a))
        self.scheme = "https" if tls else "http"
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)
            self.http.socket = context.wrap_socket(self.http.socket, server_side=True)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"{self.scheme}://127.0.0.1:{self.http.server_port}{self.base}"

    def close(self):
        self.http.shutdown()
        self.http.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, server, *rest):
        self.ours = server
        super().__init__(*rest)

    def log_message(self, *_):
        pass

    def reply(self, status, body=b"", kind="text/xml; charset=utf-8", headers=()):
        body = body if isinstance(body, bytes) else body.encode()
        self.send_response(status)
        self.send_header("X-OpenRosa-Version", "1.0")
        for name, value in headers:
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def say(self, status, words, nature="error", headers=()):
        self.reply(status, f'<OpenRosaResponse xmlns="{ANSWER}"><message nature="{nature}">{words}</message></OpenRosaResponse>',
                   headers=headers)

    def signed_in(self):
        if not self.ours.digest:
            return True
        given = dict(re.findall(r'(\w+)="?([^",]+)"?', self.headers.get("Authorization", "")))
        a1, a2 = md5(f"{USER}:{REALM}:{PASSWORD}"), md5(f"{self.command}:{self.path}")
        right = md5(f"{a1}:{NONCE}:{given.get('nc')}:{given.get('cnonce')}:auth:{a2}")
        if given.get("response") == right:
            return True
        self.reply(401, headers=[("WWW-Authenticate", f'Digest realm="{REALM}", qop="auth", nonce="{NONCE}", opaque="x"')])
        return False

    def route(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.ours.log.append((self.command, self.path))
        if not self.signed_in():
            return
        if self.headers.get("X-OpenRosa-Version") != "1.0":
            return self.say(400, "X-OpenRosa-Version must be 1.0")
        path = self.path.removeprefix(self.ours.base).split("?")[0]
        if path == "/submission":
            return self.submission(body)
        if path == "/formList" and self.command == "GET":
            return self.reply(200, self.form_list())
        found = re.fullmatch(r"/forms/([^/]+?)(\.xml|/manifest|/files/(.+))", path)
        if not found or found[1] not in self.ours.forms:
            return self.say(404, "there is nothing here")
        version, xml, files = self.ours.forms[found[1]]
        if found[2] == ".xml":
            return self.reply(200, xml)
        if found[2] == "/manifest":
            return self.reply(200, self.manifest(found[1], files))
        return self.reply(200, files[found[3]], "application/octet-stream") if found[3] in files else self.say(404, "no such file")

    do_GET = do_HEAD = do_POST = route

    def form_list(self):
        rows = "".join(f"<xform><formID>{id}</formID><name>{id}</name><version>{version}</version><hash>md5:{md5(xml)}</hash>"
                       f"<downloadUrl>{self.ours.url}/forms/{id}.xml</downloadUrl><manifestUrl>{self.ours.url}/forms/{id}/manifest"
                       "</manifestUrl></xform>" for id, (version, xml, _) in self.ours.forms.items())
        return f'<xforms xmlns="{LIST}">{rows}</xforms>'

    def manifest(self, form, files):
        rows = "".join(f"<mediaFile><filename>{name}</filename><hash>md5:{md5(data)}</hash>"
                       f"<downloadUrl>{self.ours.url}/forms/{form}/files/{name}</downloadUrl></mediaFile>" for name, data in files.items())
        return f'<manifest xmlns="{MANIFEST}">{rows}</manifest>'

    def submission(self, body):
        advice = [("X-OpenRosa-Accept-Content-Length", str(self.ours.advised))] if self.ours.advised else []
        if self.command == "HEAD":
            return self.reply(204, headers=advice)
        if self.ours.advised and len(body) > self.ours.advised:
            return self.reply(413, "<html>nginx</html>", "text/html")
        head = f"Content-Type: {self.headers.get('Content-Type')}\r\n\r\n".encode()
        message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body)
        if not message.is_multipart() or message.defects:
            return self.say(400, "the multipart body could not be read")
        parts = {part.get_param("name", header="content-disposition"): part.get_payload(decode=True) for part in message.iter_parts()}
        xml = parts.pop("xml_submission_file", None)
        if xml is None:
            return self.say(400, "xml_submission_file is missing")
        parts.pop("*isIncomplete*", None)
        root = tree.fromstring(xml)
        instance = next((node.text for node in root.iter() if node.tag.endswith("instanceID")), None)
        form = self.ours.forms.get(root.get("id"))
        if not form or form[0] != root.get("version"):
            return self.say(404, "the form version does not exist")
        if instance in self.ours.records and self.ours.records[instance][0] != xml:
            return self.say(409, "the same record came with other answers")
        self.ours.records.setdefault(instance, (xml, {}))[1].update(parts)
        self.say(201, "full submission upload was successful!", "submit_success", advice)
