package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.files.ContainerFiles;
import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.streaming.ContainerLog;
import io.kubelayers.nucleus.value.Absent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * What a container has left to say of its end (kubelet {@code kuberuntime_container.go}, getTerminationMessage): the end of
 * a file that it wrote, or of its log if it failed without one and its policy wants that.
 */
final class TerminationMessage {
    private static final String FALLBACK = "FallbackToLogsOnError";
    private static final int MOST_OF_FILE = 4096;
    private static final int MOST_OF_LOG = 2048;
    private static final int MOST_LINES = 80;

    private TerminationMessage() {}

    static String of(Container container, int exitCode, ContainerFiles files, Supplier<ContainerLog> log) {
        var path = Absent.text(container.terminationMessagePath());
        var written = path.isEmpty() ? "" : end(files, path);
        boolean toLog = written.isEmpty() && exitCode != 0 && FALLBACK.equals(container.terminationMessagePolicy());
        return toLog ? end(log.get()) : written;
    }

    private static String end(ContainerFiles files, String path) {
        try {
            var bytes = files.read(FilePath.resolve(FilePath.ROOT, path));
            var end = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - MOST_OF_FILE), bytes.length);
            return new String(end, StandardCharsets.UTF_8);
        } catch (FileException neverWritten) {
            return "";
        }
    }

    private static String end(ContainerLog log) {
        var lines = new ArrayDeque<String>();
        var cursor = log.read();
        for (var line = cursor.poll(); line.isPresent(); line = cursor.poll()) {
            lines.add(line.get().text());
            if (lines.size() > MOST_LINES) {
                lines.removeFirst();
            }
        }
        var text = String.join("", lines);
        return text.substring(Math.max(0, text.length() - MOST_OF_LOG));
    }
}
