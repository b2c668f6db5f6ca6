package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.toolbox.ShellNode.Pipeline;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Commands of which each reads what the one before it writes, each in a shell of its own. */
final class ShellPipeline {
    private static final int BROKEN_PIPE = 141;
    private static final int KILLED = 137;

    private ShellPipeline() {}

    /** Runs them; goes on with the outcome of the last when all have ended. */
    static void run(ShellRun shell, Pipeline pipeline, ShellIo where, IntConsumer then) {
        List<ShellNode> stages = pipeline.stages();
        var left = new int[] {stages.size(), 0};
        var source = where.input();
        for (int i = 0; i < stages.size(); i++) {
            boolean last = i == stages.size() - 1;
            var pipe = new ShellInput();
            var reads = source;
            var stage = new ShellRun[1];
            Consumer<byte[]> out = last ? where.out() : bytes -> pass(bytes, pipe, stage[0], where);
            stage[0] = shell.within(new ShellIo(reads, out, where.error()), code -> {
                if (reads != where.input()) {
                    reads.close();
                }
                if (last) {
                    left[1] = code;
                } else {
                    pipe.end();
                }
                left[0]--;
                if (left[0] == 0) {
                    then.accept(left[1]);
                }
            });
            source = pipe;
            stage[0].runAndExit(stages.get(i));
        }
    }

    private static void pass(byte[] bytes, ShellInput pipe, ShellRun writer, ShellIo where) {
        if (pipe.isClosed()) {
            writer.kill(BROKEN_PIPE);
        } else if (!pipe.accept(bytes)) {
            writer.complain(where, "more than anybody reads: not simulated");
            writer.kill(KILLED);
        }
    }
}
