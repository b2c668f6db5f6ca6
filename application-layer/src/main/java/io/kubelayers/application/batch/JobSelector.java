package io.kubelayers.application.batch;

import io.kubelayers.nucleus.meta.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The labels and selector that the server gives a new Job, made from its uid, so that no two Jobs share pods.
 *
 * <p>Upstream source: {@code generateSelector} in {@code pkg/registry/batch/job/strategy.go}.
 */
public final class JobSelector {
    /** Label with the uid of the Job. */
    public static final String CONTROLLER_UID = "batch.kubernetes.io/controller-uid";
    /** Label with the name of the Job. */
    public static final String JOB_NAME = "batch.kubernetes.io/job-name";

    static final String OLD_CONTROLLER_UID = "controller-uid";
    static final String OLD_JOB_NAME = "job-name";

    private JobSelector() {}

    /** The job with a selector of its own, and labels that were given left alone; one with {@code manualSelector} is left as it is. */
    public static Job generate(Job job) {
        if (Boolean.TRUE.equals(job.spec().manualSelector())) {
            return job;
        }
        var uid = String.valueOf(job.metadata().uid());
        var name = job.metadata().nameOrEmpty();
        var template = job.spec().template();
        var labels = new TreeMap<>(template.metadata().labels());
        labels.putIfAbsent(OLD_JOB_NAME, name);
        labels.putIfAbsent(OLD_CONTROLLER_UID, uid);
        labels.putIfAbsent(JOB_NAME, name);
        labels.putIfAbsent(CONTROLLER_UID, uid);
        var given = job.spec().selector();
        var match = new TreeMap<>(given == null ? Map.<String, String>of() : given.matchLabels());
        match.putIfAbsent(CONTROLLER_UID, uid);
        // labels that are the template's by default are the very same: they get what the template gets
        boolean shared = job.metadata().labels() == template.metadata().labels()
                || job.metadata().labels().isEmpty();
        var metadata = shared ? job.metadata().withLabels(labels) : job.metadata();
        var selector = new LabelSelector(match, given == null ? List.of() : given.matchExpressions());
        return job.withMetadata(metadata)
                .withSpec(job.spec()
                        .withSelector(selector)
                        .withTemplate(template.withMetadata(template.metadata().withLabels(labels))));
    }
}
