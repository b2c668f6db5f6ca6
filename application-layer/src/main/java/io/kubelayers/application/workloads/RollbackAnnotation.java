package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.validation.GoText;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * The revision that a Deployment is to go back to. It was a field of the spec once, and upstream's storage still holds it as
 * one: reading moves the annotation there and writing moves it back ({@code pkg/apis/apps/v1/conversion.go}).
 */
final class RollbackAnnotation {
    private static final String NAME = "deprecated.deployment.rollback.to";

    private RollbackAnnotation() {}

    /** Why the annotation cannot be read; null if it can, or is not there. */
    static @Nullable String problem(Deployment deployment) {
        var text = text(deployment);
        var problem = text.isEmpty() ? null : GoText.integerProblem(text);
        return problem == null ? null : "failed to parse annotation[" + NAME + "]=" + text + " as int64: " + problem;
    }

    /** The revision; null if none is asked for. */
    static @Nullable Long revision(Deployment deployment) {
        var text = text(deployment);
        return GoText.integerProblem(text) == null ? Long.valueOf(text) : null;
    }

    /** The deployment with the revision as plain digits, or without the annotation if that is empty. */
    static Deployment asRead(Deployment deployment) {
        return with(deployment, revision(deployment));
    }

    /** The deployment with the revision that another one has. */
    static Deployment kept(Deployment deployment, Deployment other) {
        return with(deployment, revision(other));
    }

    private static String text(Deployment deployment) {
        return deployment.metadata().annotations().getOrDefault(NAME, "");
    }

    private static Deployment with(Deployment deployment, @Nullable Long revision) {
        var before = deployment.metadata().annotations();
        var text = revision == null ? null : revision.toString();
        if (text == null ? !before.containsKey(NAME) : text.equals(before.get(NAME))) {
            return deployment;
        }
        var after = new HashMap<>(before);
        if (text == null) {
            after.remove(NAME);
        } else {
            after.put(NAME, text);
        }
        return deployment.withMetadata(deployment.metadata().withAnnotations(after));
    }
}
