package io.kubelayers.governance.podsecurity;

import static io.kubelayers.governance.podsecurity.SecurePods.containers;
import static io.kubelayers.governance.podsecurity.SecurePods.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each check forbids since when, and in which words; and that all checks there are have such rows. */
class ChecksTest {
    private static final String ALLOWED = "";
    private static final String APPARMOR = "container.apparmor.security.beta.kubernetes.io/a";
    private static final String SECCOMP = "seccomp.security.alpha.kubernetes.io/pod";

    private static final PodSecurity STANDARD = PodSecurity.standard();

    record Case(
            String name, String check, String policy, String spec, Map<String, String> annotations, String violation) {
        Case(String name, String check, String policy, String spec, String violation) {
            this(name, check, policy, spec, Map.of(), violation);
        }

        @Override
        public String toString() {
            return name + " (" + policy + ")";
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        "a container that says nothing may gain privileges",
                        "allowPrivilegeEscalation",
                        "restricted:v1.8",
                        containers("allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true", ""),
                        "allowPrivilegeEscalation != false (containers \"b\", \"c\" must set"
                                + " securityContext.allowPrivilegeEscalation=false)"),
                new Case(
                        "nobody asked before 1.8",
                        "allowPrivilegeEscalation",
                        "restricted:v1.7",
                        containers(""),
                        ALLOWED),
                new Case(
                        "Windows has no such thing",
                        "allowPrivilegeEscalation",
                        "restricted:v1.25",
                        "os: {name: windows}\n" + containers(""),
                        ALLOWED),
                new Case(
                        "AppArmor must not be switched off, by field or annotation",
                        "appArmorProfile",
                        "baseline:latest",
                        "securityContext: {appArmorProfile: {type: Unconfined}}\n"
                                + containers(
                                        "appArmorProfile: {type: Localhost}", "appArmorProfile: {type: Unconfined}"),
                        Map.of(APPARMOR, "unconfined"),
                        "forbidden AppArmor profiles (pod and container \"b\" and annotation must not set AppArmor"
                                + " profile type to \"Unconfined\","
                                + " \"container.apparmor.security.beta.kubernetes.io/a=\"unconfined\"\")"),
                new Case(
                        "AppArmor profiles of the runtime and the node are fine",
                        "appArmorProfile",
                        "baseline:latest",
                        containers("appArmorProfile: {type: RuntimeDefault}"),
                        Map.of(APPARMOR, "localhost/mine"),
                        ALLOWED),
                new Case(
                        "capabilities beyond the default set",
                        "capabilities_baseline",
                        "baseline:latest",
                        containers("capabilities: {add: [CHOWN]}", "capabilities: {add: [SYS_ADMIN, NET_RAW, KILL]}"),
                        "non-default capabilities (container \"b\" must not include \"NET_RAW\", \"SYS_ADMIN\" in"
                                + " securityContext.capabilities.add)"),
                new Case(
                        "capabilities kept, and one added",
                        "capabilities_restricted",
                        "restricted:v1.22",
                        containers("capabilities: {drop: [KILL]}", "capabilities: {drop: [ALL], add: [CHOWN]}"),
                        "unrestricted capabilities (container \"a\" must set"
                                + " securityContext.capabilities.drop=[\"ALL\"]; container \"b\" must not include"
                                + " \"CHOWN\" in securityContext.capabilities.add)"),
                new Case(
                        "binding low ports is fine",
                        "capabilities_restricted",
                        "restricted:v1.25",
                        containers("capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}"),
                        ALLOWED),
                new Case(
                        "namespaces of the node",
                        "hostNamespaces",
                        "baseline:v1.0",
                        "{hostIPC: true, hostPID: true, hostNetwork: true}",
                        "host namespaces (hostNetwork=true, hostPID=true, hostIPC=true)"),
                new Case(
                        "directories of the node",
                        "hostPathVolumes",
                        "baseline:latest",
                        "volumes: [{name: logs, hostPath: {path: /var/log}}, {name: tmp, emptyDir: {}}]",
                        "hostPath volumes (volume \"logs\")"),
                new Case(
                        "ports of the node, sorted as text",
                        "hostPorts",
                        "baseline:latest",
                        "containers: [{name: a, ports: [{containerPort: 1, hostPort: 80}, {containerPort: 2, hostPort:"
                                + " 443}]}]",
                        "hostPort (container \"a\" uses hostPorts 443, 80)"),
                new Case(
                        "probes and hooks that ask another host",
                        "hostProbesAndhostLifecycle",
                        "baseline:v1.34",
                        "containers: [{name: b, livenessProbe: {httpGet: {port: 1, host: example.com}}}, {name: a,"
                                + " lifecycle: {preStop: {tcpSocket: {port: 1, host: 127.0.0.1}}}}]",
                        "probe or lifecycle host (containers \"a\", \"b\" use probe or lifecycle hosts \"127.0.0.1\","
                                + " \"example.com\")"),
                new Case(
                        "probes could ask anybody before",
                        "hostProbesAndhostLifecycle",
                        "baseline:v1.33",
                        "containers: [{name: b, livenessProbe: {httpGet: {port: 1, host: example.com}}}]",
                        ALLOWED),
                new Case(
                        "privileged containers of every sort",
                        "privileged",
                        "baseline:latest",
                        "initContainers: [{name: i, securityContext: {privileged: true}}]\nephemeralContainers: [{name:"
                                + " e, securityContext: {privileged: true}}]",
                        "privileged (containers \"i\", \"e\" must not set securityContext.privileged=true)"),
                new Case(
                        "unmasked /proc",
                        "procMount_baseline",
                        "baseline:v1.34",
                        "hostUsers: false\n" + containers("procMount: Unmasked"),
                        "procMount (container \"a\" must not set securityContext.procMount to \"Unmasked\")"),
                new Case(
                        "unmasked /proc in a user namespace",
                        "procMount_baseline",
                        "baseline:v1.35",
                        "hostUsers: false\n" + containers("procMount: Unmasked"),
                        ALLOWED),
                new Case(
                        "unmasked /proc in a user namespace, at restricted",
                        "procMount_restricted",
                        "restricted:v1.35",
                        "hostUsers: false\n" + containers("procMount: Unmasked"),
                        "procMount (container \"a\" must not set securityContext.procMount to \"Unmasked\")"),
                new Case(
                        "storage named directly",
                        "restrictedVolumes",
                        "restricted:latest",
                        "volumes: [{name: a, nfs: {server: s, path: /}}, {name: b, hostPath: {path: /}}, {name: c,"
                                + " image: {reference: i}}, {name: d, csi: {driver: d}}]",
                        "restricted volume types (volumes \"a\", \"b\", \"c\" use restricted volume types \"hostPath\","
                                + " \"nfs\", \"unknown\")"),
                new Case(
                        "containers that may be root",
                        "runAsNonRoot",
                        "restricted:v1.0",
                        "hostUsers: false\n" + containers("runAsNonRoot: true", ""),
                        "runAsNonRoot != true (pod or container \"b\" must set securityContext.runAsNonRoot=true)"),
                new Case(
                        "a container that insists",
                        "runAsNonRoot",
                        "restricted:latest",
                        "securityContext: {runAsNonRoot: true}\n" + containers("runAsNonRoot: false"),
                        "runAsNonRoot != true (container \"a\" must not set securityContext.runAsNonRoot=false)"),
                new Case(
                        "root is nobody in a user namespace",
                        "runAsNonRoot",
                        "restricted:v1.35",
                        "hostUsers: false\n" + containers(""),
                        ALLOWED),
                new Case(
                        "user 0",
                        "runAsUser",
                        "restricted:v1.23",
                        "securityContext: {runAsUser: 0}\n" + containers("runAsUser: 1", "runAsUser: 0"),
                        "runAsUser=0 (pod and container \"b\" must not set runAsUser=0)"),
                new Case(
                        "user 0 in a user namespace",
                        "runAsUser",
                        "restricted:v1.35",
                        "hostUsers: false\n" + containers("runAsUser: 0"),
                        ALLOWED),
                new Case(
                        "SELinux types, users and roles",
                        "seLinuxOptions",
                        "baseline:v1.30",
                        "securityContext: {seLinuxOptions: {type: container_engine_t}}\n"
                                + containers("seLinuxOptions: {user: u, role: r}"),
                        "seLinuxOptions (pod and container \"a\" set forbidden securityContext.seLinuxOptions: type"
                                + " \"container_engine_t\"; user may not be set; role may not be set)"),
                new Case(
                        "container engines are allowed later",
                        "seLinuxOptions",
                        "baseline:v1.31",
                        containers("seLinuxOptions: {type: container_engine_t}"),
                        ALLOWED),
                new Case(
                        "seccomp by annotation",
                        "seccompProfile_baseline",
                        "baseline:v1.18",
                        containers(""),
                        Map.of(SECCOMP, "unconfined"),
                        "seccompProfile (forbidden annotation seccomp.security.alpha.kubernetes.io/pod=\"unconfined\")"),
                new Case(
                        "seccomp by field",
                        "seccompProfile_baseline",
                        "baseline:v1.19",
                        containers("seccompProfile: {type: Unconfined}", ""),
                        "seccompProfile (container \"a\" must not set securityContext.seccompProfile.type to"
                                + " \"Unconfined\")"),
                new Case(
                        "no seccomp profile at all",
                        "seccompProfile_restricted",
                        "restricted:v1.19",
                        containers("seccompProfile: {type: Localhost}", ""),
                        "seccompProfile (pod or container \"b\" must set securityContext.seccompProfile.type to"
                                + " \"RuntimeDefault\" or \"Localhost\")"),
                new Case(
                        "no seccomp profile on Windows",
                        "seccompProfile_restricted",
                        "restricted:v1.25",
                        "os: {name: windows}\n" + containers(""),
                        ALLOWED),
                new Case(
                        "kernel parameters, each time they are named",
                        "sysctls",
                        "baseline:v1.26",
                        "securityContext: {sysctls: [{name: kernel.msgmax, value: '1'}, {name: net.ipv4.tcp_rmem,"
                                + " value: '1'}, {name: kernel.msgmax, value: '2'}]}",
                        "forbidden sysctls (kernel.msgmax, net.ipv4.tcp_rmem, kernel.msgmax)"),
                new Case(
                        "reserved ports since 1.27",
                        "sysctls",
                        "baseline:v1.28",
                        "securityContext: {sysctls: [{name: net.ipv4.ip_local_reserved_ports, value: '1'}]}",
                        ALLOWED),
                new Case(
                        "keepalive since 1.29",
                        "sysctls",
                        "baseline:v1.29",
                        "securityContext: {sysctls: [{name: net.ipv4.tcp_keepalive_time, value: '1'}]}",
                        ALLOWED),
                new Case(
                        "buffers since 1.32",
                        "sysctls",
                        "baseline:v1.32",
                        "securityContext: {sysctls: [{name: net.ipv4.tcp_rmem, value: '1'}]}",
                        ALLOWED),
                new Case(
                        "processes of the node on Windows",
                        "windowsHostProcess",
                        "baseline:latest",
                        "securityContext: {windowsOptions: {hostProcess: true}}\n" + containers(""),
                        "hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatUpstreamSays(Case c) {
        var result = STANDARD.evaluate(LevelVersion.parse(c.policy()), pod(c.spec(), c.annotations()));

        assertThat(result.violations().stream()
                        .filter(violation -> violation.check().equals(c.check()))
                        .map(Violation::toString)
                        .collect(Collectors.joining()))
                .isEqualTo(c.violation());
    }

    @Test
    void theStandardsAreComplete() {
        assertThat(STANDARD.checks().stream().map(PodSecurityCheck::id))
                .containsExactly(
                        "allowPrivilegeEscalation",
                        "appArmorProfile",
                        "capabilities_baseline",
                        "capabilities_restricted",
                        "hostNamespaces",
                        "hostPathVolumes",
                        "hostPorts",
                        "hostProbesAndhostLifecycle",
                        "privileged",
                        "procMount_baseline",
                        "procMount_restricted",
                        "restrictedVolumes",
                        "runAsNonRoot",
                        "runAsUser",
                        "seLinuxOptions",
                        "seccompProfile_baseline",
                        "seccompProfile_restricted",
                        "sysctls",
                        "windowsHostProcess");
    }

    @Test
    void everyRevisionOfEveryCheckHasARow() {
        var without = new ArrayList<String>();
        for (var check : STANDARD.checks()) {
            var revisions = check.revisions();
            for (int i = 0; i < revisions.size(); i++) {
                int from = revisions.get(i).since().minor();
                int to = i + 1 < revisions.size() ? revisions.get(i + 1).since().minor() : Integer.MAX_VALUE;
                boolean found = cases().stream()
                        .filter(row -> row.check().equals(check.id()))
                        .map(row -> LevelVersion.parse(row.policy()).version().minor())
                        .anyMatch(minor -> minor >= from && (minor < to || to == Integer.MAX_VALUE));
                if (!found) {
                    without.add(check.id() + " since v1." + from);
                }
            }
            assertThat(cases())
                    .as("a row in which %s forbids something", check.id())
                    .anyMatch(row ->
                            row.check().equals(check.id()) && !row.violation().isEmpty());
        }
        assertThat(without).isEmpty();
    }

    @Test
    void restrictedHoldsWhatBaselineHoldsExceptWhatItSharpens() {
        var baseline = ids("baseline:latest");
        baseline.removeAll(
                List.of("capabilities_baseline", "hostPathVolumes", "procMount_baseline", "seccompProfile_baseline"));

        assertThat(ids("restricted:latest"))
                .startsWith(baseline.toArray(String[]::new))
                .endsWith(
                        "allowPrivilegeEscalation",
                        "capabilities_restricted",
                        "procMount_restricted",
                        "restrictedVolumes",
                        "runAsNonRoot",
                        "runAsUser",
                        "seccompProfile_restricted");
        assertThat(ids("privileged:latest")).isEmpty();
        assertThat(ids("baseline:v1.99")).isEqualTo(ids("baseline:v1.35"));
    }

    private static List<String> ids(String policy) {
        return STANDARD.checks(LevelVersion.parse(policy)).stream()
                .map(PodSecurityCheck::id)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void checksOfOnesOwnMustHaveTheirOwnName() {
        var twice = List.<PodSecurityCheck>of(new PrivilegedCheck(), new PrivilegedCheck());

        assertThatThrownBy(() -> PodSecurity.of(twice)).hasMessage("multiple checks registered for ID privileged");
    }
}
