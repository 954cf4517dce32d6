package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.Phase;
import java.time.Duration;
import java.util.List;

/** Which hooks can be run. */
final class HookRules {
    private static final int HOOKS = 100;

    private HookRules() {}

    static void check(List<Hook> hooks) {
        if (hooks.size() > HOOKS) {
            throw new BadInputException(
                    "There are " + hooks.size() + " hooks; an environment takes at most " + HOOKS + ".");
        }
        hooks.forEach(HookRules::check);
    }

    static void check(Hook hook) {
        ServiceManagerRules.command("of the hook " + hook.title(), hook.run());
        HealthRules.between("timeout", hook.timeout(), Duration.ofSeconds(1), Duration.ofHours(1));
        boolean beforeLook = hook.phase() == Phase.LOOK && hook.when() == Hook.When.BEFORE;
        if (beforeLook && hook.at() == Hook.Place.HOST) {
            throw new BadInputException("The hook before look cannot run on the host, which nobody has connected to by"
                    + " then; take after: look, or at: agent.");
        }
        if (hook.once() && (beforeLook || hook.phase() == Phase.SEND || hook.phase() == Phase.RETURN)) {
            throw new BadInputException("The hook " + hook.title()
                    + " cannot run once: that phase does not come with every deployment, or before it is known what has"
                    + " run already; take before: switch.");
        }
    }
}
