/** Layer 1, the nucleus: object model, API server, store, controller machinery, node agent. Knows no other layer. */
module io.kubelayers.nucleus {
    requires transitive org.jspecify;
    requires static io.soabase.recordbuilder.core;
    requires static java.compiler; // for the @Generated marks of the builders
    requires com.google.common;
    requires org.yaml.snakeyaml;
    requires tools.jackson.core;
    requires org.pcollections;
    requires re2j;

    exports io.kubelayers.nucleus.access;
    exports io.kubelayers.nucleus.admission;
    exports io.kubelayers.nucleus.admissionregistration;
    exports io.kubelayers.nucleus.affinity;
    exports io.kubelayers.nucleus.api;
    exports io.kubelayers.nucleus.apply;
    exports io.kubelayers.nucleus.apiextensions;
    exports io.kubelayers.nucleus.apiregistration;
    exports io.kubelayers.nucleus.authentication;
    exports io.kubelayers.nucleus.authorization;
    exports io.kubelayers.nucleus.certificates;
    exports io.kubelayers.nucleus.client;
    exports io.kubelayers.nucleus.cluster;
    exports io.kubelayers.nucleus.codec;
    exports io.kubelayers.nucleus.control;
    exports io.kubelayers.nucleus.coordination;
    exports io.kubelayers.nucleus.core;
    exports io.kubelayers.nucleus.customresource;
    exports io.kubelayers.nucleus.definition;
    exports io.kubelayers.nucleus.errors;
    exports io.kubelayers.nucleus.events;
    exports io.kubelayers.nucleus.explain;
    exports io.kubelayers.nucleus.gc;
    exports io.kubelayers.nucleus.pod;
    exports io.kubelayers.nucleus.podstream;
    exports io.kubelayers.nucleus.meta;
    exports io.kubelayers.nucleus.namespace;
    exports io.kubelayers.nucleus.node;
    exports io.kubelayers.nucleus.nodelifecycle;
    exports io.kubelayers.nucleus.patch;
    exports io.kubelayers.nucleus.program;
    exports io.kubelayers.nucleus.resource;
    exports io.kubelayers.nucleus.review;
    exports io.kubelayers.nucleus.runtime;
    exports io.kubelayers.nucleus.runtimeclass;
    exports io.kubelayers.nucleus.resources;
    exports io.kubelayers.nucleus.selector;
    exports io.kubelayers.nucleus.server;
    exports io.kubelayers.nucleus.serviceaccount;
    exports io.kubelayers.nucleus.storage;
    exports io.kubelayers.nucleus.store;
    exports io.kubelayers.nucleus.streaming;
    exports io.kubelayers.nucleus.types;
    exports io.kubelayers.nucleus.validation;
    exports io.kubelayers.nucleus.value;
    exports io.kubelayers.nucleus.volume;
    exports io.kubelayers.nucleus;
}
