package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.cluster.Cluster;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * The JUnit extension behind {@link KubelayersTest}: makes a cluster when a test first asks for one, closes it after the
 * test, and adds to a failure how to replay it.
 */
public final class KubelayersExtension implements ParameterResolver, AfterEachCallback, TestExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(KubelayersExtension.class);

    /** JUnit makes it. */
    public KubelayersExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("a cluster lives as long as one test: take it as a parameter of the"
                    + " test or of a @BeforeEach method, not of " + parameter.getDeclaringExecutable());
        }
        return store(context)
                .getOrComputeIfAbsent(Running.class, key -> ClusterStart.of(context), Running.class)
                .cluster();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        var running = running(context);
        if (running.isEmpty()) {
            throw failure;
        }
        throw running.get().explain(failure);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        running(context).ifPresent(running -> running.cluster().close());
    }

    private static Optional<Running> running(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(Running.class, Running.class));
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
