package io.kubelayers.interfaces.cli;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * An object of a manifest, and where it stands.
 *
 * @param object the object
 * @param place {@code shop.yaml:12}, or only the file where the line is not known
 */
record ManifestObject(KubernetesObject object, String place) {
    /**
     * The objects in the order in which they are applied, the one of {@link Manifests#objects}.
     *
     * @throws io.kubelayers.nucleus.codec.DecodeException if a file can't be read
     */
    static List<ManifestObject> read(Manifests manifests, TypeRegistry types) {
        var codec = Codec.of(types);
        var first = new ArrayList<ManifestObject>();
        var rest = new ArrayList<ManifestObject>();
        for (var text : manifests.texts()) {
            var options = ReadOptions.strict().named(text.source()).acceptingUnknownKinds();
            var objects = codec.readAll(text.text(), options);
            var lines = documentLines(text.text());
            for (int i = 0; i < objects.size(); i++) {
                var object = objects.get(i);
                // a list is one document of several objects: then lines and objects don't pair up
                var place = lines.size() == objects.size() ? text.source() + ":" + lines.get(i) : text.source();
                boolean early = object instanceof Namespace || object instanceof CustomResourceDefinition;
                (text.fromFolder() && early ? first : rest).add(new ManifestObject(object, place));
            }
        }
        first.addAll(rest);
        return first;
    }

    /** The line where each document of a YAML text begins, from 1; documents without content are left out. */
    static List<Integer> documentLines(String text) {
        var lines = new ArrayList<Integer>();
        int number = 0;
        boolean open = false;
        for (var line : text.split("\n", -1)) {
            number++;
            var content = line.strip();
            if (line.startsWith("---") || content.equals("...")) {
                open = false;
                content = line.startsWith("---") ? line.substring(3).strip() : "";
            }
            if (!open && !content.isEmpty() && !content.startsWith("#") && !content.startsWith("%")) {
                lines.add(number);
                open = true;
            }
        }
        return lines;
    }
}
