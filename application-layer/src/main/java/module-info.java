/** Layer 2: scheduling, workloads, discovery and routing. Knows the nucleus only. */
module io.kubelayers.application {
    requires transitive io.kubelayers.nucleus;
    requires static io.soabase.recordbuilder.core;
    requires static java.compiler; // for the @Generated marks of the builders
    requires com.google.common;
    requires org.pcollections;

    uses io.kubelayers.application.scheduling.config.PluginFactory;
    uses io.kubelayers.application.scheduling.framework.Plugin;

    exports io.kubelayers.application;
    exports io.kubelayers.application.batch;
    exports io.kubelayers.application.discovery;
    exports io.kubelayers.application.expansion;
    exports io.kubelayers.application.routing;
    exports io.kubelayers.application.scheduling;
    exports io.kubelayers.application.scheduling.affinity;
    exports io.kubelayers.application.scheduling.config;
    exports io.kubelayers.application.scheduling.extender;
    exports io.kubelayers.application.scheduling.framework;
    exports io.kubelayers.application.scheduling.plugins;
    exports io.kubelayers.application.scheduling.preemption;
    exports io.kubelayers.application.scheduling.queue;
    exports io.kubelayers.application.scheduling.volumes;
    exports io.kubelayers.application.workloads;
    exports io.kubelayers.application.workloads.daemonset;
    exports io.kubelayers.application.workloads.deployment;
    exports io.kubelayers.application.workloads.replicaset;
    exports io.kubelayers.application.workloads.statefulset;
}
