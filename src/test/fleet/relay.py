# relay.py NETNS MAP: makes the hosts reachable at addresses of this machine's loopback.
#
# Listens on 127.0.ID.n:port in the machine's network namespace and connects from inside the controller's, so that
# nothing of the hosts' network is visible on the machine. MAP has lines "listen-address listen-port address port"
# and is read again on SIGHUP.
import asyncio
import ctypes
import os
import signal
import socket
import struct
import sys

CLONE_NEWNET = 0x40000000
BUFFER = 256 * 1024
libc = ctypes.CDLL(None, use_errno=True)
machine = os.open("/proc/self/ns/net", os.O_RDONLY)
controller = os.open(sys.argv[1], os.O_RDONLY)
servers = {}


def enter(namespace):
    # A socket belongs for good to the namespace that its thread was in when it was made.
    if libc.setns(namespace, CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns")


def listener(key):
    enter(machine)
    try:
        s = socket.socket()
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        s.bind(key)
        s.listen(1024)
        return s
    finally:
        enter(controller)


async def pump(reader, writer):
    try:
        while data := await reader.read(BUFFER):
            writer.write(data)
            await writer.drain()
        writer.write_eof()
    except (OSError, RuntimeError):
        writer.transport.abort()


def forward_to(address, port):
    async def handle(reader, writer):
        try:
            there = asyncio.open_connection(address, port, limit=BUFFER)
            host_reader, host_writer = await asyncio.wait_for(there, 30)
        except (OSError, asyncio.TimeoutError):
            # Nobody there. A polite close would look like a server that has nothing to say, so reset.
            linger = struct.pack("ii", 1, 0)
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            writer.transport.abort()
            return
        for w in (writer, host_writer):
            w.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await asyncio.gather(pump(reader, host_writer), pump(host_reader, writer))
        for w in (writer, host_writer):
            w.close()

    return handle


async def read_map():
    wanted = {}
    with open(sys.argv[2]) as lines:
        for line in lines:
            here, here_port, there, there_port = line.split()
            wanted[here, int(here_port)] = there, int(there_port)
    for key in servers.keys() - wanted.keys():
        servers.pop(key).close()
    for key in wanted.keys() - servers.keys():
        try:
            servers[key] = await asyncio.start_server(forward_to(*wanted[key]), sock=listener(key), limit=BUFFER)
        except OSError as e:
            print("relay:", key, e, flush=True)


async def main():
    enter(controller)
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, lambda: asyncio.ensure_future(read_map()))
    await read_map()
    await asyncio.Event().wait()


asyncio.run(main())
