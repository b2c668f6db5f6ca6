package io.kubelayers.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.batch.Job;
import io.kubelayers.application.batch.JobBuilder;
import io.kubelayers.application.batch.JobSpecBuilder;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.DeploymentBuilder;
import io.kubelayers.application.workloads.DeploymentSpecBuilder;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.Workloads;
import io.kubelayers.application.workloads.deployment.Rollout;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.node.ContainerScript;
import io.kubelayers.nucleus.node.ContainerScripts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Workloads whose pods really run, by scripts, on a node that their template names. */
class OnNodesTest {
    private static Cluster cluster(ContainerScripts scripts) {
        return Cluster.builder()
                .layers(ApplicationLayer.standard())
                .containers(scripts)
                .nodes(1, node -> node)
                .start();
    }

    private static PodTemplateSpec template(String image, String restartPolicy) {
        var template = Workloads.template(image);
        return template.withSpec(template.spec().withNodeName("node-1").withRestartPolicy(restartPolicy));
    }

    private static ObjectMeta named(String name) {
        return ObjectMetaBuilder.builder().name(name).namespace("default").build();
    }

    private static Deployment deployment(String image) {
        return DeploymentBuilder.builder()
                .metadata(named("web"))
                .spec(DeploymentSpecBuilder.builder()
                        .replicas(3)
                        .selector(Workloads.selector())
                        .template(template(image, "Always"))
                        .build())
                .build();
    }

    @Test
    void aRolloutFollowsTheReadinessOfItsPods() {
        var scripts =
                ContainerScripts.none().on("web:2", ContainerScript.standard().startsAfter(Duration.ofSeconds(5)));
        try (var cluster = cluster(scripts)) {
            cluster.apply(deployment("web:1"));
            cluster.settle();
            var web = cluster.lister(Deployment.class).get("default", "web").orElseThrow();
            assertThat(web.status().availableReplicas()).isEqualTo(3);

            cluster.client().update(web.withSpec(web.spec().withTemplate(template("web:2", "Always"))));
            cluster.settle();
            web = cluster.lister(Deployment.class).get("default", "web").orElseThrow();
            assertThat(Rollout.status(web).explain())
                    .isEqualTo("Waiting for deployment \"web\" rollout to finish: 1 out of 3 new replicas have been"
                            + " updated...");

            cluster.advance(Duration.ofSeconds(15));
            web = cluster.lister(Deployment.class).get("default", "web").orElseThrow();
            assertThat(Rollout.status(web).explain()).isEqualTo("deployment \"web\" successfully rolled out");
            assertThat(cluster.lister(Pod.class).list()).hasSize(3);
        }
    }

    @Test
    void aRolloutToAnImageThatCantBePulledFailsAndIsTakenBack() {
        var scripts = ContainerScripts.none().lines(List.of("web:9 pull-fails=always"));
        try (var cluster = cluster(scripts)) {
            var good = deployment("web:1");
            cluster.apply(good.withSpec(good.spec().withProgressDeadlineSeconds(60)));
            cluster.settle();
            var web = web(cluster);
            cluster.client().update(web.withSpec(web.spec().withTemplate(template("web:9", "Always"))));
            cluster.advance(Duration.ofSeconds(61));

            web = web(cluster);
            assertThat(web.status().availableReplicas()).as("the old pods stay").isEqualTo(3);
            assertThat(web.status().conditions())
                    .filteredOn(condition -> condition.type().equals("Progressing"))
                    .extracting(condition -> condition.status() + " " + condition.reason())
                    .containsExactly("False ProgressDeadlineExceeded");
            assertThat(Rollout.status(web).explain()).isEqualTo("deployment \"web\" exceeded its progress deadline");
            assertThat(cluster.lister(Pod.class).list())
                    .flatExtracting(pod -> pod.status().containerStatuses())
                    .filteredOn(status -> status.image().equals("web:9"))
                    .extracting(status -> status.state().waiting().reason())
                    .containsExactly("ImagePullBackOff");

            cluster.client().update(web.withSpec(web.spec().withTemplate(template("web:1", "Always"))));
            cluster.advance(Duration.ofSeconds(60));
            assertThat(Rollout.status(web(cluster)).explain()).isEqualTo("deployment \"web\" successfully rolled out");
            assertThat(cluster.lister(Pod.class).list()).hasSize(3);
        }
    }

    private static Deployment web(Cluster cluster) {
        return cluster.lister(Deployment.class).get("default", "web").orElseThrow();
    }

    @Test
    void aJobIsDoneWhenItsPodsAre() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.apply(JobBuilder.builder()
                    .metadata(named("sum"))
                    .spec(JobSpecBuilder.builder()
                            .completions(3)
                            .parallelism(2)
                            .template(template("sum:1", "Never"))
                            .build())
                    .build());
            cluster.advance(Duration.ofSeconds(1));
            assertThat(job(cluster).status().succeeded()).isEqualTo(2);
            cluster.advance(Duration.ofSeconds(1));
            assertThat(job(cluster).status().succeeded()).isEqualTo(3);
            assertThat(job(cluster).status().conditions())
                    .extracting(Job.Condition::type)
                    .contains("Complete");
        }
    }

    @Test
    void aJobWhosePodsKeepFailingGivesUp() {
        var fails = ContainerScript.standard().runs(Duration.ofSeconds(1)).exits(1);
        try (var cluster = cluster(ContainerScripts.none().on("sum:*", fails))) {
            cluster.apply(JobBuilder.builder()
                    .metadata(named("sum"))
                    .spec(JobSpecBuilder.builder()
                            .backoffLimit(2)
                            .template(template("sum:1", "Never"))
                            .build())
                    .build());
            cluster.advance(Duration.ofMinutes(10));
            assertThat(job(cluster).status().failed()).isEqualTo(3);
            assertThat(job(cluster).status().conditions())
                    .extracting(Job.Condition::type)
                    .contains("Failed");
        }
    }

    private static Job job(Cluster cluster) {
        return cluster.lister(Job.class).get("default", "sum").orElseThrow();
    }
}
