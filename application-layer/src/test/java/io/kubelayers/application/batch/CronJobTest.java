package io.kubelayers.application.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.runtime.VirtualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CronJobTest {
    /** Half a minute before the minute 29,453,760. */
    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard())
            .clock(VirtualClock.at("2026-01-01T00:00:30Z"))
            .nodes(1, node -> node)
            .start();

    @AfterEach
    void close() {
        cluster.close();
    }

    private void cron(String schedule, String more) {
        cluster.apply(Manifests.of(
                "cron",
                "{apiVersion: batch/v1, kind: CronJob, metadata: {name: tick}, spec: {schedule: '" + schedule + "', "
                        + more
                        + "jobTemplate: {metadata: {labels: {a: b}}, spec: {template: {metadata: {annotations: {kubelayers.io/script: run=forever}}, spec: {restartPolicy: Never,"
                        + " containers: [{name: c, image: i}]}}}}}}"));
        cluster.settle();
    }

    private CronJob.Status status() {
        return cluster.client().on(CronJob.class).get("default", "tick").status();
    }

    private List<String> jobs() {
        return cluster.lister(Job.class).list("default").stream()
                .map(job -> job.metadata().nameOrEmpty())
                .toList();
    }

    private List<String> events() {
        return cluster.lister(Event.class).list("default").stream()
                .filter(event -> event.involvedObject().kind().equals("CronJob"))
                .map(event -> event.reason() + ": " + event.message())
                .toList();
    }

    @Test
    void aJobIsStartedOnTheMinuteAndNamedAfterIt() {
        cron("* * * * *", "");
        assertThat(jobs()).isEmpty();
        cluster.advance(Duration.ofSeconds(30));
        assertThat(jobs()).containsExactly("tick-29453761");
        var job = cluster.client().on(Job.class).get("default", "tick-29453761");
        assertThat(job.metadata().labels()).containsEntry("a", "b");
        assertThat(job.metadata().annotations())
                .containsEntry("batch.kubernetes.io/cronjob-scheduled-timestamp", "2026-01-01T00:01:00Z");
        assertThat(job.metadata().controllerOwner())
                .hasValueSatisfying(owner -> assertThat(owner.kind()).isEqualTo("CronJob"));
        assertThat(status().lastScheduleTime()).isEqualTo("2026-01-01T00:01:00Z");
        assertThat(status().active()).extracting(ObjectReference::name).containsExactly("tick-29453761");
        assertThat(events()).containsExactly("SuccessfulCreate: Created job tick-29453761");
    }

    @Test
    void runsMayOverlapUnlessForbidden() {
        cron("* * * * *", "concurrencyPolicy: Forbid, ");
        cluster.advance(Duration.ofMinutes(3));
        assertThat(jobs()).containsExactly("tick-29453761");
        assertThat(events())
                .contains("JobAlreadyActive: Not starting job because prior execution is running and concurrency policy"
                        + " is Forbid");
    }

    @Test
    void underReplaceTheOldRunMakesWay() {
        cron("* * * * *", "concurrencyPolicy: Replace, ");
        cluster.advance(Duration.ofMinutes(2));
        assertThat(jobs()).containsExactly("tick-29453762");
        assertThat(status().active()).hasSize(1);
    }

    @Test
    void aSuspendedCronJobRestsAndThenDoesNotCatchUpTooLate() {
        cron("* * * * *", "suspend: true, startingDeadlineSeconds: 10, ");
        cluster.advance(Duration.ofMinutes(5));
        assertThat(jobs()).isEmpty();
        var cron = cluster.client().on(CronJob.class).get("default", "tick");
        cluster.client().update(cron.withSpec(cron.spec().withSuspend(false)));
        cluster.settle();
        assertThat(jobs()).isEmpty();
        cluster.advance(Duration.ofSeconds(30));
        assertThat(jobs()).hasSize(1);
    }

    @Test
    void aMissedRunIsMadeUpForOnce() {
        cron("0 * * * *", "suspend: true, ");
        cluster.advance(Duration.ofMinutes(150));
        var cron = cluster.client().on(CronJob.class).get("default", "tick");
        cluster.client().update(cron.withSpec(cron.spec().withSuspend(false)));
        cluster.settle();
        assertThat(status().lastScheduleTime()).isEqualTo("2026-01-01T02:00:00Z");
        assertThat(jobs()).hasSize(1);
    }

    @Test
    void schedulesAreToldInTheirZone() {
        cron("0 9 * * *", "timeZone: America/New_York, ");
        cluster.advance(Duration.ofHours(15));
        var job = cluster.lister(Job.class).list("default").get(0);
        assertThat(job.metadata().annotations())
                .containsEntry("batch.kubernetes.io/cronjob-scheduled-timestamp", "2026-01-01T09:00:00-05:00");
    }
}
