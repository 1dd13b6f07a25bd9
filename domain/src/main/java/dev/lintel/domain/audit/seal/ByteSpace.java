package dev.lintel.domain.audit.seal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** Bytes that are written one after the other, and of which slices can be put in another order. */
final class ByteSpace {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[1024];
    private int length;

    /** What stands from one place up to another. */
    record Slice(int from, int to) {}

    int length() {
        return length;
    }

    void add(byte value) {
        reserve(1);
        bytes[length++] = value;
    }

    void add(long value) {
        reserve(Long.BYTES);
        LONG.set(bytes, length, value);
        length += Long.BYTES;
    }

    void add(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    /** Writes over what was written at a place. */
    void set(int at, long value) {
        LONG.set(bytes, at, value);
    }

    /** @param slices all that stands from the first of these places to the end, in the order that it is to have */
    void reorder(int from, List<Slice> slices) {
        byte[] old = Arrays.copyOfRange(bytes, from, length);
        int at = from;
        for (Slice slice : slices) {
            int size = slice.to() - slice.from();
            System.arraycopy(old, slice.from() - from, bytes, at, size);
            at += size;
        }
    }

    byte[] digest() {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
