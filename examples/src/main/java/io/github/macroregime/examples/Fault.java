package io.github.macroregime.examples;

import io.github.macroregime.regime.page.Page;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says what went wrong in one sentence. */
final class Fault {

    private static final long MEGABYTE = 1 << 20;

    private Fault() {}

    /**
     * The message of an error on one line; where a file was the cause, with the reason that the system gave.
     *
     * @param fault the error
     * @return the sentence
     */
    static String sentence(Throwable fault) {
        if (isOutOfMemory(fault)) {
            return "out of memory: " + Runtime.getRuntime().maxMemory() / MEGABYTE
                    + " MB of heap are not enough; java -Xmx gives more";
        }
        String message = fault.getMessage() == null ? fault.toString() : fault.getMessage();
        String line = message.replaceAll("\\s*\\R+\\s*", " ");
        if (fault instanceof IOException cause) {
            line = reason(cause);
        } else if (fault.getCause() instanceof IOException cause && !line.contains(reason(cause))) {
            line += ": " + reason(cause);
        }
        return Page.plain(line);
    }

    /**
     * Whether memory was out: the error itself, or one of the JVM's linking that was stopped by it and names it. Little
     * of it may be left, so that nothing is linked here.
     */
    static boolean isOutOfMemory(Throwable fault) {
        boolean isOut = false;
        for (Throwable each = fault; each != null; each = each.getCause()) {
            String message = each.getMessage();
            isOut |= each instanceof OutOfMemoryError
                    || (each instanceof Error && message != null && message.contains("OutOfMemoryError"));
        }
        return isOut;
    }

    private static String reason(IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return "no such file";
        }
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (fault instanceof FileAlreadyExistsException || fault instanceof NotDirectoryException) {
            return "a file stands where a folder is needed";
        }
        if (fault instanceof DirectoryNotEmptyException) {
            return "a folder stands where a file is needed: " + fault.getMessage();
        }
        if (fault instanceof CharacterCodingException) {
            return "it holds bytes that are no UTF-8 text";
        }
        if (fault instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }
}
