package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Invocation;
import java.util.List;

/** {@code timeout}: runs a command and ends it when its time is over. */
final class TimeoutCommand {
    private static final int TIMED_OUT = 124;
    private static final int KILLED = 137;

    private TimeoutCommand() {}

    static void start(Invocation run, Toolbox toolbox) {
        var words = run.command();
        int at = 1;
        boolean kill = false;
        while (at < words.size() && words.get(at).startsWith("-")) {
            if (!words.get(at).equals("-s") || at + 1 >= words.size()) {
                new NotSimulatedException("option " + words.get(at)).end(run);
                return;
            }
            kill = words.get(at + 1).endsWith("KILL") || words.get(at + 1).equals("9");
            at += 2;
        }
        if (words.size() < at + 2) {
            run.printError("timeout: missing operand\n");
            run.exit(125);
            return;
        }
        start(run, toolbox, words.get(at), words.subList(at + 1, words.size()), kill ? KILLED : TIMED_OUT);
    }

    private static void start(Invocation run, Toolbox toolbox, String time, List<String> command, int code) {
        var program = toolbox.find(command);
        if (program.isEmpty()) {
            run.printError("timeout: can't execute '" + command.get(0) + "': not simulated\n");
            run.exit(Toolbox.NOT_FOUND);
            return;
        }
        try {
            run.after(Toolbox.seconds(time), () -> run.exit(code));
        } catch (IllegalArgumentException e) {
            run.printError("timeout: invalid number '" + time + "'\n");
            run.exit(125);
            return;
        }
        var input = new ShellInput();
        run.onInput(bytes -> {
            if (!input.accept(bytes)) {
                run.exit(KILLED);
            }
        });
        run.onInputEnd(input::end);
        program.get()
                .start(new ChildRun(
                        run,
                        ChildRun.depthOf(run) + 1,
                        command,
                        run.environment(),
                        run.directory(),
                        input,
                        bytes -> run.print(bytes),
                        bytes -> run.printError(bytes),
                        run::exit));
    }
}
