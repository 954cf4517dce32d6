package io.jenkins.plugins.godeploy.ssh;

import com.trilead.ssh2.Connection;
import com.trilead.ssh2.HTTPProxyData;
import com.trilead.ssh2.transport.TransportManager;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * What the two builds of Trilead do differently or keep to themselves: the one in Jenkins (trilead-api) and the one from
 * Maven Central (connectbot's sshlib).
 */
final class TrileadTransport {
    private static final Method SET_TCP_NO_DELAY = method("setTCPNoDelay", boolean.class);
    private static final Field TRANSPORT = transport();

    private TrileadTransport() {}

    private static Method method(String name, Class<?>... types) {
        try {
            return Connection.class.getMethod(name, types);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static Field transport() {
        try {
            Field field = Connection.class.getDeclaredField("tm");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException | RuntimeException e) {
            throw new IllegalStateException("This build of Trilead SSH is not one that Go Deploy knows.", e);
        }
    }

    /** Without TCP_NODELAY a command takes 48 ms instead of 3. Jenkins' build has a setter, the other asks for a socket. */
    static void setUp(Connection connection, SocketSource sockets) throws IOException {
        if (SET_TCP_NO_DELAY == null) {
            connection.setProxyData(sockets);
            return;
        }
        LoopbackGate gate = sockets.gate();
        if (gate != null) {
            connection.setProxyData(
                    new HTTPProxyData(LoopbackGate.ADDRESS, gate.port(), LoopbackGate.USER, gate.password()));
        }
        try {
            SET_TCP_NO_DELAY.invoke(connection, true);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IOException("TCP_NODELAY cannot be set.", e);
        }
    }

    /**
     * Closes the socket under a connection, whoever is busy in it: {@link Connection#close} waits for the monitor that a
     * call to a host without answer holds, and sends farewells to it.
     */
    static void sever(Connection connection, Throwable reason) {
        try {
            TransportManager transport = (TransportManager) TRANSPORT.get(connection);
            if (transport != null) {
                transport.close(reason, false);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
