package io.kubelayers.interfaces.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** kubectl apply on both sides, diff, replace and patch. */
@WithRealClient
class KubectlApplyTest {
    private static String configMap(String name, String data) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + ", labels: {set: fruit}}\ndata: {" + data
                + "}\n";
    }

    @Test
    void applyCreatesConfiguresAndLeavesAlone(RealClient kubectl) {
        assertThat(kubectl.fed(configMap("a", "x: '1', y: '2'"), "apply", "-f", "-"))
                .contains("configmap/a created");
        assertThat(kubectl.fed(configMap("a", "x: '1', y: '2'"), "apply", "-f", "-"))
                .contains("configmap/a unchanged");
        kubectl.ok("patch", "cm", "a", "--type=merge", "-p", "{\"data\":{\"others\":\"3\"}}");
        assertThat(kubectl.fed(configMap("a", "x: '9'"), "apply", "-f", "-")).contains("configmap/a configured");

        assertThat(kubectl.ok("get", "cm", "a", "-o", "jsonpath={.data}")).isEqualTo("{\"others\":\"3\",\"x\":\"9\"}");
        assertThat(kubectl.ok("apply", "view-last-applied", "cm/a")).contains("x: \"9\"");
        assertThat(kubectl.fed(configMap("a", "x: '7'"), "apply", "--dry-run=server", "-f", "-"))
                .contains("configured (server dry run)");
        assertThat(kubectl.ok("get", "cm", "a", "-o", "jsonpath={.data.x}")).isEqualTo("9");
    }

    @Test
    void onTheServersSideOwnersAreAsked(RealClient kubectl) {
        kubectl.fed(configMap("owned", "x: '1'"), "apply", "--server-side", "-f", "-");
        var conflict = kubectl.fedFails(
                configMap("owned", "x: '2'"), "apply", "--server-side", "--field-manager=other", "-f", "-");

        assertThat(conflict).contains("Apply failed with 1 conflict: conflict with \"kubectl\": .data.x");
        assertThat(kubectl.fed(
                        configMap("owned", "x: '2'"),
                        "apply",
                        "--server-side",
                        "--field-manager=other",
                        "--force-conflicts",
                        "-f",
                        "-"))
                .contains("configmap/owned serverside-applied");
        assertThat(kubectl.ok(
                        "get",
                        "cm",
                        "owned",
                        "--show-managed-fields",
                        "-o",
                        "jsonpath={.metadata.managedFields[*].manager}"))
                .contains("other");
    }

    @Test
    void whatWasAppliedOnTheClientsSideMovesToTheServers(RealClient kubectl) {
        kubectl.fed(configMap("moved", "keep: '1', legacy: '2'"), "apply", "-f", "-");
        kubectl.fed(configMap("moved", "keep: '1', legacy: '2'"), "apply", "--server-side", "-f", "-");
        kubectl.fed(configMap("moved", "keep: '1', new: '3'"), "apply", "--server-side", "-f", "-");

        assertThat(kubectl.ok("get", "cm", "moved", "-o", "jsonpath={.data}"))
                .isEqualTo("{\"keep\":\"1\",\"new\":\"3\"}");
    }

    @Test
    void pruningRemovesWhatIsNoLongerApplied(RealClient kubectl) {
        kubectl.ok("create", "namespace", "orchard");
        kubectl.fed(
                configMap("apple", "a: b") + "---\n" + configMap("pear", "a: b"), "apply", "-n", "orchard", "-f", "-");
        String[] prune = {
            "apply", "-n", "orchard", "--prune", "-l", "set=fruit", "--prune-allowlist=core/v1/ConfigMap", "-f", "-"
        };

        assertThat(kubectl.fed(configMap("pear", "a: b"), prune))
                .contains("configmap/pear unchanged", "configmap/apple pruned");
        assertThat(kubectl.ok("get", "cm", "-n", "orchard", "-l", "set=fruit", "-o", "name"))
                .isEqualToNormalizingNewlines("configmap/pear\n");
    }

    @Test
    void anApplySetRemembersItsMembers(RealClient kubectl) {
        kubectl.ok("create", "namespace", "sets");
        var sets = kubectl.with("KUBECTL_APPLYSET", "true");
        String[] apply = {"apply", "-n", "sets", "--prune", "--applyset=basket", "-f", "-"};
        sets.fed(configMap("apple", "a: b") + "---\n" + configMap("pear", "a: b"), apply);

        assertThat(sets.fed(configMap("pear", "a: b"), apply)).contains("configmap/apple pruned");
        assertThat(sets.ok("get", "secret", "basket", "-n", "sets", "-o", "yaml"))
                .contains(
                        "applyset.kubernetes.io/contains-group-kinds: ConfigMap",
                        "applyset.kubernetes.io/id: applyset-");
    }

    @Test
    void forceMakesAnewWhatCannotChange(RealClient kubectl) {
        var service =
                "apiVersion: v1\nkind: Service\nmetadata: {name: fixed}\nspec: {clusterIP: 10.96.7.7, ports: [{port: 80}]}\n";
        kubectl.fed(service, "apply", "-f", "-");
        var other = service.replace("10.96.7.7", "10.96.7.8");

        assertThat(kubectl.fedFails(other, "apply", "-f", "-")).contains("may not change once set");
        assertThat(kubectl.fed(other, "apply", "--force", "-f", "-")).contains("service/fixed");
        assertThat(kubectl.ok("get", "svc", "fixed", "-o", "jsonpath={.spec.clusterIP}"))
                .isEqualTo("10.96.7.8");
        assertThat(kubectl.fed(service.replace("port: 80", "port: 81"), "replace", "--force", "-f", "-"))
                .contains("replaced");
        kubectl.ok("delete", "svc", "fixed");
    }

    @Test
    void diffSaysWhatWouldChange(RealClient kubectl) {
        kubectl.fed(configMap("compared", "x: old"), "apply", "-f", "-");

        assertThat(kubectl.fed(configMap("compared", "x: old"), "diff", "-f", "-"))
                .isEmpty();
        assertThat(kubectl.run(configMap("compared", "x: new"), "diff", "-f", "-"))
                .satisfies(diff -> {
                    assertThat(diff.code()).isEqualTo(1);
                    assertThat(diff.text()).contains("-  x: old", "+  x: new");
                });
        assertThat(kubectl.fedFails(
                        configMap("compared", "x: new"), "diff", "--server-side", "--force-conflicts", "-f", "-"))
                .contains("+  x: new");
    }

    @Test
    void threeKindsOfPatches(RealClient kubectl) {
        kubectl.ok("create", "deployment", "patched", "--image=web:1", "--replicas=0");

        kubectl.ok(
                "patch",
                "deploy",
                "patched",
                "-p",
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"web:2\"}]}}}}");
        assertThat(kubectl.ok("get", "deploy", "patched", "-o", "jsonpath={.spec.template.spec.containers[*].image}"))
                .isEqualTo("web:2");
        kubectl.ok(
                "patch",
                "deploy",
                "patched",
                "--type=json",
                "-p",
                "[{\"op\":\"replace\",\"path\":\"/spec/template/spec/containers/0/image\",\"value\":\"web:3\"}]");
        kubectl.ok("patch", "deploy", "patched", "--type=merge", "-p", "metadata: {labels: {tier: front}}");
        kubectl.ok(
                "patch",
                "deploy",
                "patched",
                "--subresource=scale",
                "--type=merge",
                "-p",
                "{\"spec\":{\"replicas\":1}}");
        assertThat(kubectl.ok(
                        "get",
                        "deploy",
                        "patched",
                        "-o",
                        "jsonpath={.spec.replicas} {.metadata.labels.tier} {.spec.template.spec.containers[*].image}"))
                .isEqualTo("1 front web:3");
        kubectl.ok("rollout", "status", "deploy/patched", "--timeout=60s"); // so that nobody else changes it now
        assertThat(kubectl.ok("patch", "deploy", "patched", "-p", "{\"metadata\":{\"labels\":{\"tier\":\"front\"}}}"))
                .contains("patched (no change)");
        assertThat(kubectl.fails("patch", "deploy", "patched", "-p", "{\"metadata\":{\"labels\":\"front\"}}"))
                .contains("cannot restore map from string");
        assertThat(kubectl.fails(
                        "patch",
                        "deploy",
                        "patched",
                        "--type=json",
                        "-p",
                        "[{\"op\":\"test\",\"path\":\"/spec/replicas\",\"value\":7}]"))
                .contains("the server rejected our request");
        kubectl.ok("delete", "deploy", "patched");
    }

    @Test
    void oneBadObjectDoesNotStopTheOthers(RealClient kubectl) {
        var text = configMap("good-1", "a: b") + "---\n" + configMap("BAD", "a: b") + "---\n"
                + configMap("good-2", "a: b");

        assertThat(kubectl.fedFails(text, "apply", "-f", "-"))
                .contains("good-1 created", "good-2 created", "The ConfigMap \"BAD\" is invalid");
        assertThat(kubectl.fedFails(configMap("typo", "a: b").replace("\ndata:", "\ndada:"), "apply", "-f", "-"))
                .contains("unknown field \"dada\"");
        assertThat(kubectl.fed(
                        configMap("typo", "a: b").replace("\ndata:", "\ndada:"), "apply", "--validate=warn", "-f", "-"))
                .contains("Warning: unknown field \"dada\"", "configmap/typo created");
    }

    @Test
    void aKustomizationIsAppliedAndDeletedAsAWhole(RealClient kubectl) {
        kubectl.file("fruit/kustomization.yaml", "resources: [pear.yaml]\nnamePrefix: my-\n");
        kubectl.file("fruit/pear.yaml", configMap("pear", "a: b"));

        assertThat(kubectl.ok("apply", "-k", "fruit")).contains("configmap/my-pear created");
        assertThat(kubectl.ok("get", "-k", "fruit", "-o", "name")).contains("configmap/my-pear");
        assertThat(kubectl.ok("delete", "-k", "fruit")).contains("\"my-pear\" deleted");
    }
}
