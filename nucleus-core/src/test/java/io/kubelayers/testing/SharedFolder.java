package io.kubelayers.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Data that stands beside the checkout, in a folder {@code shared} of some parent directory, and may be missing. */
public final class SharedFolder {
    private SharedFolder() {}

    /** A file or folder in it; where there is none, the calling test is skipped with a message. */
    public static Path require(String name) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path found = up.resolve("shared").resolve(name);
            if (Files.exists(found)) {
                return found;
            }
        }
        String reason = "skipped: no shared/" + name + " beside the checkout";
        System.out.println(reason);
        return Assumptions.abort(reason);
    }
}
