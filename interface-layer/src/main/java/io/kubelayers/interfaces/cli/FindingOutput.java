package io.kubelayers.interfaces.cli;

import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.explain.Render;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The output of commands that answer with findings: text, or JSON where it is asked for. */
final class FindingOutput {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "json for the findings as JSON.")
    private @Nullable String format;

    /**
     * Whether JSON is wanted.
     *
     * @throws CommandLine.ParameterException if the format is none that there is
     */
    boolean isJson() {
        if (format != null && !format.equals("json")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "unknown output format \"" + format + "\"; there is json");
        }
        return format != null;
    }

    void json(Finding finding) {
        spec.commandLine().getOut().println(Render.json(finding));
        spec.commandLine().getOut().flush();
    }

    void text(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }
}
