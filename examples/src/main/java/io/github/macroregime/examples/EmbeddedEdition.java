package io.github.macroregime.examples;

import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.folder.TrackerInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The folder of 22 July 2025 that comes with the examples, in a directory of classes or inside a jar. */
public final class EmbeddedEdition {

    private static final String FOLDER = "/edition/2025-07-22";

    private EmbeddedEdition() {}

    /**
     * Reads the embedded folder.
     *
     * @return what it holds
     */
    public static TrackerInput read() {
        return read(file -> {});
    }

    static TrackerInput read(Consumer<String> progress) {
        URI folder = location();
        if (!"jar".equals(folder.getScheme())) {
            return TrackerFolder.open(Path.of(folder)).read(Optional.empty(), progress);
        }
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            return TrackerFolder.open(jar.getPath(FOLDER)).read(Optional.empty(), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be read", e);
        }
    }

    private static URI location() {
        try {
            return Objects.requireNonNull(EmbeddedEdition.class.getResource(FOLDER), FOLDER)
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the location of " + FOLDER + " is no URI", e);
        }
    }
}
