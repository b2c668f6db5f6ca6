package io.kubelayers.interfaces.testkit;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;

/** Reads what {@link ManifestSource} names; JUnit calls it. */
public final class ManifestArguments implements ArgumentsProvider {
    /** JUnit makes it. */
    public ManifestArguments() {}

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        var source = context.getRequiredTestMethod().getAnnotation(ManifestSource.class);
        var type = context.getRequiredTestClass();
        var nodes = new ArrayList<Path>();
        for (var one : source.nodes()) {
            nodes.add(place(type, one));
        }
        var folder = place(type, source.folder());
        return ManifestFolder.cases(folder).stream()
                .map(file ->
                        Arguments.of(Named.of(String.valueOf(file.getFileName()), ManifestFolder.read(nodes, file))));
    }

    private static Path place(Class<?> test, String name) {
        var file = Path.of(name);
        if (Files.exists(file)) {
            return file;
        }
        var resource = test.getResource(name);
        try {
            if (resource != null && resource.getProtocol().equals("file")) {
                return Path.of(resource.toURI());
            }
        } catch (URISyntaxException e) {
            throw new ExtensionConfigurationException(resource + " is no file", e);
        }
        throw new ExtensionConfigurationException("there is no file or folder " + file.toAbsolutePath()
                + " and no resource " + name + " beside " + test.getName());
    }
}
