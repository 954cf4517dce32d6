# wire.py RTT_MS MBIT LOSS_PERCENT [ADDRESS=RTT_MS ...]: two TAP devices back to back, a WAN between them.
#
# For kernels without sch_netem. Real frames are delayed by RTT/2 each way, paced to a rate that all hosts share per
# direction (100 ms of buffer, then tail drop) and dropped at random, so TCP behaves as over a WAN. An address may have
# a delay of its own. The ceiling is about 400 Mbit/s.
import fcntl
import heapq
import os
import random
import select
import socket
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TAP_NO_PI = 0x1002
BUFFER_SECONDS = 0.1
FROM_A_DESTINATION, FROM_B_SOURCE = slice(30, 34), slice(26, 30)  # the host's address in an IPv4 frame

rtt, mbit, loss = (float(argument) for argument in sys.argv[1:4])
delay, loss = rtt / 2e3, loss / 100
seconds_per_byte = 8 / (mbit * 1e6) if mbit else 0.0
delays = {socket.inet_aton(a): float(ms) / 2e3 for a, ms in (pair.split("=") for pair in sys.argv[4:])}


def tap(name):
    fd = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH22x", name, IFF_TAP_NO_PI))
    return fd


def delay_of(frame, side):
    host = frame[FROM_A_DESTINATION if side == 0 else FROM_B_SOURCE]
    return delays.get(host, delay)


ends = [tap(b"wana"), tap(b"wanb")]
busy_until = [0.0, 0.0]
in_flight, number = [], 0  # a heap of (due, number, where to, frame); the number keeps equal times in order

while True:
    wait = max(0.0, in_flight[0][0] - time.monotonic()) if in_flight else None
    for fd in select.select(ends, [], [], wait)[0]:
        side = ends.index(fd)
        for _ in range(64):
            try:
                frame = os.read(fd, 65536)
            except BlockingIOError:
                break
            now = time.monotonic()
            start = max(now, busy_until[side])
            if start - now > BUFFER_SECONDS or (loss and random.random() < loss):
                continue
            busy_until[side] = start + len(frame) * seconds_per_byte
            number += 1
            heapq.heappush(in_flight, (busy_until[side] + delay_of(frame, side), number, ends[1 - side], frame))
    now = time.monotonic()
    while in_flight and in_flight[0][0] <= now:
        _, _, fd, frame = heapq.heappop(in_flight)
        try:
            os.write(fd, frame)
        except OSError:
            pass  # the far end is full or going away: a lost frame, as on a real wire
