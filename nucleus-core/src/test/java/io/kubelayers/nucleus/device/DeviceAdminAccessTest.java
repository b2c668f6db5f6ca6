package io.kubelayers.nucleus.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.resource.ResourceClaim;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices in use by others are managed from namespaces with a label only. */
class DeviceAdminAccessTest {
    private static final String NEEDS = "admin access to devices requires the `resource.kubernetes.io/admin-access:"
            + " true` label on the containing namespace";
    private static final String ALLOCATION =
            "{devices: {results: [{request: a, driver: d.example.com, pool: p, device: x, adminAccess: true}]}}";

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.builder().withoutControllers().start();
        namespace("plain", "{}");
        namespace("denied", "{resource.kubernetes.io/admin-access: 'false'}");
        namespace("admins", "{resource.kubernetes.io/admin-access: 'true'}");
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource({"plain,  true,  false", "denied, true,  false", "admins, true,  true", "plain,  false, true"})
    void whoAsksForItNeedsTheLabel(String namespace, boolean asks, boolean allowed) {
        var requests = "{devices: {requests: [{name: z, exactly: {deviceClassName: c}}, {name: a, exactly:"
                + " {deviceClassName: c, adminAccess: " + asks + "}}]}}";
        var wrong = "\"a\" is invalid: spec.devices.requests[1].adminAccess: Forbidden: " + NEEDS;

        assertThat(created("ResourceClaim", namespace, requests))
                .isEqualTo(allowed ? "" : "ResourceClaim.resource.k8s.io " + wrong);
        assertThat(created("ResourceClaimTemplate", namespace, "{spec: " + requests + "}"))
                .isEqualTo(allowed ? "" : "ResourceClaimTemplate.resource.k8s.io " + wrong);
    }

    @Test
    void soDoesWhoGrantsIt() {
        var spec = "{devices: {requests: [{name: a, exactly: {deviceClassName: c, adminAccess: true}}]}}";
        var claim =
                "{apiVersion: resource.k8s.io/v1, kind: ResourceClaim, metadata: {name: b, namespace: admins}, spec: "
                        + spec;
        var client = cluster.client();
        var made = (ResourceClaim) client.create(read(claim + "}"));
        var granted =
                made.withStatus(((ResourceClaim) read(claim + ", status: {allocation: " + ALLOCATION + "}}")).status());
        label("admins", "false");

        assertThat(refusal(() -> client.on(ResourceClaim.class).updateStatus(granted)))
                .isEqualTo("ResourceClaim.resource.k8s.io \"b\" is invalid:"
                        + " status.allocation.devices.results[0].adminAccess: Forbidden: " + NEEDS);

        label("admins", "true");
        assertThat(refusal(() -> client.on(ResourceClaim.class).updateStatus(granted)))
                .isEmpty();
    }

    private static void label(String name, String value) {
        var namespaces = cluster.client().on(Namespace.class);
        var namespace = namespaces.get("", name);
        namespaces.update(namespace.withMetadata(
                namespace.metadata().withLabels(Map.of("resource.kubernetes.io/admin-access", value))));
    }

    private static void namespace(String name, String labels) {
        cluster.client()
                .create(read(
                        "{apiVersion: v1, kind: Namespace, metadata: {name: " + name + ", labels: " + labels + "}}"));
    }

    private static String created(String kind, String namespace, String spec) {
        var object = read("{apiVersion: resource.k8s.io/v1, kind: " + kind + ", metadata: {name: a, namespace: "
                + namespace + "}, spec: " + spec + "}");
        Client client = cluster.client();
        var refusal = refusal(() -> client.create(object));
        if (refusal.isEmpty()) {
            client.on(object.getClass()).delete(namespace, "a");
        }
        return refusal;
    }

    private static String refusal(Runnable write) {
        try {
            write.run();
            return "";
        } catch (ApiException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static KubernetesObject read(String yaml) {
        return Codec.of(cluster.types()).readAll(yaml, ReadOptions.strict()).get(0);
    }
}
