package io.kubelayers.examples.benchmarks.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.function.IntFunction;

/**
 * The process that asks: one thread, as many connections as told, each with one request under way. Plain HTTP/1.1 without a
 * client library, so that what is measured is the server.
 *
 * <p>Arguments: port, token, then {@code get|create SECONDS CONNECTIONS}, {@code list PATH TIMES}, {@code watch WATCHERS
 * PATH}.
 */
final class Load {
    private final int port;
    private final String token;

    private Load(int port, String token) {
        this.port = port;
        this.token = token;
    }

    public static void main(String[] arguments) throws IOException {
        var load = new Load(Integer.parseInt(arguments[0]), arguments[1]);
        switch (arguments[2]) {
            case "get" -> load.requests("get", arguments, load::get);
            case "create" -> load.requests("create", arguments, load::create);
            case "list" -> load.lists(arguments[3], Integer.parseInt(arguments[4]));
            case "watch" -> load.watches(Integer.parseInt(arguments[3]), arguments[4]);
            default -> throw new IllegalArgumentException("unknown load " + arguments[2]);
        }
    }

    private byte[] get(int number) {
        return request("GET", "/api/v1/namespaces/default/pods/pod-" + number % 1000, "");
    }

    private byte[] create(int number) {
        var body = "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"made-" + number
                + "\",\"labels\":{\"app\":\"web\"}},\"spec\":{\"containers\":[{\"name\":\"web\","
                + "\"image\":\"registry.example.com/web:1.2.3\",\"resources\":{\"requests\":{\"cpu\":\"100m\","
                + "\"memory\":\"256Mi\"}}}]}}";
        return request("POST", "/api/v1/namespaces/default/pods", body);
    }

    private byte[] request(String method, String path, String body) {
        return (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
                        + "User-Agent: load/1\r\nAuthorization: Bearer " + token + "\r\n"
                        + (body.isEmpty() ? "" : "Content-Type: application/json\r\n")
                        + (method.equals("GET") ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n" + body)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Rounds of some seconds each; the first ones warm the server up. */
    private void requests(String what, String[] arguments, IntFunction<byte[]> request) throws IOException {
        int rounds = 10;
        long round = Long.parseLong(arguments[3]) * 1_000_000_000L / rounds;
        var selector = Selector.open();
        var lanes = new ArrayList<Lane>();
        for (int i = 0; i < Integer.parseInt(arguments[4]); i++) {
            lanes.add(Lane.open(port, selector));
        }
        int sent = 0;
        for (var lane : lanes) {
            lane.send(request.apply(sent++));
        }
        for (int i = 0; i < rounds; i++) {
            var latencies = new Latencies();
            long cpu = serverCpu();
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < round) {
                selector.select(100);
                for (var key : selector.selectedKeys()) {
                    var lane = (Lane) key.attachment();
                    if (lane.read()) {
                        latencies.add(System.nanoTime() - lane.begun());
                        lane.send(request.apply(sent++));
                    }
                }
                selector.selectedKeys().clear();
            }
            say(
                    "HTTP %s, round %d: %,.0f/s, p50 %.2f ms, p99 %.2f ms, %.0f µs of the server's CPU each",
                    what,
                    i + 1,
                    latencies.count() / ((System.nanoTime() - begun) / 1e9),
                    latencies.percentile(50),
                    latencies.percentile(99),
                    (serverCpu() - cpu) / 1e3 / latencies.count());
        }
    }

    /** What the process that started this one has used, in nanoseconds. */
    private static long serverCpu() {
        return ProcessHandle.current()
                .parent()
                .flatMap(server -> server.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElse(0L);
    }

    private void lists(String path, int times) throws IOException {
        var selector = Selector.open();
        var lane = Lane.open(port, selector);
        for (int i = 0; i < times; i++) {
            lane.send(request("GET", path, ""));
            do {
                selector.select();
                selector.selectedKeys().clear();
            } while (!lane.read());
            say(
                    "HTTP list %s, time %d: %.0f ms, %,d bytes",
                    path, i + 1, (System.nanoTime() - lane.begun()) / 1e6, lane.length());
        }
    }

    /** Watches until the connections end, and tells how late the events came that say when they were sent. */
    private void watches(int count, String path) throws IOException {
        var selector = Selector.open();
        List<EventLane> lanes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // scanning every byte of every watcher would cost more than serving them: one in twenty is read in full
            lanes.add(new EventLane(Lane.connect(port, selector), selector, i % 20 == 0));
            lanes.get(i).send(request("GET", path, ""));
        }
        while (lanes.stream().anyMatch(lane -> !lane.begun())) {
            poll(selector);
        }
        say("watching");
        var commands = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8);
        var listener = new Thread(() -> {
            commands.nextLine(); // what came so far was for warming up
            lanes.forEach(EventLane::forget);
            long begun = System.nanoTime();
            long cpu = processCpu();
            commands.nextLine();
            say("load process busy on %.2f cores", (processCpu() - cpu) / (double) (System.nanoTime() - begun));
            lanes.forEach(EventLane::stop);
            selector.wakeup();
        });
        listener.setDaemon(true);
        listener.start();
        while (!lanes.get(0).stopped()) {
            poll(selector);
        }
        var all = new Latencies();
        lanes.forEach(lane -> lane.addTo(all));
        long bytes = lanes.stream().mapToLong(EventLane::bytes).sum();
        long least = lanes.stream().mapToLong(EventLane::bytes).min().orElse(0);
        say(
                "events read %,d, p50 %.1f ms, p99 %.1f ms, most %.1f ms; %,d bytes in all, at least %,d a watcher",
                all.count(), all.percentile(50), all.percentile(99), all.percentile(100), bytes, least);
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void poll(Selector selector) throws IOException {
        selector.select(100);
        selector.selectedKeys().forEach(key -> {
            try {
                ((EventLane) key.attachment()).read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        selector.selectedKeys().clear();
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
