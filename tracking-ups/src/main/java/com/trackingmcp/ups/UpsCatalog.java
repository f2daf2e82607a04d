package com.trackingmcp.ups;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogService;
import com.trackingmcp.model.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What UPS offers, from {@code catalog.json}: read when it is first asked for. Stateless.
 *
 * <p>One code may be several services: 01 is Next Day Air from the United States and Express from Canada. Each has an entry
 * of its own, with the countries it is offered from; the entry without countries is for all others.
 *
 * <p>Sources: UPS's descriptions of its Shipping and Rating APIs (codes, packagings, options, 200 packages), and the names
 * by origin and the 150 pounds that its errors 111035 tell of.
 */
final class UpsCatalog {
    private static final String RESOURCE = "catalog.json";

    private UpsCatalog() {}

    private static final class Holder {
        static final Catalog CATALOG = load();

        private static Catalog load() {
            try (InputStream in = UpsCatalog.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("No " + RESOURCE + " beside " + UpsCatalog.class.getName());
                }
                return ModelJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Catalog.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Catalog catalog() {
        return Holder.CATALOG;
    }

    /** What a service is called where a shipment comes from. */
    static Optional<String> serviceName(String code, String origin) {
        List<CatalogService> named = catalog().services().stream()
                .filter(service -> service.code().equals(code))
                .toList();
        return named.stream()
                .filter(service -> service.origins().contains(origin))
                .findFirst()
                .or(() -> named.stream()
                        .filter(service -> service.origins().isEmpty())
                        .findFirst())
                .or(() -> named.stream().findFirst())
                .map(CatalogService::name);
    }
}
