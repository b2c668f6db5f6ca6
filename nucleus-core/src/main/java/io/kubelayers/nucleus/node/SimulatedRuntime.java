package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.control.Memory;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.program.Program;
import io.kubelayers.nucleus.program.ProgramLog;
import io.kubelayers.nucleus.program.RunTimes;
import io.kubelayers.nucleus.program.ScriptedLog;
import io.kubelayers.nucleus.program.Surroundings;
import io.kubelayers.nucleus.streaming.ContainerLog;
import io.kubelayers.nucleus.streaming.ContainerStreams;
import io.kubelayers.nucleus.toolbox.Rehearsal;
import io.kubelayers.nucleus.toolbox.Toolbox;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Containers that live by scripts on the cluster's clock. All it knows is in the agent's memory, so that a fork of the
 * cluster goes on with the same containers.
 */
public final class SimulatedRuntime implements ContainerRuntime {
    private final Memory memory;
    private final CurrentScripts scripts;
    private final InstantSource clock;
    private final ContainerSurroundings surroundings;
    private final SimulatedFiles files;
    private final SimulatedImages images;
    private final SimulatedPorts ports;

    /**
     * A runtime.
     *
     * @param memory where it keeps what it knows
     * @param scripts how containers live
     * @param clock the cluster's clock, for streams that outlast a call
     * @param surroundings variables and volumes of containers
     */
    public SimulatedRuntime(
            Memory memory, ContainerScripts scripts, InstantSource clock, ContainerSurroundings surroundings) {
        this(memory, scripts, clock, surroundings, request -> {});
    }

    /** @param changed is asked to look at pods in which somebody has changed something that probes may see */
    SimulatedRuntime(
            Memory memory,
            ContainerScripts scripts,
            InstantSource clock,
            ContainerSurroundings surroundings,
            Consumer<Request> changed) {
        this.memory = memory;
        this.scripts = new CurrentScripts(scripts, surroundings);
        this.clock = clock;
        this.surroundings = surroundings;
        this.files = new SimulatedFiles(memory, surroundings, clock, pod -> {
            if (PodProbes.isProbed(pod)) {
                changed.accept(Request.of(pod));
            }
        });
        this.images = new SimulatedImages(memory);
        this.ports = new SimulatedPorts(this, this.scripts);
    }

    @Override
    public ContainerStreams streams() {
        return new SimulatedStreams(this, ports, clock);
    }

    /** What a program finds that runs in a container now. */
    Surroundings surroundings(Pod pod, Container container) {
        var run = known(pod).containers().get(container.name());
        return run == null
                ? Surroundings.bare(pod, container)
                : new Surroundings(
                        pod,
                        container,
                        surroundings.environment(pod, container),
                        files.of(pod, container, run.id(), run.startsAt()));
    }

    /** The program of a command in a container; empty if it is not simulated. */
    Optional<Program> program(Pod pod, Container container, List<String> command) {
        return Toolbox.with(scripts.of(pod, container).commands()).find(command);
    }

    /** What whoever attaches to a container talks to. */
    List<String> mainCommand(Pod pod, Container container) {
        return MainProcess.of(container)
                .with(surroundings.environment(pod, container))
                .command();
    }

    /** What a run writes: what the script says, or else what its main process does. */
    ContainerLog log(Pod pod, Container container, String run, Supplier<RunTimes> times) {
        var scripted = scripts.of(pod, container).logs();
        var start = times.get().start();
        var command = mainCommand(pod, container);
        boolean tried = scripted.isEmpty()
                && rehearsal(
                                pod,
                                container,
                                () -> scratch(pod, container, run, start),
                                start,
                                Rehearsal.FIRST_TURNS,
                                moment -> {})
                        .isPresent();
        var program = Rehearsal.program(scripts.of(pod, container).commands(), command);
        return tried && program.isPresent()
                ? new ProgramLog(
                        program.get(),
                        () -> scratch(pod, container, run, start),
                        command,
                        !MainProcess.of(container).interactive(),
                        times,
                        clock)
                : new ScriptedLog(scripted, times, clock);
    }

    /** What the main process does, if all of it is simulated, and no script says how it lives. */
    private Optional<Rehearsal> rehearsal(
            Pod pod,
            Container container,
            Supplier<Surroundings> where,
            Instant start,
            int turns,
            Consumer<Instant> moments) {
        return scripts.of(pod, container).runsFor() != null
                        || scripts.of(pod, container).crashes() > 0
                        || !MainProcess.of(container).isKnown()
                ? Optional.empty()
                : Rehearsal.of(
                        scripts.of(pod, container).commands(),
                        where.get(),
                        mainCommand(pod, container),
                        !MainProcess.of(container).interactive(),
                        start,
                        turns,
                        moments);
    }

    /** Whether it is what its main process does that says how a container lives, and neither a script nor a person. */
    boolean livesByItsCommand(Pod pod, Container container) {
        var main = MainProcess.of(container);
        var script = scripts.of(pod, container);
        return main.isKnown() && !main.interactive() && script.runsFor() == null && script.crashes() == 0;
    }

    /** What a program finds that tries in a container what its main process does, and changes nothing. */
    Surroundings scratch(Pod pod, Container container, String run, Instant start) {
        return new Surroundings(
                pod,
                container,
                surroundings.environment(pod, container),
                files.of(pod, container, run, start).scratch());
    }

    /** The main process of a container has ended because of what was typed. */
    void exited(Pod pod, Container container, int code) {
        change(pod, state -> {
            var run = state.containers().get(container.name());
            return run == null ? state : state.with(run.exit(code, clock.instant()));
        });
        forgetWhatWouldCome(pod, container);
    }

    @Override
    public ImageState image(Pod pod, Container container, Instant now) {
        return images.state(
                pod, container, scripts.of(pod, container), known(pod).pulls().get(container.name()), now);
    }

    @Override
    public void pull(Pod pod, Container container, Instant now) {
        var pull = images.pull(
                pod, container, scripts.of(pod, container), known(pod).pulls().get(container.name()), now);
        change(pod, state -> state.with(container.name(), pull));
    }

    @Override
    public void start(Pod pod, Container container, int attempt, Instant now) {
        var script = scripts.of(pod, container);
        var id = SimulatedContainer.id(pod, container, attempt);
        var startsAt = now.plus(script.startDelay());
        var course = files.course(pod, container, id, startsAt);
        var rehearsal = livesByItsCommand(pod, container)
                ? rehearsal(
                        pod,
                        container,
                        () -> new Surroundings(
                                pod, container, surroundings.environment(pod, container), course.files()),
                        startsAt,
                        Rehearsal.MOST_TURNS,
                        course::note)
                : Optional.<Rehearsal>empty();
        if (rehearsal.isPresent()) {
            files.begin(pod, container, startsAt, course);
        }
        var main = MainProcess.of(container);
        boolean interactive = main.isKnown() && main.interactive() && script.runsFor() == null;
        var run = SimulatedContainer.start(pod, container, script, rehearsal.orElse(null), interactive, attempt, now);
        change(pod, state -> state.with(run));
    }

    @Override
    public void stop(Pod pod, Container container, StopRequest request, Instant now) {
        change(pod, state -> {
            var running = state.containers().get(container.name());
            return running == null
                    ? state
                    : state.with(running.stop(
                            request,
                            scripts.of(pod, container.withImage(running.image()))
                                    .stopsIn(),
                            now));
        });
        forgetWhatWouldCome(pod, container);
    }

    /** A run that ends before its time changes no files any more. */
    private void forgetWhatWouldCome(Pod pod, Container container) {
        var run = known(pod).containers().get(container.name());
        if (run != null && run.endsAt() != null) {
            files.end(pod, run.id(), run.endsAt());
        }
    }

    @Override
    public List<ContainerRun> runs(Pod pod, Instant now) {
        var runs = new ArrayList<ContainerRun>();
        for (var container : known(pod).containers().values()) {
            var run = container.seenAt(now);
            runs.add(run.hasExited() ? run.withMessage(lastWords(pod, container)) : run);
        }
        return runs;
    }

    private String lastWords(Pod pod, SimulatedContainer run) {
        for (var container : PodProbes.containers(pod)) {
            if (container.name().equals(run.name())) {
                return TerminationMessage.of(
                        container,
                        run.exitCode(),
                        files.of(pod, container, run.id(), run.startsAt()),
                        () -> log(pod, container, run.id(), () -> new RunTimes(run.startsAt(), run.endsAt())));
            }
        }
        return "";
    }

    @Override
    public Optional<Instant> nextChange(Pod pod, Instant now) {
        Instant next = null;
        for (var container : known(pod).containers().values()) {
            next = earlier(next, container.nextChange(now));
        }
        for (var pull : known(pod).pulls().values()) {
            next = pull.doneAt().isAfter(now) ? earlier(next, pull.doneAt()) : next;
        }
        if (PodProbes.isProbed(pod)) {
            next = earlier(next, files.nextChange(pod).orElse(null));
        }
        return Optional.ofNullable(next);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    @Override
    public long changes(Pod pod) {
        return files.changes(pod);
    }

    /** By the script; or else by who listens on the port. */
    @Override
    public ProbeAnswer probe(Pod pod, Container container, ProbeKind kind, Instant now) {
        var run = Objects.requireNonNull(known(pod).containers().get(container.name()), "container never ran");
        var probe = kind.of(container).orElseThrow();
        boolean scripted = false;
        boolean success = true;
        Instant steadyUntil = null;
        for (var turn : scripts.of(pod, container).probes()) {
            if (turn.kind() != kind) {
                continue;
            }
            scripted = true;
            var from = run.startsAt().plus(turn.from());
            if (from.isAfter(now)) {
                steadyUntil = from;
                break;
            }
            success = turn.success();
        }
        if (!scripted) {
            return probe.exec() == null
                    ? new NetworkProbe(ports).ask(pod, container, probe, now)
                    : CommandProbe.ask(
                            scripts.of(pod, container),
                            probe.exec().command(),
                            run.course().known(),
                            scratch(pod, container, run.id(), run.startsAt()),
                            Duration.ofSeconds(Math.max(1, probe.timeoutSeconds())),
                            now);
        }
        return success
                ? ProbeAnswer.success(steadyUntil)
                : NetworkProbe.failing(pod, container, probe, now, steadyUntil);
    }

    @Override
    public HookAnswer hook(Pod pod, Container container, HookKind kind, Instant now) {
        return new SimulatedHooks(this, ports).run(pod, container, scripts.of(pod, container), kind, now);
    }

    @Override
    public void remove(String podUid) {
        memory.forget(podKey(podUid));
        files.forget(podUid);
    }

    /** How much of a resource a running container uses by its script. */
    public Quantity use(Pod pod, Container container, String resource, Instant now) {
        var run = known(pod).containers().get(container.name());
        if (run == null || !run.seenAt(now).isRunning()) {
            return Quantity.ZERO;
        }
        return scripts.of(pod, container).use(resource, Duration.between(run.startsAt(), now));
    }

    SimulatedPod known(Pod pod) {
        return memory.get(podKey(String.valueOf(pod.metadata().uid())), SimulatedPod.class)
                .orElse(SimulatedPod.EMPTY);
    }

    private void change(Pod pod, UnaryOperator<SimulatedPod> change) {
        memory.change(podKey(String.valueOf(pod.metadata().uid())), SimulatedPod.class, SimulatedPod.EMPTY, change);
    }

    private static String podKey(String uid) {
        return "runtime/" + uid;
    }
}
