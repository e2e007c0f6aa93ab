"""A stand-in for Microsoft's voice service on this machine: proxy, TLS and WebSocket are real.

It follows what edge-tts 7.3 sends and expects: two text frames up, sound in binary frames with
headers before it, `turn.end`. `fault` makes it break in one way.
"""

import datetime
import ipaddress
import ssl
import threading
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "speech.platform.bing.com"
SOUND = b"\xff\xf3" + bytes(range(200)) * 4


class EdgeService:
    """Listens on loopback as an HTTP proxy; every CONNECT leads to itself."""

    def __init__(self, folder: Path) -> None:
        self.certificate = folder / "service.pem"
        self.heard: list[str] = []
        self.fault = ""
        self.sound = SOUND
        self._make_certificate(self.certificate)
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self._started.wait(10)

    @property
    def proxy(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(5)

    def _run(self) -> None:
        import asyncio

        asyncio.run(self._serve())

    async def _serve(self) -> None:
        import asyncio

        from websockets.asyncio.server import serve

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate)
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        async with serve(self._speak, "127.0.0.1", 0, ssl=context) as inner:
            port = inner.sockets[0].getsockname()[1]
            outer = await asyncio.start_server(
                lambda reader, writer: self._connect(reader, writer, port), "127.0.0.1", 0
            )
            self._port = outer.sockets[0].getsockname()[1]
            self._started.set()
            async with outer:
                await self._stop.wait()

    async def _connect(self, reader: Any, writer: Any, port: int) -> None:
        import asyncio

        asked = await reader.readuntil(b"\r\n\r\n")
        if self.fault == "refused" or HOST.encode() not in asked:
            writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
            writer.close()
            return
        inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")

        async def pass_on(source: Any, target: Any) -> None:
            while piece := await source.read(65536):
                target.write(piece)
                await target.drain()
            target.close()

        await asyncio.gather(
            pass_on(reader, inner_writer), pass_on(inner_reader, writer), return_exceptions=True
        )
        for each in (writer, inner_writer):
            each.close()

    async def _speak(self, socket: Any) -> None:
        await socket.recv()  # what kind of sound is wanted
        self.heard.append(await socket.recv())
        if self.fault == "hangs up":
            await socket.close()
            return
        await socket.send("Path:turn.start\r\n\r\n{}")
        if self.fault == "nonsense":
            await socket.send("Path:weather\r\n\r\n{}")
        if self.fault != "silent":
            headers = b"X-RequestId:1\r\nContent-Type:audio/mpeg\r\nPath:audio\r\n"
            for part in (self.sound[:300], self.sound[300:]):
                await socket.send(len(headers).to_bytes(2, "big") + headers + part)
        await socket.send("Path:turn.end\r\n\r\n{}")

    def _make_certificate(self, place: Path) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
        now = datetime.datetime.now(datetime.UTC)
        names = [x509.DNSName(HOST), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
        made = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(1)
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName(names), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256())
        )
        place.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            + made.public_bytes(serialization.Encoding.PEM)
        )
