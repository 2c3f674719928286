package io.github.macroregime.examples;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints. */
final class Messages {

    private Messages() {}

    static PrintWriter out(@Nullable CommandSpec spec) {
        return running(spec).getOut();
    }

    static PrintWriter faults(@Nullable CommandSpec spec) {
        return running(spec).getErr();
    }

    private static CommandLine running(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("a command prints only while it runs");
        }
        return spec.commandLine();
    }
}
