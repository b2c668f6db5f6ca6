package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** {@code base64 [-d]}: what comes in, as text in lines, or back. */
final class Base64Command {
    private static final int LINE = 76;
    private static final byte[] LINE_END = {'\n'};

    private Base64Command() {}

    static void start(Invocation run) {
        FileCommands.withOperands(run, "d", arguments -> {
            if (!arguments.operands().isEmpty()) {
                throw new NotSimulatedException("a file");
            }
            Gathered.of(run, bytes -> convert(run, bytes, arguments.has('d')));
        });
    }

    private static void convert(Invocation run, byte[] bytes, boolean back) {
        if (!back) {
            run.print(Base64.getMimeEncoder(LINE, LINE_END).encode(bytes));
            run.print(bytes.length == 0 ? "" : "\n");
            run.exit(0);
            return;
        }
        try {
            var text = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
            run.print(Base64.getDecoder().decode(text));
            run.exit(0);
        } catch (IllegalArgumentException e) {
            run.printError("base64: truncated input\n");
            run.exit(1);
        }
    }
}
