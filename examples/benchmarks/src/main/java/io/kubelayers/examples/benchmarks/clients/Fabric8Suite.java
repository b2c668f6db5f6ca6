package io.kubelayers.examples.benchmarks.clients;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.testkit.fabric8.Fabric8Clients;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.cluster.Cluster;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * A suite of small tests, from the start of the JVM: {@code java -cp benchmarks.jar
 * io.kubelayers.examples.benchmarks.clients.Fabric8Suite mock|here TESTS}. Each test has a server and a client of its own,
 * as the extensions for JUnit of both projects make them, and makes, gets and deletes twenty pods, and edits and lists some.
 */
public final class Fabric8Suite {
    private static final int PODS = 20;

    private Fabric8Suite() {}

    /** Runs tests on the mock or on ours, and tells how long it took until the first, the tenth, the hundredth ended. */
    public static void main(String[] arguments) {
        var where = arguments[0];
        int tests = Integer.parseInt(arguments[1]);
        Runnable test =
                switch (where) {
                    case "mock" -> Fabric8Suite::onMock;
                    case "here" -> onOurs();
                    default -> throw new IllegalArgumentException("mock or here, not " + where);
                };
        int told = 1;
        for (int done = 1; done <= tests; done++) {
            test.run();
            if (done == told || done == tests) {
                tell(where, done, System.out);
                told *= 10;
            }
        }
    }

    private static void tell(String where, int tests, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%s: %,d tests in %,d ms, %,d ms of CPU%n",
                where,
                tests,
                ManagementFactory.getRuntimeMXBean().getUptime(),
                Cost.now(new ServerTime()).cpu() / 1_000_000);
    }

    private static void onMock() {
        try (var mock = new Mock();
                var client = mock.client()) {
            new Round(client, new ServerTime(), PODS);
        }
    }

    private static Runnable onOurs() {
        var ofClass = new KubernetesSerialization();
        return () -> {
            try (var cluster = Cluster.builder()
                            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                            .start();
                    var client = Fabric8Clients.builder(cluster.settle(), Users.admin())
                            .withKubernetesSerialization(ofClass)
                            .build()) {
                new Round(client, new ServerTime(), PODS);
            }
        };
    }
}
