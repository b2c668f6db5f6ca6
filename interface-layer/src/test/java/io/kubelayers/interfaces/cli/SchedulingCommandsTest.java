package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** schedule, fit, pack and compare: the scheduler without a cluster. */
class SchedulingCommandsTest {
    private static final String NODES =
            """
            apiVersion: v1
            kind: Node
            metadata: {name: n1, labels: {topology.kubernetes.io/zone: a}}
            status: {capacity: {cpu: "4", memory: 8Gi, pods: "110"}}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: gpu}
            spec: {taints: [{key: gpu, value: "true", effect: NoSchedule}]}
            status: {capacity: {cpu: "8", memory: 32Gi, pods: "110"}}
            """;
    private static final String DB =
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: shop}
            spec:
              replicas: 2
              serviceName: db
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec: {containers: [{name: db, image: db, resources: {requests: {cpu: 1500m, memory: 1Gi}}}]}
            """;
    private static final String PACKING =
            """
            apiVersion: kubescheduler.config.k8s.io/v1
            kind: KubeSchedulerConfiguration
            profiles:
            - pluginConfig:
              - name: NodeResourcesFit
                args: {scoringStrategy: {type: MostAllocated}}
              plugins: {score: {disabled: [{name: PodTopologySpread}, {name: NodeResourcesBalancedAllocation}]}}
            """;

    @TempDir
    private Path folder;

    private String nodes = "";
    private String db = "";

    @BeforeEach
    void files() {
        nodes = CommandRun.file(folder, "nodes.yaml", NODES);
        db = CommandRun.file(folder, "db.yaml", DB);
    }

    private CommandRun run(String command, String... more) {
        var arguments = new ArrayList<>(List.of(command, "-f", db));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(new String[0]));
    }

    @Test
    void scheduleShowsWherePodsGoAndHowNodesAreFilled() {
        var run = run("schedule", "--nodes", nodes);

        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        == Placements  [application]
                          POD        NODE  NOTE
                          shop/db-0  n1
                          shop/db-1  n1
                          2 of 2 pods find a node; 1 of 2 nodes empty, cpu 38% on average with a deviation of 38%, 11% of the free
                          stranded, memory 13% on average with a deviation of 13%, 16% of the free stranded.

                        == Packing  [application]
                          2 nodes with what pods request of them
                          NODE  PODS  CPU                        MEMORY
                          gpu   0     ....................   0%  ....................   0%  taint gpu
                          n1    2     ###############.....  75%  #####...............  25%  zone a
                        """);
        assertThat(run.code()).isZero();
    }

    @Test
    void nodesThatSayTheSameAreCountedTogether() {
        var file = CommandRun.file(folder, "big.yaml", DB.replace("1500m", "9"));
        var run = CommandRun.of("schedule", "-f", file, "--nodes", "20");

        assertThat(run.out()).contains("and 12 more  rejected  NodeResourcesFit: Insufficient cpu");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void whereNoPodWaitsItSaysSo() {
        var run = CommandRun.of("schedule", "-f", nodes);

        assertThat(run.out()).contains("No pod waits for a node.");
        assertThat(run.code()).isZero();
    }

    @Test
    void whatEveryServerHasMayComeFromAManifestToo() {
        var service =
                """
                apiVersion: apiregistration.k8s.io/v1
                kind: APIService
                metadata: {name: v1beta1.metrics.k8s.io}
                spec:
                  group: metrics.k8s.io
                  groupPriorityMinimum: 100
                  version: v1beta1
                  versionPriority: 100
                  insecureSkipTLSVerify: true
                  service: {name: adapter, namespace: monitoring}
                """;
        var run = run("schedule", "-f", CommandRun.file(folder, "service.yaml", service), "--nodes", nodes);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void whoFindsNoNodeIsToldWhyNodeByNodeAndTheExitCodeIsOne() {
        var file = CommandRun.file(folder, "more.yaml", DB.replace("replicas: 2", "replicas: 4"));
        var run = CommandRun.of("schedule", "-f", file, "--nodes", nodes);

        assertThat(run.out())
                .contains(
                        """
                        == Why shop/db-2 finds no node, nor 1 more  [application]
                          0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint(s). no new claims to
                          deallocate, preemption: 0/2 nodes are available: 1 No preemption victims found for incoming pod, 1
                          Preemption is not helpful for scheduling.
                          NODE  VERDICT   WHY
                          gpu   rejected  TaintToleration: node(s) had untolerated taint(s): gpu=true:NoSchedule
                          n1    rejected  NodeResourcesFit: Insufficient cpu
                        """);
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void scoresAreShownOnDemand() {
        assertThat(run("schedule", "--nodes", nodes, "--scores").out())
                .contains("== Why shop/db-0 goes to n1  [application]")
                .contains("NODE  VERDICT   TAINTTOLERATION")
                .contains("TaintToleration: node(s) had untolerated taint(s): gpu=true:NoSchedule");
    }

    @Test
    void picturesArePagesAndFiles() throws IOException {
        var page = folder.resolve("out/packing.html");
        var picture = folder.resolve("out/packing.svg");
        run("schedule", "--nodes", nodes, "--html", page.toString(), "--svg", picture.toString());

        assertThat(Files.readString(page)).contains("<title>shop/db-0: 38% of cpu</title>");
        assertThat(Files.readString(picture))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("<title>shop/db-1: 13% of memory</title>");
    }

    @Test
    void programsReadJson() {
        assertThat(run("schedule", "--nodes", "2", "--node-cpu", "2", "-o", "json")
                        .out())
                .startsWith("{\"scheduled\":2,\"unscheduled\":0,\"pods\":[{\"pod\":\"shop/db-0\",");
    }

    @Test
    void aDumpOfARealClusterIsEnough() {
        var dump = CommandRun.file(
                folder,
                "dump.yaml",
                """
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: Node, metadata: {name: n1, uid: a}, status: {allocatable: {cpu: "2", memory: 8Gi, pods: "110"}}}
                - {apiVersion: v1, kind: Pod, metadata: {name: old, namespace: x, uid: b}, spec: {nodeName: n1, containers: [{name: c, resources: {requests: {cpu: "1"}}}]}}
                - {apiVersion: v1, kind: Pod, metadata: {name: new, namespace: x, uid: c}, spec: {containers: [{name: c, resources: {requests: {cpu: "2"}}}]}}
                """);
        var run = CommandRun.of("schedule", "-f", dump);

        assertThat(run.out())
                .contains("x/new  <none>  pending")
                .contains("0/1 nodes are available: 1 Insufficient cpu.");
        assertThat(run.code()).isEqualTo(1);
        assertThat(CommandRun.of("schedule", "-f", dump, "--from-scratch").out())
                .contains("x/old  n1")
                .contains("x/new  <none>  pending");
    }

    @Test
    void theImportantEvictUnlessTheyMayNot() {
        var vip = CommandRun.file(
                folder,
                "vip.yaml",
                """
                {apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: vip}, value: 1000}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: low}, spec: {nodeName: n1, containers: [{name: c, image: i, resources: {requests: {cpu: "3"}}}]}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: vip}, spec: {priorityClassName: vip, containers: [{name: c, image: i, resources: {requests: {cpu: "3"}}}]}}
                """);
        var run = CommandRun.of("schedule", "-f", vip, "--nodes", nodes);
        assertThat(run.out())
                .contains("default/vip  n1")
                .contains("default/low  <none>  evicted from n1 for default/vip");
        assertThat(run.code()).as("nobody makes the evicted pod again").isEqualTo(1);
        assertThat(CommandRun.of("schedule", "-f", vip, "--nodes", nodes, "--no-preemption")
                        .out())
                .contains("default/vip  <none>  pending")
                .contains("evicting default/low from n1 makes room for default/vip");
    }

    @Test
    void fitCountsReplicasAndSaysWhatStopsTheNext() {
        var run = run("fit", "--nodes", nodes);

        assertThat(run.out())
                .contains("2 replicas of shop/db fit.")
                .contains("== What stops the next one  [application]")
                .contains("n1    rejected  NodeResourcesFit: Insufficient cpu");
        assertThat(run.code()).as("the set asks for two").isZero();
        assertThat(run("fit", "--nodes", nodes, "--at-least", "3").code()).isEqualTo(1);
        assertThat(run("fit", "--nodes", nodes, "--pod", "shop/db", "--limit", "1")
                        .out())
                .contains("Counted no further.");
    }

    @Test
    void packFindsTheFewestNodes() {
        var run = run("pack", "--shape", "s=2,4Gi", "--shape", "l=8,16Gi");

        assertThat(run.out()).contains("2 pods fit with 1 l more");
        assertThat(run.code()).isZero();
        assertThat(run("pack", "--shapes", nodes, "--nodes", nodes).out()).contains("2 pods fit as it is");
        var small = run("pack", "--shape", "s=1,4Gi", "-o", "json");
        assertThat(small.out()).startsWith("{\"fits\":false,\"nodes\":{},");
        assertThat(small.code()).isEqualTo(1);
    }

    @Test
    void compareShowsWhatAnotherConfigurationChanges() {
        var packing = CommandRun.file(folder, "packing.yaml", PACKING);
        var run = run("compare", "--nodes", "2", "--with", packing);

        assertThat(run.out())
                .contains("1 of 2 pods go elsewhere.")
                .contains("== Packing by packing.yaml")
                .containsPattern("empty nodes +0 +1\n")
                .containsPattern("cpu deviation among nodes +0.0% +37.5%\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void badInputNamesFileAndLineAndTheExitCodeIsTwo() {
        var config = CommandRun.file(folder, "s.yaml", PACKING.replace("MostAllocated", "Best"));
        var badConfig = run("schedule", "--nodes", nodes, "--config", config);
        assertThat(badConfig.err())
                .startsWith("error: " + config + ":6:30: profiles[0].pluginConfig[0].args.scoringStrategy.type:"
                        + " Unsupported value: \"Best\"");
        assertThat(badConfig.code()).isEqualTo(2);

        var manifest = CommandRun.file(folder, "bad.yaml", DB.replace("replicas: 2", "replicas: -1"));
        var refused = CommandRun.of("schedule", "-f", manifest, "--nodes", nodes);
        assertThat(refused.err())
                .isEqualToNormalizingNewlines("error: " + manifest + ":5: StatefulSet.apps \"db\" is invalid:"
                        + " spec.replicas: Invalid value: -1: must be greater than or equal to 0\n");
        assertThat(refused.out()).isEmpty();
        assertThat(refused.code()).isEqualTo(2);

        var several = CommandRun.file(folder, "several.yaml", PACKING + "  schedulerName: a\n- schedulerName: b\n");
        assertThat(run("schedule", "--nodes", nodes, "--config", several).err())
                .startsWith(
                        "error: pod shop/db-0 names scheduler \"default-scheduler\", which no profile has; there are a, b");
    }
}
