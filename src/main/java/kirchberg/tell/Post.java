package kirchberg.tell;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;

/**
 * Sends JSON to an address, patiently but not for long. No redirect is followed: a message goes where it was meant to
 * go, or nowhere. A message about a failure never names the address, for that may be the secret.
 */
final class Post {
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private final Limits limits;
    private final HttpClient client;

    Post(Limits limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(ProxySelector.getDefault())
                .connectTimeout(limits.each())
                .build();
    }

    /**
     * Sends once, and again after a passing fault.
     *
     * @throws IOException if it was not taken
     */
    void send(String address, String json) throws IOException, InterruptedException {
        var request = request(address, json);
        var pause = limits.pause();
        for (int attempt = 1; ; attempt++) {
            var fault = fault(request);
            if (fault.isEmpty()) {
                return;
            }
            if (!fault.isPassing() || attempt == limits.attempts()) {
                throw new IOException(fault.what() + " at attempt " + attempt + " of " + limits.attempts());
            }
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2);
        }
    }

    private HttpRequest request(String address, String json) throws IOException {
        if (!address.matches("https?://[^\\s@]+")) {
            throw new IOException("the address is none that begins with https:// and has no user in it");
        }
        try {
            return HttpRequest.newBuilder(URI.create(address))
                    .timeout(limits.each())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new IOException("the address is not written as an address is"); // the cause would show it
        }
    }

    private record Fault(String what, boolean isPassing) {
        private static final Fault NONE = new Fault("", false);

        boolean isEmpty() {
            return what.isEmpty();
        }
    }

    private Fault fault(HttpRequest request) throws InterruptedException {
        try {
            var status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300
                    ? Fault.NONE
                    : new Fault("got status " + status, PASSING.contains(status));
        } catch (IOException e) {
            return new Fault("got " + e.getClass().getSimpleName(), true);
        }
    }
}
