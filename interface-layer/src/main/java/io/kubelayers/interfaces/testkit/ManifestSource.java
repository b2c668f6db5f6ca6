package io.kubelayers.interfaces.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a parameterized test once for each manifest of a folder: each file, and each folder in it as a whole. The test gets a
 * {@link io.kubelayers.interfaces.scheduling.GivenCluster} of it and the nodes.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @ManifestSource(folder = "k8s", nodes = "nodes.yaml")
 * void every_application_fits(GivenCluster application) {
 *     assertThat(application).schedulesAll();
 * }
 * }</pre>
 *
 * <p>Paths are those of files, from the folder the tests run in, or else of resources beside the test class. Needs
 * {@code junit-jupiter-params}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(ManifestArguments.class)
public @interface ManifestSource {
    /** The folder. */
    String folder();

    /** Files or folders with nodes, and whatever else each cluster has: a dump, for instance. */
    String[] nodes() default {};
}
