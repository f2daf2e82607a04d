package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BatchItem;
import com.trackingmcp.model.BatchOperation;
import com.trackingmcp.model.BatchStatus;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Order;
import com.trackingmcp.model.OrderFilter;
import com.trackingmcp.model.OrderLine;
import com.trackingmcp.model.OrderStatus;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.SavedAddress;
import com.trackingmcp.model.SavedParcel;
import com.trackingmcp.model.TaxId;
import com.trackingmcp.model.WebhookRegistration;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Karrio stores, as it tells it: orders, batches, addresses and parcels. */
class KarrioStoreTest extends KarrioDeskBed {
    private static final String ORDERS = "/v1/orders";
    private static final String ADDRESSES = "/v1/addresses";
    private static final String PARCELS = "/v1/parcels";
    private static final String BATCHES = "/v1/batches/operations";
    private static final String NOT_FOUND = "{'errors':[{'code':'not_found','message':'Order not found'}]}";
    private static final String ORDER = "{'id':'ord_1','order_id':'#1001','order_date':'2026-03-04','source':'shopify',"
            + "'status':'partial','shipping_to':{'person_name':'Ada Example','city':'Ottawa','country_code':'CA'},"
            + "'shipping_from':null,'billing_address':{'company_name':'Example Books','country_code':'CA'},"
            + "'line_items':[{'id':'itm_1','title':'Books','sku':'B-1','hs_code':'490199','quantity':3,"
            + "'unfulfilled_quantity':1,'weight':0.5,'weight_unit':'KG','value_amount':19.9,'value_currency':'CAD',"
            + "'origin_country':'CA'}],'shipments':[{'id':'shp_1'},{'id':'shp_2'}],"
            + "'metadata':{'shop':'main'},'test_mode':true,'created_at':'2026-03-04 10:11:12.123456+00:00'}";

    @Test
    void tellsAllOfAnOrder() {
        answers("GET", ORDERS + "/ord_1", 200, ORDER);

        assertThat(client.orders().get("karrio", "ord_1"))
                .isEqualTo(Order.builder()
                        .connection("karrio")
                        .id("ord_1")
                        .orderId("#1001")
                        .status(OrderStatus.PARTIAL)
                        .carrierStatusCode("partial")
                        .source("shopify")
                        .date(LocalDate.parse("2026-03-04"))
                        .recipient(Address.builder()
                                .person("Ada Example")
                                .city("Ottawa")
                                .country("CA")
                                .build())
                        .billing(Address.builder()
                                .company("Example Books")
                                .country("CA")
                                .build())
                        .addLines(OrderLine.builder()
                                .id("itm_1")
                                .title("Books")
                                .unfulfilled(new BigDecimal("1"))
                                .goods(Commodity.builder()
                                        .description("Books")
                                        .partNumber("B-1")
                                        .hsCode("490199")
                                        .quantity(new BigDecimal("3"))
                                        .weight(Weight.of("1.5", Weight.Unit.KG))
                                        .unitPrice(Money.of("19.90", "CAD"))
                                        .originCountry("CA")
                                        .build())
                                .build())
                        .shipmentIds(List.of("shp_1", "shp_2"))
                        .putMetadata("shop", "main")
                        .created(Instant.parse("2026-03-04T10:11:12.123456Z"))
                        .test(true)
                        .build());
    }

    @Test
    void listsOrdersThatAFilterLetsThroughPageByPage() {
        answers("GET", ORDERS, 200, "{'count':41,'next':'http://inner/v1/orders?offset=21','results':[" + ORDER + "]}");

        var page = client.orders()
                .list(OrderFilter.builder()
                        .addStatuses(OrderStatus.PARTIAL, OrderStatus.UNFULFILLED)
                        .orderId("#1001")
                        .source("shopify")
                        .createdFrom(Instant.parse("2026-03-01T00:00:00Z"))
                        .createdTo(Instant.parse("2026-03-31T00:00:00Z"))
                        .keyword("Ada")
                        .build())
                .page(20, 1);

        assertThat(page.total()).contains(41L);
        assertThat(page.hasMore()).isTrue();
        assertThat(page.items()).hasSize(1);
        var asked = sent("GET", ORDERS).get(0);
        assertThat(asked.queryParameter("status").values()).containsExactly("unfulfilled", "partial");
        assertThat(query(asked, "order_id")).isEqualTo("#1001");
        assertThat(query(asked, "source")).isEqualTo("shopify");
        assertThat(query(asked, "created_after")).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(query(asked, "created_before")).isEqualTo("2026-03-31T00:00:00Z");
        assertThat(query(asked, "keyword")).isEqualTo("Ada");
        assertThat(query(asked, "offset") + " " + query(asked, "limit")).isEqualTo("20 1");
    }

    @Test
    void anOrderThatSaysLittleOrSomethingNewIsReadAllTheSame() {
        answers(
                "GET",
                ORDERS + "/ord_1",
                200,
                "{'id':'ord_1','status':'on_the_moon','created_at':'2026-03-04 10:11:12'}");

        Order order = client.orders().get("karrio", "ord_1");

        assertThat(order.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(order.carrierStatusCode()).contains("on_the_moon");
        assertThat(order.created()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "unfulfilled,UNFULFILLED",
        "partial,PARTIAL",
        "fulfilled,FULFILLED",
        "delivered,DELIVERED",
        "cancelled,CANCELLED",
        "on_the_moon,UNKNOWN"
    })
    void everyStateOfAnOrderHasItsMeaning(String word, OrderStatus meaning) {
        answers("GET", ORDERS + "/ord_1", 200, "{'id':'ord_1','status':'" + word + "'}");

        assertThat(client.orders().get("karrio", "ord_1").status()).isEqualTo(meaning);
        assertThat(client.unmappedCodes().isEmpty()).isEqualTo(!word.equals("on_the_moon"));
    }

    @ParameterizedTest
    @CsvSource({
        "queued,QUEUED",
        "running,RUNNING",
        "failed,FAILED",
        "completed,COMPLETED",
        "completed_with_errors,COMPLETED_WITH_ERRORS",
        "on_the_moon,UNKNOWN"
    })
    void everyStateOfABatchHasItsMeaning(String word, BatchStatus meaning) {
        answers("GET", BATCHES + "/batch_1", 200, "{'id':'batch_1','status':'" + word + "'}");

        assertThat(client.batches().get("karrio", "batch_1").status()).isEqualTo(meaning);
        assertThat(client.unmappedCodes().isEmpty()).isEqualTo(!word.equals("on_the_moon"));
    }

    /** Karrio's description requires none of these to have an id. */
    @Test
    void whatHasNoIdSpoilsNoList() {
        String order = "{'order_id':'A-1','shipping_to':{'country_code':'CA'},'line_items':[],"
                + "'created_at':'2026-03-04T10:00:00Z','test_mode':true}";
        answers("GET", ORDERS, 200, page(order + "," + order.replace("A-1", "A-2")));
        answers(
                "GET",
                BATCHES,
                200,
                page("{'status':'queued','resource_type':'trackers','resources':[],"
                        + "'created_at':'2026-03-04T10:00:00Z','updated_at':'2026-03-04T10:00:00Z','test_mode':true}"));
        answers("GET", "/v1/addresses", 200, page("{'country_code':'CA'}"));
        answers("GET", "/v1/parcels", 200, page("{'weight':1.5,'weight_unit':'KG'}"));
        answers(
                "GET",
                "/v1/webhooks",
                200,
                page("{'url':'https://shop.example/karrio','enabled_events':['all'],"
                        + "'secret':'test-secret','test_mode':true}"));

        assertThat(client.orders().list(OrderFilter.all()))
                .extracting(Order::orderId)
                .containsExactly("A-1", "A-2");
        assertThat(client.batches().list("karrio"))
                .extracting(BatchOperation::id)
                .containsExactly("");
        assertThat(client.addressBook().addresses("karrio"))
                .extracting(SavedAddress::id)
                .containsExactly("");
        assertThat(client.addressBook().parcels("karrio"))
                .extracting(SavedParcel::id)
                .containsExactly("");
        assertThat(client.webhooks().list("karrio"))
                .extracting(WebhookRegistration::id)
                .containsExactly("");
    }

    @Test
    void anOrderThatIsNotThereIsNotFoundAndOrdersMayBeTurnedOff() {
        answers("GET", ORDERS + "/ord_9", 404, NOT_FOUND);
        assertThatThrownBy(() -> client.orders().get("karrio", "ord_9"))
                .isInstanceOfSatisfying(CarrierException.class, error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND);
                    assertThat(error.details().subject()).contains("ord_9");
                });

        answers("GET", ORDERS, 403, "{'errors':[{'code':'permission_denied','message':'Orders are turned off'}]}");
        assertThatThrownBy(() -> client.orders().list(OrderFilter.all()).page(0, 10))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    }

    @Test
    void unknownIsNoStatusToAskFor() {
        assertThatThrownBy(() -> client.orders()
                        .list(OrderFilter.builder()
                                .addStatuses(OrderStatus.UNKNOWN)
                                .build())
                        .page(0, 10))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(sent("GET", ORDERS)).isEmpty();
    }

    @Test
    void savesReplacesListsAndForgetsAddresses() {
        String saved = "{'id':'adr_1','person_name':'Ada Example','country_code':'CA','meta':{'label':'Warehouse A'}}";
        SavedAddress kept = new SavedAddress(
                "adr_1",
                Optional.of("Warehouse A"),
                Address.builder().person("Ada Example").country("CA").build());
        answers("POST", ADDRESSES, 201, saved);
        answers("PATCH", ADDRESSES + "/adr_1", 200, saved);
        answers("DELETE", ADDRESSES + "/adr_1", 200, saved);
        answers("GET", ADDRESSES, 200, page(saved));
        Address ada = Address.builder().person("Ada Example").country("CA").build();

        assertThat(client.addressBook().saveAddress("karrio", ada)).isEqualTo(kept);
        assertThat(client.addressBook().updateAddress("karrio", "adr_1", ada)).isEqualTo(kept);
        assertThat(client.addressBook().deleteAddress("karrio", "adr_1")).isEqualTo(kept);
        assertThat(client.addressBook().addresses("karrio")).containsExactly(kept);

        assertThat(body("POST", ADDRESSES)).isEqualTo(read("{'person_name':'Ada Example','country_code':'CA'}"));
        assertThat(body("PATCH", ADDRESSES + "/adr_1")).hasSize(14);
        assertThat(body("PATCH", ADDRESSES + "/adr_1").path("city").isNull()).isTrue();
    }

    @Test
    void savesReplacesListsAndForgetsParcels() {
        String saved = "{'id':'pcl_1','weight':1.5,'weight_unit':'KG','meta':{'label':'Small box'}}";
        Parcel box = Parcel.of(Weight.of("1.5", Weight.Unit.KG));
        SavedParcel kept = new SavedParcel("pcl_1", Optional.of("Small box"), box);
        answers("POST", PARCELS, 201, saved);
        answers("PATCH", PARCELS + "/pcl_1", 200, saved);
        answers("DELETE", PARCELS + "/pcl_1", 200, saved);
        answers("GET", PARCELS, 200, page(saved));

        assertThat(client.addressBook().saveParcel("karrio", box)).isEqualTo(kept);
        assertThat(client.addressBook().updateParcel("karrio", "pcl_1", box)).isEqualTo(kept);
        assertThat(client.addressBook().deleteParcel("karrio", "pcl_1")).isEqualTo(kept);
        assertThat(client.addressBook().parcels("karrio")).containsExactly(kept);

        assertThat(body("POST", PARCELS)).isEqualTo(read("{'weight':1.5,'weight_unit':'KG'}"));
        assertThat(body("PATCH", PARCELS + "/pcl_1").path("length").isNull()).isTrue();
    }

    @Test
    void whatCannotBeKeptIsToldBeforeAnythingIsSent() {
        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> client.addressBook()
                        .saveAddress(
                                "karrio",
                                Address.builder()
                                        .city("x".repeat(51))
                                        .addTaxIds(new TaxId(TaxId.Kind.EORI, "GB123456789000", "GB"))
                                        .build()));

        assertThat(refused.fields())
                .extracting(FieldProblem::path)
                .containsExactly("address.country", "address.city", "address.tax_ids[0]");
        assertThatThrownBy(() -> client.addressBook()
                        .saveParcel("karrio", Parcel.builder().build()))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(sent("POST", ADDRESSES)).isEmpty();
    }

    @Test
    void whatIsNotInTheBookIsNotFound() {
        answers("DELETE", PARCELS + "/pcl_9", 404, NOT_FOUND.replace("Order", "Parcel"));
        answers("PATCH", ADDRESSES + "/adr_9", 404, NOT_FOUND.replace("Order", "Address"));

        assertThatThrownBy(() -> client.addressBook().deleteParcel("karrio", "pcl_9"))
                .hasMessageContaining("has no parcel with this id");
        assertThatThrownBy(() -> client.addressBook()
                        .updateAddress(
                                "karrio",
                                "adr_9",
                                Address.builder().country("CA").build()))
                .hasMessageContaining("has no address with this id");
    }

    @Test
    void tellsOfBatchesAndWhatWentWrongInThem() {
        String batch = "{'id':'batch_1','status':'completed_with_errors','resource_type':'trackers','resources':["
                + "{'id':'trk_1','status':'processed','errors':null},"
                + "{'id':null,'status':'has_errors','errors':{'errors':[{'code':'x','message':'Unknown number'}]}},"
                + "{'status':'exploded','errors':{'weight':['This field is required.']}}],"
                + "'created_at':'2026-03-04T10:00:00Z','updated_at':'2026-03-04T10:01:00.5+00:00','test_mode':true}";
        answers("GET", BATCHES + "/batch_1", 200, batch);
        answers("GET", BATCHES, 200, page(batch));

        BatchOperation told = client.batches().get("karrio", "batch_1");

        assertThat(told)
                .isEqualTo(BatchOperation.builder()
                        .connection("karrio")
                        .id("batch_1")
                        .status(BatchStatus.COMPLETED_WITH_ERRORS)
                        .carrierStatusCode("completed_with_errors")
                        .kind("trackers")
                        .addItems(
                                BatchItem.builder()
                                        .id("trk_1")
                                        .status(BatchStatus.COMPLETED)
                                        .build(),
                                BatchItem.builder()
                                        .status(BatchStatus.FAILED)
                                        .addErrors("Unknown number")
                                        .build(),
                                BatchItem.builder()
                                        .status(BatchStatus.UNKNOWN)
                                        .addErrors("weight: This field is required.")
                                        .build())
                        .created(Instant.parse("2026-03-04T10:00:00Z"))
                        .updated(Instant.parse("2026-03-04T10:01:00.500Z"))
                        .build());
        assertThat(client.batches().list("karrio")).containsExactly(told);

        answers("GET", BATCHES + "/batch_9", 404, NOT_FOUND);
        assertThatThrownBy(() -> client.batches().get("karrio", "batch_9"))
                .hasMessageContaining("has no batch operation with this id");
    }
}
