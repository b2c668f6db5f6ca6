package io.kubelayers.nucleus.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.resource.ResourceClaim;
import io.kubelayers.testing.QuietCluster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What claims, templates, classes and slices are refused for, in upstream's words. */
class DeviceErrorsTest {
    private static final String LABEL =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or"
                    + " '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for"
                    + " validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private static final String REFERENCE = "must be the name of a request in the claim or the name of a request and a"
            + " subrequest separated by '/'";

    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of();

    record Case(String name, String kind, String spec, String errors) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> refused() {
        return List.of(
                claim(
                        "a request says what it wants",
                        "requests: [{name: gpu}]",
                        "spec.devices.requests[0]: Required value: exactly one of `exactly` or `firstAvailable` is"
                                + " required"),
                claim(
                        "a request has a label for a name and a class of devices",
                        "requests: [{name: Gpu, exactly: {}}]",
                        "[spec.devices.requests[0].name: Invalid value: \"Gpu\": " + LABEL
                                + ", spec.devices.requests[0].exactly.deviceClassName: Required value]"),
                claim(
                        "all devices are not counted",
                        "requests: [{name: gpu, exactly: {deviceClassName: gpus, allocationMode: All, count: 2}}]",
                        "spec.devices.requests[0].exactly.count: Invalid value: 2: must not be specified when"
                                + " allocationMode is 'All'"),
                claim(
                        "exactly so many are at least one",
                        "requests: [{name: gpu, exactly: {deviceClassName: gpus, count: -1}}]",
                        "spec.devices.requests[0].exactly.count: Invalid value: -1: must be greater than zero"),
                selector(
                        "an expression names what devices have",
                        "device.name == 'a'",
                        "compilation failed: ERROR: <input>:1:7: undefined field 'name'\n | device.name == 'a'\n | ......^"),
                selector(
                        "an expression tells yes or no",
                        "device.driver + 'a'",
                        "must evaluate to bool or the unknown type, not string"),
                selector(
                        "capacities have no fields",
                        "device.capacity['a'].b.value > 1",
                        "compilation failed: ERROR: <input>:1:23: type 'kubernetes.Quantity' does not support field"
                                + " selection\n | device.capacity['a'].b.value > 1\n | ......................^"),
                claim(
                        "two requests differ in their names",
                        "requests: [{name: a, exactly: {deviceClassName: gpus}}, {name: a, exactly: {deviceClassName:"
                                + " gpus}}]",
                        "spec.devices.requests[1]: Duplicate value: \"a\""),
                claim(
                        "constraints are about requests of the claim and an attribute with a domain",
                        "requests: [{name: a, exactly: {deviceClassName: gpus}}], constraints: [{requests: [b],"
                                + " matchAttribute: model}]",
                        "[spec.devices.constraints[0].requests[0]: Invalid value: \"b\": " + REFERENCE
                                + ", spec.devices.constraints[0].matchAttribute: Invalid value: \"model\": a fully"
                                + " qualified name must be a domain and a name separated by a slash]"),
                claim(
                        "configuration is for a driver, and an object",
                        "config: [{opaque: {driver: '', parameters: [1]}}]",
                        "[spec.devices.config[0].opaque.driver: Required value,"
                                + " spec.devices.config[0].opaque.parameters: Invalid value: \"<value omitted>\": must be"
                                + " a valid JSON object]"),
                new Case(
                        "a template has a claim in it",
                        "ResourceClaimTemplate",
                        "{spec: {devices: {requests: [{name: gpu}]}}}",
                        "spec.spec.devices.requests[0]: Required value: exactly one of `exactly` or `firstAvailable` is"
                                + " required"),
                new Case(
                        "selectors of a class are expressions",
                        "DeviceClass",
                        "{selectors: [{}], extendedResourceName: cpu}",
                        "spec.selectors[0].cel: Required value"), // the name belongs to a feature that is off
                new Case(
                        "a slice is in one place",
                        "ResourceSlice",
                        "{driver: d.example.com, pool: {name: p, resourceSliceCount: 1, generation: 0}, nodeName: node-1,"
                                + " allNodes: true}",
                        "spec: Invalid value: \"{`nodeName`, `allNodes`}\": exactly one of `nodeName`, `nodeSelector`,"
                                + " `allNodes`, `perDeviceNodeSelection` is required, but multiple fields are set"),
                new Case(
                        "a device's attributes have one value each, and versions are semantic",
                        "ResourceSlice",
                        "{driver: d.example.com, pool: {name: p, resourceSliceCount: 0, generation: 0}, nodeName: node-1,"
                                + " devices: [{name: a, attributes: {model: {}, v: {version: '1'}}}]}",
                        "[spec.pool.resourceSliceCount: Invalid value: 0: must be greater than zero,"
                                + " spec.devices[0].attributes[model]: Invalid value: \"\": exactly one value must be"
                                + " specified, spec.devices[0].attributes[v].version: Invalid value: \"1\": must be a"
                                + " string compatible with semver.org spec 2.0.0]"));
    }

    private static Case selector(String name, String expression, String error) {
        return claim(
                name,
                "requests: [{name: a, exactly: {deviceClassName: gpus, selectors: [{cel: {expression: \"" + expression
                        + "\"}}]}}]",
                "spec.devices.requests[0].exactly.selectors[0].cel.expression: Invalid value: \"" + expression + "\": "
                        + error);
    }

    private static Case claim(String name, String devices, String errors) {
        return new Case(name, "ResourceClaim", "{devices: {" + devices + "}}", errors);
    }

    @ParameterizedTest
    @MethodSource
    void refused(Case c) {
        var wanted = read(c.kind(), c.spec());
        var refused = catchThrowableOfType(
                ApiException.class, () -> CLUSTER.get().client().create(wanted));
        assertThat(refused).hasMessageEndingWith(" \"a\" is invalid: " + c.errors());
    }

    @Test
    void aRequestThatCountsAsksForOneDeviceUnlessItSaysMore() {
        var claim = (ResourceClaim) CLUSTER.get()
                .fork()
                .client()
                .create(read("ResourceClaim", "{devices: {requests: [{name: a, exactly: {deviceClassName: gpus}}]}}"));
        var exactly = claim.spec().devices().requests().get(0).exactly();
        assertThat(exactly.allocationMode()).isEqualTo("ExactCount");
        assertThat(exactly.count()).isEqualTo(1);
    }

    @Test
    void whatAClaimAsksForStays() {
        try (var fork = CLUSTER.get().fork()) {
            var claim = (ResourceClaim) fork.client()
                    .create(read(
                            "ResourceClaim", "{devices: {requests: [{name: a, exactly: {deviceClassName: gpus}}]}}"));
            var changed = claim.withSpec(
                    claim.spec().withDevices(claim.spec().devices().withRequests(List.of())));
            assertThat(catchThrowableOfType(
                            ApiException.class, () -> fork.client().update(changed)))
                    .hasMessageContaining("spec: Invalid value: {")
                    .hasMessageEndingWith(": field is immutable");
        }
    }

    private static KubernetesObject read(String kind, String spec) {
        var yaml = "{apiVersion: resource.k8s.io/v1, kind: %s, metadata: {name: a, namespace: default}, spec: %s}"
                .formatted(kind, spec);
        return Codec.of(CLUSTER.get().types())
                .readAll(yaml, ReadOptions.strict())
                .get(0);
    }
}
