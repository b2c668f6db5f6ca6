package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.PodWriter;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.errors.ApiException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the ReplicaSets of a rollout, in order, and tells about each. */
final class RolloutWriter {
    private final ControllerContext context;
    private final Deployment deployment;
    private final PodWriter teller;
    /** Versions of sets written here, because a decision may change a set more than once. */
    private final Map<String, @Nullable String> versions = new HashMap<>();

    RolloutWriter(ControllerContext context, Deployment deployment) {
        this.context = context;
        this.deployment = deployment;
        this.teller = new PodWriter(context, deployment);
    }

    /** Makes the writes; false if nothing more can be done because the namespace is going away. */
    boolean write(List<ReplicaSetChange> changes) {
        for (var change : changes) {
            if (change instanceof ReplicaSetChange.Create create) {
                if (!create(create.replicaSet())) {
                    return false;
                }
            } else if (change instanceof ReplicaSetChange.Delete delete) {
                delete(delete.replicaSet());
            } else {
                update(change.replicaSet());
            }
            var event = change.event();
            if (event != null) {
                teller.tell(event);
            }
        }
        return true;
    }

    private boolean create(ReplicaSet set) {
        try {
            context.client().create(set);
            return true;
        } catch (ApiException refused) {
            if (PodWriter.isNamespaceTerminating(refused)) {
                return false;
            }
            if (refused.isAlreadyExists()) {
                collided(set);
            } else {
                failed(set, refused);
            }
            throw refused;
        }
    }

    /** The name is taken: unless it is this very set, another hash must be tried. */
    private void collided(ReplicaSet set) {
        var metadata = set.metadata();
        var present = context.client().on(ReplicaSet.class).find(metadata.namespaceOrEmpty(), metadata.nameOrEmpty());
        boolean isOurs = present.isPresent()
                && ControllerRef.controls(deployment.metadata(), present.get().metadata())
                && RevisionSets.sameTemplate(
                        present.get().spec().template(), deployment.spec().template());
        if (!isOurs) {
            var count = deployment.status().collisionCount();
            context.client()
                    .updateStatus(deployment.withStatus(
                            deployment.status().withCollisionCount(count == null ? 1 : count + 1)));
        }
    }

    private void failed(ReplicaSet set, ApiException refused) {
        var message = "Failed to create new replica set \"" + set.metadata().name() + "\": " + refused.explain();
        if (RolloutProgress.hasDeadline(deployment)) {
            var condition = DeploymentStatus.progressing(
                    ConditionStatus.FALSE,
                    DeploymentConditions.REPLICA_SET_CREATE_ERROR,
                    message,
                    context.runtime().now());
            context.client()
                    .updateStatus(deployment.withStatus(DeploymentConditions.with(deployment.status(), condition)));
        }
        context.events().warning(deployment, DeploymentConditions.REPLICA_SET_CREATE_ERROR, message);
    }

    private void update(ReplicaSet set) {
        var name = set.metadata().nameOrEmpty();
        var version = versions.getOrDefault(name, set.metadata().resourceVersion());
        var written = context.client().update(set.withMetadata(set.metadata().withResourceVersion(version)));
        versions.put(name, written.metadata().resourceVersion());
    }

    private void delete(ReplicaSet set) {
        try {
            context.client().delete(set);
        } catch (ApiException refused) {
            if (!refused.isNotFound()) {
                throw refused;
            }
        }
    }
}
