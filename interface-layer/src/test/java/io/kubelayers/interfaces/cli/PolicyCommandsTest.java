package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of roles and of network policies gives, takes, opens and closes, asked for by a pull request's check. */
class PolicyCommandsTest {
    private static final String SHOP =
            """
            apiVersion: v1
            kind: Pod
            metadata: {namespace: shop, name: web, labels: {app: web}}
            spec: {containers: [{name: web, image: web, ports: [{containerPort: 8080}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {namespace: shop, name: db, labels: {app: db}}
            spec: {containers: [{name: db, image: db, ports: [{name: sql, containerPort: 5432}]}]}
            ---
            {apiVersion: v1, kind: Service, metadata: {namespace: shop, name: db}, spec: {selector: {app: db}, ports: [{port: 5432}]}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {namespace: shop, name: all}
            spec: {podSelector: {}, policyTypes: [Ingress, Egress], egress: [{to: [{podSelector: {}}]}]}
            """;
    private static final String CLOSED =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {namespace: shop, name: db}
            spec: {podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: sql}]}]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {namespace: shop, name: devs}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
            subjects: [{kind: Group, name: devs, apiGroup: rbac.authorization.k8s.io}]
            """;

    @TempDir
    private Path folder;

    private String before = "";
    private String after = "";

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("before"));
        Files.createDirectory(folder.resolve("after"));
        before = folder.resolve("before").toString();
        after = folder.resolve("after").toString();
        CommandRun.file(folder, "before/shop.yaml", SHOP);
        CommandRun.file(folder, "before/policy.yaml", CLOSED);
        CommandRun.file(folder, "after/shop.yaml", SHOP);
        CommandRun.file(folder, "after/policy.yaml", CLOSED);
    }

    private void change(String from, String to) {
        assertThat(CLOSED).contains(from);
        CommandRun.file(folder, "after/policy.yaml", CLOSED.replace(from, to));
    }

    @Test
    void aBindingOfAnotherRoleTellsWhatItGivesAndWhatOfItIsDangerous() {
        change("name: view", "name: edit");

        var run = CommandRun.of("rbac", "-f", after, "--before", before);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("- 1 subject gains rights, 0 lose some [rbac.difference]\n")
                .contains(
                        "  - Group \"devs\": gains create, delete, deletecollection, patch, update on cronjobs, jobs in API")
                .contains("  - Group \"devs\": may read secrets in namespace \"shop\"")
                .contains("[rbac.danger.exec]");
        assertThat(CommandRun.of("rbac", "-f", after).out())
                .startsWith("- 5 dangerous grants [rbac.review]\n")
                .doesNotContain("difference");
        assertThat(CommandRun.of("rbac", "-f", before, "--before", after).code())
                .isZero();
    }

    @Test
    void aBindingOfARoleThatIsNotThereGrantsNothing() {
        change("name: view", "name: viewer");

        assertThat(CommandRun.of("rbac", "-f", after, "--before", before, "-o", "json")
                        .out())
                .contains("\"code\":\"rbac.missing-role\"")
                .contains("clusterrole.rbac.authorization.k8s.io \\\"viewer\\\" not found");
        assertThat(CommandRun.of("rbac", "-f", before)).satisfies(run -> {
            assertThat(run.out()).isEqualTo("+ nobody holds a dangerous right [rbac.review]\n");
            assertThat(run.code()).isZero();
        });
    }

    @Test
    void whoReachesWhomIsATableAndWhatStandsOutFollows() throws IOException {
        var dot = folder.resolve("out/net.dot");
        var svg = folder.resolve("out/net.svg");

        var run = CommandRun.of("network", "-f", before, "--matrix", "--dot", dot.toString(), "--svg", svg.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("  1 shop/db\n")
                .containsPattern("(?m)^FROM +TO +PORTS$")
                .containsPattern("(?m)^shop/web +shop/db +TCP 5432$")
                .contains(
                        "pod shop/web: listens on TCP 8080, but nobody reaches any of it [networkpolicy.unreachable]");
        assertThat(run.code()).isEqualTo(1);
        assertThat(Files.readString(dot)).contains("\"shop/web\" -> \"shop/db\" [label=\"TCP 5432\"]");
        assertThat(Files.readString(svg)).startsWith("<svg ").contains("shop/web to shop/db: TCP 5432");
    }

    @Test
    void aChangeThatOpensSomethingIsToBeLookedAt() {
        change(", ports: [{port: sql}]", "");

        var run = CommandRun.of("network", "-f", after, "--before", before);

        assertThat(run.out())
                .startsWith("- opens 1 pair of ends and closes 0 pairs of ends [networkpolicy.difference]\n")
                .contains("  - shop/web to shop/db: opens ");
        assertThat(run.code()).isEqualTo(1);
        assertThat(CommandRun.of("network", "-f", before, "--before", after).code())
                .isZero();
    }

    @Test
    void oneConnectionIsAnsweredWithTheRuleThatAllowsIt() {
        var yes = CommandRun.of(
                "network", "-f", before, "--from", "shop/web", "--to-service", "shop/db", "--port", "5432");
        var no = CommandRun.of(
                "network", "-f", before, "--from-address", "203.0.113.9", "--to", "shop/db", "--port", "5432");

        assertThat(yes.out()).startsWith("yes\n").contains("NetworkPolicy shop/db spec.ingress[0] allows it");
        assertThat(yes.code()).isZero();
        assertThat(no.out()).startsWith("no\n").contains("ingress of pod shop/db is isolated by NetworkPolicy");
        assertThat(no.code()).isEqualTo(1);
    }

    @Test
    void wrongUsageIsSaidInOneLine() {
        assertThat(CommandRun.of("network", "-f", before, "--from", "shop/wbe", "--to", "shop/db", "--port", "1")
                        .err())
                .startsWith("error: there is no pod or workload shop/wbe; typo of shop/web?\n");
        assertThat(CommandRun.of("network", "-f", before, "--port", "1").code()).isEqualTo(2);
        assertThat(CommandRun.of("rbac", "-f", before, "-o", "yaml").err())
                .startsWith("error: unknown output format \"yaml\"; there is json\n");
        assertThat(CommandRun.of("rbac", "-f", folder.resolve("nowhere").toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void rightsInAllNamespacesAreListedWithTheirNamespace() {
        assertThat(CommandRun.of("can-i", "--list", "-A", "--as", "ann", "--as-group", "devs", "-f", before)
                        .out())
                .containsPattern("(?m)^Namespace +Resources")
                .containsPattern("(?m)^shop +pods +\\[] +\\[] +\\[get list watch]$")
                .containsPattern("(?m)^\\* +\\[/healthz] +");
    }
}
