package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.GoDuration;
import io.jenkins.plugins.godeploy.config.Hook;
import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.host.HostFacts;
import io.jenkins.plugins.godeploy.host.ServiceOnHost;
import io.jenkins.plugins.godeploy.process.ProcessRunner;
import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.Names;
import io.jenkins.plugins.godeploy.release.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Carries out one deployment or rollback. An object of this class is for one of them. */
public final class Deployer {
    private final Connector connector;
    private final Progress progress;
    private final ProcessRunner processes;
    private final Duration lease;
    private volatile boolean stopped;

    /**
     * For environments without hooks at the agent; with one, a request is refused.
     *
     * @param listener is told what happens
     */
    public Deployer(Connector connector, DeployListener listener) {
        this(connector, listener, null, ServiceOnHost.LEASE);
    }

    /**
     * @param listener is told what happens
     * @param processes starts the hooks at the agent
     */
    public Deployer(Connector connector, DeployListener listener, ProcessRunner processes) {
        this(connector, listener, processes, ServiceOnHost.LEASE);
    }

    Deployer(Connector connector, DeployListener listener, Duration lease) {
        this(connector, listener, null, lease);
    }

    private Deployer(Connector connector, DeployListener listener, ProcessRunner processes, Duration lease) {
        this.connector = connector;
        this.progress = new Progress(listener);
        this.processes = processes;
        this.lease = lease;
    }

    /**
     * What {@link #run} would do; changes nothing.
     *
     * @throws BadInputException if the request itself is wrong
     */
    public Plan plan(DeployRequest request) throws InterruptedException {
        Hooks hooks = hooks(request);
        try (Fleet fleet = fleet(request, hooks)) {
            Halt halt = new Halt(() -> stopped, request.environment().deadline());
            Rollout rollout = new Rollout(request, fleet, progress, hooks, halt);
            rollout.look(false);
            Wanted wanted = rollout.wanted();
            List<List<String>> batches = Batches.of(fleet.runs(), request.strategy()).stream()
                    .map(batch -> batch.stream().map(run -> run.host().name()).toList())
                    .toList();
            return new Plan(
                    wanted == null ? null : wanted.id(),
                    Batches.name(request.strategy()),
                    batches,
                    request.strategy() instanceof Strategy.Canary canary ? GoDuration.format(canary.bake()) : null,
                    fleet.runs().stream()
                            .map(run -> plan(run, wanted, rollout.message()))
                            .toList());
        }
    }

    private static Plan.HostPlan plan(HostRun run, Wanted wanted, String refusal) {
        HostFacts facts = run.facts();
        boolean present = facts != null && wanted != null && (wanted.release() == null || run.present());
        long bytes = facts == null || wanted == null || wanted.release() == null || present || run.refused()
                ? 0
                : wanted.release()
                        .artifact(facts.platform())
                        .map(Artifact::size)
                        .orElse(0L);
        return new Plan.HostPlan(
                run.host().name(),
                facts == null ? null : facts.platform().toString(),
                facts == null ? null : facts.current(),
                present,
                bytes,
                facts != null && !facts.detach().isEmpty(),
                facts != null && facts.rebootSafe(),
                run.message() != null || wanted != null ? run.message() : refusal);
    }

    /**
     * Deploys or rolls back, and ends in a known state. All that goes wrong on hosts is told in the result;
     * {@link Result#REFUSED} means that nothing has been switched anywhere.
     *
     * @throws BadInputException if the request itself is wrong
     * @throws InterruptedException if the thread is interrupted; hosts in flight are put back by their watchers. To end
     *     in a known state use {@link #stop}
     */
    public Deployment run(DeployRequest request) throws InterruptedException {
        Instant startedAt = Instant.now();
        long began = System.nanoTime();
        Hooks hooks = hooks(request);
        try (Fleet fleet = fleet(request, hooks)) {
            Halt halt = new Halt(() -> stopped, request.environment().deadline());
            Rollout rollout = new Rollout(request, fleet, progress, hooks, halt);
            rollout.run();
            Wanted wanted = rollout.wanted();
            Source source = request.release() == null ? null : request.release().source();
            return new Deployment(
                    request.id(),
                    request.kind(),
                    request.service(),
                    request.environment().name(),
                    wanted == null ? null : wanted.version(),
                    wanted == null ? null : wanted.id(),
                    source == null ? null : source.commit(),
                    source == null ? null : source.commitDate(),
                    rollout.result(),
                    rollout.message(),
                    startedAt,
                    (System.nanoTime() - began) / 1_000_000,
                    Batches.name(request.strategy()),
                    request.actor(),
                    request.url(),
                    fleet.runs().stream().map(HostRun::result).toList());
        }
    }

    /**
     * Asks the running deployment to end: no further host is started, hosts that were switched are put back, and
     * {@link #run} returns with {@link Result#STOPPED}, or {@link Result#RETURNED} where a host was being proved. May be called from any thread, more than once.
     */
    public void stop() {
        stopped = true;
    }

    private Hooks hooks(DeployRequest request) {
        request.environment().hooks().stream()
                .filter(hook -> hook.at() == Hook.Place.AGENT && processes == null)
                .findFirst()
                .ifPresent(hook -> {
                    throw new BadInputException("Environment "
                            + request.environment().name() + " has the hook "
                            + hook.title() + " at the agent, and nothing can be started there from here; run that"
                            + " command as a step of its own, or take at: host.");
                });
        return new Hooks(request, processes == null ? null : new AgentHook(processes), progress);
    }

    private Fleet fleet(DeployRequest request, Hooks hooks) {
        Names.service(request.service());
        if (request.release() != null && !request.release().service().equals(request.service())) {
            throw new BadInputException("Release " + request.release().id() + " is of service "
                    + request.release().service() + " and not of " + request.service() + "; deploy a release of "
                    + request.service() + ".");
        }
        Environment environment = request.environment();
        ServiceOnHost service = new ServiceOnHost(
                environment.path(), environment.manager(), request.id(), request.actor(), request.url(), lease);
        return new Fleet(
                environment.hosts().stream()
                        .map(host ->
                                new HostRun(host, environment, new Line(host, service, connector), progress, hooks))
                        .toList(),
                lease);
    }
}
