package com.trackingmcp.fedex;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What FedEx offers, from {@code catalog.json}; read when somebody first asks. Safe for use by many threads. */
final class FedexCatalog {
    private FedexCatalog() {}

    static Catalog get() {
        return Holder.CATALOG;
    }

    private static final class Holder {
        static final Catalog CATALOG = read();

        private static Catalog read() {
            try (InputStream in = FedexCatalog.class.getResourceAsStream("catalog.json")) {
                if (in == null) {
                    throw new IllegalStateException("catalog.json is missing from the module");
                }
                return ModelJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Catalog.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
