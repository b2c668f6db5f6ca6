package io.kubelayers.application.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.nucleus.core.ObjectReferenceBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CronJobDecisionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private static CronJob cron(String schedule) {
        return CronJobBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("tick")
                        .uid("u")
                        .creationTimestamp(NOW.minusSeconds(90))
                        .build())
                .spec(CronJobSpecBuilder.builder()
                        .schedule(schedule)
                        .successfulJobsHistoryLimit(1)
                        .failedJobsHistoryLimit(0)
                        .build())
                .build();
    }

    private static Job finished(String name, String condition, Instant end) {
        return JobBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name(name).uid(name).build())
                .status(JobStatusBuilder.builder()
                        .startTime(end.minusSeconds(5))
                        .completionTime(condition.equals("Complete") ? end : null)
                        .conditions(List.of(new Job.Condition(condition, "True", end, end, null, null)))
                        .build())
                .build();
    }

    @Test
    void ofSeveralMissedTimesTheNewestCounts() {
        var decision = CronJobDecision.of(cron("*/1 * * * *"), List.of(), NOW);
        assertThat(decision.scheduled()).isEqualTo(NOW);
        assertThat(decision.explain()).isEqualTo("the run of 2026-01-01T12:00:00Z is due");
        assertThat(decision.checkAgainAfter()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void moreThanAHundredMissedTimesAreComplainedOf() {
        var old = cron("* * * * *");
        old = old.withMetadata(old.metadata().withCreationTimestamp(NOW.minus(Duration.ofHours(5))));
        assertThat(CronJobDecision.of(old, List.of(), NOW).events())
                .extracting(WorkloadEvent::reason)
                .containsExactly("TooManyMissedTimes");
    }

    @Test
    void finishedJobsBeyondTheLimitsAreForgotten() {
        var jobs = new ArrayList<Job>();
        jobs.add(finished("b", "Complete", NOW.minusSeconds(20)));
        jobs.add(finished("a", "Complete", NOW.minusSeconds(40)));
        jobs.add(finished("f", "Failed", NOW.minusSeconds(60)));
        var decision = CronJobDecision.of(cron("0 0 1 1 *"), jobs, NOW);
        assertThat(decision.forget()).extracting(job -> job.metadata().name()).containsExactly("a", "f");
        assertThat(decision.status().lastSuccessfulTime()).isEqualTo(NOW.minusSeconds(20));
    }

    @Test
    void activeJobsThatEndedOrWentMissingAreNotActive() {
        var cron = cron("0 0 1 1 *");
        cron = cron.withStatus(cron.status()
                .withActive(List.of(
                        ObjectReferenceBuilder.builder().name("b").uid("b").build(),
                        ObjectReferenceBuilder.builder().name("gone").uid("x").build())));
        var decision = CronJobDecision.of(cron, List.of(finished("b", "Complete", NOW)), NOW);
        assertThat(decision.status().active()).isEmpty();
        assertThat(decision.events())
                .extracting(WorkloadEvent::message)
                .containsExactly("Saw completed job: b, condition: Complete", "Active job went missing: gone");
    }

    @Test
    void whatCanNotBeReadIsTold() {
        assertThat(CronJobDecision.of(cron("* * *"), List.of(), NOW).events())
                .extracting(WorkloadEvent::message)
                .containsExactly("unparseable schedule: \"* * *\" : expected exactly 5 fields, found 3: [* * *]");
        var zoned = cron("* * * * *");
        zoned = zoned.withSpec(zoned.spec().withTimeZone("Moon/Base"));
        assertThat(CronJobDecision.of(zoned, List.of(), NOW).events())
                .extracting(WorkloadEvent::reason)
                .containsExactly("UnknownTimeZone");
    }
}
