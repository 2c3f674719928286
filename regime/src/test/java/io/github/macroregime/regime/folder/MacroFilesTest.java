package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MacroQuestion.AssetBasket;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.input.MacroQuestion.Axes;
import io.github.macroregime.regime.input.MacroQuestion.Driver;
import io.github.macroregime.regime.input.MacroQuestion.EquityGroup;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.outlook.EquityPremium.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which questions follow from which files of a folder: each is asked once its last series is there. */
class MacroFilesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final String SERIES = "id,name,role,unit,file,source,class\n";

    @TempDir
    private Path folder;

    private void daily(String id, double value) throws IOException {
        Files.writeString(
                folder.resolve(id + ".csv"), "Date," + id + "\n2025-07-21," + value + "\n2025-07-22," + value + "\n");
    }

    private void monthly(String id, double value) throws IOException {
        Files.writeString(
                folder.resolve(id + ".csv"), "Date," + id + "\n2025-04-01," + value + "\n2025-05-01," + value + "\n");
    }

    private void assets(String... rows) throws IOException {
        Files.writeString(folder.resolve("series.csv"), SERIES + String.join("\n", rows) + "\n");
        for (String row : rows) {
            Files.writeString(folder.resolve(row.split(",")[4]), "Date,Close\n2025-07-21,100\n2025-07-22,101\n");
        }
    }

    @BeforeEach
    void edition() throws IOException {
        assets(
                "EQ,Index,asset,price,eq.csv,desk,equities",
                "SM,Small,asset,price,sm.csv,desk,small companies",
                "CR,Coin,asset,price,cr.csv,desk,crypto",
                "GO,Ore,asset,price,go.csv,desk,gold",
                "TR,Bonds,asset,price,tr.csv,desk,treasuries",
                "HY,Junk,asset,price,hy.csv,desk,credit",
                "LQD,Grade,asset,price,lqd.csv,desk,",
                "RSP,Equal,asset,price,rsp.csv,desk,",
                "S1,Energy,sector,price,s1.csv,desk,",
                "S2,Health,sector,price,s2.csv,desk,");
    }

    private <T extends MacroInput> List<T> asked(Class<T> type) {
        return TrackerFolder.read(folder, Optional.of(DAY)).macro().all(type);
    }

    private List<String> drivers() {
        return asked(Driver.class).stream()
                .map(each -> each.asset() + " by " + each.driver().name())
                .toList();
    }

    private List<String> axes() {
        return asked(Axes.class).stream()
                .map(each -> each.asset() + " by " + each.duration().name() + " and "
                        + each.credit().name())
                .toList();
    }

    @Test
    void eachClassHasItsDriverAndItsAxes() throws IOException {
        assertThat(drivers()).isEmpty();
        daily("DGS10", 4.35);
        assertThat(drivers()).containsExactly("Index by 10y yield");
        assertThat(axes()).isEmpty();
        daily("DGS30", 4.9);
        daily("DFII10", 1.9);
        daily("BAMLH0A0HYM2", 2.9);
        assertThat(drivers())
                .containsExactly(
                        "Index by 10y yield",
                        "Index by US HY OAS",
                        "Bonds by 30y yield",
                        "Ore by 10y real yield",
                        "Coin by 10y real yield",
                        "Junk by US HY OAS");
        assertThat(axes()).containsExactly("Junk by 10y yield and US HY OAS", "Index by 10y yield and US HY OAS");
        daily("BAMLC0A0CM", 0.8);
        assertThat(axes()).hasSize(3).contains("Grade by 10y yield and US IG OAS");
    }

    private List<String> basket(String name) {
        return asked(AssetBasket.class).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(AssetBasket::assets)
                .orElse(List.of());
    }

    @Test
    void basketsAndGroupsAreOfTheirClasses() throws IOException {
        assertThat(basket("asset classes")).containsExactly("Index", "Small", "Coin", "Ore", "Bonds", "Junk");
        assertThat(basket("sectors")).containsExactly("Energy", "Health");
        assertThat(basket("crypto, equities and small companies")).containsExactly("Index", "Small", "Coin");
        assertThat(basket("crypto and equities")).containsExactly("Index", "Coin");
        assertThat(asked(EquityGroup.class))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.assets()).containsExactly("Index", "Small", "Equal", "Energy", "Health"));
        assertThat(asked(AssetClass.class))
                .filteredOn(each -> Set.of("Index", "Ore", "Coin").contains(each.asset()))
                .extracting(AssetClass::quadrants)
                .containsExactly(Set.of(Quadrant.GOLDILOCKS), Set.of(), Set.of(Quadrant.STAGFLATION));
        assertThat(asked(MacroQuestion.State.class))
                .extracting(MacroQuestion.State::asset)
                .containsExactly("Index");
        Files.delete(folder.resolve("rsp.csv"));
        assets("GO,Ore,asset,price,go.csv,desk,gold", "S1,Energy,sector,price,s1.csv,desk,");
        for (String name : MacroFiles.BASKETS) {
            assertThat(basket(name)).as(name).isEmpty();
        }
        assertThat(asked(EquityGroup.class)).isEmpty();
        assertThat(asked(MacroQuestion.State.class))
                .as("the first asset where no index is named")
                .extracting(MacroQuestion.State::asset)
                .containsExactly("Ore");
    }

    /** A level is a macro series or, as oil here, a listed price; what is not there is named once any is. */
    @Test
    void levelsAreAskedByTheirNames() throws IOException {
        assertThat(asked(MarketInput.Level.class)).isEmpty();
        assertThat(lacking()).noneMatch(each -> each.startsWith("the level of "));
        daily("VIXCLS", 16);
        daily("CL=F", 66);
        assertThat(asked(MarketInput.Level.class))
                .extracting(each -> each.levels().name())
                .contains("VIX")
                .anyMatch(each -> each.startsWith("Crude oil"));
        assertThat(asked(MarketInput.Level.class))
                .filteredOn(each -> each.levels().name().equals("VIX"))
                .extracting(MarketInput.Level::change)
                .containsExactly(Change.DIFFERENCE);
        assertThat(lacking())
                .filteredOn(each -> each.startsWith("the level of "))
                .singleElement()
                .asString()
                .contains("SOFR")
                .doesNotContain("VIX,");
    }

    private List<String> lacking() {
        return TrackerFolder.read(folder, Optional.of(DAY)).gaps().stream()
                .map(Gap::lacking)
                .toList();
    }

    private void refused(String name, String text, String message) throws IOException {
        Files.writeString(folder.resolve(name), text);
        assertThatThrownBy(() -> TrackerFolder.read(folder, Optional.of(DAY))).hasMessageContaining(message);
        Files.delete(folder.resolve(name));
    }

    /** A spread has no return: it is in no basket and moved by nothing, but it may move an asset. */
    @Test
    void onlyPricesAreInABasketOrMovedByADriver() throws IOException {
        daily("BAMLC0A0CM", 0.8);
        refused(
                "baskets.csv",
                "basket,asset\nmine,EQ\nmine,BAMLC0A0CM\n",
                "baskets.csv:3: \"BAMLC0A0CM\" in column \"asset\" must be one of EQ, ");
        refused("baskets.csv", "basket,asset\nmine,EQ\n", "the basket \"mine\" must hold two assets or more");
        refused(
                "baskets.csv",
                "basket,asset\nsectors,EQ\nsectors,SM\n",
                "the basket \"sectors\" is built in: choose another name");
        refused(
                "drivers.csv",
                "asset,driver,change\nBAMLC0A0CM,EQ,relative\n",
                "drivers.csv:2: \"BAMLC0A0CM\" in column \"asset\" must be one of EQ, ");
        Files.writeString(folder.resolve("drivers.csv"), "asset,driver,change\nEQ,BAMLC0A0CM,difference\n");
        assertThat(drivers()).containsExactly("Index by US IG OAS");
    }

    private List<String> conditions() {
        return asked(EconomyInput.Conditions.class).stream()
                .flatMap(each -> each.parts().stream())
                .map(each -> each.series().name())
                .toList();
    }

    @Test
    void ratesAndConditionsNeedTheirParts() throws IOException {
        daily("DFII10", 1.9);
        assertThat(asked(RatesInput.RealYield.class)).isEmpty();
        assertThat(conditions()).as("one part is no index").isEmpty();
        daily("VIXCLS", 16);
        assertThat(conditions()).containsExactly("VIX", "10y real yield");
        daily("T10YIE", 2.4);
        daily("BAMLC0A0CM", 0.8);
        daily("DFF", 4.33);
        daily("DGS2", 3.9);
        daily("NFCI", -0.5);
        assertThat(asked(RatesInput.RealYield.class)).hasSize(1);
        assertThat(conditions()).containsExactly("US IG OAS", "VIX", "10y real yield");
        assertThat(asked(RatesInput.Overnight.class))
                .extracting(each -> each.rates().name())
                .containsExactly("EFFR");
        assertThat(asked(RatesInput.Yield.class))
                .extracting(RatesInput.Yield::name)
                .containsExactly("2y");
    }

    @Test
    void liquidityAndReleasesNeedTheirSeries() throws IOException {
        daily("WALCL", 6_600_000);
        daily("WTREGEN", 500_000);
        assertThat(asked(EconomyInput.MoneyParts.class)).isEmpty();
        daily("RRPONTSYD", 200);
        assertThat(asked(EconomyInput.MoneyParts.class)).hasSize(1);
        monthly("CPIAUCSL", 320);
        assertThat(asked(EconomyInput.QuadrantSource.Final.class)).isEmpty();
        monthly("PAYEMS", 159_000);
        monthly("INDPRO", 103);
        assertThat(asked(EconomyInput.QuadrantSource.Final.class))
                .extracting(EconomyInput.QuadrantSource::name)
                .containsExactly("industrial production and CPI", "payrolls and CPI");
        assertThat(asked(EconomyInput.Release.class))
                .extracting(EconomyInput.Release::name)
                .hasSize(3);
    }

    /** Numbers of which a difference or a ratio is none are left out and named; zero is a number. */
    @ParameterizedTest
    @CsvSource({"1e18, true", "1.1e18, false", "-1.1e18, false", "1e-18, true", "9e-19, false", "0, true"})
    void whatNoSeriesCanBeIsLeftOut(String value, boolean isUsed) throws IOException {
        Files.writeString(folder.resolve("NFCI.csv"), "Date,NFCI\n2025-07-11," + value + "\n2025-07-18,1\n");
        Files.writeString(
                folder.resolve("macro.csv"), "id,unit,files,lag_days,max_age_days\nNFCI,index,NFCI.csv,0,19\n");
        assertThat(asked(EconomyInput.PublishedIndex.class)).hasSize(isUsed ? 1 : 0);
        assertThat(lacking().contains("a plausible NFCI on 2025-07-11")).isNotEqualTo(isUsed);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, true", "3660, 3660, true", "-1, 1, false", "0, 0, false"})
    void aLagMayBeNoneAndAnAgeAtLeastADay(int lag, int age, boolean isUsed) throws IOException {
        Files.writeString(folder.resolve("NFCI.csv"), "Date,NFCI\n2025-07-11,0.5\n2025-07-18,1\n");
        Files.writeString(
                folder.resolve("macro.csv"),
                "id,unit,files,lag_days,max_age_days\nNFCI,index,NFCI.csv," + lag + "," + age + "\n");
        assertThat(asked(EconomyInput.PublishedIndex.class)).hasSize(isUsed ? 1 : 0);
        assertThat(lacking().contains("the macro series NFCI")).isNotEqualTo(isUsed);
    }

    /** A ratio is used from the first real yield on. */
    @Test
    void premiumsBeginWithTheRealYield() throws IOException {
        Files.writeString(
                folder.resolve("SHILLER_CAPE.csv"), "Date,Value\n2025-04-01,34\n2025-05-01,35\n2025-06-01,36\n");
        assertThat(asked(EconomyInput.Premium.class)).isEmpty();
        Files.writeString(folder.resolve("DFII10.csv"), "Date,DFII10\n2025-05-01,2.1\n2025-07-21,1.9\n");
        assertThat(asked(EconomyInput.Premium.class)).singleElement().satisfies(each -> {
            assertThat(each.definition()).isEqualTo(Definition.CAPE_LESS_REAL);
            assertThat(each.priceToEarnings().series().values().stream()).containsExactly(35.0, 36.0);
        });
        Files.writeString(folder.resolve("SP500_PE.csv"), "Date,Value\n2025-05-01,25\n2025-06-01,26\n");
        assertThat(asked(EconomyInput.Premium.class))
                .extracting(EconomyInput.Premium::definition)
                .containsExactly(Definition.CAPE_LESS_REAL, Definition.TRAILING_LESS_REAL);
    }
}
