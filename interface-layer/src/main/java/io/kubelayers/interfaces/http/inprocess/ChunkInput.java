package io.kubelayers.interfaces.http.inprocess;

import io.kubelayers.interfaces.http.HttpResponse.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The body of an answer for those who read and wait: a read blocks until something happens, the stream ends or its time is
 * over. May be closed by another thread; a read under way then ends with an exception, as with a socket.
 */
public final class ChunkInput extends InputStream {
    private final Chunks chunks;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final long deadline;
    private byte[] current = new byte[0];
    private int position;
    private boolean signalled;
    private boolean closed;

    private ChunkInput(Chunks chunks) {
        this.chunks = chunks;
        this.deadline = chunks.live() ? System.nanoTime() + chunks.timeout().toNanos() : Long.MAX_VALUE;
    }

    /** Reads the body of an answer. */
    public static ChunkInput of(Payload payload) {
        var input = new ChunkInput(Chunks.of(payload));
        input.chunks.onMore(input::wake);
        return input;
    }

    private void wake() {
        lock.lock();
        try {
            signalled = true;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            if (position == current.length && !fill()) {
                return -1;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, into, offset, count);
            position += count;
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next piece; false at the end. */
    private boolean fill() throws IOException {
        while (true) {
            if (closed) {
                throw new IOException("closed");
            }
            signalled = false;
            var next = chunks.poll();
            if (next.isPresent()) {
                current = next.get();
                position = 0;
                return true;
            }
            if (chunks.ended() || !await()) {
                return false;
            }
        }
    }

    /** Waits until there may be more; false if the time is over. */
    private boolean await() throws IOException {
        try {
            while (!signalled && !closed) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                long look = chunks.lookEvery().toNanos();
                more.await(look == 0 ? left : Math.min(look, left), TimeUnit.NANOSECONDS);
                if (look > 0) {
                    return true;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    @Override
    public int available() {
        lock.lock();
        try {
            return current.length - position;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            chunks.close();
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
