package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a disk takes in parts arrives whole or is refused. */
class DiskTest {

    /** Takes a few bytes at a time, as a disk that is nearly full does, until none is left. */
    private static final class Slow implements WritableByteChannel {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final int atOnce;
        private final int room;

        Slow(int atOnce, int room) {
            this.atOnce = atOnce;
            this.room = room;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int count = Math.min(Math.min(atOnce, bytes.remaining()), room - taken.size());
            if (count == 0 && bytes.hasRemaining()) {
                throw new IOException("No space left on device");
            }
            for (int i = 0; i < count; i++) {
                taken.write(bytes.get());
            }
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, 100_000})
    void aPartOfTheBytesIsNotTakenForAll(int atOnce) throws IOException {
        String text = "2025-07-22,CURVE,\u00b1 0.1\n".repeat(2000);
        Slow slow = new Slow(atOnce, Integer.MAX_VALUE);
        Disk.writeAll(slow, writer -> writer.write(text));
        assertThat(slow.taken.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 40_960, 50_000})
    void aDiskThatIsFullIsAnError(int room) {
        String text = "2025-07-22,CURVE,\u00b1 0.1\n".repeat(2500);
        assertThatThrownBy(() -> Disk.writeAll(new Slow(4096, room), writer -> writer.write(text)))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }
}
