package io.github.macroregime.examples;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The few operations by which results reach the disk whole; tests take its place to make them fail. */
class Disk {

    private static final int BUFFER = 1 << 16;

    /** What a file is to hold. */
    @FunctionalInterface
    interface Content {

        void writeTo(Writer writer) throws IOException;
    }

    /** Locks a folder of results; see {@link FolderLock}. */
    FolderLock lock(Path folder) throws IOException {
        return FolderLock.of(folder);
    }

    /** Refuses a pipe or a device, which would be waited for without end. */
    static void requireFile(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, file.getFileName() + " is no file");
        }
    }

    /** Writes a file that is not there yet and forces it to the disk. */
    void write(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeAll(channel, content);
            channel.force(true);
        }
    }

    /** A disk that is nearly full takes a part of what it is given, which a writer of the channel itself would not see. */
    static void writeAll(WritableByteChannel channel, Content content) throws IOException {
        Writer writer = new BufferedWriter(
                new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8.newEncoder()), BUFFER);
        content.writeTo(writer);
        writer.flush();
    }

    /** Forces the names of a folder to the disk, which only POSIX systems offer. */
    void force(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Puts a file in place of whatever stands there, at once wherever the system can. */
    void move(Path file, Path place) throws IOException {
        try {
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException e) {
            Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
