package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.trackingmcp.Rates;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.model.Weight;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What MyDHL answers when it is asked for prices and transit times, as odd as its samples are. */
class DhlQuotedTest extends DhlOrderBed {
    private static final String PRODUCT = """
            {'products':[{'productName':'EXPRESS WORLDWIDE','productCode':'P','localProductCode':'S',
              'localProductCountryCode':'DE',
              'weight':{'volumetric':7.5,'provided':'7.25','unitOfMeasurement':'metric'},
              'totalPrice':[{'currencyType':'PULCL','priceCurrency':'USD','price':150},
                {'currencyType':'BILLC','priceCurrency':'EUR','price':141.51},null],
              'totalPriceBreakdown':[{'currencyType':'BILLC','priceCurrency':'EUR','priceBreakdown':[
                {'typeCode':'STTXA','price':1.5},{'typeCode':'STDIS','price':5},{'typeCode':'SPRQT','price':114}]}],
              'detailedPriceBreakdown':[
                {'currencyType':'PULCL','priceCurrency':'USD','breakdown':[{'name':'EXPRESS WORLDWIDE','price':120}]},
                {'currencyType':'BILLC','priceCurrency':'EUR','breakdown':[
                  {'name':'EXPRESS WORLDWIDE','price':114},
                  {'name':'FUEL SURCHARGE','serviceCode':'FF','price':25.74},
                  {'name':'EMERGENCY SITUATION','serviceCode':'CR','price':'0.27'},
                  {'name':'DIRECT SIGNATURE','serviceCode':'SF'}]}],
              'pickupCapabilities':{'localCutoffDateAndTime':'2026-03-05T15:30:00'},
              'deliveryCapabilities':{'deliveryTypeCode':'QDDC',
                'estimatedDeliveryDateAndTime':'2026-03-09T23:59:00','totalTransitDays':'2'}}],
             'warnings':['Prices are net.']}
            """;

    @Test
    void aPriceIsInTheCurrencyOfTheBillWithItsPartsAndTaxes() {
        rated(200, PRODUCT);

        Rate rate = rates().rates().get(0);

        assertThat(rate.service()).isEqualTo("P");
        assertThat(rate.serviceName()).contains("EXPRESS WORLDWIDE");
        assertThat(rate.total()).isEqualTo(Money.of("141.51", "EUR"));
        assertThat(rate.charges())
                .extracting(Charge::type, charge -> charge.code().orElse(""), Charge::amount)
                .containsExactly(
                        tuple(Charge.Type.BASE, "", Money.of("114", "EUR")),
                        tuple(Charge.Type.FUEL, "FF", Money.of("25.74", "EUR")),
                        tuple(Charge.Type.SURCHARGE, "CR", Money.of("0.27", "EUR")),
                        tuple(Charge.Type.TAX, "STTXA", Money.of("1.5", "EUR")));
        assertThat(rate.billingWeight()).contains(Weight.of("7.5", Weight.Unit.KG));
        assertThat(rate.transitDays()).contains(2);
        assertThat(rate.details())
                .containsEntry("local_product_code", "S")
                .containsEntry("local_product_country", "DE");
        assertThat(rate.alerts()).extracting(alert -> alert.text()).containsExactly("Prices are net.");
    }

    @Test
    void aTransitTimeIsLocalToTheDestinationAndItsCutoffToTheOrigin() {
        rated(200, PRODUCT);

        TransitTime time = transitTimes().get(0).orElseThrow();

        assertThat(time.service()).isEqualTo("P");
        assertThat(time.transitDays()).contains(2);
        assertThat(time.delivery())
                .contains(DeliveryWindow.by(CarrierTime.parse("2026-03-09T23:59:00"), DeliveryWindow.Basis.COMMITMENT));
        assertThat(time.cutoff()).contains(CarrierTime.parse("2026-03-05T15:30:00"));
    }

    @Test
    void theFastestDayIsAnEstimateAndAnOffsetIsNotBelieved() {
        rated(200, PRODUCT.replace("QDDC", "QDDF").replace("09T23:59:00", "09T23:59:00Z"));

        assertThat(rates().rates().get(0).delivery())
                .contains(DeliveryWindow.by(CarrierTime.parse("2026-03-09T23:59:00"), DeliveryWindow.Basis.ESTIMATED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",'totalPrice':[]",
                ",'totalPrice':[{'currencyType':'BILLC','priceCurrency':'EUR'}]",
                ",'totalPrice':[{'currencyType':'BILLC','priceCurrency':'EUR','price':0}]",
                ",'totalPrice':[{'currencyType':'BILLC','price':12}]"
            })
    void aProductWithoutAPriceIsNoPriceButATransitTime(String price) {
        rated(200, "{'products':{'productCode':'P'" + price + "}}");

        assertThat(rates().rates()).isEmpty();
        assertThat(rates().failures()).isEmpty();
        assertThat(transitTimes()).hasSize(1);
        assertThat(transitTimes().get(0).orElseThrow().serviceName()).contains("EXPRESS WORLDWIDE");
    }

    @Test
    void withoutTheCurrencyOfTheBillThePublicOneCounts() {
        rated(200, """
                {'products':[{'productCode':'P','totalPrice':[
                  {'currencyType':'BASEC','priceCurrency':'EUR','price':140},
                  {'currencyType':'BILLC','priceCurrency':'GBP','price':0},
                  {'currencyType':'PULCL','priceCurrency':'USD','price':150}]}]}
                """);

        assertThat(rates().rates().get(0).total()).isEqualTo(Money.of("150", "USD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Requested product(s) not available at origin",
                "996: The requested product(s) (P) not available based on your search criteria.",
                "1001: The requested product(s) (P) not available based on your search criteria.",
                "No products found"
            })
    void aLaneWithoutProductsHasNoPricesAndIsNoError(String detail) {
        for (int status : List.of(400, 404)) {
            rated(status, "{'title':'Bad request','detail':'" + detail + "'}");

            assertThat(rates().rates()).isEmpty();
            assertThat(rates().failures()).isEmpty();
            assertThat(transitTimes()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The account number is not found or invalid.",
                "7008: The requested Special Service Code SF is not available between this origin and destination.",
                "998: ShipTimeStamp is not well formatted."
            })
    void whateverElseDhlRefusesIsAFailure(String detail) {
        rated(400, "{'title':'Bad request','detail':'" + detail + "'}");

        CarrierException error = rates().failures().get("dhl");

        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierText().orElseThrow()).contains(detail);
    }

    @Test
    void aFailedProcessIsNoLaneWithoutProducts() {
        rated(500, "{'code':'500','title':'Process error','detail':'999: product not available'}");

        assertThat(rates().failures().get("dhl").code()).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
    }

    @Test
    void anOriginThatIsNotServedHasNoPricesButAQuestionThatIsNotUnderstoodIsAFailure() {
        areas(400, "{'title':'Bad request','detail':'No pickup service is available at the given location.'}");
        assertThat(rates().failures()).isEmpty();
        assertThat(rates().rates()).isEmpty();

        areas(400, "{'title':'Bad request','detail':'Missing mandatory parameters: countryCode'}");
        assertThat(rates().failures().get("dhl").code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
    }

    private Rates rates() {
        return client.rates(DhlOrders.abroad().service(Optional.empty()).build());
    }

    private List<Outcome<TransitTime>> transitTimes() {
        return client.transitTimes(DhlOrders.abroad().service(Optional.empty()).build());
    }
}
