package io.kubelayers.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each lesson prints what it says. */
class LessonsTest {
    @Test
    void theNucleusKeepsVersionsAndNamespaces() {
        assertThat(printed(NucleusLesson::run))
                .contains("409 Operation cannot be fulfilled on configmaps \"settings\": the object has been modified")
                .contains("the namespace took its content along: true");
    }

    @Test
    void theApplicationLayerRunsWhatFitsAndExplainsTheRest() {
        assertThat(printed(ApplicationLesson::run))
                .contains("2 of 3 pods are available")
                .contains("0/2 nodes are available: 2 Insufficient cpu.")
                .contains("with one more node: 3");
    }

    @Test
    void theGovernanceLayerRefusesAndExplains() {
        assertThat(printed(GovernanceLesson::run))
                .contains("jane created a pod")
                .contains("403 pods \"large-one\" is forbidden: exceeded quota: small, requested: requests.cpu=800m,"
                        + " used: requests.cpu=500m, limited: requests.cpu=1")
                .contains("403 pods \"small-one\" is forbidden: User \"jane\" cannot delete resource \"pods\"");
    }

    @Test
    void theSchedulerAloneSaysWhyAPodFitsNowhere() {
        assertThat(printed(EmbedScheduler::run))
                .contains("0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint(s).");
    }

    @Test
    void rbacAloneNamesTheBindingThatGrants() {
        assertThat(printed(EmbedRbac::run))
                .contains("in shop: true, RBAC: allowed by RoleBinding \"jane-views/shop\" of ClusterRole \"viewer\" to"
                        + " User \"jane\"")
                .contains("in bank: false");
    }

    @Test
    void quotaMathAloneSaysWhatIsExceeded() {
        assertThat(printed(EmbedQuota::run))
                .contains("exceeded quota: dev, requested: requests.cpu=500m, used: requests.cpu=1800m, limited:"
                        + " requests.cpu=2");
    }

    @Test
    void theAutoscalerAloneFollowsARushHour() {
        assertThat(printed(EmbedAutoscaling::run))
                .contains("New size: 6; reason: cpu resource utilization (percentage of request) above target")
                .contains("New size: 2; reason: All metrics below target");
    }

    @Test
    void aReleaseThatDoesNotFitItsQuotaIsCutToFit() {
        assertThat(printed(QuotaPlanningLesson::run))
                .contains("As the release stands, the first that does not fit is StatefulSet shop/db: Pod 3 of 3: pods"
                        + " \"db-2\" is forbidden: exceeded quota: team, requested: requests.cpu=1,")
                .contains("With 800m for each db pod: all 2 objects fit")
                .contains("  98%  shop/team requests.cpu");
    }

    @Test
    void aTunedAutoscalerTradesPodHoursForCalm() {
        assertThat(printed(AutoscalingLesson::run))
                .containsPattern(
                        "Target 80 %, default behavior: +\\d+ rescales, at most +\\d+ replicas, +161.2 pod hours")
                .containsPattern("Target 60 %, down slowly: .* 34 looks with more load than ready pods")
                .contains("the desired replica count is decreasing faster than the maximum scale rate");
    }

    @Test
    void aNetworkPolicyOfAPullRequestOpensMoreThanWasMeant() {
        assertThat(printed(NetworkPolicyLesson::run))
                .contains("pod shop/web may connect to pod shop/db on TCP 5432: NetworkPolicy shop/db spec.ingress[0]"
                        + " allows it")
                .contains("- ops/backup to shop/db: opens all ports (pairs 1)")
                .contains("- shop/web to shop/db: opens TCP 1-5431, TCP 5433-65535, UDP, SCTP (pairs 1)")
                .contains("\"shop/web\" -> \"shop/db\" [label=\"TCP 5432\"];");
    }

    @Test
    void aRoleOfAPullRequestGivesMoreThanAShell() {
        assertThat(printed(RbacReviewLesson::run))
                .contains("1 subject gains rights, 0 lose some")
                .contains(
                        "- Group \"operators\": gains get, list, create on */log, pods/exec, secrets in API group \"\" in"
                                + " namespace \"shop\"")
                .contains("- Group \"operators\": may run commands in containers in namespace \"shop\"")
                .contains("before: nobody")
                .contains("and afterwards: Group \"operators\"");
    }

    @Test
    void aPendingPodIsExplainedAndHelped() {
        assertThat(printed(PendingPodLesson::run))
                .contains(
                        "0/3 nodes are available: 1 Insufficient cpu, 1 Insufficient memory, 1 node(s) had untolerated"
                                + " taint(s).")
                .contains(
                        "gpu-1      rejected   -       TaintToleration: node(s) had untolerated taint(s): gpu=true:NoSchedule")
                .contains("worker-1   rejected   -       NodeResourcesFit: Insufficient cpu")
                .contains("- tolerating the taint: it goes to gpu-1");
    }

    @Test
    void aPluginOfOnesOwnKeepsTenantsApart() {
        assertThat(printed(OwnPluginLesson::run))
                .contains("default/red-2: Successfully assigned default/red-2 to n1")
                .contains(
                        "0/2 nodes are available: 1 node(s) belonged to tenant blue, 1 node(s) belonged to tenant red.");
    }

    @Test
    void blackFridayNeedsOneMoreSmallNodeThanItSeems() {
        assertThat(printed(BlackFridayLesson::run))
                .contains("Black Friday:    56 pods fit with 1 m and 3 xl more")
                .contains("drain xl-1: 3 of 17 pods found a node");
    }

    /** The pages of lessons show what the lessons print, to the letter. */
    @Test
    void pagesShowWhatLessonsPrint() throws IOException {
        var pages = Path.of("lessons");
        assertThat(Files.readString(pages.resolve("pending-pod.md"))).contains(printed(PendingPodLesson::run));
        assertThat(Files.readString(pages.resolve("own-plugin.md")))
                .contains(printed(OwnPluginLesson::run))
                .contains(Files.readString(Path.of("src/main/java/io/kubelayers/examples/OneTenantPerNode.java"))
                        .lines()
                        .dropWhile(line -> !line.startsWith("public final class"))
                        .collect(Collectors.joining("\n")));
        assertThat(Files.readString(pages.resolve("black-friday.md"))).contains(printed(BlackFridayLesson::run));
    }

    private static String printed(Consumer<PrintStream> lesson) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            lesson.accept(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
