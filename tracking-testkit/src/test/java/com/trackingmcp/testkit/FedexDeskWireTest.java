package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.testkit.SandboxClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sandbox's FedEx does for a shipping desk, and what it insists on. */
class FedexDeskWireTest extends FedexSellingBed {
    private static final String PICKUP = "/pickup/v1/pickups";
    private static final String UPLOAD = "/documents/v1/etds/upload";
    private static final String BOOKING = "{'associatedAccountNumber':{'value':'100200300'},'carrierCode':'FDXE',"
            + "'packageCount':1,'originDetail':{'pickupLocation':{'contact':{'personName':'Ada Example',"
            + "'phoneNumber':'9015550100'},'address':{'streetLines':['1 Example Street'],'city':'Memphis',"
            + "'stateOrProvinceCode':'TN','postalCode':'38118','countryCode':'US'}},"
            + "'readyDateTimestamp':'2026-02-11T12:00:00','customerCloseTime':'17:00:00'}}";
    private static final String DOCUMENT = "{'workflowName':'ETDPreshipment','name':'a.pdf',"
            + "'contentType':'application/pdf','meta':{'shipDocumentType':'COMMERCIAL_INVOICE',"
            + "'originCountryCode':'US','destinationCountryCode':'DE'}}";

    private Answer cancel(String number, String location) {
        String body = "{'associatedAccountNumber':{'value':'100200300'},'pickupConfirmationCode':'" + number
                + "','scheduledDate':'2026-02-11','location':'" + location + "'}";
        return put(PICKUP + "/cancel", body);
    }

    @Test
    void aPickupIsInTheDiaryUntilItIsCalledOffOnce() {
        Answer booked = post(PICKUP, BOOKING);
        String number = booked.at("/output/pickupConfirmationCode");

        assertThat(booked.at("/output/location")).isEqualTo("MEMA");
        assertThat(sandbox.pickups("fedex"))
                .singleElement()
                .satisfies(pickup -> assertThat(pickup.number()).isEqualTo(number));
        assertThat(codes(cancel(number, "COSA"))).containsExactly("NO.DISPATCH.FOUND");
        assertThat(cancel(number, "MEMA").status()).isEqualTo(200);
        assertThat(codes(cancel(number, "MEMA"))).containsExactly("DUPLICATE.REQUEST.CANCEL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2026-02-11T12 | 2026-02-09T12 | PICKUP.REQUESTED.PREVIOUS.DAY",
                "2026-02-11T12 | 2026-02-12T12 | PICKUPDATE.TOO.FAR",
                "2026-02-11T12:00:00 | noon | INCORRECT.READYTIMESTAMP.FORMAT",
                "17:00:00 | 5 pm | INCORRECT.COMPANYCLOSETIME.FORMAT",
                "17:00:00 | 13:00:00 | FDSDMINIMUM.HOUR.REQUIRED",
                "'US' | 'AQ' | PICKUP.COUNTRY.NOT.SERVED",
                "9015550100 | 555 | PICKUPCONTACT.PHONENUMBER.INVALID",
                "'FDXE' | 'FDXG' | PICKUPCREATE.PACKAGELOCATION.INVALID",
                "'packageCount':1 | 'packageCount':0 | PACKAGE.COUNT.INVALID",
                "100200300 | 100200301 | ACCOUNT.NUMBER.MISMATCH"
            })
    void whatIsWrongWithAPickupIsRefusedInFedexsCodes(String right, String wrong, String code) {
        Answer refused = post(PICKUP, BOOKING.replace(right, wrong));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(codes(refused)).containsExactly(code);
        assertThat(sandbox.pickups("fedex")).isEmpty();
    }

    private Answer upload(String first, String second) {
        String body = "--x\r\n" + first + "\r\n--x\r\n" + second + "\r\n--x--\r\n";
        return client.send(allowed("FEDEX_DOCUMENTS_BASE_URL", UPLOAD)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String part(String name, String type, String content) {
        return "Content-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type + "\r\n\r\n"
                + content.replace('\'', '"');
    }

    @Test
    void aPaperComesAfterItsDescriptionOrNotAtAll() {
        String document = part("document", "application/json", DOCUMENT);
        String attachment = part("attachment", "application/pdf", "%PDF-1.4");

        assertThat(codes(upload(attachment, document))).containsExactly("1001");
        Answer held = upload(document, attachment);

        assertThat(held.status()).isEqualTo(201);
        assertThat(held.at("/output/meta/documentType")).isEqualTo("CI");
        assertThat(sandbox.papers("fedex")).singleElement().satisfies(paper -> {
            assertThat(paper.id()).isEqualTo(held.at("/output/meta/docId"));
            assertThat(paper.size()).isEqualTo("%PDF-1.4".length());
        });
    }

    @Test
    void theSameDayIsWhatItIsInMemphis() {
        String question = "{'associatedAccountNumber':'100200300','pickupAddress':{'postalCode':'38118',"
                + "'countryCode':'US'},'pickupRequestType':['SAME_DAY'],'carriers':['FDXE'],"
                + "'countryRelationship':'DOMESTIC','dispatchDate':'2026-02-10'}";

        sandbox.advance(Duration.ofHours(14));
        Answer evening = post(PICKUP + "/availabilities", question);

        assertThat(evening.at("/output/requestTimestamp")).isEqualTo("2026-02-10T23:00:00");
        assertThat(evening.at("/output/options/0/available")).isEqualTo("false");
    }
}
