package com.trackingmcp.dhl;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogPackaging;
import com.trackingmcp.model.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What DHL Express offers, read when it is first asked for. Stateless but for that; safe for use by many threads.
 *
 * <p>Sources: MyDHL API 3.1.1, the lists of products (documents), packagings and services in its samples of reference data
 * and prices, and its templates of labels; for goods the products of the same kinds.
 */
final class DhlCatalog {
    private DhlCatalog() {}

    static Catalog read() {
        return Holder.CATALOG;
    }

    static boolean hasPackaging(String code) {
        return packagings().contains(code);
    }

    static List<String> packagings() {
        return read().packagings().stream().map(CatalogPackaging::code).toList();
    }

    static boolean hasStock(String template) {
        return stocks().contains(template);
    }

    static List<String> stocks() {
        return read().labelStocks();
    }

    private static final class Holder {
        static final Catalog CATALOG = load();

        private static Catalog load() {
            try (InputStream in = DhlCatalog.class.getResourceAsStream("catalog.json")) {
                if (in == null) {
                    throw new IllegalStateException("The catalogue of DHL is missing from its module");
                }
                return ModelJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Catalog.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
