package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.program.ShortDuration;
import java.time.Duration;
import java.util.Locale;

/**
 * The short form of a script, as an annotation holds it: words {@code name=value} with blanks between.
 *
 * <pre>
 * pull=20s                    pulling the image takes so long
 * pull-fails=2                so many pulls fail first ("always": all of them)
 * start=5s                    from creation to start
 * run=30s                     each run lasts so long ("forever")
 * exit=1                      exit code of such a run
 * crashes=3  crash-after=2s  crash-exit=137
 * stop=5s                     from the stop signal to the end
 * readiness=fail@0s,pass@20s  likewise liveness, startup
 * post-start=fail@3s          the hook takes so long and fails; likewise pass, pre-stop
 * memory=100Mi@0s,2Gi@60s     likewise cpu and other resources
 * </pre>
 */
final class ScriptText {
    private ScriptText() {}

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException if there is a word it does not know
     */
    static ContainerScript parse(String text, ContainerScript base) {
        var script = base;
        for (var word : text.trim().split("\\s+")) {
            if (!word.isEmpty()) {
                int equals = word.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("container script: " + word + " is not name=value");
                }
                script = apply(script, word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return script;
    }

    private static ContainerScript apply(ContainerScript script, String name, String value) {
        return switch (name) {
            case "pull" -> script.pulls(duration(value));
            case "pull-fails" -> script.failsToPull(
                    value.equals("always") ? Integer.MAX_VALUE : number(value), script.pullError());
            case "start" -> script.startsAfter(duration(value));
            case "run" -> value.equals("forever") ? script.runsForever() : script.runs(duration(value));
            case "exit" -> script.exits(number(value));
            case "crashes" -> script.crashes(number(value));
            case "crash-after" -> script.withCrashAfter(duration(value));
            case "crash-exit" -> script.withCrashCode(number(value));
            case "stop" -> script.stopsIn(duration(value));
            case "startup", "liveness", "readiness" -> probes(
                    script, ProbeKind.valueOf(name.toUpperCase(Locale.ROOT)), value);
            case "post-start" -> hook(script, HookKind.POST_START, value);
            case "pre-stop" -> hook(script, HookKind.PRE_STOP, value);
            default -> uses(script, name, value);
        };
    }

    private static ContainerScript probes(ContainerScript script, ProbeKind kind, String value) {
        var result = script;
        for (var turn : value.split(",")) {
            var parts = split(turn);
            result = result.probe(kind, duration(parts[1]), passes("probe", parts[0]));
        }
        return result;
    }

    private static ContainerScript hook(ContainerScript script, HookKind kind, String value) {
        var parts = split(value);
        return script.hook(kind, duration(parts[1]), passes("hook", parts[0]));
    }

    private static boolean passes(String what, String word) {
        return switch (word) {
            case "pass" -> true;
            case "fail" -> false;
            default -> throw new IllegalArgumentException(
                    "container script: a " + what + " can pass or fail, not " + word);
        };
    }

    private static ContainerScript uses(ContainerScript script, String resource, String value) {
        var result = script;
        for (var use : value.split(",")) {
            var parts = split(use);
            result = result.uses(resource, duration(parts[1]), parts[0]);
        }
        return result;
    }

    private static String[] split(String turn) {
        int at = turn.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("container script: " + turn + " has no @time");
        }
        return new String[] {turn.substring(0, at), turn.substring(at + 1)};
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("container script: " + text + " is no number", e);
        }
    }

    private static Duration duration(String text) {
        return ShortDuration.parse(text);
    }
}
