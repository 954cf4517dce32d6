package io.jenkins.plugins.godeploy.demo;

import jakarta.servlet.SessionTrackingMode;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.jetty.ee9.webapp.WebAppContext;
import org.eclipse.jetty.ee9.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves Jenkins on the loopback: a jenkins.war, or one that was unpacked, which Jenkins' own container cannot. Jetty is what
 * that container is made of, and is set up as there.
 */
public final class WarServer {
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int FORM_KEYS = 10_000;
    private static final int THREADS = 60;

    private WarServer() {}

    /** @param arguments a port of 127.0.0.1, and the war or its folder */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server(new QueuedThreadPool(THREADS, 4));
        server.addConnector(connector(server, Integer.parseInt(arguments[0])));
        server.setHandler(webApp(server, Path.of(arguments[1])));
        server.setStopAtShutdown(true);
        server.start();
        server.join();
    }

    private static ServerConnector connector(Server server, int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setUriCompliance(UriCompliance.LEGACY);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        return connector;
    }

    private static WebAppContext webApp(Server server, Path war) {
        WebAppContext app = new WebAppContext(war.toAbsolutePath().toString(), "/") {
            @Override
            public void preConfigure() throws Exception {
                super.preConfigure();
                setMaxFormKeys(FORM_KEYS);
                setMaxFormContentSize(-1);
            }
        };
        app.setServer(server);
        JettyWebSocketServletContainerInitializer.configure(app, null);
        // Its web.xml asks for one, and nobody logs in by it.
        HashLoginService nobody = new HashLoginService("none");
        nobody.setUserStore(new UserStore());
        app.getSecurityHandler().setLoginService(nobody);
        app.setThrowUnavailableOnStartupException(true);
        app.getSessionHandler().setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        return app;
    }
}
