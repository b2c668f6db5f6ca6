package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Manifests as people keep them in files: YAML or JSON, several objects a file, several files a folder.
 *
 * <p>Files keep their order. Of a folder, {@code setup} comes first, then its files by name, then the other folders; and
 * over all of a folder, namespaces and custom resource definitions come before the rest, as people apply them.
 *
 * <pre>{@code
 * cluster.apply(Manifests.load(Path.of("shop")));
 * }</pre>
 *
 * @param texts the files in the order in which they are applied
 */
public record Manifests(List<Text> texts) {
    /**
     * One file.
     *
     * @param source its name in messages
     * @param text its content
     * @param fromFolder whether it was found in a folder that was given, and not given itself
     */
    public record Text(String source, String text, boolean fromFolder) {}

    public Manifests {
        texts = List.copyOf(texts);
    }

    /**
     * Reads files and folders.
     *
     * @throws UncheckedIOException if one can't be read
     */
    public static Manifests load(Path... places) {
        var texts = new ArrayList<Text>();
        for (var place : places) {
            try {
                if (Files.isDirectory(place)) {
                    folder(place, texts);
                } else {
                    texts.add(read(place, false));
                }
            } catch (NoSuchFileException e) {
                throw new UncheckedIOException("no such file or folder: " + place, e);
            } catch (IOException e) {
                throw new UncheckedIOException("can't read " + place + ": " + e.getMessage(), e);
            }
        }
        return new Manifests(texts);
    }

    /**
     * Reads a resource next to a class.
     *
     * @throws IllegalArgumentException if there is no such resource
     */
    public static Manifests resource(Class<?> beside, String name) {
        try (var in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name + " beside " + beside.getName());
            }
            return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One text. */
    public static Manifests of(String source, String text) {
        return new Manifests(List.of(new Text(source, text, false)));
    }

    /** These, then those. */
    public Manifests and(Manifests others) {
        var all = new ArrayList<>(texts);
        all.addAll(others.texts);
        return new Manifests(all);
    }

    private static void folder(Path folder, List<Text> texts) throws IOException {
        List<Path> entries;
        try (var listed = Files.list(folder)) {
            entries = listed.sorted(Comparator.comparing(Manifests::turn).thenComparing(Path::toString))
                    .toList();
        }
        for (var entry : entries) {
            if (Files.isDirectory(entry)) {
                folder(entry, texts);
            } else if (isManifest(entry)) {
                texts.add(read(entry, true));
            }
        }
    }

    private static int turn(Path entry) {
        if (!Files.isDirectory(entry)) {
            return 1;
        }
        return entry.getFileName().toString().equals("setup") ? 0 : 2;
    }

    private static boolean isManifest(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private static Text read(Path file, boolean fromFolder) throws IOException {
        return new Text(file.toString(), Files.readString(file), fromFolder);
    }

    /**
     * The objects, with unknown and duplicate fields refused. Kinds that are not known here, such as custom ones, are
     * read as they are.
     *
     * @throws io.kubelayers.nucleus.codec.DecodeException if a file can't be read, with its name, line and column
     */
    public List<KubernetesObject> objects(TypeRegistry types) {
        var codec = Codec.of(types);
        var first = new ArrayList<KubernetesObject>();
        var rest = new ArrayList<KubernetesObject>();
        for (var text : texts) {
            var options = ReadOptions.strict().named(text.source()).acceptingUnknownKinds();
            for (var object : codec.readAll(text.text(), options)) {
                boolean early = object instanceof Namespace || object instanceof CustomResourceDefinition;
                (text.fromFolder() && early ? first : rest).add(object);
            }
        }
        first.addAll(rest);
        return List.copyOf(first);
    }
}
