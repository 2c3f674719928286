package io.github.macroregime.core.series;

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
