package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.interfaces.report.Section;
import io.kubelayers.interfaces.scheduling.GivenCluster;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.pod.Pods;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Tests for each manifest of a folder. */
@ExtendWith(SchedulingReports.class)
class ManifestSourceTest {
    @ParameterizedTest
    @ManifestSource(folder = "applications", nodes = "applications-nodes.yaml")
    void every_application_fits(GivenCluster application, SchedulingReport report) {
        assertThat(application).isAdmitted().schedulesAll();
        assertThat(application).needs(new NodeTemplate().cpu("4").build("m")).isAtMost(0);
        report.show(application.scheduling().inDetail().placeAll(application.waiting()));
    }

    @Test
    void the_same_as_dynamic_tests(@TempDir Path folder) throws Throwable {
        var nodes = Path.of(
                ManifestSourceTest.class.getResource("applications-nodes.yaml").toURI());
        Files.writeString(
                folder.resolve("huge.yaml"),
                "{apiVersion: v1, kind: Pod, metadata: {name: huge}, spec: {containers: [{name: c, image: i, resources:"
                        + " {requests: {cpu: 99}}}]}}");
        Files.writeString(folder.resolve("typo.yaml"), "{apiVersion: v1, kind: Pod, metadat: {name: huge}}");
        var tests = SchedulingTests.of(folder, nodes).toList();

        assertThat(tests).extracting(test -> test.getDisplayName()).containsExactly("huge.yaml", "typo.yaml");
        assertThatThrownBy(() -> tests.get(0).getExecutable().execute())
                .hasMessageContaining("n1    rejected  NodeResourcesFit: Insufficient cpu");
        assertThatThrownBy(() -> tests.get(1).getExecutable().execute())
                .hasMessageStartingWith("\nExpected: the API server takes all manifests\nBut:      it refuses 1: "
                        + folder.resolve("typo.yaml") + ":1: unknown field \"metadat\"");
        for (var test :
                SchedulingTests.of(nodes.resolveSibling("applications"), nodes).toList()) {
            test.getExecutable().execute();
        }
    }

    @Test
    void files_are_asked_in_many_ways() throws URISyntaxException {
        var given = ManifestFolder.read(
                List.of(Path.of(ManifestSourceTest.class
                        .getResource("applications-nodes.yaml")
                        .toURI())),
                Path.of(ManifestSourceTest.class.getResource("applications/db").toURI()));
        assertThat(given).roomFor("shop/db-0").isAtLeast(2).stoppedBy("Insufficient cpu");
        assertThat(given).evicting().schedulesAll().spreadOver("topology.kubernetes.io/zone", 0);
        assertThatThrownBy(() -> assertThat(given).roomFor("shop/bd-0")).hasMessageContaining("typo of shop/db-0?");
    }

    @Test
    void what_was_shown_is_on_one_page(@TempDir Path folder) throws IOException {
        var sections = new ArrayList<Section>();
        var report = new SchedulingReport("goes_there", sections);
        var scheduling = Scheduling.on(
                List.of(
                        new NodeTemplate().build("n1"),
                        new NodeTemplate().cpu("1").build("n2")),
                List.of());
        var web = Pods.named("web").cpu("500m").build();
        assertThat(report.show(scheduling.inDetail().place(web))).onNode("n1");
        assertThat(report.show(scheduling.capacityFor(web, 99))).isExactly(10);
        assertThat(report.show(scheduling.smallestFleet(List.of(), List.of(web), 0)))
                .isEnough();
        assertThat(report.show(scheduling.compare(Profile.standard(), List.of(web))))
                .changesNothing();

        var page = Files.readString(SchedulingReports.write(folder.resolve("new"), ManifestSourceTest.class, sections));
        assertThat(page)
                .contains("<h1>ManifestSourceTest</h1>")
                .contains("goes_there: default/web")
                .contains("<th>Node<wbr/>Resources<wbr/>Fit</th>")
                .contains("goes_there: What stops the next one")
                .contains("<title>default/web: 13% of cpu</title>");
    }
}
