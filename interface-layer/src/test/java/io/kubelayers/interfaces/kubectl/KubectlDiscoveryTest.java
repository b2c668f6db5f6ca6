package io.kubelayers.interfaces.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the server says of itself: versions, resources, fields, events, use. */
@WithRealClient
class KubectlDiscoveryTest {
    @Test
    void theServerIsKnown(RealClient kubectl) {
        assertThat(kubectl.ok("version")).contains("Server Version: v1.35.0");
        assertThat(kubectl.ok("cluster-info"))
                .contains("Kubernetes control plane", "is running at", "https://127.0.0.1");
        assertThat(kubectl.ok("get", "--raw", "/readyz?verbose")).contains("readyz check passed");
        assertThat(kubectl.ok("get", "--raw", "/apis/apps/")).contains("\"kind\":\"APIGroup\"");
        assertThat(kubectl.ok("get", "--raw", "/")).contains("\"/api/v1\"", "\"/apis/apps/v1\"", "\"/version\"");
    }

    @Test
    void resourcesAreListed(RealClient kubectl) {
        assertThat(kubectl.ok("api-versions").lines())
                .contains("v1", "apps/v1", "batch/v1", "rbac.authorization.k8s.io/v1", "autoscaling/v1");
        assertThat(kubectl.ok("api-resources")).containsPattern("deployments +deploy +apps/v1 +true +Deployment");
        assertThat(kubectl.ok("api-resources", "--namespaced=false", "--verbs=list", "-o", "name")
                        .lines())
                .contains("nodes", "namespaces");
        assertThat(kubectl.ok("api-resources", "--api-group=batch", "-o", "wide"))
                .contains("create,delete,deletecollection,get,list,patch,update,watch");
        assertThat(kubectl.ok("api-resources", "--categories=all", "-o", "name").lines())
                .contains("pods", "services", "jobs.batch");
    }

    @Test
    void fieldsAreExplained(RealClient kubectl) {
        assertThat(kubectl.ok("explain", "pods")).contains("KIND:       Pod", "VERSION:    v1", "FIELDS:");
        assertThat(kubectl.ok("explain", "deploy.spec.strategy.rollingUpdate.maxSurge"))
                .contains("GROUP:      apps", "FIELD: maxSurge");
        assertThat(kubectl.ok("explain", "pod.spec.containers"))
                .contains("FIELD: containers <[]Container>", "DNS label that identifies the container within its pod.");
        assertThat(kubectl.ok("explain", "pod.spec.containers.image", "--output=plaintext-openapiv2"))
                .contains("FIELD:    image <string>", "Image reference to run, optionally with tag or digest.");
        assertThat(kubectl.ok("explain", "service.spec.ports", "--recursive", "--output=plaintext-openapiv2"))
                .contains("RESOURCE: ports <[]Object>", "targetPort\t<string>");
        assertThat(kubectl.ok("explain", "cronjob", "--recursive"))
                .contains("jobTemplate", "containers\t<[]Container> -required-", "imagePullPolicy");
        assertThat(kubectl.ok("explain", "hpa", "--api-version=autoscaling/v1")).contains("VERSION:    v1");
        assertThat(kubectl.fails("explain", "pods.spec.nothing")).contains("field \"nothing\" does not exist");
    }

    @Test
    void fieldsAreHeldToTheSchema(RealClient kubectl) {
        var map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: strict}\n%s: {a: b}\n";
        assertThat(kubectl.fedFails(map.formatted("dada"), "apply", "--validate=strict", "-f", "-"))
                .contains("strict decoding error: unknown field \"dada\"");
        assertThat(kubectl.fed(map.formatted("data"), "apply", "--validate=strict", "--dry-run=server", "-f", "-"))
                .contains("configmap/strict created (server dry run)");
    }

    @Test
    void customKindsAreThereAtOnce(RealClient kubectl) {
        kubectl.fed(
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: carts.shop.example.com}
                spec:
                  group: shop.example.com
                  scope: Namespaced
                  names: {plural: carts, singular: cart, kind: Cart, shortNames: [ct], categories: [all]}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    subresources: {status: {}}
                    additionalPrinterColumns: [{name: Items, type: integer, jsonPath: .spec.items}]
                    schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {items: {type: integer, minimum: 0}}}}}}
                """,
                "apply",
                "-f",
                "-");
        kubectl.ok("wait", "--for=condition=Established", "crd/carts.shop.example.com", "--timeout=60s");
        var cart = "apiVersion: shop.example.com/v1\nkind: Cart\nmetadata: {name: first}\nspec: {items: %s}\n";

        assertThat(kubectl.fed(cart.formatted("3"), "apply", "-f", "-"))
                .contains("cart.shop.example.com/first created");
        assertThat(kubectl.ok("get", "ct")).containsPattern("NAME +ITEMS").containsPattern("first +3");
        assertThat(kubectl.ok("get", "all")).contains("cart.shop.example.com/first");
        assertThat(kubectl.fedFails(cart.formatted("-1"), "apply", "-f", "-"))
                .contains("spec.items: Invalid value: -1: spec.items in body should be greater than or equal to 0");
        assertThat(kubectl.fedFails(cart.formatted("3, colour: red"), "apply", "-f", "-"))
                .contains("unknown field \"spec.colour\"");
        assertThat(kubectl.ok("explain", "cart.spec")).contains("items\t<integer>");
        kubectl.ok("delete", "crd", "carts.shop.example.com");
        assertThat(kubectl.ok("api-resources", "-o", "name").lines())
                .contains("pods")
                .doesNotContain("carts.shop.example.com");
    }

    @Test
    void eventsTellWhatHappened(RealClient kubectl) throws Exception {
        kubectl.ok("run", "told", "--image=web:1");
        kubectl.ok("wait", "--for=condition=Ready", "pod/told", "--timeout=60s");

        assertThat(kubectl.ok("events", "--for=pod/told")).contains("LAST SEEN", "Scheduled", "Started");
        assertThat(kubectl.ok("events", "--for=pod/told", "--types=Warning")).contains("No events found");
        assertThat(kubectl.ok(
                        "get",
                        "events",
                        "--field-selector",
                        "involvedObject.name=told,reason=Scheduled",
                        "-o",
                        "jsonpath={.items[*].message}"))
                .startsWith("Successfully assigned default/told to node-");
        kubectl.ok("create", "cronjob", "never", "--schedule=59 23 31 2 *", "--image=task:1");
        try (var events = kubectl.start("events", "--for=cronjob/never", "--watch")) {
            events.awaitMatch("(InvalidSchedule .*invalid schedule: 59 23 31 2 \\*)");
        }
        kubectl.ok("delete", "pod", "told", "--now");
    }
}
