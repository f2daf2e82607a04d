package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BrokenProviderTest {
    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    @Test
    void aModuleThatCannotBeLoadedIsAnErrorThatNamesIt(@TempDir Path classes) throws Exception {
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("com.trackingmcp.spi.CarrierProvider"), "com.example.Absent\n");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            assertThatThrownBy(TrackingClient::create)
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.BROKEN_CARRIER_MODULE))
                    .hasMessageContaining("com.example.Absent");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void whatIsNullIsNamed() {
        TrackingClient client = server.built(server.builder().carrier(ParcelPost.carrier(ParcelPost.at(server.uri()))));
        assertThatThrownBy(() -> client.stream(null, (number, outcome) -> {}))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("numbers is null");
        assertThatThrownBy(() -> client.trackByReference(null))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("reference is null");
    }
}
