import java.time.*;
import io.github.macroregime.core.check.*;
import io.github.macroregime.core.io.*;
import io.github.macroregime.core.linear.*;
import io.github.macroregime.core.series.*;
import io.github.macroregime.core.stats.*;
import io.github.macroregime.core.time.*;
import io.github.macroregime.core.unit.*;
import io.github.macroregime.core.window.*;
import io.github.macroregime.credit.*;
import io.github.macroregime.credit.band.*;
import io.github.macroregime.equities.attribution.*;
import io.github.macroregime.equities.breadth.*;
import io.github.macroregime.equities.contribution.*;
import io.github.macroregime.equities.linking.*;
import io.github.macroregime.equities.print.*;
import io.github.macroregime.rates.check.*;
import io.github.macroregime.rates.history.*;
import io.github.macroregime.rates.instrument.*;
import io.github.macroregime.rates.io.*;
import io.github.macroregime.rates.meeting.*;
import io.github.macroregime.rates.path.*;
import io.github.macroregime.rates.probability.*;
import io.github.macroregime.rates.risk.*;
import io.github.macroregime.regime.bar.*;
import io.github.macroregime.regime.changepoint.*;
import io.github.macroregime.regime.comovement.*;
import io.github.macroregime.regime.curve.*;
import io.github.macroregime.regime.cycle.*;
import io.github.macroregime.regime.drivers.*;
import io.github.macroregime.regime.edition.*;
import io.github.macroregime.regime.folder.*;
import io.github.macroregime.regime.hmm.*;
import io.github.macroregime.regime.input.*;
import io.github.macroregime.regime.macro.*;
import io.github.macroregime.regime.outlook.*;
import io.github.macroregime.regime.page.*;
import io.github.macroregime.regime.persistence.*;
import io.github.macroregime.regime.report.*;
import io.github.macroregime.regime.section.*;
import io.github.macroregime.regime.sheet.*;
import io.github.macroregime.regime.signal.*;
import io.github.macroregime.regime.state.*;
import io.github.macroregime.regime.strategy.*;
import io.github.macroregime.regime.strength.*;
import io.github.macroregime.regime.switching.*;
import io.github.macroregime.strata.*;
import io.github.macroregime.examples.EmbeddedEdition;

// The edition of 22 July 2025; try edition.summary() and report.part(EquitiesPart.class).
Edition edition = Edition.of(EmbeddedEdition.read());
MacroReport report = edition.report();

// What the quotes price after each meeting.
PolicyPath path = report.part(PolicyPart.class).flatMap(PolicyPart::path).orElseThrow().path().path();
System.out.println(path);

// Where the spread stands, and what its bands leave unnamed.
SpreadStanding spread = report.part(CreditPart.class).orElseThrow().spreads().get(0).standing();
System.out.println(spread);

// Which way each asset leans, at the last close that was out.
System.out.println(report.part(StrengthPart.class).orElseThrow().board());
