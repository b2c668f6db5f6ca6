package io.kubelayers.interfaces.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.junit.jupiter.api.Test;

/** Watches that are to be sent the same events are sent the same buffer; nobody is sent another's. */
class SharedBatchTest {
    private final ArrayByteBufferPool.Tracking buffers = new ArrayByteBufferPool.Tracking();
    private final SharedBatch batch = new SharedBatch();
    private final byte[] first = bytes("first,");
    private final byte[] second = bytes("second,");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private RetainableByteBuffer join(byte[]... events) {
        int size = 0;
        for (var event : events) {
            size += event.length;
        }
        return batch.join(List.of(events), size, buffers);
    }

    private static String text(RetainableByteBuffer buffer) {
        return BufferUtil.toUTF8String(buffer.getByteBuffer().duplicate());
    }

    @Test
    void theSameEventsAreJoinedOnce() {
        var one = join(first, second);
        var other = join(first, second);
        assertThat(other).isSameAs(one);
        assertThat(text(one)).isEqualTo("first,second,");
    }

    @Test
    void whoHasSeenMoreOrLessIsSentItsOwn() {
        assertThat(text(join(first, second))).isEqualTo("first,second,");
        assertThat(text(join(second))).isEqualTo("second,");
        assertThat(text(join(first))).isEqualTo("first,");
        assertThat(text(join(second, first))).isEqualTo("second,first,");
    }

    @Test
    void aBatchStaysUntilAllHaveSentIt() {
        var slow = join(first, second);
        var quick = join(first, second);
        quick.release();
        join(second).release();
        assertThat(text(slow)).isEqualTo("first,second,");
    }

    @Test
    void allBuffersGoBackToThePool() {
        var one = join(first);
        var other = join(first);
        var next = join(second);
        batch.forget();
        for (var held : List.of(one, other, next)) {
            held.release();
        }
        assertThat(buffers.getLeaks()).isEmpty();
    }
}
