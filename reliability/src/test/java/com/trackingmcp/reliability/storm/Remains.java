package com.trackingmcp.reliability.storm;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** What is left in this process of threads, files and memory. Immutable. */
record Remains(Set<String> threads, long files, long heap, long direct) {
    /** As it is after a collection of garbage. */
    static Remains now() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Set<String> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("trackingmcp")
                        || thread.getName().startsWith("HttpClient"))
                .map(thread -> thread.getName() + " (" + thread.getId() + ")")
                .collect(Collectors.toCollection(TreeSet::new));
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
        Runtime memory = Runtime.getRuntime();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return new Remains(threads, files, memory.totalMemory() - memory.freeMemory(), direct);
    }

    /** How many of the JDK's HTTP clients there are: each reads the network with one thread. */
    long httpClients() {
        return threads.stream().filter(name -> name.startsWith("HttpClient")).count();
    }

    /** Whether this comes to be so within a time. */
    static boolean soon(Duration within, BooleanSupplier so) {
        long end = System.nanoTime() + within.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.onSpinWait();
            System.gc();
        }
        return true;
    }

    @Override
    public String toString() {
        return "threads of the client " + threads + ", open files " + files + ", heap " + heap / 1024
                + " KiB, direct buffers " + direct / 1024 + " KiB";
    }
}
