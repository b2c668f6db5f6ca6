package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Invocation;
import java.time.Duration;
import java.util.List;

/** {@code ping} of the pod itself, as BusyBox does it; nobody else is there to be asked. */
final class PingCommand {
    private static final String TIME = "0.050";

    private final Invocation run;
    private final String host;
    private final String address;
    private final Duration interval;
    private final int count;
    private final boolean quiet;
    private int sent;

    private PingCommand(Invocation run, Options options) {
        this.run = run;
        this.host = options.operands().get(0);
        this.address = address(run, host);
        this.interval = Toolbox.seconds(options.value('i', "1"));
        this.count = options.number('c', Integer.MAX_VALUE);
        this.quiet = options.has('q');
    }

    static void start(Invocation run) {
        Contents.guarded(run, () -> {
            var options = Options.of(run, "c:i:W:w:s:q4");
            if (options.has('w') || options.has('s')) {
                throw new NotSimulatedException("an end by time, or another size");
            }
            if (options.operands().size() != 1) {
                run.printError("ping: one host is needed\n");
                run.exit(1);
                return;
            }
            var ping = new PingCommand(run, options);
            run.print("PING " + ping.host + " (" + ping.address + "): 56 data bytes\n");
            ping.next();
        });
    }

    private static String address(Invocation run, String host) {
        var pod = run.pod();
        var own = pod.status().podIP();
        if (host.equals("localhost")) {
            return "127.0.0.1";
        }
        if (own != null && (host.equals(own) || host.equals(pod.metadata().nameOrEmpty()))) {
            return own;
        }
        if (host.matches("127(\\.[0-9]{1,3}){3}")) {
            return host;
        }
        throw new NotSimulatedException("another host than the pod itself");
    }

    private void next() {
        if (!quiet) {
            run.print("64 bytes from " + address + ": seq=" + sent + " ttl=64 time=" + TIME + " ms\n");
        }
        sent++;
        if (sent < count) {
            run.after(interval, this::next);
            return;
        }
        var times = String.join("/", List.of(TIME, TIME, TIME));
        run.print("\n--- " + host + " ping statistics ---\n" + sent + " packets transmitted, " + sent
                + " packets received, 0% packet loss\nround-trip min/avg/max = " + times + " ms\n");
        run.exit(0);
    }
}
