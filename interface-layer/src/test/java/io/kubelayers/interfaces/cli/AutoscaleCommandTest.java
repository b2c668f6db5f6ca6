package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class AutoscaleCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        CommandRun.file(
                folder,
                "hpa.yaml",
                """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: web, namespace: shop}
                spec:
                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
                  minReplicas: 2
                  maxReplicas: 8
                  metrics:
                  - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}
                """);
    }

    private CommandRun autoscale(String... more) {
        var arguments = new ArrayList<>(List.of("autoscale", "-f", folder.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void aRushHourIsTold() {
        var run = autoscale("web", "--load", "steps 0s=1 10m=4 25m=1");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("0:1\\d:\\d\\d +cpu 4.00 +\\d +\\d->\\d +New size: \\d; reason: cpu resource");
        assertThat(run.out()).contains("reason: All metrics below target");
    }

    @Test
    void chartsAreDrawn() throws Exception {
        var html = folder.resolve("day.html");
        var svg = folder.resolve("day.svg");
        autoscale(
                "shop/web",
                "--load",
                "cpu=wave 1..4 every 2h",
                "--duration",
                "2h",
                "--html",
                html.toString(),
                "--svg",
                svg.toString());

        assertThat(Files.readString(html)).contains("Each rescale explained", "Load: cpu", "pod hours");
        var picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(svg))));
        var paths = picture.getElementsByTagName("path");
        assertThat(IntStream.range(0, paths.getLength())
                        .mapToObj(i -> ((Element) paths.item(i)).getAttribute("d"))
                        .filter(path -> !path.isEmpty()))
                .as("the load, what is wanted and what is ready")
                .hasSize(3);
    }

    @Test
    void recordedLoadsAreRead() throws IOException {
        var csv = folder.resolve("load.csv");
        Files.writeString(csv, "seconds,cores\n0,1000m\n600,1\n601,4\n");

        assertThat(autoscale("web", "--load", csv.toString(), "--request", "cpu=500m")
                        .out())
                .contains("->8");
    }

    @Test
    void podsRequestWhatTheTargetAmongTheManifestsSays() {
        CommandRun.file(
                folder,
                "web.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: web, image: web, resources: {requests: {cpu: 500m}}}]}
                """);

        assertThat(autoscale("web", "--load", "1", "--duration", "2m").out()).contains("2->4");
        assertThat(autoscale("web", "--load", "1", "--duration", "2m", "--request", "cpu=1")
                        .out())
                .doesNotContain("->");
    }

    @Test
    void recordingsOfPrometheusAreReadTheirSeriesAddedUp() throws IOException {
        var prom = folder.resolve("load.prom");
        Files.writeString(
                prom,
                """
                # TYPE cores gauge
                cores{zone="a"} 0.5 1767225600000
                cores{zone="b"} 0.5 1767225600000
                cores{zone="a"} 2 1767226200000
                cores{zone="b"} 2 1767226200000
                watts 300 1767225600000
                """);

        assertThat(autoscale("web", "--load", "cpu=" + prom, "--duration", "15m")
                        .err())
                .contains("load.prom has the metrics cores, watts; say which with METRIC=");
        Files.writeString(prom, Files.readString(prom).replaceAll("(?m)^watts.*\\R", ""));
        assertThat(autoscale("web", "--load", prom.toString(), "--duration", "15m")
                        .out())
                .contains("cpu 3.40                 5     5->6");
        Files.writeString(prom, "cores 1\n");
        assertThat(autoscale("web", "--load", prom.toString()).err())
                .startsWith("error: " + prom + ": line 1: expected the time of the value at the end");
    }

    @Test
    void whatIsWrongIsTold() {
        assertThat(autoscale("wbe", "--load", "1").err()).contains("no autoscaler wbe in the manifests; ");
        assertThat(autoscale("web", "--load", "wavy 1").err()).contains("expected a quantity");
        assertThat(autoscale("web", "--load", "cpus=1").err()).contains("the autoscaler has no metric cpus; ");
        assertThat(autoscale("web", "--load", "1", "--request", "cpu=x").code()).isEqualTo(2);
        assertThat(autoscale("web", "--load", "none.csv").err()).startsWith("error: no such file: none.csv\n");
    }
}
