package io.kubelayers.application.workloads.replicaset;

import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.nucleus.meta.KubernetesObject;

/** How a kind is seen as a ReplicaSet, and takes back the status that was worked out for it. */
interface ReplicaKind<T extends KubernetesObject> {
    ReplicaKind<ReplicaSet> REPLICA_SET = new ReplicaKind<>() {
        @Override
        public Class<ReplicaSet> type() {
            return ReplicaSet.class;
        }

        @Override
        public String apiVersion() {
            return "apps/v1";
        }

        @Override
        public ReplicaSet asReplicaSet(ReplicaSet object) {
            return object;
        }

        @Override
        public ReplicaSet withStatus(ReplicaSet object, ReplicaSet.Status status) {
            return object.withStatus(status);
        }
    };

    ReplicaKind<ReplicationController> REPLICATION_CONTROLLER = new ReplicaKind<>() {
        @Override
        public Class<ReplicationController> type() {
            return ReplicationController.class;
        }

        @Override
        public String apiVersion() {
            return "v1";
        }

        @Override
        public ReplicaSet asReplicaSet(ReplicationController object) {
            return ReplicationControllerView.of(object);
        }

        @Override
        public ReplicationController withStatus(ReplicationController object, ReplicaSet.Status status) {
            return object.withStatus(ReplicationControllerView.status(status));
        }
    };

    Class<T> type();

    String apiVersion();

    ReplicaSet asReplicaSet(T object);

    T withStatus(T object, ReplicaSet.Status status);
}
