package io.kubelayers.interfaces.http.spdy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.interfaces.http.stream.ChannelException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpdyConnectionTest {
    private final List<String> seen = new ArrayList<>();
    private final SpdyConnection spdy = new SpdyConnection(new StreamListener() {
        @Override
        public void opened(SpdyStream stream) {
            seen.add("opened " + stream.id() + " " + stream.header("streamtype"));
        }

        @Override
        public void received(SpdyStream stream, byte[] bytes) {
            seen.add("received " + stream.id() + " " + new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void finished(SpdyStream stream) {
            seen.add("finished " + stream.id());
        }

        @Override
        public void reset(SpdyStream stream) {
            seen.add("reset " + stream.id());
        }
    });
    private final Deflater deflater = new Deflater();

    SpdyConnectionTest() {
        deflater.setDictionary(SpdyDictionary.bytes());
    }

    @Test
    void compressesAgainstTheDictionaryOfTheProtocol() {
        var sum = new Adler32();
        sum.update(SpdyDictionary.bytes());

        assertThat(SpdyDictionary.bytes()).hasSize(1423);
        assertThat(sum.getValue()).isEqualTo(0xe3c6a7c2L);
    }

    @Test
    void opensStreamsAndPassesOnWhatComes() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(open(1, "error"));
        bytes.writeBytes(open(3, "data"));
        bytes.writeBytes(data(3, 0, "hello"));
        bytes.writeBytes(data(3, 1, ""));
        for (byte one : bytes.toByteArray()) {
            spdy.receive(new byte[] {one});
        }

        assertThat(seen).containsExactly("opened 1 error", "opened 3 data", "received 3 hello", "finished 3");
        assertThat(ByteBuffer.wrap(spdy.poll().orElseThrow()).getInt()).isEqualTo(0x80030002);
        assertThat(ByteBuffer.wrap(spdy.poll().orElseThrow()).getInt()).isEqualTo(0x80030002);
        assertThat(spdy.poll()).isEmpty();
    }

    @Test
    void answersPingsAndForgetsStreamsThatWereReset() {
        var ping =
                ByteBuffer.allocate(12).putInt(0x80030006).putInt(4).putInt(7).array();
        spdy.receive(ping);
        assertThat(spdy.poll()).hasValueSatisfying(answer -> assertThat(answer).isEqualTo(ping));

        spdy.receive(open(1, "data"));
        spdy.receive(ByteBuffer.allocate(16)
                .putInt(0x80030003)
                .putInt(8)
                .putInt(1)
                .putInt(5)
                .array());
        spdy.receive(data(1, 0, "late"));

        assertThat(seen).containsExactly("opened 1 data", "reset 1");
    }

    @Test
    void refusesWhatIsNotSpdy() {
        assertThatThrownBy(() -> spdy.receive("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(ChannelException.class)
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> new SpdyConnection(null)
                        .receive(ByteBuffer.allocate(8).putInt(0x80020001).array()))
                .hasMessage("SPDY version 2 is not spoken here");
    }

    /** Whatever is sent: it is understood, waited for, or refused as no SPDY. */
    @Property(tries = 500)
    void neverBreaksOtherwise(@ForAll byte[] bytes) {
        try {
            new SpdyConnectionTest().spdy.receive(bytes);
        } catch (ChannelException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }

    private byte[] open(int id, String type) {
        var headers = ByteBuffer.allocate(4 + 4 + 10 + 4 + type.length())
                .putInt(1)
                .putInt(10)
                .put("streamType".getBytes(StandardCharsets.US_ASCII))
                .putInt(type.length())
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .array();
        deflater.setInput(headers);
        var block = new byte[1000];
        int length = deflater.deflate(block, 0, block.length, Deflater.SYNC_FLUSH);
        return ByteBuffer.allocate(18 + length)
                .putInt(0x80030001)
                .putInt(10 + length)
                .putInt(id)
                .putInt(0)
                .putShort((short) 0)
                .put(block, 0, length)
                .array();
    }

    private static byte[] data(int id, int flags, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + bytes.length)
                .putInt(id)
                .putInt(flags << 24 | bytes.length)
                .put(bytes)
                .array();
    }
}
