package io.jenkins.plugins.godeploy.ssh;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class LoopbackGateTest {
    private LoopbackGate gate;

    @Before
    public void open() throws Exception {
        gate = new LoopbackGate(new OneWordTunnel());
    }

    @After
    public void close() {
        gate.close();
    }

    private String say(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gate.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    public void strangerIsTurnedAwayAndTheRightClientStillGetsIn() throws Exception {
        assertEquals("", say("CONNECT host HTTP/1.0\r\nProxy-Authorization: Basic Z28tZGVwbG95OmI=\r\n\r\n"));
        try (Socket socket = gate.connect(10_000)) {
            assertEquals("secret", new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    public void onlyOneClientGetsIn() throws Exception {
        try (Socket first = gate.connect(10_000)) {
            assertThrows(IOException.class, () -> gate.connect(10_000));
            assertEquals('s', first.getInputStream().read());
        }
    }

    /** Its other end says one word. */
    private static final class OneWordTunnel implements SshTunnel {
        private final InputStream in = new ByteArrayInputStream("secret".getBytes(StandardCharsets.US_ASCII));

        @Override
        public void expireAfter(Duration timeout) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream in() {
            return in;
        }

        @Override
        public OutputStream out() {
            return new ByteArrayOutputStream();
        }

        @Override
        public void close() {}
    }
}
