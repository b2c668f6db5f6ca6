package io.kubelayers.interfaces.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.interfaces.report.TextReport;
import io.kubelayers.nucleus.cluster.Manifests;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tour of applications that other projects publish, where a folder of them lies beside the checkout. */
class PublishedManifestsTest {
    private static Path manifests() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var candidate = folder.resolveSibling("shared").resolve("manifests");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        Assumptions.abort("no folder ../shared/manifests beside the checkout: nothing to tour");
        throw new AssertionError();
    }

    @ParameterizedTest
    @CsvSource({
        "guestbook.yaml, 6 of 6 objects accepted, 6 of 6 pods running",
        "online-boutique.yaml, 35 of 35 objects accepted, 12 of 12 pods running",
        "kube-prometheus, 93 of 93 objects accepted, can't start: FailedMount",
        "cassandra.yaml, 3 of 3 objects accepted, pod"
    })
    void everyObjectIsAcceptedAndEveryPodRunsOrIsExplained(String name, String accepted, String pods) {
        var told = new StringBuilder();
        var result = Tour.of(name, Manifests.load(manifests().resolve(name)), 1)
                .run(title -> {}, section -> told.append(TextReport.render(section)));

        assertThat(result.problems()).isEmpty();
        assertThat(told).contains(accepted).contains(pods);
    }
}
