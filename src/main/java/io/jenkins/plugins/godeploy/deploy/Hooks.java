package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.Hook;
import io.jenkins.plugins.godeploy.host.HookEnd;
import io.jenkins.plugins.godeploy.host.HostHook;
import io.jenkins.plugins.godeploy.host.Phase;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs a deployment's hooks, each for the host that enters or has ended a phase. */
final class Hooks {
    private final DeployRequest request;
    private final AgentHook agent;
    private final Progress progress;
    private final OnceHooks once = new OnceHooks();

    /** @param agent null where no process can be started beside the deployment */
    Hooks(DeployRequest request, AgentHook agent, Progress progress) {
        this.request = request;
        this.agent = agent;
        this.progress = progress;
    }

    /** The hooks that remember what they did need to know all hosts, once these have been looked at. */
    void looked(List<HostRun> runs) {
        once.looked(runs);
    }

    /**
     * Runs those of one side of a phase in their order, until one fails.
     *
     * @param wanted null before it is known
     * @return null if all pass; else one sentence
     */
    String run(Hook.When when, Phase phase, HostRun run, Wanted wanted) throws InterruptedException {
        for (Hook hook : request.environment().hooks()) {
            if (hook.when() != when || hook.phase() != phase) {
                continue;
            }
            String failure = hook.once() ? atMostOnce(hook, run, wanted) : one(hook, run, wanted, null);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** A rollback goes where the hosts have been: what has to happen once has happened then. */
    private String atMostOnce(Hook hook, HostRun run, Wanted wanted) throws InterruptedException {
        if (request.release() == null) {
            return null;
        }
        String memory = wanted.id() + " " + hook.key();
        if (once.known(memory)) {
            tell(hook, run, "has passed for " + wanted.id() + " already");
            return null;
        }
        return once.run(memory, run, () -> one(hook, run, wanted, memory));
    }

    /** @param memory what the host is to note when it has passed; null for nothing */
    private String one(Hook hook, HostRun run, Wanted wanted, String memory) throws InterruptedException {
        tell(hook, run, hook.at() == Hook.Place.AGENT ? "begins at the agent" : "begins");
        Map<String, String> variables = variables(hook, run, wanted);
        HookEnd end;
        try {
            end = hook.at() == Hook.Place.AGENT
                    ? agent.run(hook.run(), hook.timeout(), variables)
                    : HostHook.run(run.session(), hook.run(), hook.timeout(), variables, memory);
        } catch (IOException e) {
            return run.host() + ": the hook " + hook.title() + " could not run: " + e.getMessage();
        }
        end.said().forEach(line -> tell(hook, run, line));
        String failure = end.failure(hook.timeout());
        return failure == null ? null : run.host() + ": the hook " + hook.title() + " " + failure + ".";
    }

    private void tell(Hook hook, HostRun run, String text) {
        progress.host(run.host(), hook.phase(), "hook " + hook.title() + ": " + text);
    }

    private Map<String, String> variables(Hook hook, HostRun run, Wanted wanted) {
        Map<String, String> variables = new LinkedHashMap<>();
        set(variables, "SERVICE", request.service());
        set(variables, "ENVIRONMENT", request.environment().name());
        set(variables, "KIND", request.kind().name().toLowerCase(Locale.ROOT));
        set(variables, "VERSION", wanted == null ? null : wanted.version());
        set(variables, "RELEASE", wanted == null ? null : wanted.id());
        set(variables, "BEFORE", run.facts() == null ? null : run.facts().current());
        set(variables, "HOST", run.host().name());
        set(variables, "ADDRESS", run.host().address());
        set(variables, "PATH", request.environment().path());
        set(variables, "PHASE", hook.phase().name().toLowerCase(Locale.ROOT));
        set(variables, "WHEN", hook.when().name().toLowerCase(Locale.ROOT));
        set(variables, "DEPLOYMENT", request.id());
        set(variables, "ACTOR", request.actor());
        set(variables, "URL", request.url());
        return variables;
    }

    private static void set(Map<String, String> variables, String name, String value) {
        variables.put(HostHook.PREFIX + name, value == null ? "" : value);
    }
}
