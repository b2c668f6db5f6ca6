package io.kubelayers.interfaces.http.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

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
        var command = new ArrayList<>(List.of(program.toString(), "--kubeconfig", kubeconfig.toString()));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(kubeconfig.toAbsolutePath().getParent(), "kubectl", ".txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .put("HOME", kubeconfig.toAbsolutePath().getParent().toString());
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Result(-1, "no end: " + String.join(" ", arguments) + "\n" + Files.readString(output));
        }
        return new Result(process.exitValue(), Files.readString(output));
    }
}
