package io.kubelayers.interfaces.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** kubectl get: formats, selectors, pages, order, watches. */
@WithRealClient
class KubectlGetTest {
    private static void configMaps(RealClient kubectl, String namespace, String... names) {
        kubectl.ok("create", "namespace", namespace);
        for (var name : names) {
            kubectl.ok("create", "configmap", name, "-n", namespace, "--from-literal=size=" + name.length());
            kubectl.ok("label", "configmap", name, "-n", namespace, "first=" + name.charAt(0), "kind=fruit");
        }
    }

    @Test
    void everyFormatShowsTheSameObjects(RealClient kubectl) {
        configMaps(kubectl, "formats", "apple", "fig");
        String[] get = {"get", "configmaps", "-n", "formats", "-l", "kind=fruit", "-o"};

        assertThat(kubectl.ok(with(get, "name"))).isEqualToNormalizingNewlines("configmap/apple\nconfigmap/fig\n");
        assertThat(kubectl.ok(with(get, "jsonpath={range .items[*]}{.metadata.name}={.data.size} {end}")))
                .isEqualTo("apple=5 fig=3 ");
        assertThat(kubectl.ok(with(get, "go-template={{range .items}}{{.metadata.name}};{{end}}")))
                .isEqualTo("apple;fig;");
        assertThat(kubectl.ok(with(get, "custom-columns=NAME:.metadata.name,SIZE:.data.size,NONE:.data.none")))
                .isEqualToNormalizingNewlines("NAME    SIZE   NONE\napple   5      <none>\nfig     3      <none>\n");
        assertThat(kubectl.ok(with(get, "json"))).contains("\"kind\": \"List\"", "\"size\": \"5\"");
        assertThat(kubectl.ok(with(get, "yaml"))).contains("kind: List", "size: \"3\"");
        assertThat(kubectl.ok(with(get, "wide"))).contains("NAME", "DATA", "AGE");
        assertThat(kubectl.fails(with(get, "xml"))).contains("unable to match a printer");
        assertThat(kubectl.fails(
                        "get",
                        "cm",
                        "fig",
                        "-n",
                        "formats",
                        "-o",
                        "jsonpath={.no}",
                        "--allow-missing-template-keys=false"))
                .contains("no is not found");
    }

    private static String[] with(String[] arguments, String last) {
        var all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }

    @Test
    void selectorsColumnsPagesAndOrder(RealClient kubectl) {
        configMaps(kubectl, "chosen", "plum", "apple", "pear");

        assertThat(kubectl.ok("get", "cm", "-n", "chosen", "-l", "first in (p)", "-o", "name"))
                .isEqualToNormalizingNewlines("configmap/pear\nconfigmap/plum\n");
        assertThat(kubectl.ok("get", "cm", "-n", "chosen", "-l", "first!=p,kind", "-o", "name"))
                .isEqualToNormalizingNewlines("configmap/apple\n");
        assertThat(kubectl.ok("get", "cm", "-n", "chosen", "--field-selector", "metadata.name=pear", "-o", "name"))
                .isEqualToNormalizingNewlines("configmap/pear\n");
        assertThat(kubectl.fails("get", "cm", "--field-selector", "data.size=4"))
                .contains(
                        "\"data.size\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
        assertThat(kubectl.ok("get", "cm", "-n", "chosen", "-l", "kind", "-L", "first", "--no-headers"))
                .containsPattern("apple +1 +\\S+ +a\\R");
        assertThat(kubectl.ok("get", "cm", "-n", "chosen", "--show-labels")).contains("first=p,kind=fruit");
        assertThat(kubectl.ok("get", "cm", "-n", "chosen", "-l", "kind", "--sort-by=.data.size", "-o", "name"))
                .startsWith("configmap/pear");
        assertThat(kubectl.ok("get", "cm", "-n", "chosen", "-l", "kind", "--chunk-size=1", "-o", "name", "-v=6"))
                .contains("limit=1", "continue=", "configmap/plum");
        assertThat(kubectl.ok("get", "cm", "-A", "-l", "first=a,kind=fruit")).contains("NAMESPACE", "chosen");
    }

    @Test
    void nothingThereIsSaidOnce(RealClient kubectl) {
        assertThat(kubectl.ok("get", "pods", "-l", "no=pod")).contains("No resources found in default namespace.");
        assertThat(kubectl.ok("get", "pods", "-l", "no=pod", "-o", "name")).isEmpty();
        assertThat(kubectl.ok("get", "pod", "gone", "--ignore-not-found")).isEmpty();
        assertThat(kubectl.fails("get", "pod", "gone"))
                .contains("Error from server (NotFound): pods \"gone\" not found");
        assertThat(kubectl.fails("get", "pood")).contains("the server doesn't have a resource type \"pood\"");
        assertThat(kubectl.fails("get", "pod", "web", "-A"))
                .contains("a resource cannot be retrieved by name across all namespaces");
    }

    @Test
    void manyKindsAtOnce(RealClient kubectl) {
        kubectl.ok("create", "deployment", "many", "--image=web:1");
        kubectl.ok("expose", "deployment", "many", "--port=80");

        assertThat(kubectl.ok("get", "deploy,svc", "-l", "app=many", "-o", "name"))
                .isEqualToNormalizingNewlines("deployment.apps/many\nservice/many\n");
        kubectl.ok("rollout", "status", "deploy/many", "--timeout=60s");
        assertThat(kubectl.ok("get", "all"))
                .contains("pod/many-", "service/many", "deployment.apps/many", "replicaset.apps/many-");
        assertThat(kubectl.ok("get", "deploy/many", "svc/many", "-o", "name")).contains("service/many");
        assertThat(kubectl.ok("describe", "deploy", "many"))
                .contains("StrategyType:", "NewReplicaSet:   many-", "ScalingReplicaSet");
        assertThat(kubectl.ok("describe", "pods", "-l", "app=many")).contains("Node:", "Started", "Scheduled");
        kubectl.ok("delete", "deploy,svc", "many");
    }

    @Test
    void aWatchShowsWhatIsThereAndWhatChanges(RealClient kubectl) throws Exception {
        configMaps(kubectl, "watched", "old");
        try (var watch = kubectl.start("get", "cm", "-n", "watched", "--watch", "--output-watch-events")) {
            watch.awaitMatch("(?s)(EVENT .*ADDED +old)");
            kubectl.ok("create", "configmap", "brief", "-n", "watched");
            kubectl.ok("delete", "configmap", "brief", "-n", "watched");
            watch.awaitMatch("(?s)(ADDED +brief.*DELETED +brief)");
        }
        assertThat(kubectl.run("", "get", "cm", "-n", "watched", "--watch", "--request-timeout=1s")
                        .text())
                .contains("old");
    }
}
