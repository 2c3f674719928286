package io.github.macroregime.credit;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Driver.ExpectedSign;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.BandCoverage;
import io.github.macroregime.credit.band.PercentileBands.PercentileBand;
import java.io.Serializable;
import java.time.LocalDate;

/** Something that a reader of a spread and its bands should be told. */
public sealed interface SpreadFinding extends Serializable {

    /**
     * The finding as a sentence with its numbers.
     *
     * @return one sentence
     */
    String message();

    /**
     * The spread does not say what it is a spread of.
     *
     * @param instrument the instrument of unstated kind
     */
    record InstrumentUnstated(Instrument instrument) implements SpreadFinding {
        public InstrumentUnstated {
            Require.components(InstrumentUnstated.class, instrument);
        }

        @Override
        public String message() {
            return "instrument not stated: \"" + instrument.name()
                    + "\" may be a CDX spread or a cash OAS, which are not comparable";
        }
    }

    /**
     * No band covers a stretch of levels.
     *
     * @param stretch the stretch as an unnamed band
     */
    record Hole(Band stretch) implements SpreadFinding {
        public Hole {
            Require.components(Hole.class, stretch);
        }

        @Override
        public String message() {
            return "no band covers " + stretch.interval();
        }
    }

    /**
     * A stretch of levels is declared but has no name.
     *
     * @param band the declared hole
     */
    record Unnamed(Band band) implements SpreadFinding {
        public Unnamed {
            Require.components(Unnamed.class, band);
        }

        @Override
        public String message() {
            return band.interval() + " is not named";
        }
    }

    /**
     * Two bands claim the same levels.
     *
     * @param overlap the two bands
     */
    record Overlapping(BandCoverage.Overlap overlap) implements SpreadFinding {
        public Overlapping {
            Require.components(Overlapping.class, overlap);
        }

        @Override
        public String message() {
            return "two bands overlap: " + overlap;
        }
    }

    /**
     * It is not stated which band an edge belongs to.
     *
     * @param edge the edge
     */
    record EdgeUnstated(Rate edge) implements SpreadFinding {
        public EdgeUnstated {
            Require.components(EdgeUnstated.class, edge);
        }

        @Override
        public String message() {
            return NumberText.of("it is not stated which band %.2f bp belongs to", edge.basisPoints());
        }
    }

    /**
     * The text of a band is about a likelihood and names no state.
     *
     * @param band the band
     */
    record NotAState(Band band) implements SpreadFinding {
        public NotAState {
            Require.components(NotAState.class, band);
        }

        @Override
        public String message() {
            return band.interval() + " is described by a likelihood, not by a state: \"" + band.name() + "\"";
        }
    }

    /**
     * The average of the past lies in a band that calls for action, so that the usual level is an alarm.
     *
     * @param average the average
     * @param band the band it lies in
     */
    record AverageInAlarmBand(Landmark average, Band band) implements SpreadFinding {
        public AverageInAlarmBand {
            Require.components(AverageInAlarmBand.class, average, band);
        }

        @Override
        public String message() {
            return NumberText.of(
                    "the %s of %.2f bp lies in the alarm band %s",
                    average.name(), average.level().basisPoints(), band);
        }
    }

    /**
     * A high does not come from the window that the average comes from.
     *
     * @param high the high
     * @param average the average, whose span is the stated window
     */
    record HighOutsideWindow(Landmark high, Landmark average) implements SpreadFinding {
        public HighOutsideWindow {
            Require.components(HighOutsideWindow.class, high, average);
        }

        @Override
        public String message() {
            String how = average.span().overlaps(high.span()) ? "is not known to lie inside" : "lies outside";
            return NumberText.of(
                    "the %s of %.2f bp (%s) %s the window of the %s (%s)",
                    high.name(), high.level().basisPoints(), high.span(), how, average.name(), average.span());
        }
    }

    /**
     * Words that need a number stand without one.
     *
     * @param words the words as printed
     */
    record ClaimWithoutNumber(String words) implements SpreadFinding {
        public ClaimWithoutNumber {
            Require.components(ClaimWithoutNumber.class, words);
        }

        @Override
        public String message() {
            return "no number is given for \"" + words + "\"";
        }
    }

    /**
     * The level and its rank call for different action.
     *
     * @param level the band of the level
     * @param rank the band of the rank
     * @param percentile the rank
     */
    record LevelAndRankDisagree(Band level, PercentileBand rank, SpreadPercentile percentile) implements SpreadFinding {
        public LevelAndRankDisagree {
            Require.components(LevelAndRankDisagree.class, level, rank, percentile);
        }

        @Override
        public String message() {
            return NumberText.of(
                    "the level is %s by its band %s, its rank of %.1f %% (%s) is %s by %s",
                    level.severity(), level, percentile.percent(), percentile.lookback(), rank.severity(), rank);
        }
    }

    /**
     * The band of the level is not yet confirmed.
     *
     * @param level the band of the level
     * @param held the band that is held
     */
    record BandNotConfirmed(Band level, Band held) implements SpreadFinding {
        public BandNotConfirmed {
            Require.components(BandNotConfirmed.class, level, held);
        }

        @Override
        public String message() {
            return "the level lies in " + level + " but the band held is " + held;
        }
    }

    /**
     * The newest observation is older than the date at which one looks.
     *
     * @param observed the date of the observation
     * @param asOf the date at which one looks
     */
    record NotObservedOnDate(LocalDate observed, LocalDate asOf) implements SpreadFinding {
        public NotObservedOnDate {
            Require.components(NotObservedOnDate.class, observed, asOf);
        }

        @Override
        public String message() {
            return "nothing was observed on " + asOf + "; the level is that of " + observed;
        }
    }

    /**
     * The history does not fill a look-back, so that no rank and no landmark carries its name.
     *
     * @param lookback the look-back
     * @param from the first observed date
     */
    record HistoryTooShort(Lookback lookback, LocalDate from) implements SpreadFinding {
        public HistoryTooShort {
            Require.components(HistoryTooShort.class, lookback, from);
        }

        @Override
        public String message() {
            return "no rank or landmark over " + lookback + ": the observations begin on " + from + " or are too few";
        }
    }

    /**
     * A driver has moved while the spread has not.
     *
     * @param disconnect the comparison
     */
    record SpreadAloneUnmoved(Disconnect disconnect) implements SpreadFinding {
        public SpreadAloneUnmoved {
            Require.components(SpreadAloneUnmoved.class, disconnect);
        }

        @Override
        public String message() {
            return NumberText.of(
                    "%s moved by %s on %s while the spread moved by %+.2f bp",
                    disconnect.driver().name(),
                    disconnect.driver().text(disconnect.driverChange()),
                    disconnect.date(),
                    disconnect.spreadChange().basisPoints());
        }
    }

    /**
     * The past of the window contradicts the sign that is expected of a driver.
     *
     * @param disconnect the comparison
     */
    record ExpectationUnsupported(Disconnect disconnect) implements SpreadFinding {
        public ExpectationUnsupported {
            Require.components(ExpectationUnsupported.class, disconnect);
        }

        @Override
        public String message() {
            return NumberText.of(
                    "the spread is expected to move %s %s, but the slope over %d changes is %+.4f",
                    disconnect.driver().expected() == ExpectedSign.WITH ? "with" : "against",
                    disconnect.driver().name(),
                    disconnect.fit().observations(),
                    disconnect.fit().slope());
        }
    }
}
