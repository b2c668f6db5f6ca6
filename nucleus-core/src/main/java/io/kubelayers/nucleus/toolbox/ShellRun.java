package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Invocation;
import io.kubelayers.nucleus.toolbox.ShellNode.Case;
import io.kubelayers.nucleus.toolbox.ShellNode.Chain;
import io.kubelayers.nucleus.toolbox.ShellNode.Choice;
import io.kubelayers.nucleus.toolbox.ShellNode.Definition;
import io.kubelayers.nucleus.toolbox.ShellNode.Each;
import io.kubelayers.nucleus.toolbox.ShellNode.Loop;
import io.kubelayers.nucleus.toolbox.ShellNode.Pipeline;
import io.kubelayers.nucleus.toolbox.ShellNode.Redirected;
import io.kubelayers.nucleus.toolbox.ShellNode.Sequence;
import io.kubelayers.nucleus.toolbox.ShellNode.Simple;
import io.kubelayers.nucleus.toolbox.ShellNode.Subshell;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A shell at work. Each piece of text says when it has ended, at once or later, since nothing here may wait. */
final class ShellRun {
    static final int INTERRUPTED = 130;

    private static final int KILLED = 137;
    private static final int SYNTAX_ERROR = 2;

    /** Why the rest of a text is not run. */
    enum Leaving {
        NO,
        BREAK,
        CONTINUE,
        RETURN,
        INTERRUPT
    }

    private final Invocation process;
    private final Toolbox toolbox;
    private final ShellState state;
    private final ShellIo io;
    private final IntConsumer onExit;
    private final ShellPace pace;
    private final ShellCommands commands;
    private final ShellJobs jobs = new ShellJobs();
    private final List<ShellRun> inner = new ArrayList<>();
    private Leaving leaving = Leaving.NO;
    private int levels;
    private int excusing;
    private boolean excused;
    private boolean ended;

    /**
     * A shell.
     *
     * @param depth how deep it lies within others
     */
    ShellRun(Invocation process, Toolbox toolbox, ShellState state, ShellIo io, int depth, IntConsumer onExit) {
        this.process = process;
        this.toolbox = toolbox;
        this.state = state;
        this.io = io;
        this.onExit = onExit;
        this.pace = new ShellPace(process, depth);
        this.commands = new ShellCommands(this, process, toolbox, state);
    }

    ShellState state() {
        return state;
    }

    ShellIo io() {
        return io;
    }

    ShellJobs jobs() {
        return jobs;
    }

    int depth() {
        return pace.depth();
    }

    boolean hasEnded() {
        return ended;
    }

    /** Ends what is running, but not the shell itself; what is left of the text is not run. */
    void interrupt() {
        leaving = Leaving.INTERRUPT;
        for (var one : List.copyOf(inner)) {
            one.interrupt();
        }
        commands.end(INTERRUPTED);
    }

    /** Says that the rest is not run. */
    void leave(Leaving how, int count) {
        leaving = how;
        levels = count;
    }

    /** Ends it, after what it is to do at its end. */
    void exit(int code) {
        if (ended) {
            return;
        }
        var last = state.atExit;
        if (last.isEmpty()) {
            kill(code);
        } else {
            state.atExit = "";
            leaving = Leaving.NO;
            run(last, () -> kill(code));
        }
    }

    /** Ends it, and all that runs in it. */
    void kill(int code) {
        if (!ended) {
            ended = true;
            for (var one : List.copyOf(inner)) {
                one.kill(code);
            }
            commands.end(code);
            onExit.accept(code);
        }
    }

    /** Runs a text, and then goes on; what can't be read is said, and nothing of it runs. */
    void run(String text, Runnable then) {
        ShellNode node;
        try {
            node = ShellText.parse(text);
        } catch (NotSimulatedException e) {
            complain(io, e.getMessage() + ": not simulated");
            ended(Toolbox.NOT_FOUND);
            then.run();
            return;
        } catch (ShellSyntaxException e) {
            complain(io, String.valueOf(e.getMessage()));
            state.status = SYNTAX_ERROR;
            then.run();
            return;
        }
        run(node, io, () -> {
            if (leaving == Leaving.INTERRUPT) {
                state.status = INTERRUPTED;
            }
            leaving = Leaving.NO;
            then.run();
        });
    }

    void complain(ShellIo where, String what) {
        where.error().accept(("sh: " + what + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A command has ended. */
    void ended(int code) {
        state.status = code;
        if (code == Toolbox.NOT_FOUND && toolbox.isStrict()) {
            process.fail("not simulated");
        }
    }

    void run(ShellNode node, ShellIo where, Runnable then) {
        if (ended) {
            return;
        }
        if (pace.isTooDeep()) {
            complain(where, "nesting that deep: not simulated");
            ended(Toolbox.NOT_FOUND);
            exit(Toolbox.NOT_FOUND);
            return;
        }
        var after = pace.deeper(then);
        pace.step(() -> {
            if (!ended) {
                go(node, where, after);
            }
        });
    }

    private void go(ShellNode node, ShellIo where, Runnable then) {
        if (node instanceof Simple simple) {
            commands.run(simple, where, then);
        } else if (node instanceof Sequence sequence) {
            sequence(sequence.items(), where, then);
        } else if (node instanceof Chain chain) {
            chain(chain, where, then);
        } else if (node instanceof Pipeline pipeline) {
            pipeline(pipeline, where, then);
        } else if (node instanceof Subshell subshell) {
            subshell(subshell.body(), where, code -> {
                state.status = code;
                then.run();
            });
        } else if (node instanceof Redirected redirected) {
            commands.redirected(redirected, where, then);
        } else if (node instanceof Choice choice) {
            choice(choice, 0, where, then);
        } else if (node instanceof Loop loop) {
            loop(loop, where, then);
        } else if (node instanceof Each each) {
            commands.expand(
                    each.words() == null ? List.of() : each.words(),
                    where,
                    then,
                    (expansion, status) -> each(
                            each,
                            each.words() == null ? List.copyOf(state.arguments) : expansion.words(each.words()),
                            where,
                            then));
        } else if (node instanceof Case choice) {
            cases(choice, where, then);
        } else if (node instanceof Definition definition) {
            state.functions.put(definition.name(), definition.body());
            state.status = 0;
            then.run();
        }
    }

    private void sequence(List<Sequence.Item> items, ShellIo where, Runnable then) {
        var rest = items.iterator();
        if (items.isEmpty()) {
            state.status = 0;
        }
        Steps.run(steps -> {
            if (leaving != Leaving.NO || !rest.hasNext()) {
                then.run();
                return;
            }
            var item = rest.next();
            if (item.background()) {
                background(item.node(), where);
                steps.next();
                return;
            }
            excused = false;
            run(item.node(), where, () -> {
                if (state.exitsOnFailure && state.status != 0 && fails(item.node())) {
                    exit(state.status);
                } else {
                    steps.next();
                }
            });
        });
    }

    /** Whether a shell that exits when something fails does so after this. */
    private boolean fails(ShellNode node) {
        return excusing == 0
                && leaving == Leaving.NO
                && (node instanceof Simple
                        || node instanceof Subshell
                        || node instanceof Pipeline pipeline && !pipeline.negated()
                        || node instanceof Chain && !excused);
    }

    private void background(ShellNode node, ShellIo where) {
        var started = jobs.start();
        if (started.isEmpty()) {
            complain(where, "can't fork: Resource temporarily unavailable");
            state.status = SYNTAX_ERROR;
            return;
        }
        var job = started.get();
        state.lastJob = job.id();
        state.status = 0;
        var alone = new ShellIo(ShellInput.empty(), where.out(), where.error());
        job.runs(subshell(node, alone, job::ended)::kill);
    }

    private ShellRun subshell(ShellNode body, ShellIo where, IntConsumer then) {
        var shell = within(where, then);
        shell.runAndExit(body);
        return shell;
    }

    /** A shell within this one, that has not begun. */
    ShellRun within(ShellIo where, IntConsumer then) {
        var shell = new ShellRun[1];
        shell[0] = new ShellRun(process, toolbox, state.copy(), where, pace.depth() + 1, code -> {
            inner.remove(shell[0]);
            then.accept(code);
        });
        inner.add(shell[0]);
        return shell[0];
    }

    void runAndExit(ShellNode body) {
        run(body, io, () -> exit(state.status));
    }

    /** Runs commands of which somebody wants to know what they write. */
    void capture(ShellNode body, ShellIo where, Consumer<String> then) {
        var written = new ByteArrayOutputStream();
        var shell = new ShellRun[1];
        Consumer<byte[]> out = bytes -> {
            if (written.size() + bytes.length > ShellExpansion.LONGEST) {
                complain(where, "out of memory");
                shell[0].kill(KILLED);
            } else {
                written.writeBytes(bytes);
            }
        };
        shell[0] = within(new ShellIo(where.input(), out, where.error()), code -> {
            state.status = code;
            then.accept(withoutLineEnds(written.toString(StandardCharsets.UTF_8)));
        });
        shell[0].runAndExit(body);
    }

    private static String withoutLineEnds(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    private void chain(Chain chain, ShellIo where, Runnable then) {
        var rest = chain.rest().iterator();
        boolean[] first = {true};
        Steps.run(steps -> {
            ShellNode node = null;
            if (first[0]) {
                node = chain.first();
            } else {
                while (node == null && rest.hasNext()) {
                    var link = rest.next();
                    node = link.onSuccess() == (state.status == 0) ? link.node() : null;
                    excused = node == null;
                }
            }
            first[0] = false;
            if (node == null || leaving != Leaving.NO) {
                then.run();
            } else if (rest.hasNext()) {
                excusing++;
                run(node, where, () -> {
                    excusing--;
                    steps.next();
                });
            } else {
                run(node, where, then);
            }
        });
    }

    private void pipeline(Pipeline pipeline, ShellIo where, Runnable then) {
        IntConsumer after = code -> {
            state.status = pipeline.negated() ? (code == 0 ? 1 : 0) : code;
            then.run();
        };
        if (pipeline.stages().size() > 1) {
            ShellPipeline.run(this, pipeline, where, after);
            return;
        }
        excusing++;
        run(pipeline.stages().get(0), where, () -> {
            excusing--;
            after.accept(state.status);
        });
    }

    private void choice(Choice choice, int at, ShellIo where, Runnable then) {
        if (at == choice.branches().size()) {
            state.status = 0;
            if (choice.otherwise() == null) {
                then.run();
            } else {
                run(choice.otherwise(), where, then);
            }
            return;
        }
        var branch = choice.branches().get(at);
        excusing++;
        run(branch.condition(), where, () -> {
            excusing--;
            if (leaving != Leaving.NO) {
                then.run();
            } else if (state.status == 0) {
                run(branch.body(), where, then);
            } else {
                choice(choice, at + 1, where, then);
            }
        });
    }

    private void loop(Loop loop, ShellIo where, Runnable then) {
        int[] last = {0};
        Steps.run(steps -> {
            excusing++;
            run(loop.condition(), where, () -> {
                excusing--;
                boolean over = leaving == Leaving.NO ? (state.status == 0) == loop.until() : leavesLoop();
                if (over) {
                    state.status = last[0];
                    then.run();
                    return;
                }
                run(loop.body(), where, () -> {
                    last[0] = state.status;
                    goOn(steps, then);
                });
            });
        });
    }

    private void each(Each each, List<String> words, ShellIo where, Runnable then) {
        var rest = words.iterator();
        state.status = 0;
        Steps.run(steps -> {
            if (!rest.hasNext()) {
                then.run();
                return;
            }
            state.variables.put(each.name(), rest.next());
            run(each.body(), where, () -> goOn(steps, then));
        });
    }

    private void goOn(Steps steps, Runnable then) {
        if (leavesLoop()) {
            then.run();
        } else {
            steps.next();
        }
    }

    /** Whether a loop ends here because something in it said so. */
    private boolean leavesLoop() {
        if (leaving != Leaving.BREAK && leaving != Leaving.CONTINUE) {
            return leaving != Leaving.NO;
        }
        boolean ends = leaving == Leaving.BREAK || levels > 1;
        levels--;
        if (levels <= 0) {
            leaving = Leaving.NO;
        }
        return ends;
    }

    private void cases(Case choice, ShellIo where, Runnable then) {
        var words = new ArrayList<ShellWord>();
        words.add(choice.word());
        choice.arms().forEach(arm -> words.addAll(arm.patterns()));
        commands.expand(words, where, then, (expansion, status) -> {
            var text = expansion.text(choice.word());
            state.status = 0;
            for (var arm : choice.arms()) {
                for (var pattern : arm.patterns()) {
                    if (ShellPattern.matches(expansion.pattern(pattern), text)) {
                        run(arm.body(), where, then);
                        return;
                    }
                }
            }
            then.run();
        });
    }

    /** Runs the body of a function. */
    void call(ShellNode body, List<String> words, ShellIo where, Runnable then) {
        var arguments = state.arguments;
        state.arguments = List.copyOf(words.subList(1, words.size()));
        var locals = state.enter();
        run(body, where, () -> {
            state.arguments = arguments;
            state.leave(locals);
            if (leaving == Leaving.RETURN) {
                leaving = Leaving.NO;
            }
            then.run();
        });
    }
}
