package io.kubelayers.governance.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds for every pod:
 *
 * <ul>
 *   <li>a stricter level never admits what a looser one forbids
 *   <li>a pod is allowed exactly if nothing is said against it, and reasons and details go together
 *   <li>a version later than all known ones, and latest, decide as the newest does
 * </ul>
 */
class PodSecurityLawsTest {
    private static final PodSecurity STANDARD = PodSecurity.standard();

    @Property
    void aStricterLevelNeverAdmitsWhatALooserOneForbids(
            @ForAll("pods") Pod pod, @ForAll("versions") PolicyVersion version) {
        boolean before = true;
        for (var level : Level.values()) {
            boolean allowed =
                    STANDARD.evaluate(new LevelVersion(level, version), pod).allowed();
            assertThat(before || !allowed).as("%s at %s", level, version).isTrue();
            before = allowed;
        }
    }

    @Property
    void whatIsForbiddenHasAReason(
            @ForAll("pods") Pod pod, @ForAll Level level, @ForAll("versions") PolicyVersion version) {
        var result = STANDARD.evaluate(new LevelVersion(level, version), pod);

        assertThat(result.allowed()).isEqualTo(result.forbiddenReason().isEmpty());
        assertThat(result.violations()).allSatisfy(violation -> {
            assertThat(violation.reason()).isNotEmpty();
            assertThat(violation.detail()).isNotEmpty();
        });
        assertThat(result.finding().children()).hasSameSizeAs(result.violations());
    }

    @Property
    void theFutureIsReadAsTheNewestVersion(@ForAll("pods") Pod pod, @ForAll Level level) {
        var newest = STANDARD.evaluate(new LevelVersion(level, PodSecurity.NEWEST), pod);

        for (var version : List.of(PolicyVersion.LATEST, PolicyVersion.v1(99))) {
            assertThat(STANDARD.evaluate(new LevelVersion(level, version), pod).violations())
                    .isEqualTo(newest.violations());
        }
    }

    @Provide
    Arbitrary<PolicyVersion> versions() {
        return Arbitraries.integers().between(0, 37).map(PolicyVersion::v1);
    }

    /** Pods that validation would accept: those for Windows have no Linux settings. */
    @Provide
    Arbitrary<Pod> pods() {
        var podContext = Arbitraries.of(
                        "runAsNonRoot: true",
                        "runAsNonRoot: false",
                        "runAsUser: 0",
                        "seccompProfile: {type: RuntimeDefault}",
                        "seccompProfile: {type: Unconfined}",
                        "appArmorProfile: {type: Unconfined}",
                        "seLinuxOptions: {type: container_engine_t}",
                        "sysctls: [{name: net.ipv4.tcp_rmem, value: '1'}]")
                .list()
                .ofMaxSize(3);
        var container = Arbitraries.of(
                        "allowPrivilegeEscalation: false",
                        "capabilities: {drop: [ALL]}",
                        "capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}",
                        "capabilities: {add: [SYS_ADMIN]}",
                        "privileged: true",
                        "procMount: Unmasked",
                        "runAsNonRoot: true",
                        "runAsUser: 0",
                        "seccompProfile: {type: Localhost}",
                        "seccompProfile: {type: Unconfined}")
                .list()
                .ofMaxSize(5)
                .map(PodSecurityLawsTest::joined);
        var rest = Arbitraries.of(
                        "hostUsers: false",
                        "hostNetwork: true",
                        "hostPID: true",
                        "volumes: [{name: v, hostPath: {path: /}}]",
                        "volumes: [{name: v, nfs: {server: s, path: /}}]",
                        "volumes: [{name: v, emptyDir: {}}]",
                        "ephemeralContainers: [{name: e}]")
                .list()
                .ofMaxSize(3);
        var linux = Combinators.combine(
                        podContext, container.list().ofMinSize(1).ofMaxSize(3), rest)
                .as((context, containers, more) -> "securityContext: {" + joined(context) + "}\n"
                        + SecurePods.containers(containers.toArray(String[]::new)) + "\n" + lines(more));
        var windows = Arbitraries.of("hostProcess: true", "hostProcess: false")
                .map(option -> "os: {name: windows}\nsecurityContext: {windowsOptions: {" + option + "}}\n"
                        + SecurePods.containers(""));
        return Arbitraries.oneOf(linux, linux, linux, windows).map(SecurePods::pod);
    }

    /** Of several settings of the same name, the last. */
    private static String joined(List<String> settings) {
        return String.join(", ", byName(settings).values());
    }

    private static String lines(List<String> settings) {
        return String.join("\n", byName(settings).values());
    }

    private static LinkedHashMap<String, String> byName(List<String> settings) {
        var byName = new LinkedHashMap<String, String>();
        settings.forEach(setting -> byName.put(setting.substring(0, setting.indexOf(':')), setting));
        return byName;
    }
}
