package com.trackingmcp.reliability.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Whether the JDK's own HTTP client reads an answer with a trailer: 17.0.21 takes it for a broken one. Stateless. */
final class JdkTrailers {
    private JdkTrailers() {}

    static boolean areRead() {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Thread(() -> answer(door), "trailer").start();
            URI uri = URI.create("http://" + door.getInetAddress().getHostAddress() + ":" + door.getLocalPort() + "/");
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .equals("{}");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(ServerSocket door) {
        try (Socket client = door.accept()) {
            client.getInputStream().read(new byte[4096]);
            String answer = Faults.CHUNKED_HEAD + "2\r\n{}\r\n0\r\nX-Trailer: yes\r\n\r\n";
            client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
