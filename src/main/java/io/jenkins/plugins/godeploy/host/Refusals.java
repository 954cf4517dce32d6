package io.jenkins.plugins.godeploy.host;

/** Turns what a phase's script refused into the one sentence that a user reads. */
final class Refusals {
    private Refusals() {}

    static HostException of(Host host, String path, Report report) {
        return new HostException(report.refusal(), host + ": " + sentence(path, report));
    }

    private static String sentence(String path, Report report) {
        String detail = report.get("detail");
        String user = report.get("user");
        switch (report.refusal()) {
            case "no-path":
                return path + " does not exist; an administrator creates it once: sudo install -d -o " + user + " "
                        + path + ".";
            case "path-not-folder":
                return path + " is not a folder; remove it or choose another path.";
            case "path-not-writable":
                return path + " is not writable for " + detail + "; it has to belong to the deploying user: sudo chown "
                        + detail + " " + path + ".";
            case "current-not-link":
                return detail + " is a file or folder; it has to be a symbolic link of ours, so move it away.";
            case "current-elsewhere":
                return path + "/current leads to " + detail
                        + ", where it could not be put back after a failure; move that" + " folder to " + path
                        + "/releases/NAME and let current lead to releases/NAME.";
            case "no-rename":
                return "current cannot be moved in one step there; install GNU mv (coreutils), python3 or perl.";
            case "no-tool":
                return "'" + detail + "' is missing there; install it.";
            case "no-systemd":
                return "there is no systemctl; give start, stop and status commands instead of units.";
            case "no-user-manager":
                return "the systemd of user " + detail
                        + " does not run without a login, and the service would end with it; an"
                        + " administrator keeps it running: sudo loginctl enable-linger " + detail + ".";
            case "no-unit":
                return "there is no unit " + detail + "; install it, or correct the environment's units.";
            case "unit-masked":
                return "unit " + detail + " is masked; unmask it: sudo systemctl unmask " + detail + ".";
            case "unit-wrong":
                return "systemd cannot read unit " + detail + "; correct it, then: sudo systemctl daemon-reload.";
            case "exec-elsewhere":
                return elsewhere(path, report, detail);
            case "no-sudo":
                return "there is no sudo, which restarting " + detail + " takes; install it.";
            case "sudo":
                return sudo(detail);
            case "control":
                return "the service may not be controlled: " + end(detail);
            case "locked":
                return "another deployment is at work there, by " + word(report.get("holder"), "somebody")
                        + word(" (", report.get("holder-url"), ")")
                        + "; try again when it has ended, its lock expires in "
                        + detail + " s.";
            case "lock-lost":
                return "another deployment has taken over" + word(" (", detail, ")")
                        + "; this one does nothing more there.";
            case "disk-full":
                return "the disk is full under " + path + "; free some space" + word(" (", detail, ")") + ".";
            case "not-whole":
                return "what arrived is not what was sent" + word(" (", detail, ")") + "; nothing of it was kept.";
            case "damaged":
                return "the release folder on the host was changed since it was sent (" + detail + "); it is not used.";
            case "damaged-current":
                return "the folder of release " + detail
                        + " was changed while it serves; deploy another release first.";
            case "not-here":
                return "release " + detail + " is not there.";
            case "changed":
                return "current was moved by somebody else to " + word(detail, "nothing")
                        + " since it was looked at; nothing was switched.";
            case "no-watcher":
                return "the watcher that would put the old release back did not start; nothing was switched.";
            case "watcher-returned":
                return "the watcher has put " + word(detail, "nothing")
                        + " back, because the deployment was not heard of in time.";
            case "busy":
                return "something else has been changing the service in " + detail
                        + " for a while, such as a watcher that restarts it; try again in a minute.";
            case "journal":
                return detail + " cannot be written; see whether the disk is full and to whom the file belongs.";
            case "not-switched":
                return "nothing was switched there.";
            case "too-late":
                return "this deployment has been taken back; nothing was switched.";
            case "no-http-tool":
                return "forwarding is prohibited, and neither curl, python3 nor wget is there to ask for its health;"
                        + " allow forwarding or install curl.";
            case "no-tcp-tool":
                return "forwarding is prohibited, and neither python3 nor nc is there to ask for its health; allow"
                        + " forwarding or install nc.";
            case "stop":
                return "the service did not stop: " + end(detail);
            case "restart":
                return "the service did not start: " + end(word(detail, String.join("; ", report.all("why"))));
            case "inactive":
                return "the service did not become active: " + end(detail);
            default:
                return "a script of ours failed there: " + end(report.said());
        }
    }

    private static String elsewhere(String path, Report report, String argv) {
        String exec = report.get("exec");
        if (exec.isEmpty()) {
            return report.get("unit") + " starts no program; name only the units that run the release.";
        }
        String program = exec.substring(exec.lastIndexOf('/') + 1);
        int blank = argv.indexOf(' ');
        return report.get("unit") + " starts " + exec + ", which no deployment can change; in "
                + report.get("fragment") + " the line has to be: ExecStart=" + path + "/current/"
                + word(program, "PROGRAM") + (blank < 0 ? "" : argv.substring(blank)) + ".";
    }

    private static String sudo(String detail) {
        String[] words = detail.replaceAll("[,:=\\\\]", "\\\\$0").split(" ", 2);
        return "sudo does not let " + words[0] + " run 'systemctl " + words[1]
                + "' without a password; the line for sudoers is: " + words[0] + " ALL=(root) NOPASSWD:"
                + " /usr/bin/systemctl " + words[1] + ".";
    }

    private static String word(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static String word(String before, String text, String after) {
        return text.isBlank() ? "" : before + text.strip() + after;
    }

    private static String end(String text) {
        String stripped = text.strip().replaceAll("[;.]+$", "");
        return stripped + ".";
    }
}
