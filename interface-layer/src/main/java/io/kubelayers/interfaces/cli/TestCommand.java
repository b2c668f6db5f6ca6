package io.kubelayers.interfaces.cli;

import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.expectation.ExpectationFileException;
import io.kubelayers.interfaces.expectation.Expectations;
import io.kubelayers.nucleus.cluster.Manifests;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kubelayers test}: do the manifests of a folder do what its expectations say? */
@Command(
        name = "test",
        description = {
            "Check the expectations of a folder against a cluster made of its manifests.",
            "Expectations are in files named *expectations.yaml; what is in folders named try is only tried.",
            "Pods have a minute to become ready unless --after says otherwise.",
            "Exit code 0: all are met, 1: one is missed or a manifest is refused."
        },
        footer = {"", "Example:", "  kubelayers test k8s/ --junit target/policies.xml --html target/policies.html"},
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder with manifests and expectations.")
    private Path folder = Path.of("");

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML too.")
    private @Nullable Path junit;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the results as an HTML page too.")
    private @Nullable Path html;

    @Mixin
    private PolicyFileOption policyFile = new PolicyFileOption();

    @Override
    public Integer call() {
        Manifests given;
        Expectations expectations;
        try {
            given = Expectations.manifests(folder);
            expectations = Expectations.in(Manifests.load(folder));
        } catch (UncheckedIOException | ExpectationFileException bad) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(bad.getMessage()), bad);
        }
        if (expectations.all().isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "no expectations in " + folder + ": expected a file " + Expectations.FILE);
        }
        try (var started = CommandCluster.start(
                clusterOptions
                        .withTime(Duration.ofMinutes(1))
                        .withGovernance(policyFile.on(GovernanceLayer.standard())),
                given.and(clusterOptions.manifests()))) {
            var report = expectations.check(started.cluster());
            var out = spec.commandLine().getOut();
            out.print(report.text());
            out.flush();
            WrittenFile.write(spec.commandLine(), junit, report.junitXml());
            WrittenFile.write(spec.commandLine(), html, report.html());
            return report.allMet() ? started.exitCode() : CommandLine.ExitCode.SOFTWARE;
        }
    }
}
