package io.github.macroregime.core.io;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Gathers rows of numbers by date in the order of a file and gives them back in the order of time.
 *
 * <p>Mutable: rows are added until a panel is made of them. Within a block of rows the numbers of a column lie one behind
 * the other, so that little is copied while they are gathered and a column is read from memory in its order; sorting moves
 * the numbers of the rows only, and only if the file is not in order already.
 */
final class DatedRows {

    private static final int SHIFT = 10;
    private static final int BLOCK = 1 << SHIFT;
    private static final int WITHIN = BLOCK - 1;
    private static final int FIRST = 1 << 4;

    private final String source;
    private final List<String> columns;
    private final List<Unit> units;
    private final Problems problems;
    private final List<int[]> days = new ArrayList<>();
    private final List<int[]> lines = new ArrayList<>();
    private final List<double[][]> cells = new ArrayList<>();
    private final BitSet revised = new BitSet();
    private int size;
    private int newest;
    private boolean isAscending = true;

    DatedRows(String source, List<String> columns, List<Unit> units, Problems problems) {
        this.source = source;
        this.columns = columns;
        this.units = units;
        this.problems = problems;
    }

    void add(long line, LocalDate date, double... values) {
        add(line, date, false, values);
    }

    /** A row that counts in place of another one of its date if it is a revised one. */
    void add(long line, LocalDate date, boolean isRevised, double... values) {
        add(line, Math.toIntExact(date.toEpochDay()), isRevised, values);
    }

    void add(long line, int day, boolean isRevised, double... values) {
        int block = size >> SHIFT;
        int at = size & WITHIN;
        makeRoom(block, at);
        days.get(block)[at] = day;
        lines.get(block)[at] = Math.toIntExact(line);
        double[][] cell = cells.get(block);
        for (int i = 0; i < cell.length; i++) {
            cell[i][at] = values[i];
        }
        if (isRevised) {
            revised.set(size);
        }
        isAscending &= size == 0 || day > newest;
        newest = day;
        size++;
    }

    /** The first block grows with its rows, for most of it would be empty in a small file. */
    private void makeRoom(int block, int at) {
        if (at == 0) {
            int room = block == 0 ? FIRST : BLOCK;
            days.add(new int[room]);
            lines.add(new int[room]);
            cells.add(new double[columns.size()][room]);
        } else if (at == days.get(block).length) {
            days.set(block, Arrays.copyOf(days.get(block), 2 * at));
            lines.set(block, Arrays.copyOf(lines.get(block), 2 * at));
            Arrays.setAll(cells.get(block), i -> Arrays.copyOf(cells.get(block)[i], 2 * at));
        }
    }

    private int day(int row) {
        return days.get(row >> SHIFT)[row & WITHIN];
    }

    private int line(int row) {
        return lines.get(row >> SHIFT)[row & WITHIN];
    }

    /** Refuses rows that do not follow one another in the order that is stated. */
    DatedRows inOrder(TableLayout.Order order) {
        for (int row = 1; order != TableLayout.Order.FREE && row < size; row++) {
            boolean inOrder =
                    order == TableLayout.Order.OLDEST_FIRST ? day(row) >= day(row - 1) : day(row) <= day(row - 1);
            if (!inOrder) {
                problems.add(new FileFormatException(
                        source,
                        line(row),
                        "the date " + LocalDate.ofEpochDay(day(row)) + " stands below "
                                + LocalDate.ofEpochDay(day(row - 1)) + " but the order is " + order));
            }
        }
        return this;
    }

    TimeSeries toSeries() {
        int[] order = order();
        return new TimeSeries(dates(order), column(order, 0), units.get(0));
    }

    Panel toPanel() {
        int[] order = order();
        List<Doubles> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(column(order, i));
        }
        return new Panel(dates(order), columns, values, units);
    }

    private DateIndex dates(int[] order) {
        int[] sorted = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = day(order[i]);
        }
        return DateIndex.ofEpochDays(sorted);
    }

    private Doubles column(int[] order, int column) {
        double[] sorted = new double[order.length];
        if (isAscending) {
            for (int from = 0; from < size; from += BLOCK) {
                System.arraycopy(cells.get(from >> SHIFT)[column], 0, sorted, from, Math.min(BLOCK, size - from));
            }
        } else {
            for (int i = 0; i < order.length; i++) {
                sorted[i] = cells.get(order[i] >> SHIFT)[column][order[i] & WITHIN];
            }
        }
        return Doubles.copyOf(sorted);
    }

    /** The rows in the order of their dates; of two rows with one date the later one is a problem. */
    private int[] order() {
        if (isAscending) {
            int[] order = new int[size];
            for (int row = 0; row < size; row++) {
                order[row] = row;
            }
            return order;
        }
        long[] keys = new long[size];
        for (int row = 0; row < size; row++) {
            keys[row] = ((long) day(row) << Integer.SIZE) | row;
        }
        Arrays.sort(keys);
        int[] order = new int[size];
        int kept = 0;
        for (long key : keys) {
            int row = (int) key;
            if (kept == 0 || day(order[kept - 1]) != day(row)) {
                order[kept++] = row;
            } else if (revised.get(order[kept - 1]) == revised.get(row)) {
                problems.add(repeated(order[kept - 1], row));
            } else if (revised.get(row)) {
                order[kept - 1] = row;
            }
        }
        return Arrays.copyOf(order, kept);
    }

    private FileFormatException repeated(int first, int second) {
        return new FileFormatException(
                source,
                line(second),
                "the date " + LocalDate.ofEpochDay(day(second)) + " stands in the file twice, first on line "
                        + line(first));
    }
}
