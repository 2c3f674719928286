package io.github.macroregime.regime.report;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.regime.input.RatesInput;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Futures on the federal funds rate of which the path is known: August is the rate after the meeting of July, November that
 * after October, and the rate after September holds for thirteen of its thirty days.
 */
final class PricedPaths {

    static final double TODAY = 4.33;

    private static final List<Meeting> MEETINGS = List.of(
            new Meeting(LocalDate.of(2025, 7, 30), LocalDate.of(2025, 7, 31)),
            new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18)),
            new Meeting(LocalDate.of(2025, 10, 29), LocalDate.of(2025, 10, 30)));

    private PricedPaths() {}

    static Quote month(int month, double percent) {
        return Quote.of(AverageFuture.zq(YearMonth.of(2025, month)), Rate.ofPercent(percent));
    }

    static RatesInput.PolicyQuotes quotes(LocalDate date, Quote... quotes) {
        return new RatesInput.PolicyQuotes(
                date,
                OvernightIndex.effr(),
                Optional.of(Rate.ofPercent(TODAY)),
                List.of(quotes),
                List.of(),
                Adjustments.none(),
                Optional.of(new MeetingCalendar(MEETINGS)),
                List.of(ByHand.HAND));
    }

    /** The quotes of a day on which the rate after each of the three meetings is this. */
    static RatesInput.PolicyQuotes path(LocalDate date, double july, double september, double october) {
        return quotes(date, month(8, july), month(9, (17 * july + 13 * september) / 30), month(11, october));
    }
}
