package io.kubelayers.interfaces.kubectl;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/**
 * A program that people use clusters with, run in a folder of its own with a kubeconfig.
 *
 * @param program the program
 * @param kubeconfig how it finds the server
 * @param environment variables it gets besides
 */
record RealClient(Path program, Path kubeconfig, Map<String, String> environment) {
    private static final int SECONDS = 60;

    /**
     * What a command printed.
     *
     * @param code its exit code
     * @param text both of its outputs
     */
    record Result(int code, String text) {}

    /** The file that {@code -D<name>} or the variable NAME names, or one on the path. */
    static Optional<Path> find(String name) {
        var named = System.getProperty(name, System.getenv().getOrDefault(name.toUpperCase(Locale.ROOT), ""));
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            var candidate = Path.of(folder, name);
            if (Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    RealClient with(String variable, String value) {
        var more = new TreeMap<>(environment);
        more.put(variable, value);
        return new RealClient(program, kubeconfig, more);
    }

    /** Its output, when it ends well. */
    String ok(String... arguments) {
        return fed("", arguments);
    }

    /** Its output when it reads that input and ends well. */
    String fed(String input, String... arguments) {
        var result = run(input, arguments);
        Assertions.assertThat(result.code())
                .as("%s %s%n%s", program.getFileName(), String.join(" ", arguments), result.text())
                .isZero();
        return result.text();
    }

    /** Its output, when it fails. */
    String fails(String... arguments) {
        return fedFails("", arguments);
    }

    String fedFails(String input, String... arguments) {
        var result = run(input, arguments);
        Assertions.assertThat(result.code())
                .as("%s %s%n%s", program.getFileName(), String.join(" ", arguments), result.text())
                .isNotZero();
        return result.text();
    }

    Result run(String input, String... arguments) {
        var command = new ArrayList<>(List.of(program.toString(), "--kubeconfig", kubeconfig.toString()));
        command.addAll(List.of(arguments));
        try {
            return run(input, command);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a command that runs until closed, or until it ends. */
    Running start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(program.toString(), "--kubeconfig", kubeconfig.toString()));
        command.addAll(List.of(arguments));
        return start(command);
    }

    private Running start(List<String> command) throws IOException {
        var folder = kubeconfig.toAbsolutePath().getParent();
        var output = Files.createTempFile(folder, "output", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("GOGC", "off"); // it ends before there is much to collect
        builder.environment().putAll(environment);
        return new Running(builder.start(), output);
    }

    private Result run(String input, List<String> command) throws IOException, InterruptedException {
        var running = start(command);
        var process = running.process();
        var output = running.output();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it ended without reading all of it; what it printed says why
        }
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Result(-1, "no end: " + String.join(" ", command) + "\n" + Files.readString(output));
        }
        return new Result(process.exitValue(), Files.readString(output));
    }

    /** Writes a file beside the kubeconfig, for commands that want one. */
    String file(String name, String content) {
        var file = kubeconfig.toAbsolutePath().getParent().resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file.toString();
    }

    /**
     * A command under way.
     *
     * @param process its process
     * @param output where its outputs go
     */
    record Running(Process process, Path output) implements AutoCloseable {
        /** Waits until the output has a match; gives its last group. */
        String awaitMatch(String pattern) throws IOException, InterruptedException {
            var wanted = Pattern.compile(pattern);
            for (int i = 0; i < 2000; i++) {
                boolean ended = !process.isAlive();
                var match = wanted.matcher(Files.readString(output));
                if (match.find()) {
                    return match.group(match.groupCount());
                }
                if (ended) {
                    break;
                }
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            throw new AssertionError("no " + pattern + " in: " + Files.readString(output));
        }

        /** Types something; what reads it sees no end. */
        void type(String text) throws IOException {
            process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        /** Waits until it ends by itself; gives its exit code. */
        int awaitEnd() throws InterruptedException {
            Assertions.assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
