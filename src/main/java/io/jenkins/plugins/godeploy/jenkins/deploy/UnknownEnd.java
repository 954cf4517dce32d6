package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Result;
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
        return new Deployment(
                order.id(),
                rollback ? Deployment.Kind.ROLLBACK : Deployment.Kind.DEPLOY,
                order.destination().service(),
                order.destination().environment().name(),
                rollback ? null : order.release().version(),
                rollback ? null : order.release().id(),
                rollback || order.release().source() == null
                        ? null
                        : order.release().source().commit(),
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
