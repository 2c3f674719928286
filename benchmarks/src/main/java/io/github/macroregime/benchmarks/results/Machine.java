package io.github.macroregime.benchmarks.results;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the times belong to.
 *
 * @param processor its name
 * @param cores how many the JVM sees
 * @param memory of the machine
 * @param system the operating system
 * @param jvm the Java runtime
 */
public record Machine(String processor, int cores, String memory, String system, String jvm) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /**
     * The machine this runs on.
     *
     * @return its description; the processor is the architecture where the system does not tell
     */
    public static Machine here() {
        return new Machine(
                processorHere(),
                Runtime.getRuntime().availableProcessors(),
                memoryHere(),
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                property("java.vm.name") + " " + property("java.runtime.version") + " (" + property("java.vendor")
                        + ")");
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static String processorHere() {
        if (!Files.isReadable(PROCESSORS)) {
            return property("os.arch");
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(property("os.arch"));
        } catch (IOException e) {
            return property("os.arch");
        }
    }

    private static String memoryHere() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? String.format(Locale.ROOT, "%.0f GB", system.getTotalMemorySize() / 1e9)
                : "unknown";
    }
}
