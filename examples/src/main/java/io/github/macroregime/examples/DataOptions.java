package io.github.macroregime.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

    /**
     * A folder for results that is not read as well, since the next run would find them among the data.
     *
     * @param out the folder
     * @return the same folder
     * @throws IllegalArgumentException if it has no name or lies in the folder that is read
     */
    Path apart(Path out) {
        if (out.toString().isBlank()) {
            throw new IllegalArgumentException("--out must name a folder but was empty");
        }
        if (data != null
                && !data.toString().isBlank()
                && Files.isDirectory(data)
                && real(out).startsWith(real(data))) {
            throw new IllegalArgumentException("--out must lie outside of the folder that is read, " + data
                    + ", but was " + out + ": the next run would read what this one wrote");
        }
        return out;
    }

    /** The real path of a folder, or of the first above it that is there. */
    private static Path real(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return there.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be read", e);
        }
    }

    DataFolder requiredFolder() {
        return folder().orElseThrow(() -> new IllegalArgumentException("--data must name the folder to read"));
    }
}
