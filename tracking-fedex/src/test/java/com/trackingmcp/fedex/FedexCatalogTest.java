package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.CatalogPackaging;
import com.trackingmcp.model.CatalogService;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.Weight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What FedEx says it has: the tables of its reference guide. */
class FedexCatalogTest {
    private final FedexBed bed = new FedexBed();

    @AfterEach
    void stop() {
        bed.close();
    }

    private Catalog catalog() {
        return bed.client.carriers().get(0).catalog();
    }

    @Test
    void every_service_of_the_guide_is_there_once_with_a_name() {
        assertThat(catalog().services()).hasSize(40);
        assertThat(catalog().services()).extracting(CatalogService::code).doesNotHaveDuplicates();
        assertThat(catalog().services())
                .allSatisfy(service -> assertThat(service.name()).isNotBlank());
    }

    @Test
    void every_packaging_has_what_may_be_in_it() {
        assertThat(catalog().packagings())
                .extracting(CatalogPackaging::code)
                .containsExactly(
                        "YOUR_PACKAGING",
                        "FEDEX_ENVELOPE",
                        "FEDEX_PAK",
                        "FEDEX_BOX",
                        "FEDEX_SMALL_BOX",
                        "FEDEX_MEDIUM_BOX",
                        "FEDEX_LARGE_BOX",
                        "FEDEX_EXTRA_LARGE_BOX",
                        "FEDEX_TUBE",
                        "FEDEX_10KG_BOX",
                        "FEDEX_25KG_BOX");
        assertThat(catalog().packagings())
                .allSatisfy(packaging -> assertThat(packaging.maxWeight()).isPresent());
    }

    @Test
    void options_bear_the_carrier_s_name() {
        assertThat(catalog().options())
                .extracting(CatalogOption::name)
                .allSatisfy(name -> assertThat(name).startsWith("fedex_"))
                .doesNotHaveDuplicates();
    }

    @Test
    void limits_are_those_of_one_call() {
        assertThat(catalog().maxParcels()).contains(30);
        assertThat(catalog().maxWeight()).contains(Weight.of("150", Weight.Unit.LB));
        assertThat(catalog().labelFormats())
                .containsExactly(LabelFormat.PDF, LabelFormat.PNG, LabelFormat.ZPL, LabelFormat.EPL);
        assertThat(catalog().labelStocks()).hasSize(18);
    }
}
