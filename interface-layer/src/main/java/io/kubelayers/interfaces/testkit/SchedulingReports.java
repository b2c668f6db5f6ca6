package io.kubelayers.interfaces.testkit;

import io.kubelayers.interfaces.report.HtmlReport;
import io.kubelayers.interfaces.report.Report;
import io.kubelayers.interfaces.report.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link SchedulingReport}, and writes what was shown to it as one page a class: {@code
 * target/surefire-reports/scheduling-CLASS.html}, beside the results of the tests, or where the JUnit configuration
 * parameter {@code kubelayers.reports} says.
 *
 * <pre>{@code
 * @ExtendWith(SchedulingReports.class)
 * class PlacementTest {
 *     @Test
 *     void web_goes_where_its_image_is(SchedulingReport report) {
 *         assertThat(report.show(Scheduling.on(nodes, pods).inDetail().place(web))).onNode("n1");
 *     }
 * }
 * }</pre>
 */
public final class SchedulingReports implements ParameterResolver, BeforeAllCallback, AfterAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(SchedulingReports.class);
    private static final String FOLDER_PARAMETER = "kubelayers.reports";

    /** What the tests of one class have shown. */
    private static final class Shown {
        private final List<Section> sections = new ArrayList<>();
    }

    /** JUnit makes it. */
    public SchedulingReports() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SchedulingReport.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new SchedulingReport(name(context), shown(context).sections);
    }

    private static String name(ExtensionContext context) {
        var method = context.getTestMethod();
        var display = context.getDisplayName();
        if (method.isEmpty() || display.startsWith(method.get().getName())) {
            return method.isEmpty() ? display : method.get().getName();
        }
        return method.get().getName() + " " + display; // a parameterized test
    }

    private static Shown shown(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(context.getRequiredTestClass(), type -> new Shown(), Shown.class);
    }

    /** What is in the class's store, its tests find there too. */
    @Override
    public void beforeAll(ExtensionContext context) {
        shown(context);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        var sections = shown(context).sections;
        if (sections.isEmpty()) {
            return;
        }
        var folder = context.getConfigurationParameter(FOLDER_PARAMETER)
                .map(Path::of)
                .orElseGet(SchedulingReports::besideResults);
        var file = write(folder, context.getRequiredTestClass(), sections);
        context.publishReportEntry("scheduling report", file.toString());
    }

    static Path write(Path folder, Class<?> test, List<Section> sections) throws IOException {
        var file = folder.resolve("scheduling-" + test.getName() + ".html");
        var report = new Report(test.getSimpleName(), "What the scheduler decided", sections);
        Files.createDirectories(folder);
        return Files.writeString(file, HtmlReport.render(report));
    }

    private static Path besideResults() {
        boolean gradle = Files.isDirectory(Path.of("build")) && !Files.isDirectory(Path.of("target"));
        return gradle ? Path.of("build", "reports", "tests") : Path.of("target", "surefire-reports");
    }
}
