package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.program.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** {@code wc}: lines, words and bytes of a file or of the input. */
final class CountCommand {
    private CountCommand() {}

    static void start(Invocation run) {
        FileCommands.withOperands(run, "lwc", arguments -> {
            var operands = arguments.operands();
            if (operands.isEmpty()) {
                Gathered.of(run, bytes -> {
                    run.print(counted(bytes, arguments) + "\n");
                    run.exit(0);
                });
                return;
            }
            int code = 0;
            for (var operand : operands) {
                try {
                    var content = run.files().read(FilePath.resolve(run.directory(), operand));
                    run.work(content.length);
                    run.print(counted(content, arguments) + " " + operand + "\n");
                } catch (FileException e) {
                    run.printError("wc: " + operand + ": " + e.text() + "\n");
                    code = 1;
                }
            }
            run.exit(code);
        });
    }

    private static String counted(byte[] content, Arguments arguments) {
        boolean all = arguments.options().isEmpty();
        var text = new String(content, StandardCharsets.ISO_8859_1);
        var numbers = new ArrayList<String>();
        if (all || arguments.has('l')) {
            numbers.add(Long.toString(text.chars().filter(one -> one == '\n').count()));
        }
        if (all || arguments.has('w')) {
            numbers.add(Integer.toString(text.isBlank() ? 0 : text.strip().split("\\s+").length));
        }
        if (all || arguments.has('c')) {
            numbers.add(Integer.toString(content.length));
        }
        return String.join(" ", numbers);
    }
}
