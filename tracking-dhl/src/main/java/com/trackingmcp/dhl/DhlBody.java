package com.trackingmcp.dhl;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON that questions for prices and purchases have in common. Parts that are null are left out. */
final class DhlBody {
    private DhlBody() {}

    record Account(String typeCode, String number) {}

    record Service(
            String serviceCode,
            @Nullable BigDecimal value,
            @Nullable String currency,
            @Nullable List<DangerousGoods> dangerousGoods) {}

    record DangerousGoods(
            String contentId,
            @Nullable BigDecimal dryIceTotalNetWeight,
            @Nullable List<String> unCodes) {}

    record Packed(
            @Nullable String typeCode,
            BigDecimal weight,
            @Nullable Sizes dimensions,
            @Nullable List<Reference> customerReferences,
            @Nullable String description,
            @Nullable Integer referenceNumber) {}

    record Sizes(BigDecimal length, BigDecimal width, BigDecimal height) {}

    record Reference(String value, String typeCode) {}

    /** Something that may be asked for besides. */
    record Wish(String typeCode, boolean isRequested) {
        /** When it will be delivered, customs included: what DHL commits itself to. */
        static Wish committedDelivery() {
            return new Wish("QDDC", true);
        }
    }
}
