package io.kubelayers.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The counts of a topic as JSON, for scripts. */
final class GoldenReport {
    private GoldenReport() {}

    static void write(Path folder, String topic, List<GoldenCount> counts) throws IOException {
        Files.createDirectories(folder);
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(
                        ObjectWriteContext.empty(), Files.newBufferedWriter(folder.resolve(topic + ".json")))) {
            json.writeStartArray();
            for (GoldenCount count : counts) {
                json.writeStartObject();
                json.writeStringProperty("family", count.family());
                json.writeNumberProperty("passed", count.passed());
                json.writeNumberProperty("failed", count.failed().size());
                json.writeNumberProperty("knownDifferences", count.different());
                json.writeArrayPropertyStart("failedIds");
                for (String id : count.failed()) {
                    json.writeString(id);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
