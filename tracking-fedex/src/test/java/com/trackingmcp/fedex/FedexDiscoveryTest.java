package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.spi.ConfigSource;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** FedEx is found on the class path, whoever asks. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FedexDiscoveryTest {
    private static final ConfigSource CONFIG =
            ConfigSource.of(Map.of("FEDEX_CLIENT_ID", "test-id", "FEDEX_CLIENT_SECRET", "test-secret"));

    @Test
    void the_module_on_the_class_path_is_connected() {
        assertFound();
    }

    @Test
    void it_is_found_on_a_thread_whose_class_loader_does_not_see_the_application() {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertFound();
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private static void assertFound() {
        try (TrackingClient client = TrackingClient.builder().config(CONFIG).build()) {
            assertThat(client.carriers()).extracting(ConnectedCarrier::carrier).containsExactly("fedex");
        }
    }
}
