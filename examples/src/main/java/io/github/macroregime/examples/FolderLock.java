package io.github.macroregime.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right of one program to write to a folder of results, whatever it writes there. It is the operating system's, on the
 * file {@code .lock} of the folder, and ends with the process.
 *
 * <p>Who deletes that file lets another program lock a new one of the same name. The file that was locked is therefore
 * told from the one that stands there, by the system's key of a file: after locking and before each change that readers
 * see. Nothing but the channel that holds the lock may open the file, since a POSIX system ends a lock with the first
 * channel that is closed.
 */
final class FolderLock implements AutoCloseable {

    private final Path file;
    private final Path folder;
    private final FileChannel channel;
    private final @Nullable Object key;

    private FolderLock(Path file, Path folder, FileChannel channel, @Nullable Object key) {
        this.file = file;
        this.folder = folder;
        this.channel = channel;
        this.key = key;
    }

    /**
     * Locks a folder until the lock is closed or the process ends.
     *
     * @param folder the folder
     * @return the lock
     * @throws IllegalStateException if another run holds it
     */
    static FolderLock of(Path folder) throws IOException {
        Path file = folder.resolve(".lock");
        create(file);
        Object key = key(file);
        FolderLock lock = new FolderLock(file, folder, FileChannel.open(file, options(file)), key);
        if (!lock.isTaken() || !lock.isInPlace()) {
            lock.close();
            throw new IllegalStateException(folder + ": another run is writing to it; nothing was changed");
        }
        return lock;
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            Disk.requireFile(file);
        }
    }

    private static Set<OpenOption> options(Path file) {
        Set<OpenOption> options = new HashSet<>(Set.of(StandardOpenOption.WRITE));
        if (Disk.isPosix(file)) {
            options.add(LinkOption.NOFOLLOW_LINKS);
        }
        return options;
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    private boolean isTaken() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private boolean isInPlace() throws IOException {
        try {
            return Objects.equals(key(file), key);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Refuses to go on without the file that was locked.
     *
     * @throws IllegalStateException if it was deleted or replaced, so that another run may be writing
     */
    void requireHeld() throws IOException {
        if (!isInPlace()) {
            throw new IllegalStateException(folder + ": " + file.getFileName()
                    + " was deleted or replaced during the run, so that another run may be writing to the folder;"
                    + " nothing more was changed");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a lock cannot be released", e);
        }
    }
}
