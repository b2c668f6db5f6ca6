package io.kubelayers.nucleus.program;

import io.kubelayers.nucleus.value.Absent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The few commands that every simulated container knows, after their namesakes of POSIX, as far as examples and tests
 * need them.
 */
public final class Toolbox {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Toolbox() {}

    /** The program of a command; empty if there is none of that name. */
    public static Optional<Program> program(List<String> command) {
        if (command.isEmpty()) {
            return Optional.empty();
        }
        var path = command.get(0);
        var name = path.startsWith("/bin/") || path.startsWith("/usr/bin/")
                ? path.substring(path.lastIndexOf('/') + 1)
                : path;
        return Optional.ofNullable(
                switch (name) {
                    case "echo" -> echo(command);
                    case "cat" -> Program.echo();
                    case "true" -> Program.prints("");
                    case "false" -> Program.fails(1, "");
                    case "date" -> (Program) run -> printed(run, DATE.format(run.now()) + "\n");
                    case "hostname" -> run -> printed(run, run.pod().metadata().nameOrEmpty() + "\n");
                    case "env" -> Toolbox::environment;
                    case "pwd" -> run -> printed(run, Absent.or(run.container().workingDir(), "/") + "\n");
                    case "sleep" -> sleep(command);
                    default -> null;
                });
    }

    private static void printed(Invocation run, String text) {
        run.print(text);
        run.exit(0);
    }

    private static Program echo(List<String> command) {
        boolean sameLine = command.size() > 1 && command.get(1).equals("-n");
        var text = String.join(" ", command.subList(sameLine ? 2 : 1, command.size()));
        return Program.prints(sameLine ? text : text + "\n");
    }

    private static Program sleep(List<String> command) {
        if (command.size() < 2) {
            return Program.fails(1, "sleep: missing operand\n");
        }
        try {
            var time = command.get(1);
            var duration =
                    time.matches("[0-9]+") ? Duration.ofSeconds(Long.parseLong(time)) : ShortDuration.parse(time);
            return run -> run.after(duration, () -> run.exit(0));
        } catch (IllegalArgumentException e) {
            return Program.fails(1, "sleep: invalid number '" + command.get(1) + "'\n");
        }
    }

    private static void environment(Invocation run) {
        var text = new StringBuilder();
        environmentOf(run)
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        run.print(text.toString().getBytes(StandardCharsets.UTF_8));
        run.exit(0);
    }

    /** The variables that the container's specification spells out, and those of every container. */
    private static SortedMap<String, String> environmentOf(Invocation run) {
        var variables = new TreeMap<String, String>();
        variables.put("HOSTNAME", run.pod().metadata().nameOrEmpty());
        variables.put("HOME", "/root");
        variables.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        for (var variable : run.container().env()) {
            if (variable.value() != null) {
                variables.put(variable.name(), variable.value());
            }
        }
        return variables;
    }
}
