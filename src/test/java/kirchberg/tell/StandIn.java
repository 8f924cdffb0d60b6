package kirchberg.tell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** A web service on loopback that keeps what it is sent and answers as told. */
final class StandIn implements AutoCloseable {
    /** Answer of one that never answers. */
    static final int SILENCE = 0;

    private final HttpServer server;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    /** @param status of the n-th answer, from 1 */
    StandIn(IntUnaryOperator status) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, status));
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    private void answer(HttpExchange exchange, IntUnaryOperator status) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var code = status.applyAsInt(bodies.size());
        if (code == SILENCE) {
            awaitTheEnd();
        }
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:9/elsewhere");
        exchange.sendResponseHeaders(code == SILENCE ? 200 : code, -1);
        exchange.close();
    }

    private void awaitTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<String> bodies() {
        return bodies;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
