package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which units and commands may start a service. */
final class ServiceManagerRules {
    /**
     * The names that systemd.unit(5) allows, without a leading dash and without a template that has no instance. Only
     * services have a process that can be proved.
     */
    private static final Pattern UNIT =
            Pattern.compile("[A-Za-z0-9:_.\\\\][A-Za-z0-9:_.\\\\-]*(@[A-Za-z0-9:_.\\\\-]+)?\\.service");

    private static final int COMMAND_LENGTH = 4096;

    private ServiceManagerRules() {}

    static void check(ServiceManager manager) {
        if (manager instanceof ServiceManager.Systemd systemd) {
            units(systemd.units());
        } else if (manager instanceof ServiceManager.SystemdUser user) {
            units(user.units());
        } else if (manager instanceof ServiceManager.Commands commands) {
            command("commands.start", commands.start());
            command("commands.stop", commands.stop());
            command("commands.status", commands.status());
            PathRule.pidFile(commands.pidFile());
        } else {
            throw new BadInputException("Nothing is said to start the service; it takes units, userUnits or commands.");
        }
    }

    static void units(List<String> units) {
        if (units.isEmpty()) {
            throw new BadInputException("The list of units is empty; it takes at least one, such as shop.service.");
        }
        units.forEach(ServiceManagerRules::unit);
        Set<String> seen = new HashSet<>();
        for (String unit : units) {
            if (!seen.add(unit)) {
                throw new BadInputException("The unit " + unit + " is listed twice; once is enough.");
            }
        }
    }

    static void unit(String unit) {
        if (unit == null
                || unit.length() > 255
                || unit.contains("..")
                || !UNIT.matcher(unit).matches()) {
            throw new BadInputException("'" + Printable.shortened(unit)
                    + "' is not the name of a systemd service; it takes a name with its type, such as shop.service.");
        }
    }

    static void command(String key, String command) {
        if (command == null || command.isBlank()) {
            throw new BadInputException("The command " + key + " is empty; it takes one line for sh.");
        }
        if (command.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
            throw new BadInputException("The command " + key
                    + " has a line break or a control character; it takes one line, and a script for more.");
        }
        if (command.length() > COMMAND_LENGTH) {
            throw new BadInputException("The command " + key + " has " + command.length()
                    + " characters; it takes at most " + COMMAND_LENGTH + ", and a script for more.");
        }
    }
}
