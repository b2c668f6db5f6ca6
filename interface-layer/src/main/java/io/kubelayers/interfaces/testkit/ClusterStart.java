package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.ClusterBuilder;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.control.DeterministicDriver.Order;
import io.kubelayers.nucleus.runtime.VirtualClock;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Starts the cluster that a test describes.
 *
 * @param context the test
 * @param description what its cluster is made of
 */
record ClusterStart(ExtensionContext context, KubelayersTest description) {
    private static final String SEED_PARAMETER = "kubelayers.seed";

    static Running of(ExtensionContext context) {
        return new ClusterStart(context, description(context)).run();
    }

    /** The nearest description: of the method, the class, or a class around it. */
    private static KubelayersTest description(ExtensionContext context) {
        var onMethod = AnnotationSupport.findAnnotation(context.getTestMethod(), KubelayersTest.class);
        if (onMethod.isPresent()) {
            return onMethod.get();
        }
        for (var type : fromInside(context.getRequiredTestClass())) {
            var onClass = AnnotationSupport.findAnnotation(type, KubelayersTest.class);
            if (onClass.isPresent()) {
                return onClass.get();
            }
        }
        throw new ExtensionConfigurationException(
                "no @KubelayersTest on " + context.getDisplayName() + " or its class");
    }

    private static List<Class<?>> fromInside(Class<?> test) {
        var classes = new ArrayList<Class<?>>();
        for (Class<?> type = test; type != null; type = type.getEnclosingClass()) {
            classes.add(type);
        }
        return classes;
    }

    private Running run() {
        long seed =
                context.getConfigurationParameter(SEED_PARAMETER, Long::valueOf).orElse(description.seed());
        var builder = Cluster.builder()
                .layers(StandardLayers.all())
                .clock(VirtualClock.at(description.start()))
                .order(description.shuffled() ? Order.SHUFFLED : Order.FAIR)
                .seed(seed);
        for (int i = 0; i < description.nodes(); i++) {
            int number = i;
            builder.node("node-" + (i + 1), node -> describe(node, number));
        }
        customize(builder);
        var cluster = builder.start();
        for (var manifest : description.manifests()) {
            cluster.apply(TestManifests.read(cluster, context.getRequiredTestClass(), manifest));
        }
        return new Running(cluster.settle(), seed, description.start());
    }

    private NodeTemplate describe(NodeTemplate node, int number) {
        node.cpu(description.cpu()).memory(description.memory());
        var zones = description.zones();
        return zones.length == 0 ? node : node.zone(zones[number % zones.length]);
    }

    /** Customizers first, then the set-up methods of the classes from the outermost inwards. */
    private void customize(ClusterBuilder builder) {
        for (var customizer : description.customizers()) {
            ReflectionSupport.newInstance(customizer).customize(builder);
        }
        var classes = fromInside(context.getRequiredTestClass());
        for (int i = classes.size() - 1; i >= 0; i--) {
            for (var setup : AnnotationSupport.findAnnotatedMethods(
                    classes.get(i), ClusterSetup.class, HierarchyTraversalMode.TOP_DOWN)) {
                ReflectionSupport.invokeMethod(checked(setup), null, builder);
            }
        }
    }

    static Method checked(Method setup) {
        var parameters = setup.getParameterTypes();
        if (!Modifier.isStatic(setup.getModifiers())
                || parameters.length != 1
                || parameters[0] != ClusterBuilder.class) {
            throw new ExtensionConfigurationException(
                    "@ClusterSetup " + setup.getDeclaringClass().getSimpleName() + "." + setup.getName()
                            + " must be static and take a ClusterBuilder, nothing else");
        }
        return setup;
    }
}
