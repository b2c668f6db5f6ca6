package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanICommandTest {
    private static final String POLICY =
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: reader}
            rules: [{apiGroups: [""], resources: [pods], verbs: [get, list]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: read}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
            subjects:
            - {kind: User, name: ann, apiGroup: rbac.authorization.k8s.io}
            - {kind: Group, name: team, apiGroup: rbac.authorization.k8s.io}
            - {kind: ServiceAccount, name: bot, namespace: default}
            """;

    @TempDir
    private Path folder;

    private String file = "";

    @BeforeEach
    void write() {
        file = CommandRun.file(folder, "policy.yaml", POLICY);
    }

    private CommandRun ask(String command) {
        return CommandRun.of((command + " -f " + file).split(" "));
    }

    @Test
    void yesIsZeroAndNoIsOne() {
        assertThat(ask("can-i list pods --as ann")).isEqualTo(new CommandRun(0, "yes\n", ""));
        assertThat(ask("can-i list pod/web --as ann")).isEqualTo(new CommandRun(0, "yes\n", ""));
        assertThat(ask("can-i delete pods --as ann")).isEqualTo(new CommandRun(1, "no\n", ""));
        assertThat(ask("can-i list pods --as ann -n shop")).isEqualTo(new CommandRun(1, "no\n", ""));
        assertThat(ask("can-i list pods --as bob -q")).isEqualTo(new CommandRun(1, "", ""));
        assertThat(ask("can-i list pods --as bob --as-group team")).isEqualTo(new CommandRun(0, "yes\n", ""));
        assertThat(ask("can-i get pods --as system:serviceaccount:default:bot"))
                .isEqualTo(new CommandRun(0, "yes\n", ""));
        assertThat(ask("can-i get /healthz --as ann")).isEqualTo(new CommandRun(0, "yes\n", ""));
        assertThat(ask("can-i delete nodes")).isEqualTo(new CommandRun(0, "yes\n", ""));
    }

    @Test
    void theReasonIsTheRuleOrWhatCameNear() {
        assertThat(ask("can-i list pods --as ann --why").out())
                .isEqualTo(
                        """
                        yes
                        + user/ann: RBAC: allowed by RoleBinding "read/default" of Role "reader" to User "ann" [rbac.authorize]
                          + read: RoleBinding "read/default" of Role "reader" to User "ann" (rule 0, allows {APIGroups:[""], Resources:["pods"], Verbs:["get" "list"]}) [rbac.grant]
                        """);
        assertThat(ask("can-i delete pods --as ann --why").out())
                .startsWith("no\n- user/ann: User \"ann\" cannot delete resource \"pods\" in API group \"\"")
                .contains("grants get, list on pods in API group \"\", not delete [rbac.verb]");
    }

    @Test
    void aPolicyFileIsAskedAfterTheRoles() {
        var lines = CommandRun.file(
                folder,
                "abac.jsonl",
                """
                # bob may look
                {"apiVersion": "abac.authorization.kubernetes.io/v1beta1", "kind": "Policy", "spec": {"user": "bob", "namespace": "*", "resource": "pods", "apiGroup": "*", "readonly": true}}
                """);
        var option = " --authorization-policy-file " + lines;

        assertThat(ask("can-i list pods --as bob --why" + option).out())
                .isEqualTo("yes\n+ " + lines + ":2: the line allows it [abac]\n");
        assertThat(ask("can-i delete pods --as bob" + option).code()).isEqualTo(1);
        assertThat(ask("can-i list pods --as ann" + option).code()).isZero();
        CommandRun.file(folder, "abac.jsonl", "{}\n{\"user\": 7}\n");
        var run = ask("can-i list pods --as bob" + option);
        assertThat(run.err())
                .startsWith(
                        "error: error reading policy file " + lines + ", line 2: {\"user\": 7}: user is not a text");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void allThatIsAllowedIsATable() {
        assertThat(ask("can-i --list --as ann").out())
                .startsWith("Resources  ")
                .containsPattern("(?m)^pods +\\[] +\\[] +\\[get list]$")
                .containsPattern("(?m)^ +\\[/healthz] +\\[] +\\[get]$");
    }

    @Test
    void everybodyWhoMayIsListedWithTheBinding() {
        assertThat(ask("who-can list pods").out())
                .containsPattern("(?m)^User +ann +RoleBinding/read +Role/reader$")
                .containsPattern("(?m)^ServiceAccount +bot +default +RoleBinding/read +Role/reader$")
                .containsPattern("(?m)^Group +system:masters +ClusterRoleBinding/cluster-admin");
    }

    @Test
    void anUnknownResourceIsNotSimplyDenied() {
        var run = ask("can-i list podz --as ann");

        assertThat(run.err()).contains("did you mean \"pod\"?");
        assertThat(run.code()).isEqualTo(2);
    }
}
