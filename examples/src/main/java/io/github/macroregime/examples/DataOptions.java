package io.github.macroregime.examples;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which folder is read, as every command asks for it. */
final class DataOptions {

    @Option(names = "--data", paramLabel = "DIR", description = "the folder to read")
    private @Nullable Path data;

    @Option(names = "--files-outside", description = "lets links and names in the folder lead to files outside of it")
    private boolean filesOutside;

    /** The folder, opened once for all days; empty if none is given. */
    Optional<DataFolder> folder() {
        return Optional.ofNullable(data).map(path -> DataFolder.open(path, filesOutside));
    }

    DataFolder requiredFolder() {
        return folder().orElseThrow(() -> new IllegalArgumentException("--data must name the folder to read"));
    }
}
