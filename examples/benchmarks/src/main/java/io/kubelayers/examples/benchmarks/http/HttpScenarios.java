package io.kubelayers.examples.benchmarks.http;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.authentication.AuthenticationLayer;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The API over HTTP, all layers: {@code java -cp benchmarks.jar io.kubelayers.examples.benchmarks.http.HttpScenarios
 * [boot|get|create|list|watch|idle]}. Whoever asks is another process on the same cores; plain HTTP over loopback.
 */
public final class HttpScenarios {
    private static final int SECONDS = 60;
    private static final int CONNECTIONS = 16;
    private static final int WATCHERS = 1000;
    private static final int EVENTS_A_SECOND = 1000;
    private static final int WARM_UP_SECONDS = 5;
    private static final int COUNTED_SECONDS = 10;
    private static final int IDLE = 10_000;

    private final PrintStream out;

    private HttpScenarios(PrintStream out) {
        this.out = out;
    }

    /** Runs the named scenarios, or all. */
    public static void main(String[] names) throws Exception {
        var scenarios = new HttpScenarios(System.out);
        for (var name : names.length == 0 ? new String[] {"boot", "get", "create", "list", "watch", "idle"} : names) {
            switch (name) {
                case "boot" -> scenarios.boot();
                case "get" -> scenarios.requests("get");
                case "create" -> scenarios.requests("create");
                case "list" -> scenarios.list();
                case "watch" -> scenarios.watch();
                case "idle" -> scenarios.idle();
                default -> throw new IllegalArgumentException("no scenario is named " + name);
            }
        }
    }

    /** From nothing to the first answer: the first server of this JVM, since its start; then the best of ten more. */
    private void boot() throws IOException {
        bootOnce();
        long sinceStart = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        say("boot to first HTTP answer, from the start of a cold JVM: %d ms", sinceStart);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            best = Math.min(best, bootOnce());
        }
        say("boot to first HTTP answer, warm: %.0f ms", best);
    }

    private static double bootOnce() throws IOException {
        long begun = System.nanoTime();
        try (var cluster = cluster();
                var http = serve(cluster);
                var socket = new Socket("127.0.0.1", http.port())) {
            var request = "GET /api/v1/namespaces/default HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + http.adminToken() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var answer = new byte[12];
            socket.getInputStream().readNBytes(answer, 0, answer.length);
            if (!new String(answer, StandardCharsets.UTF_8).equals("HTTP/1.1 200")) {
                throw new IllegalStateException(new String(answer, StandardCharsets.UTF_8));
            }
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    private static Cluster cluster() {
        return Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard(), AuthenticationLayer.standard())
                .start();
    }

    private static ApiServerHttp serve(Cluster cluster) {
        return ApiServerHttp.serve(cluster.server(), ServeOptions.loopback().withTls(false));
    }

    private void requests(String what) throws IOException, InterruptedException {
        try (var cluster = cluster();
                var http = serve(cluster)) {
            Pods.create(cluster.client(), 1000);
            var load = load(http, what, SECONDS, CONNECTIONS);
            echo(load);
        }
    }

    private void list() throws IOException, InterruptedException {
        try (var cluster = cluster();
                var http = serve(cluster)) {
            Pods.create(cluster.client(), 10_000);
            echo(load(http, "list", "/api/v1/namespaces/default/pods", 12));
            echo(load(http, "list", "/api/v1/pods?labelSelector=app%3Dweb&limit=500", 4));
        }
    }

    /** One object changes a thousand times a second, a thousand clients watch it. */
    private void watch() throws IOException, InterruptedException {
        try (var cluster = cluster();
                var http = serve(cluster)) {
            var client = cluster.client();
            client.create(ConfigMapBuilder.builder()
                    .metadata(ObjectMetaBuilder.builder()
                            .name("changing")
                            .namespace("default")
                            .build())
                    .data(Map.of("sent", "0", "text", "what happens here is told to a thousand watchers at once"))
                    .build());
            for (int watchers : new int[] {100, WATCHERS}) {
                watch(http, client, watchers);
            }
        }
    }

    private void watch(ApiServerHttp http, Client client, int watchers) throws IOException, InterruptedException {
        // from now on: what happened before would come first, and late
        var path = "/api/v1/namespaces/default/configmaps?watch=1&resourceVersion="
                + client.on(ConfigMap.class)
                        .get("default", "changing")
                        .metadata()
                        .resourceVersion();
        var load = load(http, "watch", watchers, path);
        var text = load.inputReader(StandardCharsets.UTF_8);
        while (!"watching".equals(text.readLine())) {
            if (!load.isAlive()) {
                throw new IllegalStateException("the load process ended");
            }
        }
        try (var commands = load.outputWriter(StandardCharsets.UTF_8)) {
            change(client, WARM_UP_SECONDS * EVENTS_A_SECOND);
            commands.write("count\n");
            commands.flush();
            long cpu = processCpu();
            long begun = System.nanoTime();
            change(client, COUNTED_SECONDS * EVENTS_A_SECOND);
            double took = (System.nanoTime() - begun) / 1e9;
            say(
                    "watch fan-out over HTTP: %,d watchers × %,.0f events/s, server busy on %.2f cores",
                    watchers, COUNTED_SECONDS * EVENTS_A_SECOND / took, (processCpu() - cpu) / 1e9 / took);
            Thread.sleep(1000);
            commands.write("stop\n");
        }
        text.lines().forEach(out::println);
        load.waitFor();
    }

    private static void change(Client client, int times) {
        var current = client.on(ConfigMap.class).get("default", "changing");
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            long due = begun + i * 1_000_000_000L / EVENTS_A_SECOND;
            for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                LockSupport.parkNanos(due - now);
            }
            var data = Map.of(
                    "sent",
                    Long.toString(System.nanoTime()),
                    "text",
                    String.valueOf(current.data().get("text")));
            current = client.update(current.withData(data));
        }
    }

    private void idle() throws IOException, InterruptedException {
        try (var cluster = cluster();
                var http = serve(cluster)) {
            long heap = heap();
            long resident = resident();
            var load = load(http, "watch", IDLE, "/api/v1/namespaces/default/pods?watch=1");
            var text = load.inputReader(StandardCharsets.UTF_8);
            while (load.isAlive() && !"watching".equals(text.readLine())) {}
            say(
                    "%,d idle watches: %,d MB of heap, %,d MB resident more than without, %d threads",
                    IDLE,
                    (heap() - heap) >> 20,
                    (resident() - resident) >> 20,
                    ManagementFactory.getThreadMXBean().getThreadCount());
            load.destroy();
            load.waitFor();
        }
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Resident memory of this process, where the system tells (Linux). */
    private static long resident() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        for (var line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        return 0;
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static Process load(ApiServerHttp http, Object... arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:+UseSerialGC",
                Load.class.getName(),
                Integer.toString(http.port()),
                http.adminToken()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void echo(Process load) throws IOException, InterruptedException {
        try (var text = new BufferedReader(new InputStreamReader(load.getInputStream(), StandardCharsets.UTF_8))) {
            text.lines().forEach(out::println);
        }
        load.waitFor();
    }

    private void say(String text, Object... values) {
        out.println(String.format(Locale.ROOT, text, values));
    }
}
