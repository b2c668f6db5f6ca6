/** Layer 3: access policy, quota, autoscaling, disruption. Knows the layers below. */
module io.kubelayers.governance {
    requires transitive io.kubelayers.application;
    requires static io.soabase.recordbuilder.core;
    requires static java.compiler; // for the @Generated marks of the builders
    requires com.google.common;
    requires org.pcollections;

    exports io.kubelayers.governance;
    exports io.kubelayers.governance.abac;
    exports io.kubelayers.governance.autoscaling.horizontal;
    exports io.kubelayers.governance.disruption;
    exports io.kubelayers.governance.flowcontrol;
    exports io.kubelayers.governance.imagepolicy;
    exports io.kubelayers.governance.limitrange;
    exports io.kubelayers.governance.metrics;
    exports io.kubelayers.governance.networkpolicy;
    exports io.kubelayers.governance.nodeaccess;
    exports io.kubelayers.governance.podsecurity;
    exports io.kubelayers.governance.quota;
    exports io.kubelayers.governance.rbac;
    exports io.kubelayers.governance.storage;
}
