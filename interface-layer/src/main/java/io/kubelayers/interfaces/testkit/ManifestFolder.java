package io.kubelayers.interfaces.testkit;

import io.kubelayers.interfaces.expectation.Expectations;
import io.kubelayers.interfaces.scheduling.GivenCluster;
import io.kubelayers.nucleus.cluster.Manifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The manifests of a folder, each to be tried by itself. */
final class ManifestFolder {
    private ManifestFolder() {}

    /** Files and folders in it that hold manifests, by name. */
    static List<Path> cases(Path folder) {
        try (var entries = Files.list(folder)) {
            var cases = entries.filter(ManifestFolder::isCase).sorted().toList();
            if (cases.isEmpty()) {
                throw new IllegalArgumentException("no manifests in " + folder.toAbsolutePath());
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + folder.toAbsolutePath(), e);
        }
    }

    private static boolean isCase(Path entry) {
        var name = String.valueOf(entry.getFileName());
        if (Expectations.isFile(name)) {
            return false;
        }
        return Files.isDirectory(entry) || name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    /** One of them in a cluster with these nodes. */
    static GivenCluster read(List<Path> nodes, Path one) {
        return GivenCluster.read(Manifests.load(nodes.toArray(new Path[0])).and(Expectations.manifests(one)));
    }
}
