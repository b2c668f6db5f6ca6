package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.program.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What commands work on: files that are named, or else what comes in. */
final class Contents {
    private Contents() {}

    /**
     * One of them.
     *
     * @param name the file as it was named, "" for what came in
     * @param bytes what is in it
     */
    record Content(String name, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        List<String> lines() {
            var text = text();
            if (text.isEmpty()) {
                return List.of();
            }
            return Arrays.asList((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
        }
    }

    /** Gives them all to somebody, once they are there; ends the command if one can't be read. */
    static void of(Invocation run, List<String> operands, Consumer<List<Content>> action) {
        if (operands.isEmpty() || operands.equals(List.of("-"))) {
            Gathered.of(run, bytes -> guarded(run, () -> action.accept(List.of(new Content("", bytes)))));
            return;
        }
        var found = new ArrayList<Content>();
        for (var operand : operands) {
            try {
                var bytes = run.files().read(FilePath.resolve(run.directory(), operand));
                run.work(bytes.length);
                found.add(new Content(operand, bytes));
            } catch (FileException e) {
                run.printError(run.command().get(0) + ": " + operand + ": " + e.text() + "\n");
                run.exit(run.command().get(0).endsWith("grep") ? 2 : 1);
                return;
            }
        }
        guarded(run, () -> action.accept(found));
    }

    /** Does something that may turn out not to be simulated, or not to be possible with the files. */
    static void guarded(Invocation run, Runnable action) {
        try {
            action.run();
        } catch (NotSimulatedException e) {
            e.end(run);
        } catch (FileException e) {
            run.printError(run.command().get(0) + ": " + e.text() + "\n");
            run.exit(1);
        }
    }

    static List<String> lines(List<Content> contents) {
        var lines = new ArrayList<String>();
        contents.forEach(content -> lines.addAll(content.lines()));
        return lines;
    }
}
