package com.trackingmcp.karrio;

import org.jspecify.annotations.Nullable;

/** An address as Karrio tells it; any member may be missing. */
record KarrioAddressWire(
        @Nullable String id,
        @Nullable String postal_code,
        @Nullable String city,
        @Nullable String federal_tax_id,
        @Nullable String state_tax_id,
        @Nullable String person_name,
        @Nullable String company_name,
        @Nullable String country_code,
        @Nullable String email,
        @Nullable String phone_number,
        @Nullable String state_code,
        @Nullable Boolean residential,
        @Nullable String street_number,
        @Nullable String address_line1,
        @Nullable String address_line2,
        @Nullable Object meta) {}
