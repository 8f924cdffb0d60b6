package kirchberg.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The publisher's two lists on loopback, as documented; tricks are played before it answers by itself. */
final class StandIn implements AutoCloseable {
    static final String LOANS = "/provider-eib-plr/app/loans/list";
    static final String PROJECTS = "/page-provider/projects/list";

    private final Map<String, List<String>> loans = new TreeMap<>();
    private final List<String> projects = new ArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final List<Trick> tricks = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private int cap = 1000;
    private String robots = "User-agent: *\nDisallow: /admin/\n";

    StandIn() {
        // without it, each answer waits 40 ms for an acknowledgement of its head
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * A question to a list.
     *
     * @param nth how often just this was asked by now, from 1
     */
    record Ask(String path, Map<String, String> parameters, int nth) {
        boolean isList() {
            return path.equals(LOANS) || path.equals(PROJECTS);
        }

        /** Empty for the whole list. */
        String year() {
            return parameters.getOrDefault("loanPartYearFrom", "");
        }

        boolean isForward() {
            return "asc".equals(parameters.get("sortDir"));
        }

        int page() {
            return Integer.parseInt(parameters.getOrDefault("pageNumber", "0"));
        }

        int size() {
            return Integer.parseInt(parameters.getOrDefault("itemPerPage", "0"));
        }

        /** Whether it is for this page of this year, oldest first. */
        boolean isFor(int year, int page) {
            return year().equals(String.valueOf(year)) && page() == page && isForward();
        }
    }

    /** Something that is done instead of the usual answer. */
    interface Trick {
        /** Whether it was played, and nothing more is to be answered. */
        boolean play(Ask ask, HttpExchange exchange) throws IOException;
    }

    StandIn with(int year, String... items) {
        loans.put(String.valueOf(year), List.of(items));
        return this;
    }

    /** A year with as many different loans. */
    StandIn with(int year, int items) {
        return with(year, IntStream.range(0, items).mapToObj(n -> loan(year, n)).toArray(String[]::new));
    }

    StandIn withProjects(int items) {
        projects.clear();
        IntStream.range(0, items).mapToObj(n -> project(20240000 + n)).forEach(projects::add);
        return this;
    }

    StandIn withRobots(String text) {
        robots = text;
        return this;
    }

    /** Never gives more than so many items a page. */
    StandIn cappedAt(int items) {
        cap = items;
        return this;
    }

    StandIn trick(Trick trick) {
        tricks.add(trick);
        return this;
    }

    StandIn honest() {
        tricks.clear();
        return this;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Paths and queries in the order in which they came. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Requests for pages of the two lists, whole list left out. */
    List<String> pageRequests() {
        return requests.stream()
                .filter(r -> r.contains("loanPartYearFrom=") || r.contains("/projects/list"))
                .filter(r -> !r.contains("itemPerPage=100&"))
                .toList();
    }

    List<Map<String, List<String>>> headers() {
        return List.copyOf(headers);
    }

    static String loan(int year, int n) {
        return """
                {"id": "%d%04d", "title": "LOAN %d", "description": null, "primaryTags": [
                 {"subType": "countries", "type": "metadata", "value": "IT", "label": "Italy"},
                 {"subType": "sectors", "type": "metadata", "value": "1000", "label": "Energy"}],
                 "additionalInformation": ["€%d,000,000", %d], "startDate": %4$d, "endDate": null}""".formatted(year, n, n, 1 + n % 99, (year - 1970) * 31_536_000_000L);
    }

    static String project(int id) {
        return """
                {"id": "%d", "title": "PROJECT", "additionalInformation": ["Signed", "28/08/2026", 0.0, 65000000.0]}""".formatted(id);
    }

    static String envelope(List<String> items, int page, int size, long total) {
        return """
                {"data": [%s], "itemPerPage": %d, "message": "Success", "pageNumber": %d, "pageable": true,
                 "resultItems": %d, "totalItems": %d, "valid": true}""".formatted(String.join(",\n", items), size, page, items.size(), total);
    }

    static boolean answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Set-Cookie", "session=1; Path=/");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
        return true;
    }

    static boolean json(HttpExchange exchange, String body) throws IOException {
        return answer(exchange, 200, "application/json", body);
    }

    static boolean redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        return answer(exchange, 302, "text/plain", "");
    }

    /** The page that an honest list gives of these items, oldest first. */
    String page(Ask ask, List<String> items) {
        var size = Math.min(ask.size(), cap);
        var ordered = new ArrayList<>(items);
        if (!ask.isForward()) {
            Collections.reverse(ordered);
        }
        var from = Math.min(ordered.size(), ask.page() * size);
        var to = Math.min(ordered.size(), from + size);
        return envelope(ordered.subList(from, to), ask.page(), size, items.size());
    }

    List<String> items(Ask ask) {
        if (ask.path().equals(PROJECTS)) {
            return projects;
        }
        return ask.year().isEmpty()
                ? loans.values().stream().flatMap(List::stream).toList()
                : loans.getOrDefault(ask.year(), List.of());
    }

    private void handle(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI().toString();
        requests.add(uri);
        headers.add(Map.copyOf(exchange.getRequestHeaders()));
        var ask = new Ask(exchange.getRequestURI().getPath(), parameters(exchange), counts.merge(uri, 1, Integer::sum));
        for (var trick : tricks) {
            if (trick.play(ask, exchange)) {
                return;
            }
        }
        if (ask.path().equals("/robots.txt")) {
            answer(exchange, robots.isEmpty() ? 404 : 200, "text/plain", robots);
        } else if (ask.isList()) {
            json(exchange, page(ask, items(ask)));
        } else if (ask.path().equals(LOANS + "/filters")) {
            json(exchange, "{\"filters\": {\"countries\": [{\"value\": \"IT\", \"label\": \"Italy\"}]}}");
        } else {
            answer(exchange, 404, "text/plain", "no such thing");
        }
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        var parameters = new TreeMap<String, String>();
        var query = exchange.getRequestURI().getQuery();
        for (var part : query == null ? new String[0] : query.split("&", -1)) {
            var equals = part.indexOf('=');
            parameters.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
