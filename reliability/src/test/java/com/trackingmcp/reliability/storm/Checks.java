package com.trackingmcp.reliability.storm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;

/** What is tried at once, with a name each. Used by one thread. */
final class Checks {
    private final Map<Check, String> checks = new LinkedHashMap<>();

    /** Fails by throwing. */
    interface Check {
        void run() throws Exception;
    }

    void add(String name, Check check) {
        checks.put(check, name);
    }

    /** All at once; each that fails is told. */
    void run(ExecutorService threads) throws InterruptedException {
        Map<Future<?>, String> runs = new LinkedHashMap<>();
        checks.forEach((check, name) -> {
            Callable<Boolean> run = () -> {
                check.run();
                return true;
            };
            runs.put(threads.submit(run), name);
        });
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<Future<?>, String> run : runs.entrySet()) {
            try {
                run.getKey().get();
            } catch (ExecutionException e) {
                all.fail(run.getValue() + ": " + e.getCause(), e.getCause());
            }
        }
        all.assertAll();
    }
}
