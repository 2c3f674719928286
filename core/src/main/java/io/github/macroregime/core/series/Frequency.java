package io.github.macroregime.core.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** Periods of the calendar that a series can be resampled to. */
public enum Frequency {
    /** Weeks from Saturday to Friday, as markets with a weekend count them. */
    WEEK_TO_FRIDAY {
        @Override
        public LocalDate firstDay(LocalDate date) {
            return Require.calendar(date, "date").with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        }

        @Override
        public LocalDate lastDay(LocalDate date) {
            return Require.calendar(date, "date").with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        }
    },

    /** Weeks from Monday to Sunday, as ISO 8601 counts them. */
    WEEK_TO_SUNDAY {
        @Override
        public LocalDate firstDay(LocalDate date) {
            return Require.calendar(date, "date").with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        public LocalDate lastDay(LocalDate date) {
            return Require.calendar(date, "date").with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        }
    },

    /** Calendar months. */
    MONTH {
        @Override
        public LocalDate firstDay(LocalDate date) {
            return date.withDayOfMonth(1);
        }

        @Override
        public LocalDate lastDay(LocalDate date) {
            return date.withDayOfMonth(date.lengthOfMonth());
        }
    },

    /** Calendar quarters, the first from January to March. */
    QUARTER {
        @Override
        public LocalDate firstDay(LocalDate date) {
            return date.with(IsoFields.DAY_OF_QUARTER, 1);
        }

        @Override
        public LocalDate lastDay(LocalDate date) {
            return firstDay(date).plusMonths(3).minusDays(1);
        }
    },

    /** Calendar years. */
    YEAR {
        @Override
        public LocalDate firstDay(LocalDate date) {
            return date.withDayOfYear(1);
        }

        @Override
        public LocalDate lastDay(LocalDate date) {
            return date.withDayOfYear(date.lengthOfYear());
        }
    };

    /**
     * The first day of the period a date lies in.
     *
     * @param date any date
     * @return the date itself or an earlier one
     */
    public abstract LocalDate firstDay(LocalDate date);

    /**
     * The last day of the period a date lies in.
     *
     * @param date any date
     * @return the date itself or a later one
     */
    public abstract LocalDate lastDay(LocalDate date);

    /** Which day of a period stands for it when a series has been resampled. */
    public enum PeriodLabel {
        /**
         * The last date that the series has in the period. The only label that never lies in the future of the
         * data: a month that is still running is labelled with its latest date.
         */
        LAST_DATE,

        /** The last day of the calendar period, whether the market was open or not. */
        PERIOD_END,

        /** The first day of the calendar period, as FRED labels monthly and quarterly data. */
        PERIOD_START
    }
}
