package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.program.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code sh}: runs the commands of {@code -c}, of a file, or those that come in, on a terminal with a prompt. How it
 * understands them says {@link ShellText}.
 */
final class Shell {
    private static final int KILLED = 137;

    private final Invocation run;
    private final ShellInput input = new ShellInput();
    private final ShellState state;
    private final ShellRun shell;
    private final StringBuilder typed = new StringBuilder();
    private boolean interactive;
    private boolean busy;

    private Shell(Invocation run, Toolbox toolbox) {
        this.run = run;
        this.state = ShellState.of(run);
        this.shell = new ShellRun(
                run, toolbox, state, new ShellIo(input, run::print, run::printError), ChildRun.depthOf(run), run::exit);
    }

    static void start(Invocation run, Toolbox toolbox) {
        new Shell(run, toolbox).start(run.command().subList(1, run.command().size()));
    }

    /** Runs a file of the container as a program of its own. */
    static void script(Invocation run, Toolbox toolbox, String path) {
        var arguments = new ArrayList<>(run.command());
        arguments.set(0, path);
        new Shell(run, toolbox).start(arguments);
    }

    private void start(List<String> arguments) {
        int first = 0;
        boolean text = false;
        while (first < arguments.size() && arguments.get(first).matches("-[ceilux]+")) {
            var options = arguments.get(first);
            text |= options.contains("c");
            state.exitsOnFailure |= options.contains("e");
            state.tells |= options.contains("x");
            first++;
        }
        if (first < arguments.size() && arguments.get(first).equals("--")) {
            first++; // nothing behind it is an option
        }
        var rest = arguments.subList(first, arguments.size());
        if (text && rest.isEmpty()) {
            complain("-c requires an argument", 2);
        } else if (!text
                && !rest.isEmpty()
                && rest.get(0).startsWith("-")
                && !rest.get(0).equals("-")) {
            complain(rest.get(0) + ": not simulated", Toolbox.NOT_FOUND);
        } else {
            interactive = rest.isEmpty() || rest.get(0).equals("-");
            connect();
            if (interactive) {
                prompt();
            } else {
                int named = text ? 1 : 0;
                state.name = named < rest.size() ? rest.get(named) : state.name;
                state.arguments = List.copyOf(rest.subList(Math.min(named + 1, rest.size()), rest.size()));
                shell.run(text ? rest.get(0) : script(rest.get(0)), () -> shell.exit(state.status));
            }
        }
    }

    private void complain(String what, int code) {
        run.printError("sh: " + what + "\n");
        run.exit(code);
    }

    private void connect() {
        if (run.terminal()) {
            run.onInput(new ShellTerminal(run, input, this::interrupt)::accept);
        } else {
            run.onInput(bytes -> {
                if (!input.accept(bytes)) {
                    run.exit(KILLED);
                }
            });
        }
        run.onInputEnd(input::end);
    }

    private void interrupt() {
        if (!interactive) {
            run.exit(ShellRun.INTERRUPTED);
        } else if (busy) {
            shell.interrupt();
        } else {
            typed.setLength(0);
            showPrompt();
        }
    }

    private String script(String file) {
        try {
            return new String(run.files().read(FilePath.resolve(run.directory(), file)), StandardCharsets.UTF_8);
        } catch (FileException e) {
            run.printError("sh: can't open '" + file + "': " + e.text() + "\n");
            return "exit 2";
        }
    }

    /** Reads lines and runs them, several together if one alone is not whole. */
    private void prompt() {
        Steps.run(steps -> {
            showPrompt();
            input.line(line -> {
                if (line != null) {
                    typed.append(line);
                }
                if (line != null && unfinished()) {
                    typed.append('\n');
                    steps.next();
                    return;
                }
                var text = typed.toString();
                typed.setLength(0);
                if (line == null && text.isEmpty()) {
                    shell.exit(state.status);
                    return;
                }
                busy = true;
                shell.run(text, () -> {
                    busy = false;
                    if (line == null) {
                        shell.exit(state.status);
                    } else {
                        steps.next();
                    }
                });
            });
        });
    }

    private boolean unfinished() {
        try {
            ShellText.parse(typed.toString());
            return false;
        } catch (ShellSyntaxException e) {
            return e.isUnfinished();
        } catch (NotSimulatedException e) {
            return false;
        }
    }

    private void showPrompt() {
        if (run.terminal()) {
            run.print(typed.isEmpty() ? state.directory + " # " : "> ");
        }
    }
}
