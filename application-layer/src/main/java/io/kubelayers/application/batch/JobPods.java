package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.TemplatePod;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.EnvVar;
import io.kubelayers.nucleus.core.EnvVarBuilder;
import io.kubelayers.nucleus.core.EnvVarSourceBuilder;
import io.kubelayers.nucleus.core.ObjectFieldSelector;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The pods of a Job: their finalizer, which holds them until they are counted, and the index of an Indexed Job's pods.
 *
 * <p>Upstream source: {@code pkg/controller/job/indexed_job_utils.go} and {@code tracking_utils.go}.
 */
public final class JobPods {
    /** Finalizer of pods that are not yet counted. */
    public static final String FINALIZER = "batch.kubernetes.io/job-tracking";
    /** Annotation and label with a pod's index. */
    public static final String INDEX = "batch.kubernetes.io/job-completion-index";

    private static final String INDEX_VARIABLE = "JOB_COMPLETION_INDEX";
    /** A host name of 63 characters, less those that the server adds. */
    private static final int LONGEST_PREFIX = 58;

    private static final int NO_INDEX = -1;

    private JobPods() {}

    /** A pod of a Job that is not Indexed. */
    public static Pod of(Job job) {
        var pod = TemplatePod.of(
                job.spec().template(), job.metadata(), ControllerRef.to("batch/v1", "Job", job.metadata()));
        return pod.withMetadata(tracked(pod.metadata()));
    }

    /** The pod of an index: it has the index in its name, host name, labels, annotations and environment. */
    public static Pod of(Job job, int index) {
        var text = String.valueOf(index);
        var template = job.spec().template();
        var labels = new TreeMap<>(template.metadata().labels());
        labels.put(INDEX, text);
        var annotations = new TreeMap<>(template.metadata().annotations());
        annotations.put(INDEX, text);
        var name = job.metadata().nameOrEmpty() + "-" + index;
        var spec = template.spec()
                .withHostname(name)
                .withContainers(withIndex(template.spec().containers()))
                .withInitContainers(withIndex(template.spec().initContainers()));
        var indexed = new PodTemplateSpec(template.metadata().withLabels(labels).withAnnotations(annotations), spec);
        var pod = TemplatePod.of(indexed, job.metadata(), ControllerRef.to("batch/v1", "Job", job.metadata()));
        return pod.withMetadata(tracked(
                pod.metadata().withGenerateName(namePrefix(job.metadata().nameOrEmpty(), index))));
    }

    /** A long name of the job is cut, so that the index stays whole. */
    private static String namePrefix(String name, int index) {
        var end = "-" + index + "-";
        return name.length() + end.length() > LONGEST_PREFIX
                ? (name + end).substring(0, LONGEST_PREFIX - end.length()) + end
                : name + end;
    }

    private static List<Container> withIndex(List<Container> containers) {
        var copies = new ArrayList<Container>();
        for (var container : containers) {
            boolean given = container.env().stream()
                    .anyMatch(variable -> variable.name().equals(INDEX_VARIABLE));
            copies.add(given ? container : container.withEnv(plusIndex(container.env())));
        }
        return copies;
    }

    private static List<EnvVar> plusIndex(List<EnvVar> env) {
        var variables = new ArrayList<>(env);
        variables.add(EnvVarBuilder.builder()
                .name(INDEX_VARIABLE)
                .valueFrom(EnvVarSourceBuilder.builder()
                        .fieldRef(new ObjectFieldSelector(null, "metadata.labels['" + INDEX + "']"))
                        .build())
                .build());
        return variables;
    }

    private static ObjectMeta tracked(ObjectMeta metadata) {
        var finalizers = new ArrayList<>(metadata.finalizers());
        finalizers.add(FINALIZER);
        return metadata.withFinalizers(finalizers);
    }

    /** The pod without the finalizer of its Job. */
    public static Pod released(Pod pod) {
        var finalizers = new ArrayList<>(pod.metadata().finalizers());
        finalizers.remove(FINALIZER);
        return pod.withMetadata(pod.metadata().withFinalizers(finalizers));
    }

    /** Whether a pod is still to be counted. */
    static boolean isTracked(Pod pod) {
        return pod.metadata().finalizers().contains(FINALIZER);
    }

    /** Whether a pod that is being deleted is replaced once it has ended, and not before. */
    static boolean onlyFailedAreReplaced(Job job) {
        return JobSpec.PodReplacementPolicy.FAILED.equals(job.spec().podReplacementPolicy());
    }

    /** The index of a pod; -1 if it has none. */
    static int index(Pod pod) {
        var text = pod.metadata().annotations().get(INDEX);
        try {
            return text == null ? NO_INDEX : Math.max(NO_INDEX, Integer.parseInt(text));
        } catch (NumberFormatException malformed) {
            return NO_INDEX;
        }
    }
}
