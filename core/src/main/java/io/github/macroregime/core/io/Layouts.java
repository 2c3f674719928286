package io.github.macroregime.core.io;

import io.github.macroregime.core.unit.Unit;

/**
 * The layouts of publishers and vendors, to be changed with {@code with...} where a copy of their files differs.
 *
 * <p>{@code Layouts.FRED.withUnit(Unit.PERCENT).series(file)}. Where the unit is not fixed by the publisher the caller
 * states it.
 */
public final class Layouts {

    /** FRED's graph files of every age, and copies of them: one or several ids behind the date, {@code .} or blank. */
    public static final TableLayout FRED = TableLayout.csv();

    /** ALFRED's columns of vintages as comma-separated text; {@link VintageCsv} makes vintages of them. */
    public static final TableLayout ALFRED =
            TableLayout.csv().withColumn(".+_[0-9]{8}", "$0").withOtherColumns(TableLayout.OtherColumns.REFUSED);

    /** ALFRED's columns of vintages as text with tabs. */
    public static final TableLayout ALFRED_TEXT = ALFRED.withSeparator('\t');

    /**
     * The monthly database FRED-MD and its quarterly sister FRED-QD, as quoted; {@link FredMd} adds the codes of the
     * transformations.
     */
    public static final TableLayout FRED_MD = TableLayout.csv()
            .withHeader("sasdate")
            .withDates(DateStyle.MONTH_DAY_YEAR)
            .withLinesPassedOver("Transform:", "Transform", "transform", "factors")
            .withUnit(Unit.FRACTION);

    /**
     * Par yields of the United States Treasury in percent, of every year: {@code 07/22/2025}, {@code 07/22/25}, or ISO
     * dates in archives. Columns are called {@code 1.5 Mo} and {@code 10 Yr} whatever their spelling.
     */
    public static final TableLayout TREASURY = TableLayout.csv()
            .withDates(DateStyle.MONTH_DAY_YEAR, DateStyle.MONTH_DAY_SHORT_YEAR, DateStyle.ISO)
            .withColumn("(?i)(1|1\\.5|2|3|4|6) *(?:mo|months?)", "$1 Mo", Unit.PERCENT)
            .withColumn("(?i)(1|2|3|5|7|10|20|30) *(?:yr|years?)", "$1 Yr", Unit.PERCENT)
            .withOtherColumns(TableLayout.OtherColumns.REFUSED)
            .withMissing("N/A");

    /**
     * Reference rates of the Federal Reserve Bank of New York, of which one is chosen:
     * {@code NEW_YORK_FED.where("Rate Type", "EFFR")}. Rates in percent, volumes in billions of dollars.
     */
    public static final TableLayout NEW_YORK_FED = TableLayout.csv()
            .withDateColumn("Effective Date")
            .withDates(DateStyle.MONTH_DAY_YEAR)
            .withColumn("Rate \\(%\\)", "rate", Unit.PERCENT)
            .withColumn("([0-9]+)(?:st|th) Percentile \\(%\\)", "percentile $1", Unit.PERCENT)
            .withColumn("Volume \\(\\$Billions\\)", "volume", Unit.BILLIONS_OF_DOLLARS)
            .withColumn("Target Rate From \\(%\\)", "target from", Unit.PERCENT)
            .withColumn("Target Rate To \\(%\\)", "target to", Unit.PERCENT)
            .withColumn("Intra Day - Low \\(%\\)", "low", Unit.PERCENT)
            .withColumn("Intra Day - High \\(%\\)", "high", Unit.PERCENT)
            .withColumn("Standard Deviation \\(%\\)", "deviation", Unit.PERCENT)
            .withColumn("([0-9]+)-Day Average SOFR", "average $1 days", Unit.PERCENT)
            .withColumn("SOFR Index", "index", Unit.FRACTION)
            .withOtherColumns(TableLayout.OtherColumns.IGNORED)
            .withRevised("Revision Indicator (Y/N)", "Y");

    /**
     * Positions of the CFTC's {@index "Commitments of Traders"} ({@index COT}) report "Traders in Financial Futures", of
     * which one market is chosen: {@code CFTC.where("CFTC_Contract_Market_Code", "043602")}. The columns keep the names of
     * the file; positions and traders are counts, shares of open interest and concentrations percent. A row is dated with
     * the Tuesday it refers to and published on Friday as a rule; see
     * {@link io.github.macroregime.core.series.PublicationLag}.
     */
    public static final TableLayout CFTC = TableLayout.csv()
            .withDateColumn("Report_Date_as_YYYY-MM-DD", "Report_Date_as_MM_DD_YYYY")
            .withDates(DateStyle.ISO, DateStyle.MONTH_DAY_YEAR)
            .withColumn("(?:Pct_|Conc_).*", Unit.PERCENT)
            .withColumn("(?:Open_Interest|Change_in|Traders)_.*|.*_Positions_.*", Unit.COUNT)
            .withOtherColumns(TableLayout.OtherColumns.IGNORED);

    /**
     * Price bars as Yahoo served them and as yfinance saves them: flat, with the three header lines Price, Ticker and
     * Date, by ticker or by price, also when they were saved more than once. Volumes are counts, the unit of prices is
     * stated. Classic closes are not adjusted, those of yfinance are unless its caller said otherwise.
     */
    public static final TableLayout YAHOO = TableLayout.csv()
            .withTickerHeader()
            .withLinesPassedOver("Price", "Ticker", "Date", "Datetime")
            .withColumn("(?i).*volume", Unit.COUNT)
            .withColumn("(?:.* )?Stock Splits", Unit.FRACTION)
            .withoutColumns("(?i)ticker|symbol");

    /** Daily history of the indices of CBOE: {@code DATE,OPEN,HIGH,LOW,CLOSE} or one column called after the index. */
    public static final TableLayout CBOE =
            TableLayout.csv().withDates(DateStyle.MONTH_DAY_YEAR).withUnit(Unit.PRICE);

    /**
     * Price history of Investing.com in its American form, {@code 07/22/2025}: newest first, Price before Open, volumes
     * with K, M and B, changes with a percent sign. In its European form dates are {@code DateStyle.DAY_MONTH_YEAR}.
     */
    public static final TableLayout INVESTING = TableLayout.csv()
            .withDates(DateStyle.MONTH_DAY_YEAR)
            .withThousands(',')
            .withPercentSigns()
            .withMagnitudes()
            .withMissing("-")
            .withColumn("Price", "Close")
            .withColumn("Vol\\.", "Volume", Unit.COUNT)
            .withColumn("Change %", "Change", Unit.PERCENT)
            .withOrder(TableLayout.Order.NEWEST_FIRST);

    /** Daily bars of Stooq in English or Polish, under English names. */
    public static final TableLayout STOOQ = TableLayout.csv()
            .withDateColumn("Date", "Data")
            .withColumn("Open|Otwarcie", "Open")
            .withColumn("High|Najwyzszy", "High")
            .withColumn("Low|Najnizszy", "Low")
            .withColumn("Close|Zamkniecie", "Close")
            .withColumn("Volume|Wolumen", "Volume", Unit.COUNT)
            .withOtherColumns(TableLayout.OtherColumns.REFUSED)
            .withOrder(TableLayout.Order.OLDEST_FIRST);

    /** The European Central Bank's file {@code eurofxref-hist}: units of each currency for one euro, newest first. */
    public static final TableLayout ECB_RATES = TableLayout.csv()
            .withTrailingSeparator()
            .withMissing("N/A")
            .withUnit(Unit.PRICE)
            .withOrder(TableLayout.Order.NEWEST_FIRST);

    /** A monthly series in the wide table of the Bureau of Labor Statistics: a preamble, then a line for each year. */
    public static final TableLayout BLS =
            TableLayout.csv().withHeader("Year", "Jan", "Dec").withMonthsAcross();

    /**
     * Shiller's monthly table of the stock market in the layout of the open "s-and-p-500" data package. A zero means that
     * nothing was observed.
     */
    public static final TableLayout SHILLER = TableLayout.csv()
            .withColumn("Long Interest Rate", Unit.PERCENT)
            .withColumn("Consumer Price Index|PE10", Unit.FRACTION)
            .withUnit(Unit.PRICE)
            .withMissing("0", "0.0", "0.00");

    /**
     * The history of one meeting's probabilities as CME's FedWatch tool downloads it. Columns are called by their band of
     * the target range in basis points, {@code 425-450}; an empty field was not quoted. The unit is stated, a fraction or
     * percent. A meeting not yet started has only the column Date.
     */
    public static final TableLayout FEDWATCH = TableLayout.csv()
            .withHeader("Date")
            .withDates(DateStyle.YEAR_MONTH_DAY)
            .withColumn("\\(? *([0-9]+) *- *([0-9]+) *\\)?", "$1-$2")
            .withOtherColumns(TableLayout.OtherColumns.REFUSED);

    /**
     * Holdings of a SPDR fund, its workbook exported as CSV: read with {@link TableLayout#table}. Weights are in percent;
     * the notes below the table are left out.
     */
    public static final TableLayout SPDR_HOLDINGS = TableLayout.csv()
            .withHeader("Name", "Ticker", "Weight")
            .withTrailingSeparator()
            .untilBlankLine()
            .withMissing("-");

    /** Holdings of an iShares fund: read with {@link TableLayout#table}. Weights are in percent. */
    public static final TableLayout ISHARES_HOLDINGS = TableLayout.csv()
            .withHeader("Ticker", "Name", "Weight (%)")
            .withThousands(',')
            .untilBlankLine()
            .withMissing("-", "--");

    private Layouts() {}
}
