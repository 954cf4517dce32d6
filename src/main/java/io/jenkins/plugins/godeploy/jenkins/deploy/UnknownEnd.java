package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.release.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is recorded of a deployment whose result did not arrive. */
final class UnknownEnd {
    private final Order order;
    private final Instant start = Instant.now();

    UnknownEnd(Order order) {
        this.order = order;
    }

    Deployment toDeployment(String message) {
        boolean rollback = order.release() == null;
        Source source = rollback ? null : order.release().source();
        return new Deployment(
                order.id(),
                rollback ? Deployment.Kind.ROLLBACK : Deployment.Kind.DEPLOY,
                order.destination().service(),
                order.destination().environment().name(),
                rollback ? null : order.release().version(),
                rollback ? null : order.release().id(),
                source == null ? null : source.commit(),
                source == null ? null : source.commitDate(),
                Result.FAILED,
                message == null ? "It was interrupted before its result arrived." : message,
                start,
                Duration.between(start, Instant.now()).toMillis(),
                null,
                order.actor(),
                order.url(),
                List.of());
    }
}
