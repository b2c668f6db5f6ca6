package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.runtime.SeededRandom;
import io.kubelayers.nucleus.runtime.VirtualClock;
import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs all controllers on the calling thread and a virtual clock: nothing happens but inside {@link #settle} and
 * {@link #advance}, and the same seed gives the same steps.
 *
 * <p>In order, controllers take turns and each handles its oldest request. Shuffled, the seed picks both, which finds
 * reconcilers that rely on an order.
 */
public final class DeterministicDriver implements Driver {
    /** How far a settle lets the clock run for the sake of failed requests that are tried again. */
    private static final Duration RETRY_HORIZON = Duration.ofSeconds(1);

    /** In which order requests are handled. */
    public enum Order {
        FAIR,
        SHUFFLED
    }

    /**
     * How to run.
     *
     * @param order in which order requests are handled
     * @param faults failures to inject
     * @param listener is told of every step
     * @param maxSteps most steps of one settle; beyond, the controllers are taken to fight each other
     */
    public record Options(Order order, FaultInjector faults, StepListener listener, long maxSteps) {
        public static final Options DEFAULT = new Options(Order.FAIR, FaultInjector.none(), step -> {}, 10_000_000);
    }

    private final List<RunningController> controllers;
    private final Store store;
    private final VirtualClock clock;
    private final SeededRandom random;
    private final Options options;
    private long pumpedRevision = -1;
    private long steps;
    private int turn;
    private String lastStep = "none";

    private DeterministicDriver(
            List<RunningController> controllers,
            Store store,
            VirtualClock clock,
            SeededRandom random,
            Options options) {
        this.controllers = controllers;
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.options = options;
    }

    /** Controllers at the start of their work on a store. */
    public static DeterministicDriver start(
            List<Controller> controllers,
            Function<Controller, ControllerContext> contexts,
            Store store,
            Supplier<TypeRegistry> types,
            VirtualClock clock,
            SeededRandom random,
            Options options) {
        var running = new ArrayList<RunningController>();
        for (var controller : controllers) {
            running.add(RunningController.start(controller, contexts.apply(controller), store, types));
        }
        return new DeterministicDriver(running, store, clock, random, options);
    }

    /**
     * The same controllers at the same point of their work, on a fork of the store.
     *
     * @param contexts makes the context of a controller by name; its memory is to be a fork of {@link #memoryOf}
     */
    public DeterministicDriver fork(
            Function<String, ControllerContext> contexts,
            Store store,
            Supplier<TypeRegistry> types,
            VirtualClock clock,
            SeededRandom random) {
        var forks = new ArrayList<RunningController>();
        for (var controller : controllers) {
            forks.add(controller.fork(contexts.apply(controller.name()), store, types));
        }
        var fork = new DeterministicDriver(forks, store, clock, random, options);
        fork.steps = steps;
        fork.turn = turn;
        return fork;
    }

    /** What a controller remembers. */
    public Memory memoryOf(String controller) {
        for (var candidate : controllers) {
            if (candidate.name().equals(controller)) {
                return candidate.memory();
            }
        }
        throw new IllegalArgumentException("no controller is named " + controller);
    }

    /** Steps made so far. */
    public long steps() {
        return steps;
    }

    /**
     * Runs until no controller has anything to do now. The clock stands still, but for the retries of failed requests
     * (up to a second).
     *
     * @throws NotSettledException if that takes more than the allowed number of steps
     */
    public void settle() {
        var horizon = clock.instant().plus(RETRY_HORIZON);
        long limit = steps + options.maxSteps();
        while (true) {
            runReady(limit);
            var retry = earliest(WorkQueue::nextRetry);
            if (retry.isEmpty() || retry.get().isAfter(horizon)) {
                return;
            }
            clock.advanceTo(later(retry.get(), clock.instant()));
        }
    }

    /** Lets time pass, running whatever comes due on the way, in the order of time. */
    public void advance(Duration duration) {
        advanceTo(clock.instant().plus(duration));
    }

    /** Lets time pass up to an instant. */
    public void advanceTo(Instant target) {
        long limit = steps + options.maxSteps();
        runReady(limit);
        for (var next = nextDue(); next.isPresent() && !next.get().isAfter(target); next = nextDue()) {
            clock.advanceTo(later(next.get(), clock.instant()));
            runReady(limit);
        }
        clock.advanceTo(later(target, clock.instant()));
        runReady(limit);
    }

    /** When something is due next, if nothing changes before. */
    public Optional<Instant> nextDue() {
        var later = earliest(WorkQueue::nextLater);
        var retry = earliest(WorkQueue::nextRetry);
        if (later.isEmpty()) {
            return retry;
        }
        return retry.isEmpty() || later.get().isBefore(retry.get()) ? later : retry;
    }

    private Optional<Instant> earliest(Function<WorkQueue, Optional<Instant>> when) {
        Optional<Instant> earliest = Optional.empty();
        for (var controller : controllers) {
            var due = when.apply(controller.queue());
            if (due.isPresent() && (earliest.isEmpty() || due.get().isBefore(earliest.get()))) {
                earliest = due;
            }
        }
        return earliest;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void runReady(long limit) {
        for (var controller : controllers) {
            controller.queue().release(clock.instant());
        }
        controllers.forEach(RunningController::listen);
        while (true) {
            pump();
            var controller = next();
            if (controller == null) {
                return;
            }
            if (steps >= limit) {
                throw new NotSettledException(
                        "controllers did not settle within " + options.maxSteps() + " steps; last was " + lastStep);
            }
            step(controller);
        }
    }

    private void pump() {
        long revision = store.revision();
        if (revision != pumpedRevision) {
            pumpedRevision = revision;
            for (var controller : controllers) {
                controller.pump();
            }
        }
    }

    private @Nullable RunningController next() {
        if (options.order() == Order.SHUFFLED) {
            var busy = new ArrayList<RunningController>();
            for (var controller : controllers) {
                if (!controller.queue().isEmpty()) {
                    busy.add(controller);
                }
            }
            return busy.isEmpty() ? null : busy.get(random.nextInt(busy.size()));
        }
        for (int i = 0; i < controllers.size(); i++) {
            var candidate = controllers.get((turn + i) % controllers.size());
            if (!candidate.queue().isEmpty()) {
                turn = (turn + i + 1) % controllers.size();
                return candidate;
            }
        }
        return null;
    }

    private void step(RunningController controller) {
        int place = options.order() == Order.SHUFFLED
                ? random.nextInt(controller.queue().size())
                : 0;
        var request = controller.queue().poll(place);
        if (request == null) {
            return;
        }
        var fault = options.faults().before(controller.name(), request, random);
        String outcome;
        if (fault.isPresent()) {
            controller.failed(request, clock.instant());
            outcome = "failed: " + fault.get().getMessage();
        } else {
            outcome = controller.reconcile(request, clock.instant());
        }
        steps++;
        var step = new Step(steps, clock.instant(), controller.name(), request, outcome);
        lastStep = step.toString();
        options.listener().stepped(step);
    }

    @Override
    public void close() {}
}
