package io.kubelayers.interfaces.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** kubectl rollout, set, scale, autoscale and expose. */
@WithRealClient
class KubectlRolloutTest {
    private static final String IMAGE = "jsonpath={.spec.template.spec.containers[0].image}";

    @Test
    void aDeploymentRollsOutBackAndAgain(RealClient kubectl) {
        kubectl.ok("create", "deployment", "roll", "--image=web:1", "--replicas=2");
        assertThat(kubectl.ok("rollout", "status", "deployment/roll", "--timeout=60s"))
                .contains("successfully rolled out");
        kubectl.ok("wait", "--for=condition=Available", "deployment/roll", "--timeout=60s");
        kubectl.ok("set", "image", "deployment/roll", "web=web:2");
        kubectl.ok("rollout", "status", "deployment/roll", "--timeout=60s");

        assertThat(kubectl.ok("rollout", "history", "deployment/roll")).contains("REVISION", "1 ", "2 ");
        assertThat(kubectl.ok("rollout", "history", "deployment/roll", "--revision=2"))
                .contains("web:2");
        assertThat(kubectl.ok("rollout", "undo", "deployment/roll")).contains("rolled back");
        assertThat(kubectl.ok("get", "deployment", "roll", "-o", IMAGE)).isEqualTo("web:1");
        assertThat(kubectl.fails("rollout", "undo", "deployment/roll", "--to-revision=99"))
                .contains("unable to find specified revision 99");
        kubectl.ok("rollout", "pause", "deployment/roll");
        assertThat(kubectl.fails("rollout", "restart", "deployment/roll")).contains("can't restart paused deployment");
        assertThat(kubectl.fails("rollout", "undo", "deployment/roll")).contains("cannot rollback a paused deployment");
        kubectl.ok("rollout", "resume", "deployment/roll");
        kubectl.ok("rollout", "restart", "deployment/roll");
        kubectl.ok("rollout", "status", "deployment/roll", "--timeout=60s");
        assertThat(kubectl.ok("get", "deploy", "roll", "-o", "yaml"))
                .contains("kubectl.kubernetes.io/restartedAt", "deployment.kubernetes.io/revision: \"4\"");
        kubectl.ok("delete", "deployment", "roll");
    }

    @Test
    void daemonSetsAndStatefulSetsHaveAHistoryToo(RealClient kubectl) {
        var set =
                """
                apiVersion: apps/v1
                kind: %s
                metadata: {name: agent}
                spec:
                  %s
                  selector: {matchLabels: {app: agent-%s}}
                  template:
                    metadata: {labels: {app: agent-%s}}
                    spec: {containers: [{name: agent, image: "agent:1"}]}
                """;
        for (var kind : new String[] {"DaemonSet", "StatefulSet"}) {
            var low = kind.toLowerCase(java.util.Locale.ROOT);
            kubectl.fed(
                    set.formatted(
                            kind, kind.equals("DaemonSet") ? "minReadySeconds: 0" : "serviceName: agent", low, low),
                    "apply",
                    "-f",
                    "-");
            kubectl.ok("rollout", "status", low + "/agent", "--timeout=60s");
            kubectl.ok("set", "image", low + "/agent", "agent=agent:2");
            kubectl.ok("rollout", "status", low + "/agent", "--timeout=60s");
            assertThat(kubectl.ok("rollout", "history", low + "/agent")).contains("2 ");
            kubectl.ok("rollout", "undo", low + "/agent");
            assertThat(kubectl.ok("get", low, "agent", "-o", IMAGE)).isEqualTo("agent:1");
            kubectl.ok("delete", low, "agent");
        }
    }

    @Test
    void setChangesPartsOfTemplates(RealClient kubectl) {
        kubectl.ok("create", "deployment", "parts", "--image=web:1", "--replicas=0");
        kubectl.ok("create", "configmap", "settings", "--from-literal=colour=red");
        kubectl.ok("set", "env", "deploy/parts", "MODE=fast", "OLD=1");
        kubectl.ok("set", "env", "deploy/parts", "--from=configmap/settings", "--prefix=APP_");
        kubectl.ok("set", "env", "deploy/parts", "OLD-");
        kubectl.ok("set", "resources", "deploy/parts", "--limits=cpu=200m,memory=64Mi", "--requests=cpu=100m");
        kubectl.ok("set", "serviceaccount", "deploy/parts", "builder");
        assertThat(kubectl.fails("set", "image", "deploy/parts", "nobody=x"))
                .contains("unable to find container named \"nobody\"");

        assertThat(kubectl.ok("set", "env", "deploy/parts", "--list"))
                .contains("MODE=fast", "APP_COLOUR")
                .doesNotContain("OLD");
        assertThat(
                        kubectl.ok(
                                "get",
                                "deploy",
                                "parts",
                                "-o",
                                "jsonpath={.spec.template.spec.serviceAccountName} {.spec.template.spec.containers[0].resources}"))
                .isEqualTo(
                        "builder {\"limits\":{\"cpu\":\"200m\",\"memory\":\"64Mi\"},\"requests\":{\"cpu\":\"100m\"}}");
        kubectl.ok("expose", "deploy", "parts", "--port=80", "--target-port=8080", "--name=door");
        kubectl.ok("set", "selector", "service", "door", "app=other");
        assertThat(kubectl.ok("get", "svc", "door", "-o", "jsonpath={.spec.selector} {.spec.ports[0].targetPort}"))
                .isEqualTo("{\"app\":\"other\"} 8080");
        kubectl.ok("create", "rolebinding", "readers", "--clusterrole=view", "--user=jane");
        kubectl.ok("set", "subject", "rolebinding", "readers", "--group=testers");
        assertThat(kubectl.ok("get", "rolebinding", "readers", "-o", "jsonpath={.subjects[*].name}"))
                .isEqualTo("jane testers");
    }

    @Test
    void scaleAsksWhatWasThere(RealClient kubectl) {
        kubectl.ok("create", "deployment", "wide", "--image=web:1", "--replicas=3");

        assertThat(kubectl.fails("scale", "deploy/wide", "--current-replicas=9", "--replicas=1"))
                .contains("Expected replicas to be 9, was 3");
        assertThat(kubectl.ok("scale", "deploy/wide", "--current-replicas=3", "--replicas=1"))
                .contains("deployment.apps/wide scaled");
        assertThat(kubectl.ok("get", "deploy", "wide", "-o", "jsonpath={.spec.replicas}"))
                .isEqualTo("1");
        kubectl.ok("autoscale", "deploy", "wide", "--min=2", "--max=5", "--cpu-percent=70");
        assertThat(kubectl.ok("get", "hpa", "wide", "--no-headers"))
                .containsPattern("wide +Deployment/wide +cpu: \\S+/70% +2 +5");
        kubectl.ok("wait", "--for=jsonpath={.spec.replicas}=2", "deploy/wide", "--timeout=60s");
        kubectl.ok("delete", "hpa,deploy", "wide");
    }
}
