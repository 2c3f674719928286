package io.github.macroregime.examples;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints. */
final class Messages {

    private Messages() {}

    static PrintWriter out(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("a command prints only while it runs");
        }
        return spec.commandLine().getOut();
    }
}
