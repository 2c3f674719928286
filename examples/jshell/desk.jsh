import java.time.*;
import io.github.macroregime.core.series.*;
import io.github.macroregime.core.stats.*;
import io.github.macroregime.core.time.*;
import io.github.macroregime.core.unit.*;
import io.github.macroregime.credit.*;
import io.github.macroregime.credit.band.*;
import io.github.macroregime.equities.contribution.*;
import io.github.macroregime.equities.print.*;
import io.github.macroregime.rates.instrument.*;
import io.github.macroregime.rates.meeting.*;
import io.github.macroregime.rates.path.*;
import io.github.macroregime.rates.probability.*;
import io.github.macroregime.regime.strength.*;
import io.github.macroregime.regime.tracker.*;
import io.github.macroregime.strata.*;
import io.github.macroregime.examples.EmbeddedEdition;

// The edition of 22 July 2025 as a report; try report.policy(), report.credit(), report.board().
TrackerReport report = Tracker.report(EmbeddedEdition.read());

// What the quotes price after each meeting.
PolicyPath path = report.policy().orElseThrow().calibrated().path();
System.out.println(path);

// Where the spread stands, and what its bands leave unnamed.
SpreadStanding spread = report.credit().get(0).standing();
System.out.println(spread);

// Which way each asset leans, at the last close that was out.
System.out.println(report.board().orElseThrow().board());
