package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.runtime.VirtualClock;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.AssertionFailedError;

/**
 * The cluster of one test.
 *
 * @param cluster the cluster
 * @param description what it was made of
 */
record Running(Cluster cluster, KubelayersTest description) {
    static Running start(ExtensionContext context) {
        var description = description(context);
        var builder = Cluster.builder()
                .layers(StandardLayers.all())
                .clock(VirtualClock.at(description.start()))
                .seed(description.seed());
        for (int i = 0; i < description.nodes(); i++) {
            int number = i;
            builder.node("node-" + (i + 1), node -> describe(node, description, number));
        }
        for (var customizer : description.customizers()) {
            ReflectionSupport.newInstance(customizer).customize(builder);
        }
        for (var setup : AnnotationSupport.findAnnotatedMethods(
                context.getRequiredTestClass(), ClusterSetup.class, HierarchyTraversalMode.TOP_DOWN)) {
            ReflectionSupport.invokeMethod(setup, null, builder);
        }
        var cluster = builder.start();
        for (var manifest : description.manifests()) {
            cluster.apply(TestManifests.read(cluster, context.getRequiredTestClass(), manifest));
        }
        return new Running(cluster.settle(), description);
    }

    private static NodeTemplate describe(NodeTemplate node, KubelayersTest description, int number) {
        node.cpu(description.cpu()).memory(description.memory());
        var zones = description.zones();
        return zones.length == 0 ? node : node.zone(zones[number % zones.length]);
    }

    /** The nearest description: of the method, the class, or a class around it. */
    private static KubelayersTest description(ExtensionContext context) {
        var onMethod = AnnotationSupport.findAnnotation(context.getTestMethod(), KubelayersTest.class);
        if (onMethod.isPresent()) {
            return onMethod.get();
        }
        for (Class<?> type = context.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            var onClass = AnnotationSupport.findAnnotation(type, KubelayersTest.class);
            if (onClass.isPresent()) {
                return onClass.get();
            }
        }
        throw new ExtensionConfigurationException(
                "no @KubelayersTest on " + context.getDisplayName() + " or its class");
    }

    /** The failure, telling how to get the same cluster again. */
    Throwable explain(Throwable failure) {
        var replay = "Cluster: seed " + description.seed() + ", started " + description.start() + ", failed at "
                + cluster.now() + "; @KubelayersTest(seed = " + description.seed() + ") replays it";
        if (failure instanceof AssertionFailedError failed) {
            return instead(
                    failed,
                    new AssertionFailedError(
                            failed.getMessage() + "\n" + replay,
                            failed.getExpected(),
                            failed.getActual(),
                            failed.getCause()));
        }
        if (failure instanceof AssertionError) {
            return instead(failure, new AssertionError(failure.getMessage() + "\n" + replay, failure.getCause()));
        }
        failure.addSuppressed(new ReplayNote(replay));
        return failure;
    }

    /** The second failure in the place of the first: it says all that the first says. */
    private static Throwable instead(Throwable failure, Throwable told) {
        told.setStackTrace(failure.getStackTrace());
        for (var suppressed : failure.getSuppressed()) {
            told.addSuppressed(suppressed);
        }
        return told;
    }

    /** Shows in the stack trace of an exception whose type must stay what it is. */
    private static final class ReplayNote extends Exception {
        private static final long serialVersionUID = 1L;

        ReplayNote(String note) {
            super(note, null, false, false);
        }
    }
}
