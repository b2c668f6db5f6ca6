package io.kubelayers.interfaces.http.server;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/**
 * The events that were sent last, in one buffer. Watches of the same objects that are served one after the other are sent
 * the same events, which are put together once for all of them. An event is known by its array, which is encoded once for
 * everybody; to know a batch again is to compare a few references.
 *
 * <p>It holds one buffer, of no more than a batch.
 */
final class SharedBatch {
    private final List<byte[]> events = new ArrayList<>();
    private @Nullable RetainableByteBuffer joined;

    /**
     * The events in one buffer, which the caller reads through a duplicate and releases after it.
     *
     * @param size how many bytes they are
     */
    synchronized RetainableByteBuffer join(List<byte[]> wanted, int size, ByteBufferPool buffers) {
        var last = joined;
        if (last == null || !isLast(wanted)) {
            forget();
            last = filled(wanted, size, buffers);
            events.addAll(wanted);
            joined = last;
        }
        last.retain();
        return last;
    }

    @SuppressWarnings(
            "ReferenceEquality") // other arrays may have the same bytes, but to look would cost more than to join
    private boolean isLast(List<byte[]> wanted) {
        if (wanted.size() != events.size()) {
            return false;
        }
        // the newest first, since two batches that differ mostly differ there
        for (int i = wanted.size() - 1; i >= 0; i--) {
            if (wanted.get(i) != events.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static RetainableByteBuffer filled(List<byte[]> wanted, int size, ByteBufferPool buffers) {
        var pooled = buffers.acquire(size, true);
        var buffer = pooled.getByteBuffer();
        BufferUtil.clearToFill(buffer);
        for (var event : wanted) {
            buffer.put(event);
        }
        BufferUtil.flipToFlush(buffer, 0);
        return pooled;
    }

    /** Holds nothing any more; who still sends a batch has it until it is sent. */
    synchronized void forget() {
        events.clear();
        if (joined != null) {
            joined.release();
            joined = null;
        }
    }
}
