package kirchberg.stores;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Stands before an S3 server, and makes compare and write one act: one writer at a time for each key. It also does to
 * calls what networks and servers do: loses requests and answers, delays them, refuses.
 */
public final class ConditionProxy implements AutoCloseable {
    private static final Set<String> NOT_OURS =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

    /** S3's name for a status in the body of a refusal. */
    private static final Map<Integer, String> CODES = Map.of(
            403, "AccessDenied",
            409, "ConditionalRequestConflict",
            412, "PreconditionFailed",
            500, "InternalError",
            503, "SlowDown");

    private final URI server;
    private final HttpServer front;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Function<Call, Deed> script = call -> Deed.PASS;

    /** A call as it comes in. */
    public record Call(String method, String path) {

        /** Whether it writes a key whose name ends so. */
        public boolean puts(String end) {
            return method.equals("PUT") && path.endsWith(end);
        }
    }

    /**
     * What is done to a call.
     *
     * @param reaches whether the server sees it
     * @param delay before it is sent on, or refused
     * @param status of a made-up answer; 0 for the server's own, less than 0 for none: the connection breaks
     * @param cut whether the connection breaks in the middle of the answer
     */
    public record Deed(boolean reaches, Duration delay, int status, boolean cut) {
        public static final Deed PASS = new Deed(true, Duration.ZERO, 0, false);
        public static final Deed DROP_ANSWER = new Deed(true, Duration.ZERO, -1, false);
        public static final Deed DROP_REQUEST = new Deed(false, Duration.ZERO, -1, false);
        public static final Deed CUT = new Deed(true, Duration.ZERO, 0, true);

        /** An answer that the server never gave; it does not see the call. */
        public static Deed refuse(int status) {
            return new Deed(false, Duration.ZERO, status, false);
        }

        /** An answer that hides that the server did what was asked. */
        public static Deed doAndSay(int status) {
            return new Deed(true, Duration.ZERO, status, false);
        }

        public static Deed after(Duration delay) {
            return new Deed(true, delay, 0, false);
        }
    }

    private ConditionProxy(URI server, HttpServer front) {
        this.server = server;
        this.front = front;
    }

    public static ConditionProxy before(URI server) throws IOException {
        var front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var proxy = new ConditionProxy(server, front);
        front.createContext("/", proxy::handle);
        front.setExecutor(proxy.workers);
        front.start();
        return proxy;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + front.getAddress().getPort());
    }

    /** Says what is done to each call from now on; called by many threads at once. */
    public void script(Function<Call, Deed> next) {
        script = next;
    }

    /** Calls that came in so far. */
    public int calls() {
        return calls.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            var body = exchange.getRequestBody().readAllBytes();
            var deed = script.apply(new Call(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath()));
            TimeUnit.NANOSECONDS.sleep(deed.delay().toNanos());
            if (deed.reaches()) {
                pass(exchange, body, deed);
            } else {
                refuse(exchange, deed.status());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(HttpExchange exchange, byte[] body, Deed deed) throws IOException, InterruptedException {
        var answer = forward(exchange, body);
        if (deed.status() != 0) {
            refuse(exchange, deed.status());
            return;
        }
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_OURS.contains(name) || bodiless(exchange, answer.statusCode())) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        send(exchange, answer.statusCode(), answer.body(), deed.cut());
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var target = server.resolve(exchange.getRequestURI().toString());
        var method = exchange.getRequestMethod();
        var request = HttpRequest.newBuilder(target).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        if (!method.equals("PUT") && !method.equals("DELETE")) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
        synchronized (locks.computeIfAbsent(target.getPath(), path -> new Object())) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        if (status > 0) {
            var text = "<Error><Code>" + CODES.getOrDefault(status, "Unknown") + "</Code></Error>";
            send(exchange, status, text.getBytes(StandardCharsets.UTF_8), false);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body, boolean cut) throws IOException {
        var none = body.length == 0 || bodiless(exchange, status);
        // An answer of a byte more than it has is one that breaks off.
        exchange.sendResponseHeaders(status, cut ? body.length + 1 : none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean bodiless(HttpExchange exchange, int status) {
        return exchange.getRequestMethod().equals("HEAD") || status == 204 || status == 304;
    }

    @Override
    public void close() {
        front.stop(0);
        workers.shutdownNow();
    }
}
