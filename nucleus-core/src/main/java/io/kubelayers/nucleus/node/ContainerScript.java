package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.program.KnownCommand;
import io.kubelayers.nucleus.program.LogTurn;
import io.kubelayers.nucleus.program.PortService;
import io.kubelayers.nucleus.program.Program;
import io.kubelayers.nucleus.program.ServedPort;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of a simulated container. {@link #standard()} is one whose image is there, that starts at once and passes all
 * probes; it runs for ever where restarts are the rule, and otherwise does its work in a second (init containers: at once)
 * and exits with 0.
 *
 * <pre>{@code
 * ContainerScript.standard().pulls(Duration.ofSeconds(20)).crashes(3);
 * ContainerScript.standard().runs(Duration.ofMinutes(2)).exits(1);
 * ContainerScript.standard().probe(ProbeKind.READINESS, Duration.ZERO, false)
 *                           .probe(ProbeKind.READINESS, Duration.ofSeconds(30), true);
 * }</pre>
 *
 * @param imagePull how long the first pull of the image takes on a node, null if the image is there from the start
 * @param failedPulls how many pulls fail before one succeeds
 * @param pullError what failing pulls say
 * @param startDelay from creation to the start of the process
 * @param runsFor how long a run lasts; null for the standard described above
 * @param exitCode how a run ends that lasts its time
 * @param crashes how many first runs crash
 * @param crashAfter how long a crashing run lasts
 * @param crashCode how a crashing run ends
 * @param stopsIn how long the process takes to end after the stop signal
 * @param probes how probes turn out, in the order of time
 * @param hooks how hooks turn out; of others their commands and sleeps decide
 * @param uses resources in use, in the order of time; memory beyond the limit kills the container
 * @param logs what each run writes
 * @param commands commands that can be run in it, besides those of every container; the first that matches counts
 * @param ports ports on which it listens
 */
@RecordBuilder
public record ContainerScript(
        @Nullable Duration imagePull,
        int failedPulls,
        String pullError,
        Duration startDelay,
        @Nullable Duration runsFor,
        int exitCode,
        int crashes,
        Duration crashAfter,
        int crashCode,
        Duration stopsIn,
        List<ProbeTurn> probes,
        List<HookTurn> hooks,
        List<Use> uses,
        List<LogTurn> logs,
        List<KnownCommand> commands,
        List<ServedPort> ports)
        implements ContainerScriptBuilder.With {
    /** The longest a run lasts that has no end: some 300 years. */
    private static final Duration FOR_EVER = Duration.ofDays(110_000);

    private static final ContainerScript STANDARD = new ContainerScript(
            null,
            0,
            "",
            Duration.ZERO,
            null,
            0,
            0,
            Duration.ZERO,
            1,
            Duration.ZERO,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    public ContainerScript {
        probes = List.copyOf(probes);
        hooks = List.copyOf(hooks);
        uses = List.copyOf(uses);
        logs = List.copyOf(logs);
        commands = List.copyOf(commands);
        ports = List.copyOf(ports);
    }

    /**
     * From some time on a probe succeeds, or fails.
     *
     * @param kind which probe
     * @param from time since the start of the process
     * @param success how it turns out
     */
    public record ProbeTurn(ProbeKind kind, Duration from, boolean success) {}

    /**
     * A hook takes some time and succeeds, or fails.
     *
     * @param kind which hook
     * @param lasts how long it takes
     * @param success how it turns out
     */
    public record HookTurn(HookKind kind, Duration lasts, boolean success) {}

    /**
     * From some time on so much of a resource is in use.
     *
     * @param resource such as cpu or memory
     * @param from time since the start of the process
     * @param amount how much
     */
    public record Use(String resource, Duration from, Quantity amount) {}

    public static ContainerScript standard() {
        return STANDARD;
    }

    /** The image is not on the nodes: on each it has to be pulled first, which takes so long. */
    public ContainerScript pulls(Duration duration) {
        return withImagePull(duration);
    }

    /**
     * So many pulls fail before one succeeds.
     *
     * @param message what the runtime says; "" is that there is no such image. Upstream knows two causes by the first word:
     *     {@code RegistryUnavailable} and {@code SignatureValidationFailed}
     */
    public ContainerScript failsToPull(int times, String message) {
        return withFailedPulls(times).withPullError(message);
    }

    /** No pull ever succeeds. */
    public ContainerScript neverPulls(String message) {
        return failsToPull(Integer.MAX_VALUE, message);
    }

    public ContainerScript startsAfter(Duration delay) {
        return withStartDelay(delay);
    }

    /** Every run lasts so long. */
    public ContainerScript runs(Duration duration) {
        return withRunsFor(duration);
    }

    /** Runs have no end, whatever the restart policy. */
    public ContainerScript runsForever() {
        return withRunsFor(FOR_EVER);
    }

    /** A run that lasts its time ends with this code. */
    public ContainerScript exits(int code) {
        return withExitCode(code);
    }

    /** The first runs crash at once, with code 1. */
    public ContainerScript crashes(int times) {
        return withCrashes(times);
    }

    /** The first runs crash after some time, with that code. */
    public ContainerScript crashes(int times, Duration after, int code) {
        return withCrashes(times).withCrashAfter(after).withCrashCode(code);
    }

    /** Takes so long to end when asked to stop. */
    public ContainerScript stopsIn(Duration duration) {
        return withStopsIn(duration);
    }

    /** From some time after its start on, probes of a kind succeed or fail. Before the first such time they succeed. */
    public ContainerScript probe(ProbeKind kind, Duration from, boolean success) {
        var more = new ArrayList<>(probes);
        more.add(new ProbeTurn(kind, from, success));
        return withProbes(more);
    }

    /** A hook of the container takes so long and succeeds, or fails; the last word about a hook counts. */
    public ContainerScript hook(HookKind kind, Duration lasts, boolean success) {
        var more = new ArrayList<>(hooks);
        more.removeIf(turn -> turn.kind() == kind);
        more.add(new HookTurn(kind, lasts, success));
        return withHooks(more);
    }

    /** From some time after its start on, so much of a resource is in use. */
    public ContainerScript uses(String resource, Duration from, String amount) {
        var more = new ArrayList<>(uses);
        more.add(new Use(resource, from, Quantity.parse(amount)));
        return withUses(more);
    }

    /** Each run writes these lines at its start. */
    public ContainerScript logs(String... lines) {
        return logs(Duration.ZERO, lines);
    }

    /** Each run writes these lines, some time after its start. */
    public ContainerScript logs(Duration from, String... lines) {
        var more = new ArrayList<>(logs);
        for (var line : lines) {
            more.add(new LogTurn(from, null, false, line + "\n"));
        }
        return withLogs(more);
    }

    /** Each run writes this line to standard error, some time after its start. */
    public ContainerScript logsError(Duration from, String line) {
        var more = new ArrayList<>(logs);
        more.add(new LogTurn(from, null, true, line + "\n"));
        return withLogs(more);
    }

    /** Each run writes this line at its start and then again and again; {@code {n}} becomes the number of the repetition. */
    public ContainerScript logsEvery(Duration every, String line) {
        var more = new ArrayList<>(logs);
        more.add(new LogTurn(Duration.ZERO, every, false, line + "\n"));
        return withLogs(more);
    }

    /** Such a command can be run in the container; {@code *} in it stands for any characters. */
    public ContainerScript knows(String pattern, Program program) {
        var more = new ArrayList<>(commands);
        more.add(new KnownCommand(pattern, program));
        return withCommands(more);
    }

    /** The container listens on a port. */
    public ContainerScript serves(int port, PortService service) {
        var more = new ArrayList<>(ports);
        more.add(new ServedPort(port, service));
        return withPorts(more);
    }

    /** What is in use some time after the start; zero where the script says nothing. */
    public Quantity use(String resource, Duration sinceStart) {
        var amount = Quantity.ZERO;
        for (var use : uses) {
            if (use.resource().equals(resource) && use.from().compareTo(sinceStart) <= 0) {
                amount = use.amount();
            }
        }
        return amount;
    }
}
