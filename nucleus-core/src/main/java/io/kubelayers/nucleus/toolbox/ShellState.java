package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a shell knows: variables, functions, arguments, options. A shell within it begins with a copy. */
final class ShellState {
    private static final String OWN_ID = "7";

    final SortedMap<String, String> variables;
    final SortedSet<String> exported;
    final SortedMap<String, ShellNode> functions;
    String name;
    List<String> arguments;
    String directory;
    int status;
    String lastJob = "";
    boolean exitsOnFailure;
    boolean tells;
    String atExit = "";
    private SortedMap<String, Optional<String>> locals = new TreeMap<>();

    private ShellState(
            SortedMap<String, String> variables,
            SortedSet<String> exported,
            SortedMap<String, ShellNode> functions,
            String name,
            List<String> arguments,
            String directory) {
        this.variables = variables;
        this.exported = exported;
        this.functions = functions;
        this.name = name;
        this.arguments = arguments;
        this.directory = directory;
    }

    static ShellState of(Invocation run) {
        return new ShellState(
                new TreeMap<>(run.environment()),
                new TreeSet<>(run.environment().keySet()),
                new TreeMap<>(),
                "sh",
                List.of(),
                run.directory());
    }

    ShellState copy() {
        var copy = new ShellState(
                new TreeMap<>(variables),
                new TreeSet<>(exported),
                new TreeMap<>(functions),
                name,
                new ArrayList<>(arguments),
                directory);
        copy.status = status;
        copy.lastJob = lastJob;
        copy.exitsOnFailure = exitsOnFailure;
        copy.tells = tells;
        return copy;
    }

    /** The variables that commands are given. */
    SortedMap<String, String> environment(Map<String, String> more) {
        var given = new TreeMap<String, String>();
        for (var one : exported) {
            var value = variables.get(one);
            if (value != null) {
                given.put(one, value);
            }
        }
        given.putAll(more);
        return given;
    }

    /** Variables of a function are its own from now on; returns what {@link #leave} takes back. */
    SortedMap<String, Optional<String>> enter() {
        var before = locals;
        locals = new TreeMap<>();
        return before;
    }

    /** A variable is that of the function alone. */
    void local(String variable) {
        locals.putIfAbsent(variable, Optional.ofNullable(variables.get(variable)));
    }

    void leave(SortedMap<String, Optional<String>> before) {
        locals.forEach((variable, value) -> {
            if (value.isPresent()) {
                variables.put(variable, value.get());
            } else {
                variables.remove(variable);
            }
        });
        locals = before;
    }

    boolean isSet(String variable) {
        if (Character.isDigit(variable.charAt(0))) {
            int number = Integer.parseInt(variable);
            return number == 0 || number <= arguments.size();
        }
        return ShellScanner.isName(variable)
                ? variables.containsKey(variable)
                : !value(variable).isEmpty();
    }

    /** The value of a variable, or of a special one; "" if it has none. */
    String value(String variable) {
        return switch (variable) {
            case "?" -> Integer.toString(status);
            case "$" -> OWN_ID;
            case "!" -> lastJob;
            case "#" -> Integer.toString(arguments.size());
            case "-" -> exitsOnFailure ? "e" : "";
            case "@", "*" -> String.join(" ", arguments);
            case "0" -> name;
            default -> {
                if (!Character.isDigit(variable.charAt(0))) {
                    yield variables.getOrDefault(variable, "");
                }
                int number = Integer.parseInt(variable);
                yield number <= arguments.size() ? arguments.get(number - 1) : "";
            }
        };
    }
}
