package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.program.Invocation;
import io.kubelayers.nucleus.program.Program;
import io.kubelayers.nucleus.toolbox.ShellNode.Redirected;
import io.kubelayers.nucleus.toolbox.ShellNode.Simple;
import io.kubelayers.nucleus.toolbox.ShellWord.Substitution;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** The commands of a shell: what is built in, its functions, and programs. */
final class ShellCommands {
    private final ShellRun shell;
    private final Invocation process;
    private final Toolbox toolbox;
    private final ShellState state;
    private final ShellBuiltIns builtIns;
    private final List<ChildRun> children = new ArrayList<>();

    ShellCommands(ShellRun shell, Invocation process, Toolbox toolbox, ShellState state) {
        this.shell = shell;
        this.process = process;
        this.toolbox = toolbox;
        this.state = state;
        this.builtIns = new ShellBuiltIns(shell, this, process.files(), toolbox);
    }

    /** Ends the programs that are running. */
    void end(int code) {
        for (var child : List.copyOf(children)) {
            child.exit(code);
        }
    }

    /** What is done with words once all is known that is put into them. */
    interface Expanded {
        /**
         * Does it.
         *
         * @param status the outcome of the last command in the words, 0 if there was none
         */
        void go(ShellExpansion expansion, int status);
    }

    /** Runs the commands within words, and goes on; or complains, and goes on with what comes then. */
    void expand(List<ShellWord> words, ShellIo io, Runnable then, Expanded action) {
        var needed = new ArrayList<Substitution>();
        for (var word : words) {
            ShellExpansion.collect(word, state, needed);
        }
        var outputs = new IdentityHashMap<Substitution, String>();
        int before = state.status;
        var rest = needed.iterator();
        Steps.run(steps -> {
            if (rest.hasNext()) {
                var one = rest.next();
                shell.capture(one.body(), io, text -> {
                    outputs.put(one, text);
                    steps.next();
                });
                return;
            }
            int status = needed.isEmpty() ? 0 : state.status;
            state.status = before;
            try {
                action.go(new ShellExpansion(state, process.files(), outputs), status);
            } catch (NotSimulatedException e) {
                shell.complain(io, e.getMessage() + ": not simulated");
                shell.ended(Toolbox.NOT_FOUND);
                then.run();
            } catch (ShellRefusal e) {
                shell.complain(io, String.valueOf(e.getMessage()));
                state.status = 1;
                then.run();
            }
        });
    }

    void redirected(Redirected node, ShellIo io, Runnable then) {
        expand(files(node.redirects()), io, then, (expansion, status) -> {
            var outputs = new ShellOutputs(process, state, node.redirects(), io, expansion);
            shell.run(node.body(), outputs.io(), () -> {
                state.status = outputs.close(state.status);
                then.run();
            });
        });
    }

    private static List<ShellWord> files(List<ShellRedirect> redirects) {
        return redirects.stream().map(ShellRedirect::word).toList();
    }

    void run(Simple command, ShellIo io, Runnable then) {
        var needed = new ArrayList<>(command.words());
        needed.addAll(files(command.redirects()));
        expand(needed, io, then, (expansion, status) -> {
            int first = 0;
            var assigned = new TreeMap<String, String>();
            for (var word : command.words()) {
                var name = word.assigned();
                if (name == null) {
                    break;
                }
                assigned.put(name, expansion.text(word.value(name)));
                first++;
            }
            var words = expansion.words(
                    command.words().subList(first, command.words().size()));
            var outputs = new ShellOutputs(process, state, command.redirects(), io, expansion);
            if (words.isEmpty()) {
                state.variables.putAll(assigned);
                state.status = outputs.close(status);
                then.run();
                return;
            }
            tell(words, io);
            run(words, assigned, outputs.io(), () -> {
                state.status = outputs.close(state.status);
                then.run();
            });
        });
    }

    private void tell(List<String> words, ShellIo io) {
        if (state.tells) {
            io.error().accept(("+ " + String.join(" ", words) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void run(List<String> words, TreeMap<String, String> assigned, ShellIo io, Runnable then) {
        var function = state.functions.get(words.get(0));
        if (function != null) {
            state.variables.putAll(assigned);
            shell.call(function, words, io, then);
        } else if (builtIns.has(words.get(0))) {
            state.variables.putAll(assigned);
            builtIns.run(words, io, then);
        } else {
            program(words, assigned, io, code -> {
                shell.ended(code);
                then.run();
            });
        }
    }

    /** Runs a program, whatever functions there are. */
    void program(List<String> words, TreeMap<String, String> assigned, ShellIo io, IntConsumer then) {
        var child = new ChildRun[1];
        child[0] = new ChildRun(
                process,
                shell.depth() + 1,
                words,
                state.environment(assigned),
                state.directory,
                io.input(),
                io.out(),
                io.error(),
                code -> {
                    children.remove(child[0]);
                    if (!shell.hasEnded()) {
                        then.accept(code);
                    }
                });
        children.add(child[0]);
        find(words).start(child[0]);
    }

    private Program find(List<String> words) {
        var name = words.get(0);
        var known = toolbox.find(words);
        if (known.isPresent()) {
            return known.get();
        }
        if (name.indexOf('/') >= 0) {
            var path = FilePath.resolve(state.directory, name);
            try {
                return new String(process.files().read(path), StandardCharsets.UTF_8).startsWith("\u007fELF")
                        ? unknown(name)
                        : run -> Shell.script(run, toolbox, path);
            } catch (FileException e) {
                return unknown(name);
            }
        }
        return unknown(name);
    }

    private static Program unknown(String name) {
        return Program.fails(Toolbox.NOT_FOUND, "sh: " + name + ": not simulated\n");
    }
}
