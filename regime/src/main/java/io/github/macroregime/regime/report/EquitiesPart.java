package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.breadth.BreadthReading;
import io.github.macroregime.equities.breadth.Leadership.Leader;
import io.github.macroregime.equities.breadth.Rotation.CatchUp;
import io.github.macroregime.equities.breadth.WithoutBasket;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.section.Section;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What moved equities on the day: the index by both measures, contributions where they are given, the sectors against
 * the session before, and of each group who leads, whether its laggards catch up and how many stand above their means.
 *
 * @param indices the move of the asset that the first asset class is judged by, or nothing
 * @param contributions contributions of the day, or nothing
 * @param sectors the returns of sectors from the close before to that of the day, the highest first
 * @param sectorsBefore the same one session earlier, as far as the sectors have the close of one common session
 * @param groups each group of equities, that of all sectors first
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record EquitiesPart(
        List<IndexMove> indices,
        List<MarketInput.Contributions> contributions,
        List<SectorDay> sectors,
        List<SectorDay> sectorsBefore,
        List<GroupDay> groups,
        Map<String, Evidence> inputs)
        implements MacroPart {

    private static final Comparator<SectorDay> HIGHEST =
            Comparator.comparing(SectorDay::periodReturn).reversed().thenComparing(SectorDay::name);

    /**
     * The return of one sector on the day.
     *
     * @param name its name
     * @param date the day
     * @param periodReturn the simple return, not weighted
     */
    public record SectorDay(String name, LocalDate date, Rate periodReturn) implements Serializable {
        public SectorDay {
            Require.components(SectorDay.class, name, date, periodReturn);
        }
    }

    /**
     * The move of an index on the day by the measures that are in use.
     *
     * @param name its name
     * @param date the day
     * @param closeToClose the simple return from the close before
     * @param openToClose the simple return from the open of the day, or nothing
     */
    public record IndexMove(String name, LocalDate date, Rate closeToClose, Optional<Rate> openToClose)
            implements Serializable {
        public IndexMove {
            Require.components(IndexMove.class, name, date, closeToClose, openToClose);
        }

        private Object writeReplace() {
            return SerialForm.of(IndexMove.class, name, date, closeToClose, openToClose);
        }
    }

    /**
     * A group of equities on the day.
     *
     * @param name its name
     * @param date the day
     * @param day its members by the return from the close before, the highest first
     * @param year its members by the return over the 252 closes up to the close before, the highest first; those with
     *     fewer are left out
     * @param catchUp the quarter of them that was furthest behind against the others, or nothing where fewer than two
     *     have the closes
     * @param above how many stand above their mean of 10, of 20 and of 50 closes, those with too few left out
     * @param without the index without the group, or nothing where no contributions list all of it with weights
     */
    public record GroupDay(
            String name,
            LocalDate date,
            List<Leader> day,
            List<Leader> year,
            List<CatchUp> catchUp,
            List<AboveMean> above,
            List<WithoutBasket> without)
            implements Serializable {

        public GroupDay {
            Require.components(GroupDay.class, name, date, day, year, catchUp, above, without);
            day = List.copyOf(day);
            year = List.copyOf(year);
            catchUp = List.copyOf(catchUp);
            above = List.copyOf(above);
            without = List.copyOf(without);
        }

        /**
         * What the first or the last of the day was in the year before.
         *
         * @param member the name of a member
         * @return for example {@code the laggard of the year catches up}, empty where it is neither the first nor the last
         *     of the day or was in the middle of the year
         */
        public Optional<String> remark(String member) {
            boolean isFirst = day.get(0).name().equals(member);
            boolean isLast = day.get(day.size() - 1).name().equals(member);
            if (isFirst == isLast || catchUp.isEmpty()) {
                return Optional.empty();
            }
            List<String> behind = catchUp.get(0).laggards();
            List<String> ahead =
                    year.stream().limit(behind.size()).map(Leader::name).toList();
            if (behind.contains(member)) {
                return Optional.of(
                        place(behind, member, "laggard") + (isFirst ? " catches up" : " falls further behind"));
            }
            return ahead.contains(member)
                    ? Optional.of(place(ahead, member, "leader") + (isFirst ? " leads on" : " falls back"))
                    : Optional.empty();
        }

        private static String place(List<String> ranked, String member, String word) {
            return ranked.get(0).equals(member) ? "the " + word + " of the year" : "one of the year's " + word + "s";
        }
    }

    /**
     * How many members of a group stand above their own mean.
     *
     * @param window how many closes are averaged, that of the day included
     * @param above how many stand above it
     * @param names how many have so many closes
     */
    public record AboveMean(int window, int above, int names) implements Serializable {

        public AboveMean {
            Require.atLeast(window, 1, "window");
            Require.atLeast(above, 0, "above");
            Require.atLeast(names, above, "names");
        }

        /**
         * The share above the mean.
         *
         * @return from 0 to 1
         */
        public double share() {
            return (double) above / names;
        }

        String state() {
            return share() >= 2 / 3.0 ? "broad" : share() <= 1 / 3.0 ? "narrow" : "mixed";
        }
    }

    public EquitiesPart {
        Require.components(EquitiesPart.class, indices, contributions, sectors, sectorsBefore, groups, inputs);
        inputs = Evidence.copyOf(inputs);
        indices = List.copyOf(indices);
        contributions = List.copyOf(contributions);
        sectors = List.copyOf(sectors);
        sectorsBefore = List.copyOf(sectorsBefore);
        groups = List.copyOf(groups);
    }

    static Optional<EquitiesPart> read(DayInputs at) {
        List<MarketInput.Contributions> contributions = at.all(MarketInput.Contributions.class).stream()
                .filter(each -> each.report().date().equals(at.date()))
                .toList();
        if (contributions.isEmpty()) {
            at.lacks("contributions of " + at.date(), "what moved the index is not split");
        }
        List<SectorDay> sectors = new ArrayList<>();
        List<SectorDay> before = new ArrayList<>();
        for (MarketInput.Sector sector : at.all(MarketInput.Sector.class)) {
            TimeSeries closes = sector.closes().series().dropMissing();
            if (closes.size() > 1 && closes.last().date().equals(at.session())) {
                sectors.add(day(sector.name(), closes, closes.size() - 1));
                if (closes.size() > 2) {
                    before.add(day(sector.name(), closes, closes.size() - 2));
                }
            } else {
                at.lacks("two closes of " + sector.name() + " up to " + at.session(), "its day is left out");
            }
        }
        sectors.sort(HIGHEST);
        if (!sectors.isEmpty() && at.session().isBefore(at.date())) {
            at.lacks("a session on " + named(at.date()), "sector returns are those of " + named(at.session()));
        }
        if (contributions.isEmpty() && sectors.isEmpty()) {
            at.lacks("closes of sectors", "breadth is not counted");
        }
        Optional<IndexMove> index = index(at);
        List<GroupDay> groups = EquityGroups.read(at, contributions);
        return contributions.isEmpty() && sectors.isEmpty() && groups.isEmpty() && index.isEmpty()
                ? Optional.empty()
                : Optional.of(new EquitiesPart(
                        index.stream().toList(), contributions, sectors, ofLastSession(before), groups, at.evidence()));
    }

    private static String named(LocalDate date) {
        return date + ", a " + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static SectorDay day(String name, TimeSeries closes, int i) {
        return new SectorDay(name, closes.date(i), Rate.ofDecimal(closes.value(i) / closes.value(i - 1) - 1));
    }

    private static List<SectorDay> ofLastSession(List<SectorDay> before) {
        Optional<LocalDate> last = before.stream().map(SectorDay::date).max(Comparator.naturalOrder());
        return before.stream()
                .filter(each -> last.filter(each.date()::equals).isPresent())
                .sorted(HIGHEST)
                .toList();
    }

    private static Optional<IndexMove> index(DayInputs at) {
        Optional<String> name = at.all(MacroQuestion.AssetClass.class).stream()
                .map(MacroQuestion.AssetClass::asset)
                .findFirst();
        return at.all(MarketInput.Asset.class).stream()
                .filter(each -> name.filter(each.name()::equals).isPresent())
                .map(each -> each.closes().series().dropMissing().named(each.name()))
                .filter(each ->
                        each.series().size() > 1 && each.series().last().date().equals(at.session()))
                .findFirst()
                .map(each -> {
                    SectorDay day =
                            day(each.name(), each.series(), each.series().size() - 1);
                    double close = each.series().last().value();
                    Optional<Rate> fromOpen = at.all(MarketInput.Opens.class).stream()
                            .filter(opens -> opens.name().equals(each.name()))
                            .flatMapToDouble(opens -> opens.opens().series().dropMissing().on(at.session()).stream())
                            .mapToObj(open -> Rate.ofDecimal(close / open - 1))
                            .findFirst();
                    return new IndexMove(each.name(), at.session(), day.periodReturn(), fromOpen);
                });
    }

    /**
     * What the first or the last of the day in any group was in the year before.
     *
     * @param member the name of an asset or sector
     * @return the remark of the largest group that has one
     */
    public Optional<String> remark(String member) {
        return groups.stream()
                .sorted(Comparator.comparingInt(group -> -group.day().size()))
                .flatMap(group -> group.remark(member).stream())
                .findFirst();
    }

    /**
     * The returns of the sectors: as printed, else of the members, else of the closes of sectors.
     *
     * @return one return for each sector, not weighted, the highest first
     */
    public List<SectorDay> sectorReturns() {
        return contributions.isEmpty()
                ? sectors
                : contributions.get(0).report().lines().stream()
                        .flatMap(line -> line
                                .periodReturn()
                                .map(each -> new SectorDay(
                                        line.id(), contributions.get(0).report().date(), each))
                                .stream())
                        .sorted(Comparator.comparing(SectorDay::periodReturn).reversed())
                        .toList();
    }

    /**
     * The plain mean of the sector returns: {@code sum r_i / n}.
     *
     * @return the mean, empty without a return
     */
    public Optional<Rate> equalWeightMean() {
        double[] returns = sectorReturns().stream()
                .mapToDouble(each -> each.periodReturn().decimal())
                .toArray();
        return returns.length == 0 ? Optional.empty() : Optional.of(Rate.ofDecimal(Moments.mean(returns)));
    }

    /**
     * How many rose and fell: of the members of the index where they are known, else of the sectors.
     *
     * @return the counts, or the statement that too little was observed
     */
    public BreadthReading breadth() {
        if (!contributions.isEmpty()) {
            return contributions.get(0).breadth();
        }
        double[] each = sectors.stream()
                .mapToDouble(sector -> sector.periodReturn().decimal())
                .toArray();
        double[] equal = new double[each.length];
        Arrays.fill(equal, 1.0 / Math.max(1, each.length));
        return Breadth.of(Doubles.of(each), Doubles.of(equal), Breadth.Options.withDefaults());
    }

    @Override
    public Section section() {
        return EquitiesSection.of(this);
    }

    @Override
    public Topic topic() {
        return Topic.EQUITIES;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>(new ContributionStatements(this).all());
        statements.addAll(new BreadthStatements(this).all());
        return statements;
    }
}
