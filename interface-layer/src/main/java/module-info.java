/** Layer 4: the command line, the tour and the test kit. Knows all layers; nothing knows it. */
module io.kubelayers.interfaces {
    requires transitive io.kubelayers.governance;
    requires info.picocli;
    requires com.google.common;
    requires java.naming;
    requires java.net.http;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.http2.server;
    requires org.eclipse.jetty.alpn.java.server;
    requires org.eclipse.jetty.websocket.server;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.pkix;
    requires com.nimbusds.jose.jwt;
    requires com.google.protobuf;
    requires org.yaml.snakeyaml;
    requires commons.jvm; // lets-plot's jars have the names of their files
    requires plot.stem.jvm;
    requires kotlin.stdlib;
    requires io.prometheus.metrics.config;
    requires io.prometheus.metrics.core;
    requires io.prometheus.metrics.model;
    requires io.prometheus.writer.text;
    requires static io.soabase.recordbuilder.core;
    requires static java.compiler; // for the @Generated marks of the builders
    // the test kit is for tests: who uses it brings these
    requires static transitive org.junit.jupiter.api;
    requires static transitive org.junit.jupiter.params;
    requires static transitive org.assertj.core;
    requires static transitive net.jqwik.api;
    requires static transitive kubernetes.client.api; // fabric8's jars have the names of their files
    requires static transitive kubernetes.model.core;
    requires static transitive io.kubernetes.client.java.api;
    requires static io.kubernetes.client.java;
    requires static okhttp3;
    requires static okio;

    exports io.kubelayers.interfaces.authentication;
    exports io.kubelayers.interfaces.cli;
    exports io.kubelayers.interfaces.expectation;
    exports io.kubelayers.interfaces.http;
    exports io.kubelayers.interfaces.http.discovery;
    exports io.kubelayers.interfaces.http.inprocess;
    exports io.kubelayers.interfaces.http.metrics;
    exports io.kubelayers.interfaces.http.openapi;
    exports io.kubelayers.interfaces.http.protobuf;
    exports io.kubelayers.interfaces.http.proxy;
    exports io.kubelayers.interfaces.http.server;
    exports io.kubelayers.interfaces.http.spdy;
    exports io.kubelayers.interfaces.http.stream;
    exports io.kubelayers.interfaces.remote;
    exports io.kubelayers.interfaces.report;
    exports io.kubelayers.interfaces.scheduling;
    exports io.kubelayers.interfaces.table;
    exports io.kubelayers.interfaces.testkit;
    exports io.kubelayers.interfaces.testkit.clientjava;
    exports io.kubelayers.interfaces.testkit.contract;
    exports io.kubelayers.interfaces.testkit.fabric8;
    exports io.kubelayers.interfaces.testkit.models;
    exports io.kubelayers.interfaces.tour;

    opens io.kubelayers.interfaces.cli to
            info.picocli;
}
