package io.kubelayers.interfaces.http.stream;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.streaming.TerminalSize;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads sizes of terminals as clients send them: {@code {"Width":80,"Height":24}}, names in any case. */
public final class TerminalSizes {
    private static final long LARGEST = 65535;

    private TerminalSizes() {}

    /** The size; empty if it can't be read. */
    public static Optional<TerminalSize> parse(byte[] json) {
        long width = 0;
        long height = 0;
        try {
            var fields = Codec.readTree(new String(json, StandardCharsets.UTF_8), ReadOptions.ignore());
            for (var field : fields.entrySet()) {
                if (field.getValue() instanceof Long size) {
                    switch (field.getKey().toLowerCase(Locale.ROOT)) {
                        case "width" -> width = size;
                        case "height" -> height = size;
                        default -> {
                            // nothing else is known of a size
                        }
                    }
                }
            }
        } catch (DecodeException e) {
            return Optional.empty();
        }
        boolean sane = width > 0 && width <= LARGEST && height > 0 && height <= LARGEST;
        return sane ? Optional.of(new TerminalSize((int) width, (int) height)) : Optional.empty();
    }
}
