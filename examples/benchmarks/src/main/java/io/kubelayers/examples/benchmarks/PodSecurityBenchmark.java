package io.kubelayers.examples.benchmarks;

import io.kubelayers.governance.podsecurity.LevelVersion;
import io.kubelayers.governance.podsecurity.PodSecurity;
import io.kubelayers.governance.podsecurity.PodSecurityResult;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A pod against restricted:latest: one that keeps to it, and one with seven violations, whose text is made. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PodSecurityBenchmark {
    private static final LevelVersion RESTRICTED = LevelVersion.parse("restricted:latest");
    private static final String SAFE =
            "securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}";
    private static final String REST = "{name: side, image: i, ports: [{containerPort: 80}], " + SAFE + "}]\n"
            + "initContainers: [{name: init, image: i, " + SAFE + "}]\n"
            + "volumes: [{name: a, emptyDir: {}}, {name: b, configMap: {name: c}}";

    private final PodSecurity standard = PodSecurity.standard();
    private final Pod compliant = pod("securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}\n"
            + "containers: [{name: main, image: i, ports: [{containerPort: 80}], " + SAFE + "}, " + REST + "]");
    private final Pod violating = pod("hostNetwork: true\ncontainers: [{name: main, image: i, ports: [{containerPort:"
            + " 80}], securityContext: {privileged: true}}, " + REST + ", {name: h, hostPath: {path: /}}]");

    private static Pod pod(String spec) {
        return PodBuilder.builder()
                .spec(Codec.of(TypeRegistry.of(List.of(Pod.class))).read(spec, PodSpec.class))
                .build();
    }

    @Benchmark
    public PodSecurityResult compliant() {
        return standard.evaluate(RESTRICTED, compliant);
    }

    @Benchmark
    public String violating() {
        return standard.evaluate(RESTRICTED, violating).forbiddenDetail();
    }
}
