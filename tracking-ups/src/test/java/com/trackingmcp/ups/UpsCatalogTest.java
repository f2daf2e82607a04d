package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.CatalogPackaging;
import com.trackingmcp.model.CatalogService;
import com.trackingmcp.model.LabelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpsCatalogTest {
    private final Catalog catalog = UpsCatalog.catalog();

    @Test
    void everyServiceAndPackagingOfUpssDescriptionIsThere() {
        assertThat(catalog.services())
                .extracting(CatalogService::code)
                .containsOnly(
                        "01", "02", "03", "07", "08", "11", "12", "13", "14", "17", "54", "59", "65", "70", "71", "72",
                        "74", "75", "82", "83", "84", "85", "86", "96", "C6", "C7", "C8", "M2", "M3", "M4", "M5", "M6",
                        "M7", "T0", "T1");
        assertThat(catalog.packagings())
                .extracting(CatalogPackaging::code)
                .containsExactlyInAnyOrder(
                        "01", "02", "03", "04", "21", "24", "25", "30", "2a", "2b", "2c", "56", "57", "58", "59", "60",
                        "61", "62", "63", "64", "65", "66", "67");
        assertThat(catalog.maxParcels()).hasValue(200);
    }

    @Test
    void labelsComeInFourFormatsAndNoneIsAPdf() {
        assertThat(catalog.labelFormats())
                .containsExactly(LabelFormat.GIF, LabelFormat.PNG, LabelFormat.ZPL, LabelFormat.EPL);
    }

    @Test
    void optionsBearUpssName() {
        assertThat(catalog.options())
                .extracting(CatalogOption::name)
                .allMatch(name -> name.startsWith("ups_"))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({
        "01,US,UPS Next Day Air",
        "01,CA,UPS Express",
        "07,US,UPS Worldwide Express",
        "07,DE,UPS Express",
        "07,JP,UPS Worldwide Express",
        "65,CA,UPS Express Saver",
        "03,JP,UPS Ground"
    })
    void nameOfAServiceDependsOnTheOrigin(String code, String origin, String name) {
        assertThat(UpsCatalog.serviceName(code, origin)).hasValue(name);
    }

    @Test
    void unknownServicesHaveNoName() {
        assertThat(UpsCatalog.serviceName("XX", "US")).isEmpty();
    }
}
