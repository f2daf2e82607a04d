package com.trackingmcp.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** The smallest documents that are what they say, in base64. */
final class Papers {

    /** One transparent pixel. */
    static final String GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    private Papers() {}

    /** A PDF of one page with one line of text. */
    static String pdf(String line) {
        String text = "BT /F1 12 Tf 72 720 Td (" + line.replaceAll("[()\\\\]", " ") + ") Tj ET";
        String[] objects = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length " + text.length() + ">>stream\n" + text + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        };
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(
                    String.format(Locale.ROOT, "%010d 00000 n %n", pdf.length()).replace("\r\n", "\n"));
            pdf.append(i + 1).append(" 0 obj").append(objects[i]).append("endobj\n");
        }
        int start = pdf.length();
        pdf.append(table)
                .append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return base64(pdf.toString());
    }

    static String html(String line) {
        return base64("<html><body><p>" + line + "</p></body></html>");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
