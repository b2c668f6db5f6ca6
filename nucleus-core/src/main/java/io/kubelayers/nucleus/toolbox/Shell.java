package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.program.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code sh}: runs the commands of {@code -c}, of a file, or those that come in, on a terminal with a prompt. How it
 * understands them says {@link ShellText}.
 */
final class Shell {
    private final Invocation run;
    private final ShellInput input = new ShellInput();
    private final ShellRun shell;
    private boolean interactive;
    private boolean reading;
    private boolean again;

    private Shell(Invocation run, Toolbox toolbox) {
        this.run = run;
        this.shell = new ShellRun(run, toolbox, input);
    }

    static void start(Invocation run, Toolbox toolbox) {
        new Shell(run, toolbox).start(run.command().subList(1, run.command().size()));
    }

    private void start(List<String> arguments) {
        int first = 0;
        boolean text = false;
        while (first < arguments.size() && arguments.get(first).matches("-[cielx]+")) {
            text |= arguments.get(first).contains("c");
            first++;
        }
        var rest = arguments.subList(first, arguments.size());
        if (text && rest.isEmpty()) {
            complain("-c requires an argument", 2);
        } else if (!text && !rest.isEmpty() && rest.get(0).startsWith("-")) {
            complain(rest.get(0) + ": not simulated", Toolbox.NOT_FOUND);
        } else {
            interactive = rest.isEmpty();
            connect();
            if (interactive) {
                prompt();
            } else {
                var commands = text ? rest.get(0) : script(rest.get(0));
                shell.run(commands, () -> run.exit(shell.status()));
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
            run.onInput(input::accept);
        }
        run.onInputEnd(input::end);
    }

    private void interrupt() {
        if (!interactive) {
            run.exit(ShellRun.INTERRUPTED);
        } else if (!shell.interrupt()) {
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

    /** Reads lines and runs them; a loop, since each may be there and done at once. */
    private void prompt() {
        again = true;
        if (reading) {
            return;
        }
        reading = true;
        while (again) {
            again = false;
            showPrompt();
            input.line(line -> {
                if (line == null) {
                    run.exit(shell.status());
                } else {
                    shell.run(line, this::prompt);
                }
            });
        }
        reading = false;
    }

    private void showPrompt() {
        if (run.terminal()) {
            run.print(shell.directory() + " # ");
        }
    }
}
