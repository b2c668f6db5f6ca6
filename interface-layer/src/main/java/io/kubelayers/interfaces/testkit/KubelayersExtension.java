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
 * The JUnit extension behind {@link KubelayersTest}: makes a cluster when a test first asks for it or for a client of it,
 * closes it after the test, and adds to a failure how to replay it.
 */
public final class KubelayersExtension implements ParameterResolver, AfterEachCallback, TestExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(KubelayersExtension.class);

    /** JUnit makes it. */
    public KubelayersExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Cluster.class || ClientParameters.supports(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("a cluster lives as long as one test: take it as a parameter of the"
                    + " test or of a @BeforeEach method, not of " + parameter.getDeclaringExecutable());
        }
        var cluster = store(context)
                .getOrComputeIfAbsent(Running.class, key -> ClusterStart.of(context), Running.class)
                .cluster();
        var type = parameter.getParameter().getType();
        return type == Cluster.class ? cluster : clients(context, cluster).client(type);
    }

    private static ClientParameters clients(ExtensionContext context, Cluster cluster) {
        return store(context)
                .getOrComputeIfAbsent(
                        ClientParameters.class,
                        key -> new ClientParameters(cluster, store(ofClass(context))),
                        ClientParameters.class);
    }

    private static ExtensionContext ofClass(ExtensionContext context) {
        var around = context;
        while (around.getTestMethod().isPresent()) {
            around = around.getParent().orElseThrow();
        }
        return around;
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
    public void afterEach(ExtensionContext context) throws Exception {
        var clients = store(context).get(ClientParameters.class, ClientParameters.class);
        if (clients != null) {
            clients.close();
        }
        running(context).ifPresent(running -> running.cluster().close());
    }

    private static Optional<Running> running(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(Running.class, Running.class));
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
