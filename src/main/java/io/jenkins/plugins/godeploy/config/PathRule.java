package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.Set;
import java.util.regex.Pattern;

/** Which paths on a host may hold a service, and which a process ID. */
final class PathRule {
    private static final int LENGTH = 200;
    private static final Pattern CLEAN = Pattern.compile("[A-Za-z0-9._+@-]+(/[A-Za-z0-9._+@-]+)*");
    /** The system's own folders, none of whose contents is a service's; from the Filesystem Hierarchy Standard 3.0. */
    private static final Pattern SYSTEM =
            Pattern.compile("/(bin|boot|dev|etc|lib|lib32|lib64|libx32|lost\\+found|proc|run|sbin|sys|usr)(/.*)?");

    private static final Pattern LOCAL = Pattern.compile("/usr/local/(?!(bin|etc|include|lib|sbin|share)(/|$)).+");
    /** Folders that are shared by many; a service takes one of its own below them. */
    private static final Set<String> SHARED = Set.of(
            "/home",
            "/media",
            "/mnt",
            "/opt",
            "/root",
            "/srv",
            "/tmp",
            "/var",
            "/var/cache",
            "/var/lib",
            "/var/log",
            "/var/opt",
            "/var/run",
            "/var/spool",
            "/var/tmp",
            "/var/www");

    private PathRule() {}

    static void service(String path) {
        if (path == null || !path.startsWith("/") || !clean(path.substring(1))) {
            throw new BadInputException("The path '" + Printable.shortened(path)
                    + "' is not valid; it takes an absolute path of letters, digits, '.', '_', '+', '@' and '-',"
                    + " at most 200, without '..' and without a slash at its end, such as /opt/shop.");
        }
        boolean system = SYSTEM.matcher(path).matches() && !LOCAL.matcher(path).matches();
        if (system || SHARED.contains(path)) {
            throw new BadInputException("The path " + path + " belongs to the system; it takes a folder that is the"
                    + " service's alone, such as /opt/shop.");
        }
    }

    static void pidFile(String path) {
        if (path != null && !clean(path.startsWith("/") ? path.substring(1) : path)) {
            throw new BadInputException("The pidFile '" + Printable.shortened(path)
                    + "' is not valid; it takes a path, absolute or relative to the service's folder, without '..' or"
                    + " spaces, such as shared/shop.pid.");
        }
    }

    private static boolean clean(String path) {
        return path.length() < LENGTH
                && CLEAN.matcher(path).matches()
                && !("/" + path + "/").contains("/../")
                && !("/" + path + "/").contains("/./");
    }
}
