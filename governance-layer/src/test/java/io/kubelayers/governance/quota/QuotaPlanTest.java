package io.kubelayers.governance.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaPlanTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final String QUOTA =
            """
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: team, namespace: shop}
            spec: {hard: {pods: "5", requests.cpu: "2", requests.storage: 10Gi, count/replicasets.apps: "2"}}
            ---
            apiVersion: v1
            kind: LimitRange
            metadata: {name: usual, namespace: shop}
            spec: {limits: [{type: Container, defaultRequest: {cpu: 300m}, max: {cpu: "1"}}]}
            ---
            """;

    private static final String WEB =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              replicas: REPLICAS
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: web}]}
            ---
            """;

    private static final String DB =
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: shop}
            spec:
              replicas: 2
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec: {containers: [{name: db, image: db, resources: {limits: {cpu: 400m}}}]}
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: SIZE}}}
            """;

    private static List<KubernetesObject> objects(String... yaml) {
        try (var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .start()) {
            return Manifests.of("release.yaml", String.join("", yaml)).objects(cluster.types());
        }
    }

    private static QuotaPlan plan(String... yaml) {
        return QuotaPlan.of(objects(yaml), NOW);
    }

    @Test
    void whatControllersMakeIsChargedToo() {
        var plan = plan(QUOTA, WEB.replace("REPLICAS", "3"), DB.replace("SIZE", "5Gi"));

        assertThat(plan.fits()).as(plan.explain()).isTrue();
        assertThat(plan.items())
                .extracting(QuotaPlan.Item::object)
                .containsExactly("Deployment shop/web", "StatefulSet shop/db");
        assertThat(plan.items().get(0).charged())
                .as("defaulted by the limit range")
                .isEqualTo(Map.of(
                        "pods", Quantity.parse("3"),
                        "requests.cpu", Quantity.parse("900m"),
                        "count/replicasets.apps", Quantity.parse("1")));
        assertThat(plan.shares())
                .containsEntry("shop/team pods", 1.0)
                .containsEntry("shop/team requests.cpu", 0.85)
                .containsEntry("shop/team requests.storage", 1.0);
    }

    @Test
    void theFirstThatDoesNotFitIsNamedWithUpstreamsWords() {
        var plan = plan(QUOTA, WEB.replace("REPLICAS", "3"), DB.replace("SIZE", "6Gi"));

        assertThat(plan.explain())
                .isEqualTo("the first that does not fit is StatefulSet shop/db: PersistentVolumeClaim 2 of 2:"
                        + " persistentvolumeclaims \"data-db-1\" is forbidden: exceeded quota: team, requested:"
                        + " requests.storage=6Gi, used: requests.storage=6Gi, limited: requests.storage=10Gi");
    }

    @Test
    void workloadsThatAreTooManyAreTold() {
        var plan = plan(QUOTA, WEB.replace("REPLICAS", "6"));

        assertThat(plan.firstMisfit().orElseThrow().text())
                .startsWith("Pod 6 of 6: pods \"web-\" is forbidden: exceeded quota: team, requested: pods=1,");
        assertThat(plan.quotas().get(0).status().used()).containsEntry("pods", Quantity.parse("5"));
    }

    @Test
    void limitRangesRefuseAsWell() {
        var large = WEB.replace("REPLICAS", "1")
                .replace("image: web}", "image: web, resources: {requests: {cpu: \"2\"}, limits: {cpu: \"2\"}}}");

        assertThat(plan(QUOTA, large).explain())
                .contains(
                        "Pod 1 of 1: pods \"web-\" is forbidden: maximum cpu usage per Container is 1, but limit is 2");
    }

    @Test
    void daemonSetsJobsAndCronJobsCount() {
        var objects = objects(
                """
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: agent, namespace: shop}
                spec:
                  selector: {matchLabels: {app: agent}}
                  template:
                    metadata: {labels: {app: agent}}
                    spec: {containers: [{name: agent, image: agent}]}
                ---
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: nightly, namespace: shop}
                spec:
                  schedule: "0 3 * * *"
                  jobTemplate:
                    spec:
                      parallelism: 4
                      completions: 2
                      template: {spec: {restartPolicy: Never, containers: [{name: c, image: i}]}}
                """);
        var quota = new ResourceQuota(
                objects(QUOTA).get(0).metadata(),
                new ResourceQuota.Spec(
                        Map.of("pods", Quantity.parse("9"), "count/jobs.batch", Quantity.parse("1")), List.of(), null),
                ResourceQuota.Status.EMPTY);

        var plan = QuotaPlan.of(List.of(quota), List.of(), objects, 3, NOW);

        assertThat(plan.quotas().get(0).status().used())
                .containsEntry("pods", Quantity.parse("5"))
                .containsEntry("count/jobs.batch", Quantity.parse("1"));
    }

    @Test
    void otherNamespacesAreNotLimited() {
        assertThat(plan(QUOTA, WEB.replace("REPLICAS", "60").replace("shop", "elsewhere"))
                        .fits())
                .isTrue();
    }
}
