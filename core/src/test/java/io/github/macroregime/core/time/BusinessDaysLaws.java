package io.github.macroregime.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The days of a range as numbers are the open days one by one. */
class BusinessDaysLaws {

    private static final List<BusinessDays> MARKETS = Stream.concat(
                    BusinessDays.shipped().stream(),
                    Stream.of(BusinessDays.of(
                            "every day", LocalDate.of(1950, 1, 1), LocalDate.of(2099, 12, 31), Set.of(), List.of())))
            .toList();

    private static int[] oneByOne(BusinessDays days, LocalDate from, LocalDate to) {
        return from.datesUntil(to)
                .filter(days::isOpen)
                .mapToInt(day -> (int) day.toEpochDay())
                .toArray();
    }

    @Property(seed = "20250722", tries = 300)
    void numbersAreTheOpenDays(
            @ForAll @IntRange(min = 0, max = 35_000) int start,
            @ForAll @IntRange(min = 0, max = 1500) int length,
            @ForAll @IntRange(min = 0, max = 9) int market) {
        BusinessDays days = MARKETS.get(market);
        LocalDate from = days.first().plusDays(start);
        int[] open = oneByOne(days, from, from.plusDays(length));
        assertThat(days.epochDays(from, from.plusDays(length))).isEqualTo(open);
        assertThat(days.count(from, from.plusDays(length))).isEqualTo(open.length);
        if (open.length > 0) {
            LocalDate first = LocalDate.ofEpochDay(open[0]);
            LocalDate last = LocalDate.ofEpochDay(open[open.length - 1]);
            assertThat(days.nextOrSame(from)).isEqualTo(first);
            assertThat(days.previousOrSame(from.plusDays(length - 1))).isEqualTo(last);
            assertThat(days.plus(first, open.length - 1)).isEqualTo(last);
            assertThat(days.plus(last, 1 - open.length)).isEqualTo(first);
        }
    }

    @Test
    void numbersAndDaysTravel() throws IOException, ClassNotFoundException {
        BusinessDays days = BusinessDays.newYorkFed();
        LocalDate from = LocalDate.of(2024, 12, 20);
        int[] before = days.epochDays(from, from.plusDays(30));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(days);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            BusinessDays back = (BusinessDays) in.readObject();
            assertThat(back).isEqualTo(days);
            assertThat(back.epochDays(from, from.plusDays(30))).isEqualTo(before);
        }
        assertThatThrownBy(() -> days.epochDays(from, from.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("toExclusive must not lie before 2024-12-20");
    }
}
