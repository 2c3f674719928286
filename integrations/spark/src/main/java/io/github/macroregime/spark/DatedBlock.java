package io.github.macroregime.spark;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Mutable: dates and values of one asset in one run of bytes, read in the order of the dates. */
final class DatedBlock {

    private final ByteBuffer bytes;
    private final int size;
    private int at;

    DatedBlock(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.size = bytes.length / (Double.BYTES + Integer.BYTES);
    }

    int day() {
        return bytes.getInt(size * Double.BYTES + at * Integer.BYTES);
    }

    double value() {
        return bytes.getDouble(at * Double.BYTES);
    }

    /** Moves to the next date, if there is one. */
    boolean advance() {
        return ++at < size;
    }

    /** Mutable: values in the order in which they come, until they are packed. */
    static final class Gathering {

        private static final int LEAST = 8;

        private int[] days = new int[LEAST];
        private double[] values = new double[LEAST];
        private int size;
        private boolean ascending = true;

        void add(int day, double value) {
            if (size == days.length) {
                days = Arrays.copyOf(days, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            ascending &= size == 0 || day >= days[size - 1];
            days[size] = day;
            values[size++] = value;
        }

        byte[] packed() {
            if (!ascending) {
                sort();
            }
            ByteBuffer bytes = ByteBuffer.allocate(size * (Double.BYTES + Integer.BYTES));
            bytes.asDoubleBuffer().put(values, 0, size);
            bytes.position(size * Double.BYTES).asIntBuffer().put(days, 0, size);
            return bytes.array();
        }

        private void sort() {
            long[] dated = new long[size];
            Arrays.setAll(dated, i -> ((long) days[i] << Integer.SIZE) + i);
            Arrays.sort(dated);
            double[] unsorted = values.clone();
            for (int i = 0; i < size; i++) {
                days[i] = (int) (dated[i] >> Integer.SIZE);
                values[i] = unsorted[(int) dated[i]];
            }
        }
    }
}
