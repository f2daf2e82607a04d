package com.trackingmcp.testkit;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Labels that are what they say, with the tracking number on them, in base64. Stateless. */
final class LabelPrinter {
    private static final int WIDTH = 812;
    private static final int HEIGHT = 1218;

    private LabelPrinter() {}

    /** A PDF of one page. */
    static String pdf(String carrier, String number) {
        return Papers.pdf(carrier + " " + number);
    }

    /** Commands of Zebra's printers: four by six inches at 203 dots an inch. */
    static String zpl(String carrier, String number) {
        return base64(("^XA\n^PW" + WIDTH + "\n^LL" + HEIGHT + "\n^FO50,50^A0N,50,50^FD" + carrier + "^FS\n"
                        + "^FO50,150^A0N,40,40^FD" + number + "^FS\n^FO50,250^BY3^BCN,200,Y,N,N^FD" + number
                        + "^FS\n^XZ\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** Commands of older printers. */
    static String epl(String carrier, String number) {
        return base64(("N\nq" + WIDTH + "\nA50,50,0,4,1,1,N,\"" + carrier + "\"\nA50,150,0,4,1,1,N,\"" + number
                        + "\"\nB50,250,0,1,3,7,200,B,\"" + number + "\"\nP1\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    static String png(String carrier, String number) {
        return picture("png", carrier, number);
    }

    static String gif(String carrier, String number) {
        return picture("gif", carrier, number);
    }

    private static String picture(String format, String carrier, String number) {
        BufferedImage image = new BufferedImage(WIDTH / 2, HEIGHT / 2, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        bars(pen, number);
        write(pen, carrier + " " + number);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return base64(bytes.toByteArray());
    }

    private static void bars(Graphics2D pen, String number) {
        int x = 20;
        for (int i = 0; i < number.length(); i++) {
            int width = 1 + number.charAt(i) % 4;
            pen.fillRect(x, 100, width, 150);
            x += width + 3;
        }
    }

    /** A machine without fonts prints bars only. */
    private static void write(Graphics2D pen, String line) {
        try {
            pen.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 16));
            pen.drawString(line, 20, 60);
        } catch (RuntimeException | Error noFonts) {
            pen.drawRect(20, 40, 300, 20);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
