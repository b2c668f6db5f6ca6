package io.kubelayers.interfaces.http.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The real kubectl, where there is one: the file that {@code -Dkubectl} or the variable KUBECTL names, or one on the path.
 *
 * @param program the program
 * @param kubeconfig how it finds the server
 */
record Kubectl(Path program, Path kubeconfig) {
    /**
     * What a command printed.
     *
     * @param code its exit code
     * @param text both of its outputs
     */
    record Result(int code, String text) {}

    static Optional<Path> find() {
        var named = System.getProperty("kubectl", System.getenv().getOrDefault("KUBECTL", ""));
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            var candidate = Path.of(folder, "kubectl");
            if (Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    Result run(String input, String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), input, arguments);
    }

    Result run(Map<String, String> environment, String input, String... arguments)
            throws IOException, InterruptedException {
        var output = Files.createTempFile(folder(), "kubectl", ".txt");
        var process =
                builder(environment, arguments).redirectOutput(output.toFile()).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Result(-1, "no end: " + String.join(" ", arguments) + "\n" + Files.readString(output));
        }
        return new Result(process.exitValue(), Files.readString(output));
    }

    /** Starts a command that runs until closed. */
    Running start(Map<String, String> environment, String... arguments) throws IOException {
        var output = Files.createTempFile(folder(), "kubectl", ".txt");
        return new Running(
                builder(environment, arguments).redirectOutput(output.toFile()).start(), output);
    }

    private Path folder() {
        return kubeconfig.toAbsolutePath().getParent();
    }

    private ProcessBuilder builder(Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of(program.toString(), "--kubeconfig", kubeconfig.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", folder().toString());
        builder.environment().putAll(environment);
        return builder;
    }

    /**
     * A command under way.
     *
     * @param process its process
     * @param output where its outputs go
     */
    record Running(Process process, Path output) implements AutoCloseable {
        /** Waits until the output has a match; gives its first group. */
        String awaitMatch(String pattern) throws IOException, InterruptedException {
            var wanted = Pattern.compile(pattern);
            for (int i = 0; i < 1000; i++) {
                var match = wanted.matcher(Files.readString(output));
                if (match.find()) {
                    return match.group(1);
                }
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            throw new AssertionError("no " + pattern + " in: " + Files.readString(output));
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
